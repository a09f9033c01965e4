# stdlib/elixir/enum/transform.part.ex: element by element into a new list or collection.
# Here: map and its kin, filter, reject, flat_map, concat, intersperse, join, with_index, into.
# Not here: folds that carry state (fold.part.ex), zipping (zip.part.ex).

@doc """
Lists the result of `fun` for each element.

## Examples

    iex> Enum.map([1, 2, 3], fn x -> x * 2 end)
    [2, 4, 6]
    iex> Enum.map(1..3, &Integer.to_string/1)
    ["1", "2", "3"]
    iex> Enum.map([a: 1], fn {key, value} -> {value, key} end)
    [{1, :a}]
"""
@spec map(t, (element -> any)) :: list
def map(enumerable, fun) when is_list(enumerable), do: map_list(enumerable, fun)

def map(first..last//step, fun) do
  if step > 0, do: map_up(first, last, step, fun), else: map_down(first, last, step, fun)
end

def map(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) -> map_list(list, fun)
    other -> reduce(other, [], fn x, acc -> [fun.(x) | acc] end) |> :lists.reverse()
  end
end

defp map_list([x | rest], fun), do: [fun.(x) | map_list(rest, fun)]
defp map_list([], fun) when is_function(fun, 1), do: []

defp map_up(x, last, step, fun) when x <= last, do: [fun.(x) | map_up(x + step, last, step, fun)]
defp map_up(_x, _last, _step, _fun), do: []

defp map_down(x, last, step, fun) when x >= last,
  do: [fun.(x) | map_down(x + step, last, step, fun)]

defp map_down(_x, _last, _step, _fun), do: []

@doc """
Applies `fun` to every `nth` element, beginning with the first, and keeps the others.

`nth` is a non-negative integer; with 0 nothing is changed.

## Examples

    iex> Enum.map_every(1..6, 2, fn x -> x * 100 end)
    [100, 2, 300, 4, 500, 6]
    iex> Enum.map_every([1, 2, 3], 1, &-/1)
    [-1, -2, -3]
    iex> Enum.map_every([1, 2, 3], 0, &-/1)
    [1, 2, 3]
"""
@spec map_every(t, non_neg_integer, (element -> any)) :: list
def map_every(enumerable, nth, fun)

def map_every(enumerable, 1, fun), do: map(enumerable, fun)
def map_every(enumerable, 0, _fun), do: to_list(enumerable)
def map_every([], nth, _fun) when is_integer(nth) and nth > 1, do: []

def map_every(enumerable, nth, fun) when is_integer(nth) and nth > 1 do
  {acc, _} =
    reduce(enumerable, {[], 0}, fn
      x, {acc, 0} -> {[fun.(x) | acc], nth - 1}
      x, {acc, left} -> {[x | acc], left - 1}
    end)

  :lists.reverse(acc)
end

@doc """
Maps the elements and puts `separator` between the results.

## Examples

    iex> Enum.map_intersperse([1, 2, 3], :and, &(&1 * 2))
    [2, :and, 4, :and, 6]
    iex> Enum.map_intersperse([], :and, &(&1 * 2))
    []
"""
@spec map_intersperse(t, element, (element -> any)) :: list
def map_intersperse(enumerable, separator, mapper)

def map_intersperse([], _separator, _mapper), do: []

def map_intersperse([x | rest], separator, mapper),
  do: [mapper.(x) | map_intersperse_list(rest, separator, mapper)]

def map_intersperse(enumerable, separator, mapper) do
  case listed(enumerable) do
    list when is_list(list) ->
      map_intersperse(list, separator, mapper)

    other ->
      other
      |> reduce([], fn
        x, [] -> [mapper.(x)]
        x, acc -> [mapper.(x), separator | acc]
      end)
      |> :lists.reverse()
  end
end

defp map_intersperse_list([], _separator, _mapper), do: []

defp map_intersperse_list([x | rest], separator, mapper),
  do: [separator, mapper.(x) | map_intersperse_list(rest, separator, mapper)]

@doc """
Maps the elements and joins the results into one string with `joiner` between them.

Results are turned into text by `String.Chars`; `joiner` must be a string.

## Examples

    iex> Enum.map_join([1, 2, 3], &(&1 * 2))
    "246"
    iex> Enum.map_join(1..3, ", ", fn x -> "<" <> Integer.to_string(x) <> ">" end)
    "<1>, <2>, <3>"
"""
@spec map_join(t, String.t(), (element -> String.Chars.t())) :: String.t()
def map_join(enumerable, joiner \\ "", mapper) when is_binary(joiner) do
  enumerable
  |> map_intersperse(joiner, &entry_to_string(mapper.(&1)))
  |> :erlang.iolist_to_binary()
end

@doc """
Joins the elements into one string with `joiner` between them.

Elements are turned into text by `String.Chars`; `joiner` must be a string.

## Examples

    iex> Enum.join([1, "b", :c])
    "1bc"
    iex> Enum.join(1..4, "-")
    "1-2-3-4"
    iex> Enum.join([], ", ")
    ""
"""
@spec join(t, String.t()) :: String.t()
def join(enumerable, joiner \\ "")

def join(enumerable, "") do
  enumerable |> map(&entry_to_string/1) |> :erlang.iolist_to_binary()
end

def join(enumerable, joiner) when is_binary(joiner) do
  enumerable |> map_intersperse(joiner, &entry_to_string/1) |> :erlang.iolist_to_binary()
end

defp entry_to_string(entry) when is_binary(entry), do: entry
defp entry_to_string(entry), do: String.Chars.to_string(entry)

@doc """
Puts `separator` between the elements.

## Examples

    iex> Enum.intersperse([1, 2, 3], 0)
    [1, 0, 2, 0, 3]
    iex> Enum.intersperse([1], 0)
    [1]
"""
@spec intersperse(t, element) :: list
def intersperse(enumerable, separator) do
  case to_list(enumerable) do
    [] -> []
    [x | rest] -> [x | intersperse_list(rest, separator)]
  end
end

defp intersperse_list([], _separator), do: []

defp intersperse_list([x | rest], separator),
  do: [separator, x | intersperse_list(rest, separator)]

@doc """
Lists the elements for which `fun` is truthy.

## Examples

    iex> Enum.filter(1..6, fn x -> rem(x, 3) == 0 end)
    [3, 6]
    iex> Enum.filter([1, nil, false, 2], & &1)
    [1, 2]
"""
@spec filter(t, (element -> as_boolean(term))) :: list
def filter(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      filter_list(list, fun)

    other ->
      reduce(other, [], fn x, acc -> if fun.(x), do: [x | acc], else: acc end) |> :lists.reverse()
  end
end

defp filter_list([x | rest], fun) do
  if fun.(x), do: [x | filter_list(rest, fun)], else: filter_list(rest, fun)
end

defp filter_list([], _fun), do: []

@doc """
Lists the elements for which `fun` is falsy.

## Examples

    iex> Enum.reject([1, 2, 3, 4], fn x -> rem(x, 2) == 0 end)
    [1, 3]
"""
@spec reject(t, (element -> as_boolean(term))) :: list
def reject(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      reject_list(list, fun)

    other ->
      reduce(other, [], fn x, acc -> if fun.(x), do: acc, else: [x | acc] end) |> :lists.reverse()
  end
end

defp reject_list([x | rest], fun) do
  if fun.(x), do: reject_list(rest, fun), else: [x | reject_list(rest, fun)]
end

defp reject_list([], _fun), do: []

@doc false
@deprecated "Use Enum.filter/2 + Enum.map/2 or for comprehensions instead"
def filter_map(enumerable, filter, mapper) do
  enumerable |> filter(filter) |> map(mapper)
end

@doc """
Maps each element to a collection and lists all their elements.

## Examples

    iex> Enum.flat_map([1, 2], fn x -> [x, -x] end)
    [1, -1, 2, -2]
    iex> Enum.flat_map([1, 3], fn x -> x..(x + 1) end)
    [1, 2, 3, 4]
"""
@spec flat_map(t, (element -> t)) :: list
def flat_map(enumerable, fun) do
  case listed(enumerable) do
    list when is_list(list) -> flat_map_list(list, fun)
    other -> reduce(other, [], fn x, acc -> prepend_all(fun.(x), acc) end) |> :lists.reverse()
  end
end

defp flat_map_list([x | rest], fun) do
  case fun.(x) do
    [] -> flat_map_list(rest, fun)
    [one] -> [one | flat_map_list(rest, fun)]
    list when is_list(list) -> list ++ flat_map_list(rest, fun)
    other -> to_list(other) ++ flat_map_list(rest, fun)
  end
end

defp flat_map_list([], _fun), do: []

defp prepend_all(list, acc) when is_list(list), do: :lists.reverse(list, acc)
defp prepend_all(other, acc), do: reduce(other, acc, &[&1 | &2])

@doc """
Joins a collection of collections into one list.

## Examples

    iex> Enum.concat([1..3, [:a], %{b: 2}])
    [1, 2, 3, :a, {:b, 2}]
    iex> Enum.concat([])
    []
"""
@spec concat(t) :: list
def concat(enumerables)

def concat(list) when is_list(list), do: concat_list(list)
def concat(enumerables), do: concat_list(map(enumerables, &to_list/1))

defp concat_list([list | rest]) when is_list(list), do: list ++ concat_list(rest)
defp concat_list([other | rest]), do: to_list(other) ++ concat_list(rest)
defp concat_list([]), do: []

@doc """
Lists the elements of `left` and then those of `right`.

## Examples

    iex> Enum.concat(1..2, [:a])
    [1, 2, :a]
"""
@spec concat(t, t) :: list
def concat(left, right)

def concat(left, right) when is_list(left) and is_list(right), do: left ++ right
def concat(left, right), do: concat_list([left, right])

@doc """
Pairs each element with its position.

A number instead of a function is the position of the first element. A function is called with
element and position (from 0) and its results are listed.

## Examples

    iex> Enum.with_index([:a, :b])
    [a: 0, b: 1]
    iex> Enum.with_index([:a, :b], 5)
    [a: 5, b: 6]
    iex> Enum.with_index([:a, :b], fn element, index -> {index, element} end)
    [{0, :a}, {1, :b}]
"""
@spec with_index(t, integer) :: [{term, integer}]
@spec with_index(t, (element, index -> value)) :: [value] when value: any
def with_index(enumerable, fun_or_offset \\ 0)

def with_index(enumerable, offset) when is_integer(offset) do
  enumerable |> to_list() |> with_index_list(offset)
end

def with_index(enumerable, fun) when is_function(fun, 2) do
  case listed(enumerable) do
    list when is_list(list) ->
      with_index_list(list, 0, fun)

    other ->
      other
      |> reduce({[], 0}, fn x, {acc, index} -> {[fun.(x, index) | acc], index + 1} end)
      |> elem(0)
      |> :lists.reverse()
  end
end

defp with_index_list([x | rest], index), do: [{x, index} | with_index_list(rest, index + 1)]
defp with_index_list([], _index), do: []

defp with_index_list([x | rest], index, fun),
  do: [fun.(x, index) | with_index_list(rest, index + 1, fun)]

defp with_index_list([], _index, _fun), do: []

@doc """
Lists the elements of the collection.

A list is given back as it is; keys of a map come in the map's order.

## Examples

    iex> Enum.to_list(1..3)
    [1, 2, 3]
    iex> Enum.to_list(%{a: 1})
    [a: 1]
"""
@spec to_list(t) :: [element]
def to_list(enumerable) when is_list(enumerable), do: enumerable

def to_list(first..last//step) do
  if step > 0, do: list_up(first, last, step), else: list_down(first, last, step)
end

def to_list(%_{} = enumerable), do: reverse(enumerable) |> :lists.reverse()
def to_list(%{} = map), do: :maps.to_list(map)
def to_list(enumerable), do: reverse(enumerable) |> :lists.reverse()

# Built from the end, so that no second pass reverses it.
defp list_up(first, last, step) when first <= last,
  do: count_down(first, last - rem(last - first, step), step, [])

defp list_up(_first, _last, _step), do: []

defp list_down(first, last, step) when first >= last,
  do: count_up(first, last + rem(first - last, -step), step, [])

defp list_down(_first, _last, _step), do: []

defp count_down(first, x, step, acc) when x >= first,
  do: count_down(first, x - step, step, [x | acc])

defp count_down(_first, _x, _step, acc), do: acc

defp count_up(first, x, step, acc) when x <= first, do: count_up(first, x - step, step, [x | acc])
defp count_up(_first, _x, _step, acc), do: acc

@doc """
Puts the elements into `collectable`.

What "into" means is the collectable's matter: a map takes `{key, value}` pairs, a `MapSet` elements,
an empty list becomes the list of elements.

## Examples

    iex> Enum.into([a: 1, b: 2], %{b: 0, c: 3})
    %{a: 1, b: 2, c: 3}
    iex> Enum.into(1..3, [])
    [1, 2, 3]
    iex> Enum.into(["a", "b"], "")
    "ab"
"""
@spec into(t, Collectable.t()) :: Collectable.t()
def into(enumerable, collectable)

def into(enumerable, []), do: to_list(enumerable)
def into(%_{} = enumerable, collectable), do: into_protocol(enumerable, collectable)
def into(enumerable, %_{} = collectable), do: into_protocol(enumerable, collectable)
def into(%{} = enumerable, %{} = collectable), do: :maps.merge(collectable, enumerable)

def into(enumerable, %{} = collectable) when is_list(enumerable) do
  if collectable == %{},
    do: :maps.from_list(enumerable),
    else: :maps.merge(collectable, :maps.from_list(enumerable))
end

def into(enumerable, collectable), do: into_protocol(enumerable, collectable)

defp into_protocol(enumerable, collectable) do
  {initial, fun} = Collectable.into(collectable)
  into_protocol(enumerable, initial, fun, & &1)
end

defp into_protocol(enumerable, initial, fun, transform) do
  try do
    reduce(enumerable, initial, fn x, acc -> fun.(acc, {:cont, transform.(x)}) end)
  catch
    kind, reason ->
      fun.(initial, :halt)
      :erlang.raise(kind, reason, __STACKTRACE__)
  else
    acc -> fun.(acc, :done)
  end
end

@doc """
Puts the results of `transform` for each element into `collectable`.

## Examples

    iex> Enum.into([1, 2], %{}, fn x -> {x, x * x} end)
    %{1 => 1, 2 => 4}
    iex> Enum.into([1, 2], [], &(&1 + 1))
    [2, 3]
"""
@spec into(t, Collectable.t(), (term -> term)) :: Collectable.t()
def into(enumerable, [], transform), do: map(enumerable, transform)

def into(%_{} = enumerable, collectable, transform) do
  {initial, fun} = Collectable.into(collectable)
  into_protocol(enumerable, initial, fun, transform)
end

def into(enumerable, %_{} = collectable, transform) do
  {initial, fun} = Collectable.into(collectable)
  into_protocol(enumerable, initial, fun, transform)
end

def into(enumerable, %{} = collectable, transform) do
  fresh = enumerable |> map(transform) |> :maps.from_list()
  if collectable == %{}, do: fresh, else: :maps.merge(collectable, fresh)
end

def into(enumerable, collectable, transform) do
  {initial, fun} = Collectable.into(collectable)
  into_protocol(enumerable, initial, fun, transform)
end
