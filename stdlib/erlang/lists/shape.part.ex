# stdlib/erlang/lists/shape.part.ex: lists made, cut, joined and flattened.
# Holds: positions count from 1.

@doc "A list of `n` times `element`."
def duplicate(n, element) when is_integer(n) and n >= 0, do: duplicate(n, element, [])

defp duplicate(0, _element, acc), do: acc
defp duplicate(n, element, acc), do: duplicate(n - 1, element, [element | acc])

@doc """
The integers from `first` to `last`; `last` may be one less than `first`.

    iex> :lists.seq(1, 3)
    [1, 2, 3]
"""
def seq(first, last) when is_integer(first) and is_integer(last) and first - 1 <= last,
  do: seq_down(last, first, 1, [])

@doc """
The integers from `first` to `last`, `step` apart.

    iex> :lists.seq(10, 1, -4)
    [10, 6, 2]
"""
def seq(first, last, step)
    when is_integer(first) and is_integer(last) and is_integer(step) and
           ((step > 0 and first - step <= last) or (step < 0 and first - step >= last)) do
  count = div(last - first + step, step)
  if count == 0, do: [], else: seq_back(first + step * (count - 1), count, step, [])
end

def seq(same, same, 0) when is_integer(same), do: [same]

def seq(first, last, step) do
  way = if is_integer(step), do: if(first > last, do: :negative, else: :positive), else: :integer
  :vial_error.wrong([first, last, step], [:integer, :integer, way])
end

defp seq_down(x, first, step, acc) when x >= first, do: seq_down(x - step, first, step, [x | acc])
defp seq_down(_x, _first, _step, acc), do: acc

defp seq_back(_x, 0, _step, acc), do: acc
defp seq_back(x, count, step, acc), do: seq_back(x - step, count - 1, step, [x | acc])

@doc "The element at position `n`, from 1."
def nth(1, [x | _]), do: x
def nth(n, [_ | rest]) when n > 1, do: nth(n - 1, rest)

@doc "The list without its first `n` elements; it must have them."
def nthtail(0, list) when is_list(list), do: list
def nthtail(1, [_ | rest]), do: rest
def nthtail(n, [_ | rest]) when n > 1, do: nthtail(n - 1, rest)

@doc "The last element of a list that is not empty."
def last([x]), do: x
def last([_ | rest]), do: last(rest)

@doc "The list without its last element."
def droplast([_]), do: []
def droplast([x | rest]), do: [x | droplast(rest)]

@doc """
The first `n` elements, fewer where the list ends.

    iex> :lists.sublist([1, 2, 3], 2)
    [1, 2]
"""
def sublist(list, n) when is_integer(n) and is_list(list) and n >= 0, do: take(list, n)

@doc "`n` elements from position `start` on, fewer where the list ends."
def sublist(list, 1, n) when is_list(list) and is_integer(n) and n >= 0, do: take(list, n)

def sublist([], start, n) when is_integer(start) and start >= 2 and is_integer(n) and n >= 0,
  do: []

def sublist([_ | rest], start, n)
    when is_integer(start) and start >= 2 and is_integer(n) and n >= 0,
    do: sublist(rest, start - 1, n)

defp take([x | rest], n) when n > 0, do: [x | take(rest, n - 1)]
defp take(_list, 0), do: []
defp take([], _n), do: []

@doc "The list split after `n` elements, which it must have."
def split(n, list) when is_integer(n) and n >= 0 and is_list(list) do
  case split(n, list, []) do
    {_, _} = result -> result
    :short -> :erlang.error(:badarg, [n, list])
  end
end

def split(n, list), do: :erlang.error(:badarg, [n, list])

defp split(0, list, acc), do: {:lists.reverse(acc), list}
defp split(n, [x | rest], acc), do: split(n - 1, rest, [x | acc])
defp split(_n, [], _acc), do: :short

@doc """
The lists of a list joined; the last one may be any term.

    iex> :lists.append([[1], [2, 3]])
    [1, 2, 3]
"""
def append([last]), do: last
def append([list | rest]), do: list ++ append(rest)
def append([]), do: []

