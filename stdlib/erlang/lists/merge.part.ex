# stdlib/erlang/lists/merge.part.ex: sorted lists merged into one.
# Holds: of elements that compare equal those of the earlier list come first. `u` drops duplicates between
# the lists, `r` is for lists sorted downwards.

@doc """
The sorted lists of a list in one.

    iex> :lists.merge([[1, 4], [2], [3]])
    [1, 2, 3, 4]
"""
def merge(lists), do: merge_all(lists, &merge/2)

# Neighbours are merged in rounds, which keeps the work at n log n and the order of equals.
defp merge_all([], _fun), do: []
defp merge_all([list], _fun), do: list
defp merge_all(lists, fun), do: merge_all(merge_pairs(lists, fun), fun)

defp merge_pairs([left, right | rest], fun), do: [fun.(left, right) | merge_pairs(rest, fun)]
defp merge_pairs([list], _fun), do: [list]
defp merge_pairs([], _fun), do: []

@doc "Two sorted lists in one."
def merge([x | xs] = left, [y | ys] = right) do
  if x <= y, do: [x | merge(xs, right)], else: [y | merge(left, ys)]
end

def merge([], right) when is_list(right), do: right
def merge(left, []) when is_list(left), do: left

@doc "Two lists sorted by `fun` in one."
def merge(fun, left, right) when is_function(fun, 2) and is_list(left) and is_list(right),
  do: merge_by(left, right, fun)

@doc "Three sorted lists in one."
def merge3(list1, list2, list3), do: merge(merge(list1, list2), list3)

@doc """
The sorted lists of a list in one, without duplicates.

    iex> :lists.umerge([[1, 2], [2, 3]])
    [1, 2, 3]
"""
def umerge(lists), do: merge_all(lists, &umerge/2)

@doc "Two sorted lists without duplicates in one without duplicates."
def umerge([x | xs] = left, [y | ys] = right) do
  cond do
    x < y -> [x | umerge(xs, right)]
    x == y -> [x | umerge(xs, ys)]
    true -> [y | umerge(left, ys)]
  end
end

def umerge([], right) when is_list(right), do: right
def umerge(left, []) when is_list(left), do: left

@doc "Two lists sorted by `fun`, without duplicates, in one without duplicates."
def umerge(fun, left, right) when is_function(fun, 2) and is_list(left) and is_list(right),
  do: umerge_by(left, right, fun)

defp umerge_by([x | xs] = left, [y | ys] = right, fun) do
  case fun.(x, y) do
    true ->
      case fun.(y, x) do
        true -> [x | umerge_by(xs, ys, fun)]
        false -> [x | umerge_by(xs, right, fun)]
      end

    false ->
      [y | umerge_by(left, ys, fun)]
  end
end

defp umerge_by([], right, _fun), do: right
defp umerge_by(left, [], _fun), do: left

@doc "Three sorted lists without duplicates in one."
def umerge3(list1, list2, list3), do: umerge(umerge(list1, list2), list3)

@doc false
def rmerge([x | xs] = left, [y | ys] = right) do
  if x >= y, do: [x | rmerge(xs, right)], else: [y | rmerge(left, ys)]
end

def rmerge([], right) when is_list(right), do: right
def rmerge(left, []) when is_list(left), do: left

@doc false
def rmerge(fun, left, right) when is_function(fun, 2), do: rmerge_by(left, right, fun)

defp rmerge_by([x | xs] = left, [y | ys] = right, fun) do
  case fun.(x, y) do
    true -> [y | rmerge_by(left, ys, fun)]
    false -> [x | rmerge_by(xs, right, fun)]
  end
end

defp rmerge_by([], right, _fun), do: right
defp rmerge_by(left, [], _fun), do: left

@doc false
def rmerge3(list1, list2, list3), do: rmerge(rmerge(list1, list2), list3)

@doc false
def rumerge([x | xs] = left, [y | ys] = right) do
  cond do
    x > y -> [x | rumerge(xs, right)]
    x == y -> [x | rumerge(xs, ys)]
    true -> [y | rumerge(left, ys)]
  end
end

def rumerge([], right) when is_list(right), do: right
def rumerge(left, []) when is_list(left), do: left

@doc false
def rumerge(fun, left, right) when is_function(fun, 2), do: rumerge_by(left, right, fun)

defp rumerge_by([x | xs] = left, [y | ys] = right, fun) do
  case fun.(x, y) do
    true ->
      case fun.(y, x) do
        true -> [x | rumerge_by(xs, ys, fun)]
        false -> [y | rumerge_by(left, ys, fun)]
      end

    false ->
      [x | rumerge_by(xs, right, fun)]
  end
end

defp rumerge_by([], right, _fun), do: right
defp rumerge_by(left, [], _fun), do: left

@doc false
def rumerge3(list1, list2, list3), do: rumerge(rumerge(list1, list2), list3)

@doc """
Two lists of tuples sorted by their elements at `n` in one.

    iex> :lists.keymerge(1, [a: 1, c: 1], [a: 2, b: 2])
    [a: 1, a: 2, b: 2, c: 1]
"""
def keymerge(n, left, right) when is_integer(n) and n > 0 do
  case right do
    [] -> left
    [_ | _] -> keymerge_list(left, right, n)
  end
end

defp keymerge_list([x | xs] = left, [y | ys] = right, n) do
  if :erlang.element(n, x) <= :erlang.element(n, y),
    do: [x | keymerge_list(xs, right, n)],
    else: [y | keymerge_list(left, ys, n)]
end

defp keymerge_list([], right, _n) when is_list(right), do: right
defp keymerge_list(left, [], _n) when is_list(left), do: left

@doc "Two lists of tuples sorted by their elements at `n`, without duplicates, in one without duplicates."
def ukeymerge(n, left, right) when is_integer(n) and n > 0, do: ukeymerge_list(left, right, n)

defp ukeymerge_list([x | xs] = left, [y | ys] = right, n) do
  key_x = :erlang.element(n, x)
  key_y = :erlang.element(n, y)

  cond do
    key_x < key_y -> [x | ukeymerge_list(xs, right, n)]
    key_x == key_y -> [x | ukeymerge_list(xs, ys, n)]
    true -> [y | ukeymerge_list(left, ys, n)]
  end
end

defp ukeymerge_list([], right, _n) when is_list(right), do: right
defp ukeymerge_list(left, [], _n) when is_list(left), do: left

@doc false
def rkeymerge(n, left, right) when is_integer(n) and n > 0, do: rkeymerge_list(left, right, n)

defp rkeymerge_list([x | xs] = left, [y | ys] = right, n) do
  if :erlang.element(n, x) >= :erlang.element(n, y),
    do: [x | rkeymerge_list(xs, right, n)],
    else: [y | rkeymerge_list(left, ys, n)]
end

defp rkeymerge_list([], right, _n) when is_list(right), do: right
defp rkeymerge_list(left, [], _n) when is_list(left), do: left

@doc false
def rukeymerge(n, left, right) when is_integer(n) and n > 0, do: rukeymerge_list(left, right, n)

defp rukeymerge_list([x | xs] = left, [y | ys] = right, n) do
  key_x = :erlang.element(n, x)
  key_y = :erlang.element(n, y)

  cond do
    key_x > key_y -> [x | rukeymerge_list(xs, right, n)]
    key_x == key_y -> [x | rukeymerge_list(xs, ys, n)]
    true -> [y | rukeymerge_list(left, ys, n)]
  end
end

defp rukeymerge_list([], right, _n) when is_list(right), do: right
defp rukeymerge_list(left, [], _n) when is_list(left), do: left
