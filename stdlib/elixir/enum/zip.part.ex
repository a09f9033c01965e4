# stdlib/elixir/enum/zip.part.ex: walking several collections side by side.
# Here: zip, zip_with, zip_reduce, unzip.
# Holds: lists and ranges step by plain loops; anything else goes through Stream.zip_with, which
# suspends each collection between elements. All end with the shortest.

@doc """
Lists tuples of the elements at the same position of all collections of a list.

## Examples

    iex> Enum.zip([[1, 2, 3], [:a, :b], ["x", "y", "z"]])
    [{1, :a, "x"}, {2, :b, "y"}]
"""
@spec zip(enumerables) :: [tuple] when enumerables: [t] | t
def zip([left, right]), do: zip(left, right)
def zip(enumerables), do: zip_with(enumerables, &:erlang.list_to_tuple/1)

@doc """
Lists pairs of the elements at the same position of two collections.

## Examples

    iex> Enum.zip([1, 2, 3], [:a, :b])
    [{1, :a}, {2, :b}]
    iex> Enum.zip(1..3, Stream.cycle([:x]))
    [{1, :x}, {2, :x}, {3, :x}]
"""
@spec zip(t, t) :: [{any, any}]
def zip(left, right)

def zip(left, right) when is_list(left) and is_list(right), do: zip_lists(left, right)

def zip(first..last//step, right) when step > 0 and is_list(right),
  do: zip_up(first, last, step, right)

def zip(left, right), do: zip_with(left, right, &{&1, &2})

defp zip_lists([x | left], [y | right]), do: [{x, y} | zip_lists(left, right)]
defp zip_lists([], _right), do: []
defp zip_lists(_left, []), do: []

defp zip_up(x, last, step, [y | right]) when x <= last,
  do: [{x, y} | zip_up(x + step, last, step, right)]

defp zip_up(_x, _last, _step, _right), do: []

@doc """
Lists the results of `zip_fun` for the lists of elements at the same position.

## Examples

    iex> Enum.zip_with([[1, 2], [3, 4], [5, 6]], &Enum.sum/1)
    [9, 12]
"""
@spec zip_with(t, ([term] -> term)) :: [term]
def zip_with(enumerables, zip_fun)

def zip_with([], _fun), do: []

def zip_with(enumerables, zip_fun) when is_list(enumerables) do
  if all_lists?(enumerables),
    do: zip_with_lists(enumerables, zip_fun),
    else: enumerables |> Stream.zip_with(zip_fun) |> to_list()
end

def zip_with(enumerables, zip_fun), do: enumerables |> to_list() |> zip_with(zip_fun)

defp all_lists?([list | rest]) when is_list(list), do: all_lists?(rest)
defp all_lists?([]), do: true
defp all_lists?(_), do: false

defp zip_with_lists(lists, fun) do
  case heads_and_tails(lists, [], []) do
    {heads, tails} -> [fun.(heads) | zip_with_lists(tails, fun)]
    :done -> []
  end
end

defp heads_and_tails([[x | rest] | lists], heads, tails),
  do: heads_and_tails(lists, [x | heads], [rest | tails])

defp heads_and_tails([[] | _], _heads, _tails), do: :done
defp heads_and_tails([], heads, tails), do: {:lists.reverse(heads), :lists.reverse(tails)}

@doc """
Lists the results of `zip_fun` for the elements at the same position of two collections.

## Examples

    iex> Enum.zip_with([1, 2, 3], [10, 20], fn x, y -> x + y end)
    [11, 22]
"""
@spec zip_with(t, t, (term, term -> term)) :: [term]
def zip_with(left, right, zip_fun)

def zip_with(left, right, zip_fun)
    when is_list(left) and is_list(right) and is_function(zip_fun, 2),
    do: zip_with_list(left, right, zip_fun)

def zip_with(left, right, zip_fun) when is_function(zip_fun, 2) do
  [left, right] |> Stream.zip_with(fn [x, y] -> zip_fun.(x, y) end) |> to_list()
end

defp zip_with_list([x | left], [y | right], fun),
  do: [fun.(x, y) | zip_with_list(left, right, fun)]

defp zip_with_list(_left, [], _fun), do: []
defp zip_with_list([], _right, _fun), do: []

@doc """
Folds over the lists of elements at the same position of all collections of a list.

## Examples

    iex> Enum.zip_reduce([[1, 2], [10, 20]], 0, fn [x, y], acc -> acc + x * y end)
    50
"""
@spec zip_reduce(t, acc, ([term], acc -> acc)) :: acc
def zip_reduce([], acc, reducer) when is_function(reducer, 2), do: acc

def zip_reduce(enumerables, acc, reducer) when is_function(reducer, 2) do
  enumerables |> Stream.zip_with(& &1) |> reduce(acc, reducer)
end

@doc """
Folds over the elements at the same position of two collections.

## Examples

    iex> Enum.zip_reduce([1, 2], [3, 4], 0, fn x, y, acc -> x * y + acc end)
    11
"""
@spec zip_reduce(t, t, acc, (term, term, acc -> acc)) :: acc
def zip_reduce(left, right, acc, reducer)
    when is_list(left) and is_list(right) and is_function(reducer, 3),
    do: zip_reduce_lists(left, right, acc, reducer)

def zip_reduce(left, right, acc, reducer) when is_function(reducer, 3) do
  [left, right] |> Stream.zip_with(& &1) |> reduce(acc, fn [x, y], acc -> reducer.(x, y, acc) end)
end

defp zip_reduce_lists([x | left], [y | right], acc, fun),
  do: zip_reduce_lists(left, right, fun.(x, y, acc), fun)

defp zip_reduce_lists(_left, _right, acc, _fun), do: acc

@doc """
Two lists: the first elements of the pairs and the second ones.

## Examples

    iex> Enum.unzip([{1, :a}, {2, :b}])
    {[1, 2], [:a, :b]}
    iex> Enum.unzip(%{a: 1})
    {[:a], [1]}
"""
@spec unzip(t) :: {[element], [element]}
def unzip(enumerable), do: enumerable |> to_list() |> unzip([], [])

defp unzip([{x, y} | rest], xs, ys), do: unzip(rest, [x | xs], [y | ys])
defp unzip([], xs, ys), do: {:lists.reverse(xs), :lists.reverse(ys)}
