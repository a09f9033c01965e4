# stdlib/elixir/enum/group.part.ex: sorting elements into groups by what they are.
# Here: group_by, frequencies, split_with, uniq and their kin.
# Not here: groups of neighbours (chunk.part.ex).

@doc """
A map from each result of `key_fun` to the list of elements (or `value_fun` of them) that gave it.

The lists keep the order of the collection.

## Examples

    iex> Enum.group_by(~w(ant bee cat buffalo), &String.first/1)
    %{"a" => ["ant"], "b" => ["bee", "buffalo"], "c" => ["cat"]}
    iex> Enum.group_by(1..5, &rem(&1, 2), &(&1 * 10))
    %{0 => [20, 40], 1 => [10, 30, 50]}
"""
@spec group_by(t, (element -> any), (element -> any)) :: map
def group_by(enumerable, key_fun, value_fun \\ fn x -> x end)

def group_by(enumerable, key_fun, value_fun) when is_function(key_fun) do
  groups =
    reduce(enumerable, %{}, fn x, groups ->
      key = key_fun.(x)
      value = value_fun.(x)

      case groups do
        %{^key => list} -> %{groups | key => [value | list]}
        _ -> :maps.put(key, [value], groups)
      end
    end)

  :maps.map(fn _key, list -> :lists.reverse(list) end, groups)
end

@doc """
A map from each element to how often it occurs.

## Examples

    iex> Enum.frequencies(~w(a b a))
    %{"a" => 2, "b" => 1}
"""
@spec frequencies(t) :: map
def frequencies(enumerable) do
  case listed(enumerable) do
    list when is_list(list) -> frequencies_list(list, %{})
    other -> reduce(other, %{}, &count_one/2)
  end
end

defp frequencies_list([x | rest], counts), do: frequencies_list(rest, count_one(x, counts))
defp frequencies_list([], counts), do: counts

defp count_one(key, counts) do
  case counts do
    %{^key => count} -> %{counts | key => count + 1}
    _ -> :maps.put(key, 1, counts)
  end
end

@doc """
A map from each result of `key_fun` to how often it occurs.

## Examples

    iex> Enum.frequencies_by(~w(aa bb c), &String.length/1)
    %{1 => 1, 2 => 2}
"""
@spec frequencies_by(t, (element -> any)) :: map
def frequencies_by(enumerable, key_fun) when is_function(key_fun) do
  reduce(enumerable, %{}, fn x, counts -> count_one(key_fun.(x), counts) end)
end

@doc """
Two lists: the elements for which `fun` is truthy and those for which it is not.

## Examples

    iex> Enum.split_with(1..5, fn x -> rem(x, 2) == 0 end)
    {[2, 4], [1, 3, 5]}
"""
@spec split_with(t, (element -> as_boolean(term))) :: {list, list}
def split_with(enumerable, fun) do
  {yes, no} =
    reduce(enumerable, {[], []}, fn x, {yes, no} ->
      if fun.(x), do: {[x | yes], no}, else: {yes, [x | no]}
    end)

  {:lists.reverse(yes), :lists.reverse(no)}
end

@doc false
@deprecated "Use Enum.split_with/2 instead"
def partition(enumerable, fun), do: split_with(enumerable, fun)

@doc """
Lists the elements, each once, where it occurs first; equal means `===`.

## Examples

    iex> Enum.uniq([1, 2, 1, 3, 2])
    [1, 2, 3]
    iex> Enum.uniq([1, 1.0])
    [1, 1.0]
"""
@spec uniq(t) :: list
def uniq(enumerable), do: enumerable |> to_list() |> uniq_list(%{})

defp uniq_list([x | rest], seen) do
  case seen do
    %{^x => _} -> uniq_list(rest, seen)
    _ -> [x | uniq_list(rest, :maps.put(x, [], seen))]
  end
end

defp uniq_list([], _seen), do: []

@doc false
@deprecated "Use Enum.uniq_by/2 instead"
def uniq(enumerable, fun), do: uniq_by(enumerable, fun)

@doc """
Lists the elements, of those for which `fun` gives the same result only the first.

## Examples

    iex> Enum.uniq_by([{1, :x}, {2, :y}, {1, :z}], fn {key, _} -> key end)
    [{1, :x}, {2, :y}]
"""
@spec uniq_by(t, (element -> term)) :: list
def uniq_by(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) -> uniq_by_list(list, fun, %{})
    other -> uniq_by_walk(other, fun)
  end
end

defp uniq_by_list([x | rest], fun, seen) do
  key = fun.(x)

  case seen do
    %{^key => _} -> uniq_by_list(rest, fun, seen)
    _ -> [x | uniq_by_list(rest, fun, :maps.put(key, [], seen))]
  end
end

defp uniq_by_list([], _fun, _seen), do: []

defp uniq_by_walk(enumerable, fun) do
  {acc, _} =
    reduce(enumerable, {[], %{}}, fn x, {acc, seen} ->
      key = fun.(x)

      case seen do
        %{^key => _} -> {acc, seen}
        _ -> {[x | acc], :maps.put(key, [], seen)}
      end
    end)

  :lists.reverse(acc)
end
