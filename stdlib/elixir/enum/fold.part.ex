# stdlib/elixir/enum/fold.part.ex: functions that carry a value from element to element.
# Here: map_reduce, flat_map_reduce, scan, sum, product.
# Not here: reduce itself (enum.ex).

@doc """
Maps and folds at once: `fun` gives `{mapped, acc}` for each element and accumulator.

## Examples

    iex> Enum.map_reduce([1, 2, 3], 0, fn x, sum -> {x * 10, sum + x} end)
    {[10, 20, 30], 6}
"""
@spec map_reduce(t, acc, (element, acc -> {element, acc})) :: {list, acc}
def map_reduce(enumerable, acc, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      map_reduce_list(list, acc, fun, [])

    other ->
      {mapped, acc} =
        reduce(other, {[], acc}, fn x, {mapped, acc} ->
          {y, acc} = fun.(x, acc)
          {[y | mapped], acc}
        end)

      {:lists.reverse(mapped), acc}
  end
end

defp map_reduce_list([x | rest], acc, fun, mapped) do
  {y, acc} = fun.(x, acc)
  map_reduce_list(rest, acc, fun, [y | mapped])
end

defp map_reduce_list([], acc, _fun, mapped), do: {:lists.reverse(mapped), acc}

@doc """
Maps each element to a collection while folding; `{:halt, acc}` stops.

`fun` gives `{collection, acc}` for each element and accumulator. The collections' elements are
listed.

## Examples

    iex> Enum.flat_map_reduce(1..100, 0, fn x, acc -> if acc < 3, do: {[x, x], acc + 1}, else: {:halt, acc} end)
    {[1, 1, 2, 2, 3, 3], 3}
"""
@spec flat_map_reduce(t, acc, (element, acc -> {t, acc} | {:halt, acc})) :: {[any], acc}
def flat_map_reduce(enumerable, acc, fun) do
  {_, {list, acc}} =
    Enumerable.reduce(enumerable, {:cont, {[], acc}}, fn x, {list, acc} ->
      case fun.(x, acc) do
        {:halt, acc} -> {:halt, {list, acc}}
        {[], acc} -> {:cont, {list, acc}}
        {[y], acc} -> {:cont, {[y | list], acc}}
        {ys, acc} -> {:cont, {prepend_all(ys, list), acc}}
      end
    end)

  {:lists.reverse(list), acc}
end

@doc """
Lists the accumulators of a fold that starts with the first element.

## Examples

    iex> Enum.scan(1..5, &(&1 + &2))
    [1, 3, 6, 10, 15]
"""
@spec scan(t, (element, any -> any)) :: list
def scan(enumerable, fun)

def scan([], _fun), do: []
def scan([x | rest], fun), do: [x | scan_list(rest, x, fun)]

def scan(enumerable, fun) do
  enumerable
  |> reduce([], fn
    x, [] -> [x]
    x, [last | _] = acc -> [fun.(x, last) | acc]
  end)
  |> :lists.reverse()
end

@doc """
Lists the accumulators of a fold that starts with `acc`.

## Examples

    iex> Enum.scan(1..5, 100, &(&1 + &2))
    [101, 103, 106, 110, 115]
"""
@spec scan(t, any, (element, any -> any)) :: list
def scan(enumerable, acc, fun) do
  case listed(enumerable) do
    list when is_list(list) ->
      scan_list(list, acc, fun)

    other ->
      {list, _} =
        reduce(other, {[], acc}, fn x, {list, acc} ->
          acc = fun.(x, acc)
          {[acc | list], acc}
        end)

      :lists.reverse(list)
  end
end

defp scan_list([x | rest], acc, fun) do
  acc = fun.(x, acc)
  [acc | scan_list(rest, acc, fun)]
end

defp scan_list([], _acc, _fun), do: []

@doc """
The sum of the elements; 0 when there are none.

Constant for ranges. Raises `ArithmeticError` for elements that are no numbers.

## Examples

    iex> Enum.sum([1, 2.5])
    3.5
    iex> Enum.sum(1..100)
    5050
"""
@spec sum(t) :: number
def sum(enumerable)

def sum(list) when is_list(list), do: sum_list(list, 0)

def sum(first..last//step = range) do
  case Range.size(range) do
    0 -> 0
    size -> div(size * (first + last - rem(last - first, step)), 2)
  end
end

def sum(enumerable), do: reduce(enumerable, 0, &+/2)

defp sum_list([x | rest], acc), do: sum_list(rest, x + acc)
defp sum_list([], acc), do: acc

@doc """
The product of the elements; 1 when there are none.

## Examples

    iex> Enum.product([2, 3, 4])
    24
    iex> Enum.product([])
    1
"""
@spec product(t) :: number
def product(enumerable)

def product(list) when is_list(list), do: product_list(list, 1)
def product(enumerable), do: reduce(enumerable, 1, &*/2)

defp product_list([x | rest], acc), do: product_list(rest, x * acc)
defp product_list([], acc), do: acc
