# stdlib/erlang/lists/sort.part.ex: sorting by keys and by functions, with and without duplicates.
# Not here: sort/1, usort/1, keysort/2 and ukeysort/2, natives; merging (lists/merge.part.ex).
# Holds: sorting is stable. A function is always asked about (earlier, later), so that one that says false
# for equal elements turns their order round.

@doc """
Sorts by `fun`, which says whether its first argument comes before the second or is equal to it.

    iex> :lists.sort(fn a, b -> a >= b end, [1, 3, 2])
    [3, 2, 1]
"""
def sort(fun, []) when is_function(fun, 2), do: []
def sort(fun, [_] = list) when is_function(fun, 2), do: list

def sort(fun, list) when is_function(fun, 2) and is_list(list) do
  {sorted, []} = sort_first(length(list), list, fun)
  sorted
end

# The first `count` elements sorted, and the rest.
defp sort_first(1, [x | rest], _fun), do: {[x], rest}

defp sort_first(2, [x, y | rest], fun) do
  case fun.(x, y) do
    true -> {[x, y], rest}
    false -> {[y, x], rest}
  end
end

defp sort_first(count, list, fun) do
  half = div(count, 2)
  {left, rest} = sort_first(half, list, fun)
  {right, rest} = sort_first(count - half, rest, fun)
  {merge_by(left, right, fun), rest}
end

defp merge_by([x | xs] = left, [y | ys] = right, fun) do
  case fun.(x, y) do
    true -> [x | merge_by(xs, right, fun)]
    false -> [y | merge_by(left, ys, fun)]
  end
end

defp merge_by([], right, _fun), do: right
defp merge_by(left, [], _fun), do: left

@doc """
Sorts by `fun`; of elements that it takes for equal, true both ways, only the first remains.

    iex> :lists.usort(fn a, b -> rem(a, 3) <= rem(b, 3) end, [1, 4, 2])
    [1, 2]
"""
def usort(fun, list) when is_function(fun, 2) and is_list(list) do
  case sort(fun, list) do
    [] -> []
    [x | rest] -> drop_equal_by(rest, x, fun)
  end
end

defp drop_equal_by([x | rest], last, fun) do
  case fun.(x, last) do
    true -> drop_equal_by(rest, last, fun)
    false -> [last | drop_equal_by(rest, x, fun)]
  end
end

defp drop_equal_by([], last, _fun), do: [last]