@doc "`left ++ right`."
def append(left, right), do: left ++ right

@doc "`left -- right`: `left` without the first occurrence of each element of `right`."
def subtract(left, right), do: left -- right

@doc "The list without the first element equal (`=:=`) to `element`."
def delete(element, [element | rest]), do: rest
def delete(element, [other | rest]), do: [other | delete(element, rest)]
def delete(_element, []), do: []

@doc "Whether `prefix` begins the list."
def prefix([x | prefix], [x | rest]), do: prefix(prefix, rest)
def prefix([], list) when is_list(list), do: true
def prefix([_ | _], list) when is_list(list), do: false

@doc "Whether `suffix` ends the list."
def suffix(suffix, list) do
  skip = length(list) - length(suffix)
  skip >= 0 and nthtail(skip, list) === suffix
end

@doc "Puts `separator` between the elements."
def join(_separator, []), do: []
def join(separator, [x | rest]), do: [x | join_prepend(separator, rest)]

defp join_prepend(separator, [x | rest]), do: [separator, x | join_prepend(separator, rest)]
defp join_prepend(_separator, []), do: []

@doc """
All elements of nested lists.

    iex> :lists.flatten([1, [[2]], []])
    [1, 2]
"""
def flatten(list) when is_list(list), do: do_flatten(list, [])

@doc "All elements of nested lists, followed by `tail`."
def flatten(list, tail) when is_list(list) and is_list(tail), do: do_flatten(list, tail)

defp do_flatten([x | rest], tail) when is_list(x), do: do_flatten(x, do_flatten(rest, tail))
defp do_flatten([x | rest], tail), do: [x | do_flatten(rest, tail)]
defp do_flatten([], tail), do: tail

@doc "The number of elements of nested lists."
def flatlength(list), do: flatlength(list, 0)

defp flatlength([x | rest], count) when is_list(x), do: flatlength(rest, flatlength(x, count))
defp flatlength([_ | rest], count), do: flatlength(rest, count + 1)
defp flatlength([], count), do: count

@doc """
The text of atoms, numbers and strings joined.

    iex> :lists.concat([:a, 1, [?-], :b])
    [?a, ?1, ?-, ?b]
"""
def concat(list), do: flatmap(&thing_to_list/1, list)

defp thing_to_list(x) when is_integer(x), do: :erlang.integer_to_list(x)
defp thing_to_list(x) when is_float(x), do: :erlang.float_to_list(x)
defp thing_to_list(x) when is_atom(x), do: :erlang.atom_to_list(x)
defp thing_to_list(x) when is_list(x), do: x

@doc "Pairs of position, from 1, and element."
def enumerate(list), do: enumerate(1, list)

@doc """
Pairs of position, from `index`, and element.

    iex> :lists.enumerate(5, [:a, :b])
    [{5, :a}, {6, :b}]
"""
def enumerate(index, list) when is_integer(index), do: enumerate_from(index, list)

defp enumerate_from(index, [x | rest]), do: [{index, x} | enumerate_from(index + 1, rest)]
defp enumerate_from(_index, []), do: []

@doc "Each element once, where it occurs first; equal means `=:=`."
def uniq(list), do: uniq_1(list, %{})

defp uniq_1([x | rest], seen) when is_map_key(seen, x), do: uniq_1(rest, seen)
defp uniq_1([x | rest], seen), do: [x | uniq_1(rest, :maps.put(x, true, seen))]
defp uniq_1([], _seen), do: []

@doc "Of the elements for which `fun` gives the same result only the first."
def uniq(fun, list) when is_function(fun, 1), do: uniq_1(list, fun, %{})

defp uniq_1([x | rest], fun, seen) do
  case fun.(x) do
    key when is_map_key(seen, key) -> uniq_1(rest, fun, seen)
    key -> [x | uniq_1(rest, fun, :maps.put(key, true, seen))]
  end
end

defp uniq_1([], _fun, _seen), do: []
