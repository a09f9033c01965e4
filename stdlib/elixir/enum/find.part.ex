# stdlib/elixir/enum/find.part.ex: questions about a collection and single elements of it.
# Here: all?, any?, member?, empty?, count, at, fetch, find and its kin.
# Not here: parts of a collection (slice.part.ex, take.part.ex), extremes (extreme.part.ex).

@doc """
Whether all elements are truthy.

True for an empty collection.

## Examples

    iex> Enum.all?([1, :a, true])
    true
    iex> Enum.all?([1, nil])
    false
    iex> Enum.all?([])
    true
"""
@spec all?(t) :: boolean
def all?(enumerable), do: all?(enumerable, & &1)

@doc """
Whether `fun` is truthy for all elements; stops at the first for which it is not.

## Examples

    iex> Enum.all?([2, 4], fn x -> rem(x, 2) == 0 end)
    true
    iex> Enum.all?(1..4, &(&1 < 4))
    false
"""
@spec all?(t, (element -> as_boolean(term))) :: boolean
def all?(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      all_list(list, fun)

    other ->
      reduce_while(other, true, fn x, _ -> if fun.(x), do: {:cont, true}, else: {:halt, false} end)
  end
end

defp all_list([x | rest], fun) do
  if fun.(x), do: all_list(rest, fun), else: false
end

defp all_list([], _fun), do: true

@doc """
Whether any element is truthy.

False for an empty collection.

## Examples

    iex> Enum.any?([nil, false, 0])
    true
    iex> Enum.any?([])
    false
"""
@spec any?(t) :: boolean
def any?(enumerable), do: any?(enumerable, & &1)

@doc """
Whether `fun` is truthy for any element; stops at the first one.

## Examples

    iex> Enum.any?(1..10, &(&1 == 7))
    true
    iex> Enum.any?([1, 3], fn x -> rem(x, 2) == 0 end)
    false
"""
@spec any?(t, (element -> as_boolean(term))) :: boolean
def any?(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      any_list(list, fun)

    other ->
      reduce_while(other, false, fn x, _ ->
        if fun.(x), do: {:halt, true}, else: {:cont, false}
      end)
  end
end

defp any_list([x | rest], fun) do
  if fun.(x), do: true, else: any_list(rest, fun)
end

defp any_list([], _fun), do: false

@doc """
Whether an element is equal (`===`) to `element`.

Constant for ranges, logarithmic for maps and sets, linear for lists.

## Examples

    iex> Enum.member?(1..10, 5)
    true
    iex> Enum.member?([1, 2], 1.0)
    false
    iex> Enum.member?(%{a: 1}, {:a, 1})
    true
"""
@spec member?(t, element) :: boolean
def member?(enumerable, element) when is_list(enumerable), do: :lists.member(element, enumerable)

def member?(enumerable, element) do
  case Enumerable.member?(enumerable, element) do
    {:ok, answer} when is_boolean(answer) ->
      answer

    {:error, module} ->
      {_, found} =
        module.reduce(enumerable, {:cont, false}, fn
          x, _ when x === element -> {:halt, true}
          _, _ -> {:cont, false}
        end)

      found
  end
end

@doc """
Whether there are no elements.

## Examples

    iex> Enum.empty?([])
    true
    iex> Enum.empty?(1..3)
    false
"""
@spec empty?(t) :: boolean
def empty?(enumerable) when is_list(enumerable), do: enumerable == []

def empty?(enumerable) do
  case Enumerable.slice(enumerable) do
    {:ok, count, _} ->
      count == 0

    {:error, module} ->
      {_, empty} = module.reduce(enumerable, {:cont, true}, fn _, _ -> {:halt, false} end)
      empty
  end
end

@doc """
The number of elements.

Constant for maps, sets and ranges, linear for what has to be walked.

## Examples

    iex> Enum.count([1, 2, 3])
    3
    iex> Enum.count(1..10//4)
    3
"""
@spec count(t) :: non_neg_integer
def count(enumerable) when is_list(enumerable), do: length(enumerable)

def count(enumerable) do
  case Enumerable.count(enumerable) do
    {:ok, count} when is_integer(count) -> count
    {:error, module} -> count_protocol(module, enumerable)
  end
end

defp count_protocol(module, enumerable) do
  {_, count} = module.reduce(enumerable, {:cont, 0}, fn _, count -> {:cont, count + 1} end)
  count
end

@doc """
The number of elements for which `fun` is truthy.

## Examples

    iex> Enum.count(1..10, fn x -> rem(x, 3) == 0 end)
    3
"""
@spec count(t, (element -> as_boolean(term))) :: non_neg_integer
def count(enumerable, fun) do
  reduce(enumerable, 0, fn x, count -> if fun.(x), do: count + 1, else: count end)
end

@doc """
The number of elements, but no more than `limit`: stops walking there.

`limit` is a positive integer.

## Examples

    iex> Enum.count_until(1..20, 5)
    5
    iex> Enum.count_until([1, 2], 5)
    2
    iex> Enum.count_until(Stream.cycle([1]), 3)
    3
"""
@spec count_until(t, pos_integer) :: non_neg_integer
def count_until(enumerable, limit) when is_integer(limit) and limit > 0 do
  case count_known(enumerable) do
    nil ->
      reduce_while(enumerable, 0, fn
        _, count when count + 1 >= limit -> {:halt, count + 1}
        _, count -> {:cont, count + 1}
      end)

    count ->
      Kernel.min(count, limit)
  end
end

defp count_known(list) when is_list(list), do: nil

defp count_known(enumerable) do
  case Enumerable.count(enumerable) do
    {:ok, count} -> count
    {:error, _} -> nil
  end
end

@doc """
The number of elements for which `fun` is truthy, but no more than `limit`: stops walking there.

## Examples

    iex> Enum.count_until(1..20, fn x -> rem(x, 2) == 0 end, 7)
    7
    iex> Enum.count_until(1..20, fn x -> rem(x, 2) == 0 end, 11)
    10
"""
@spec count_until(t, (element -> as_boolean(term)), pos_integer) :: non_neg_integer
def count_until(enumerable, fun, limit) when is_integer(limit) and limit > 0 do
  reduce_while(enumerable, 0, fn x, count ->
    cond do
      !fun.(x) -> {:cont, count}
      count + 1 >= limit -> {:halt, count + 1}
      true -> {:cont, count + 1}
    end
  end)
end

@doc """
The element at `index` (from 0), or `default` when there is none.

A negative index counts from the end. Linear for lists.

## Examples

    iex> Enum.at([:a, :b, :c], 1)
    :b
    iex> Enum.at([:a, :b, :c], -1)
    :c
    iex> Enum.at([:a], 5)
    nil
    iex> Enum.at([:a], 5, :none)
    :none
"""
@spec at(t, index, default) :: element | default
def at(enumerable, index, default \\ nil) when is_integer(index) do
  case nth(enumerable, index) do
    {:ok, element} -> element
    :error -> default
  end
end

@doc """
The element at `index` as `{:ok, element}`, or `:error` when there is none.

## Examples

    iex> Enum.fetch([2, 4, 6], 0)
    {:ok, 2}
    iex> Enum.fetch([2, 4, 6], -3)
    {:ok, 2}
    iex> Enum.fetch([2, 4, 6], 3)
    :error
"""
@spec fetch(t, index) :: {:ok, element} | :error
def fetch(enumerable, index) when is_integer(index), do: nth(enumerable, index)

@doc """
The element at `index`; raises `Enum.OutOfBoundsError` when there is none.

## Examples

    iex> Enum.fetch!([2, 4, 6], 2)
    6
    iex> Enum.fetch!([2, 4, 6], 3)
    ** (Enum.OutOfBoundsError) out of bounds error
"""
@spec fetch!(t, index) :: element
def fetch!(enumerable, index) when is_integer(index) do
  case nth(enumerable, index) do
    {:ok, element} -> element
    :error -> raise Enum.OutOfBoundsError
  end
end

defp nth(list, index) when is_list(list) do
  if index >= 0, do: nth_list(list, index), else: nth_from_end(list, length(list) + index)
end

defp nth(enumerable, index) do
  case slice_forward(enumerable, index, 1, 1) do
    [element] -> {:ok, element}
    [] -> :error
  end
end

defp nth_list([x | _], 0), do: {:ok, x}
defp nth_list([_ | rest], index), do: nth_list(rest, index - 1)
defp nth_list([], _index), do: :error

defp nth_from_end(list, index) when index >= 0, do: nth_list(list, index)
defp nth_from_end(_list, _index), do: :error

@doc """
The first element for which `fun` is truthy, or `default`.

## Examples

    iex> Enum.find([1, 2, 3, 4], fn x -> x > 2 end)
    3
    iex> Enum.find([1, 2], fn x -> x > 2 end)
    nil
    iex> Enum.find([1, 2], :none, fn x -> x > 2 end)
    :none
"""
@spec find(t, default, (element -> any)) :: element | default
def find(enumerable, default \\ nil, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      find_list(list, default, fun)

    other ->
      reduce_while(other, default, fn x, default ->
        if fun.(x), do: {:halt, x}, else: {:cont, default}
      end)
  end
end

defp find_list([x | rest], default, fun) do
  if fun.(x), do: x, else: find_list(rest, default, fun)
end

defp find_list([], default, _fun), do: default

@doc """
The position of the first element for which `fun` is truthy, or `nil`.

## Examples

    iex> Enum.find_index([:a, :b, :c], &(&1 == :c))
    2
    iex> Enum.find_index([:a], &(&1 == :c))
    nil
"""
@spec find_index(t, (element -> any)) :: non_neg_integer | nil
def find_index(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) -> find_index_list(list, 0, fun)
    other -> find_index_protocol(other, fun)
  end
end

defp find_index_list([x | rest], index, fun) do
  if fun.(x), do: index, else: find_index_list(rest, index + 1, fun)
end

defp find_index_list([], _index, _fun), do: nil

defp find_index_protocol(enumerable, fun) do
  result =
    reduce_while(enumerable, {:none, 0}, fn x, {:none, index} ->
      if fun.(x), do: {:halt, {:found, index}}, else: {:cont, {:none, index + 1}}
    end)

  case result do
    {:found, index} -> index
    {:none, _} -> nil
  end
end

@doc """
The first truthy result of `fun`, or `default`.

## Examples

    iex> Enum.find_value([1, 2, 3], fn x -> if x > 1, do: x * 10 end)
    20
    iex> Enum.find_value([1], :none, fn x -> x > 1 end)
    :none
"""
@spec find_value(t, any, (element -> any)) :: any
def find_value(enumerable, default \\ nil, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      find_value_list(list, default, fun)

    other ->
      reduce_while(other, default, fn x, default ->
        value = fun.(x)
        if value, do: {:halt, value}, else: {:cont, default}
      end)
  end
end

defp find_value_list([x | rest], default, fun) do
  value = fun.(x)
  if value, do: value, else: find_value_list(rest, default, fun)
end

defp find_value_list([], default, _fun), do: default
