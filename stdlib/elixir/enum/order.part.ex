# stdlib/elixir/enum/order.part.ex: sorting.
# Here: sort and sort_by.
# Not here: smallest and largest (extreme.part.ex); the merge sort itself (:lists).
# Holds: sorting is stable in both directions. Term order goes to natives, keys as {key, element} pairs;
# descending order is the ascending one of the reversed list, reversed.

@doc """
Sorts the elements in term order.

Stable; O(n log n).

## Examples

    iex> Enum.sort([3, 1, 2])
    [1, 2, 3]
    iex> Enum.sort(["b", :a, 1])
    [1, :a, "b"]
"""
@spec sort(t) :: list
def sort(enumerable) when is_list(enumerable), do: :lists.sort(enumerable)
def sort(enumerable), do: enumerable |> to_list() |> :lists.sort()

@doc """
Sorts the elements by `sorter`.

`sorter` is `:asc` or `:desc` for term order, a module with `compare/2` (`Date`, `Version`, …) or
`{:asc | :desc, module}`, or a function that says whether its first argument comes before the second
or is equal to it. Stable as long as a function says true for equal elements.

## Examples

    iex> Enum.sort([3, 1, 2], :desc)
    [3, 2, 1]
    iex> Enum.sort(["aaa", "b", "cc"], &(byte_size(&1) <= byte_size(&2)))
    ["b", "cc", "aaa"]
    iex> Enum.sort([~D[2024-02-01], ~D[2023-12-31]], Date)
    [~D[2023-12-31], ~D[2024-02-01]]
"""
@spec sort(t, (element, element -> boolean) | :asc | :desc | module | {:asc | :desc, module}) ::
        list
def sort(enumerable, sorter)

def sort(enumerable, :asc), do: sort(enumerable)

def sort(enumerable, :desc) do
  enumerable |> reverse() |> :lists.sort() |> :lists.reverse()
end

def sort(enumerable, sorter) do
  fun = to_sort_fun(sorter)
  :lists.sort(fun, to_list(enumerable))
end

@doc """
Sorts the elements by the results of `mapper`, which is called once for each.

`sorter` is as in `sort/2`.

## Examples

    iex> Enum.sort_by(["ccc", "a", "bb"], &byte_size/1)
    ["a", "bb", "ccc"]
    iex> Enum.sort_by([a: 1, b: 3, c: 2], fn {_, x} -> x end, :desc)
    [b: 3, c: 2, a: 1]
"""
@spec sort_by(
        t,
        (element -> mapped),
        (element, element -> boolean) | :asc | :desc | module | {:asc | :desc, module}
      ) :: list
      when mapped: element
def sort_by(enumerable, mapper, sorter \\ :asc)

def sort_by(enumerable, mapper, :asc) do
  sorted = :lists.keysort(1, keyed(enumerable, mapper))
  unkeyed(sorted)
end

def sort_by(enumerable, mapper, :desc) do
  pairs = enumerable |> keyed(mapper) |> :lists.reverse()
  unkeyed_reversed(:lists.keysort(1, pairs), [])
end

def sort_by(enumerable, mapper, sorter) do
  fun = to_sort_fun(sorter)
  pairs = keyed(enumerable, mapper)
  unkeyed(:lists.sort(fn {left, _}, {right, _} -> fun.(left, right) end, pairs))
end

defp keyed(enumerable, mapper) do
  case listed(enumerable) do
    list when is_list(list) -> keyed_list(list, mapper)
    other -> other |> reduce([], fn x, acc -> [{mapper.(x), x} | acc] end) |> :lists.reverse()
  end
end

defp keyed_list([x | rest], mapper), do: [{mapper.(x), x} | keyed_list(rest, mapper)]
defp keyed_list([], _mapper), do: []

defp unkeyed([{_, x} | rest]), do: [x | unkeyed(rest)]
defp unkeyed([]), do: []

defp unkeyed_reversed([{_, x} | rest], acc), do: unkeyed_reversed(rest, [x | acc])
defp unkeyed_reversed([], acc), do: acc

defp to_sort_fun(sorter) when is_function(sorter, 2), do: sorter
defp to_sort_fun(:asc), do: &<=/2
defp to_sort_fun(:desc), do: &>=/2
defp to_sort_fun(module) when is_atom(module), do: &(module.compare(&1, &2) != :gt)
defp to_sort_fun({:asc, module}) when is_atom(module), do: &(module.compare(&1, &2) != :gt)
defp to_sort_fun({:desc, module}) when is_atom(module), do: &(module.compare(&1, &2) != :lt)
