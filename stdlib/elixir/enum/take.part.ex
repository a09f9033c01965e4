# stdlib/elixir/enum/take.part.ex: the beginning, the end, or every nth of a collection.
# Here: take, drop, their `_while` and `_every` forms, split_while.
# Not here: parts named by position (slice.part.ex).

@doc """
Lists the first `amount` elements; with a negative amount the last ones.

Walks no further than needed.

## Examples

    iex> Enum.take([1, 2, 3], 2)
    [1, 2]
    iex> Enum.take([1, 2, 3], -2)
    [2, 3]
    iex> Enum.take(Stream.cycle([:a, :b]), 3)
    [:a, :b, :a]
"""
@spec take(t, integer) :: list
def take(enumerable, amount)

def take(_enumerable, 0), do: []

def take(enumerable, amount) when is_list(enumerable) and is_integer(amount) and amount > 0,
  do: take_list(enumerable, amount)

def take(enumerable, amount) when is_integer(amount) and amount > 0 do
  case listed_short(enumerable) do
    list when is_list(list) -> take_list(list, amount)
    other -> take_walk(other, amount)
  end
end

def take(enumerable, amount) when is_integer(amount) and amount < 0 do
  {count, fun} = slice_count_and_fun(enumerable, 1)
  first = Kernel.max(count + amount, 0)
  slice_exact(count, fun, first, count - first, 1)
end

defp take_list([x | _], 1), do: [x]
defp take_list([x | rest], amount) when amount > 0, do: [x | take_list(rest, amount - 1)]
defp take_list([], _amount), do: []
defp take_list(_list, amount) when amount <= 0, do: []

# Plain maps become lists; a range could be far longer than what is wanted of it.
defp listed_short(%_{} = enumerable), do: enumerable
defp listed_short(%{} = map), do: :maps.to_list(map)
defp listed_short(enumerable), do: enumerable

defp take_walk(enumerable, amount) do
  {_, {acc, _}} =
    Enumerable.reduce(enumerable, {:cont, {[], amount}}, fn
      x, {acc, 1} -> {:halt, {[x | acc], 0}}
      x, {acc, left} -> {:cont, {[x | acc], left - 1}}
    end)

  :lists.reverse(acc)
end

@doc """
Lists the elements before the first for which `fun` is falsy.

## Examples

    iex> Enum.take_while([1, 2, 3, 1], &(&1 < 3))
    [1, 2]
"""
@spec take_while(t, (element -> as_boolean(term))) :: list
def take_while(enumerable, fun) do
  case listed_short(enumerable) do
    list when is_list(list) ->
      take_while_list(list, fun)

    other ->
      {_, acc} =
        Enumerable.reduce(other, {:cont, []}, fn x, acc ->
          if fun.(x), do: {:cont, [x | acc]}, else: {:halt, acc}
        end)

      :lists.reverse(acc)
  end
end

defp take_while_list([x | rest], fun) do
  if fun.(x), do: [x | take_while_list(rest, fun)], else: []
end

defp take_while_list([], _fun), do: []

@doc """
Lists every `nth` element, beginning with the first.

With 0 the list is empty.

## Examples

    iex> Enum.take_every(1..10, 3)
    [1, 4, 7, 10]
    iex> Enum.take_every([1, 2], 0)
    []
"""
@spec take_every(t, non_neg_integer) :: list
def take_every(enumerable, nth)

def take_every(_enumerable, 0), do: []
def take_every(enumerable, 1), do: to_list(enumerable)

def take_every(enumerable, nth) when is_integer(nth) and nth > 1,
  do: enumerable |> to_list() |> every_list(nth)

@doc """
Lists the elements after the first `amount`; with a negative amount drops the last ones.

## Examples

    iex> Enum.drop([1, 2, 3], 2)
    [3]
    iex> Enum.drop([1, 2, 3], -1)
    [1, 2]
    iex> Enum.drop(1..3, 5)
    []
"""
@spec drop(t, integer) :: list
def drop(enumerable, amount)

def drop(enumerable, amount) when is_integer(amount) and amount >= 0 do
  enumerable |> to_list() |> drop_list(amount)
end

def drop(enumerable, amount) when is_integer(amount) and amount < 0 do
  {count, fun} = slice_count_and_fun(enumerable, 1)
  slice_exact(count, fun, 0, count + amount, 1)
end

defp drop_list([_ | rest], amount) when amount > 0, do: drop_list(rest, amount - 1)
defp drop_list(list, 0), do: list
defp drop_list([], _amount), do: []

@doc """
Lists the elements from the first for which `fun` is falsy on.

## Examples

    iex> Enum.drop_while([1, 2, 3, 1], &(&1 < 3))
    [3, 1]
"""
@spec drop_while(t, (element -> as_boolean(term))) :: list
def drop_while(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      drop_while_list(list, fun)

    other ->
      {_, acc} =
        reduce(other, {:dropping, []}, fn
          x, {:dropping, acc} -> if fun.(x), do: {:dropping, acc}, else: {:keeping, [x | acc]}
          x, {:keeping, acc} -> {:keeping, [x | acc]}
        end)

      :lists.reverse(acc)
  end
end

defp drop_while_list([x | rest] = list, fun) do
  if fun.(x), do: drop_while_list(rest, fun), else: list
end

defp drop_while_list([], _fun), do: []

@doc """
Drops every `nth` element, beginning with the first.

With 0 nothing is dropped.

## Examples

    iex> Enum.drop_every(1..10, 2)
    [2, 4, 6, 8, 10]
    iex> Enum.drop_every([1, 2, 3], 1)
    []
    iex> Enum.drop_every([1, 2, 3], 0)
    [1, 2, 3]
"""
@spec drop_every(t, non_neg_integer) :: list
def drop_every(enumerable, nth)

def drop_every(_enumerable, 1), do: []
def drop_every(enumerable, 0), do: to_list(enumerable)

def drop_every(enumerable, nth) when is_integer(nth) and nth > 1,
  do: enumerable |> to_list() |> drop_every_list(nth)

defp drop_every_list([_ | rest], nth) do
  {kept, rest} = split_list(rest, nth - 1)
  kept ++ drop_every_list(rest, nth)
end

defp drop_every_list([], _nth), do: []

@doc """
Splits the collection before the first element for which `fun` is falsy.

## Examples

    iex> Enum.split_while([1, 2, 3, 1], &(&1 < 3))
    {[1, 2], [3, 1]}
"""
@spec split_while(t, (element -> as_boolean(term))) :: {list, list}
def split_while(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) -> split_while_list(list, fun, [])
    other -> split_while_walk(other, fun)
  end
end

defp split_while_list([x | rest] = list, fun, acc) do
  if fun.(x), do: split_while_list(rest, fun, [x | acc]), else: {:lists.reverse(acc), list}
end

defp split_while_list([], _fun, acc), do: {:lists.reverse(acc), []}

defp split_while_walk(enumerable, fun) do
  {left, right, _} =
    reduce(enumerable, {[], [], true}, fn
      x, {left, right, false} -> {left, [x | right], false}
      x, {left, [], true} -> if fun.(x), do: {[x | left], [], true}, else: {left, [x], false}
    end)

  {:lists.reverse(left), :lists.reverse(right)}
end
