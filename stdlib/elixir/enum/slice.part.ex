# stdlib/elixir/enum/slice.part.ex: parts of a collection named by position.
# Here: slice, slide, split, reverse, reverse_slice, and how positions are resolved.
# Not here: parts named by a condition (take.part.ex).
# Holds: what can slice itself (Enumerable.slice/1) is asked to; the rest is walked no further
# than needed, so that endless streams work.

@doc """
Lists the elements at the positions of `range`.

Negative bounds count from the end; a step takes every nth. Raises `ArgumentError` for negative
steps other than the -1 of a range that runs backwards, which gives an empty list.

## Examples

    iex> Enum.slice([:a, :b, :c, :d, :e], 1..3)
    [:b, :c, :d]
    iex> Enum.slice(1..10, -3..-1)
    [8, 9, 10]
    iex> Enum.slice(1..10, 0..-1//3)
    [1, 4, 7, 10]
    iex> Enum.slice(1..10, 15..20)
    []
"""
@spec slice(t, Range.t()) :: list
def slice(enumerable, first..last//step = range) do
  cond do
    step > 0 ->
      slice_range(enumerable, first, last, step)

    step == -1 and first > last ->
      slice_range(enumerable, first, last, 1)

    true ->
      raise ArgumentError,
            "Enum.slice/2 does not accept ranges with negative steps, got: " <>
              Kernel.inspect(range)
  end
end

@doc """
Lists `amount` elements from position `start_index` on, fewer where the collection ends.

A negative start counts from the end and is 0 at the least.

## Examples

    iex> Enum.slice([:a, :b, :c, :d], 1, 2)
    [:b, :c]
    iex> Enum.slice(1..10, -3, 2)
    [8, 9]
    iex> Enum.slice(1..3, 5, 2)
    []
"""
@spec slice(t, index, non_neg_integer) :: list
def slice(_enumerable, start_index, 0) when is_integer(start_index), do: []

def slice(enumerable, start_index, amount)
    when is_integer(start_index) and is_integer(amount) and amount >= 0 do
  if start_index < 0,
    do: slice_counted(enumerable, start_index, amount),
    else: slice_forward(enumerable, start_index, amount, 1)
end

defp slice_counted(enumerable, start, amount) do
  {count, fun} = slice_count_and_fun(enumerable, 1)
  slice_exact(count, fun, Kernel.max(count + start, 0), amount, 1)
end

defp slice_range(enumerable, first, -1, step) when first >= 0 do
  enumerable |> to_list() |> drop_list(first) |> every_list(step)
end

defp slice_range(enumerable, first, last, step) when first >= 0 and last >= 0 do
  if last >= first, do: slice_forward(enumerable, first, last - first + 1, step), else: []
end

defp slice_range(enumerable, first, last, step),
  do: slice_range_counted(enumerable, first, last, step)

defp slice_range_counted(enumerable, first, last, step) do
  {count, fun} = slice_count_and_fun(enumerable, step)
  first = if first >= 0, do: first, else: Kernel.max(count + first, 0)
  last = if last >= 0, do: last, else: count + last
  if last >= first, do: slice_exact(count, fun, first, last - first + 1, step), else: []
end

# `amount` positions from `start`, of which every `step`th is taken.
defp slice_forward(enumerable, start, amount, step) when start < 0 do
  {count, fun} = slice_count_and_fun(enumerable, step)
  if count + start >= 0, do: slice_exact(count, fun, count + start, amount, step), else: []
end

defp slice_forward(list, start, amount, step) when is_list(list),
  do: slice_list(list, start, amount, step)

defp slice_forward(enumerable, start, amount, step) do
  case Enumerable.slice(enumerable) do
    {:ok, count, _} when start >= count ->
      []

    {:ok, count, fun} ->
      slice_exact(count, slicer(fun, enumerable, count, step), start, amount, step)

    {:error, module} ->
      slice_walk(module, enumerable, start, amount, step)
  end
end

defp slice_exact(count, _fun, start, _amount, _step) when start >= count, do: []

defp slice_exact(count, fun, start, amount, step) do
  amount = Kernel.min(amount, count - start)
  if amount <= 0, do: [], else: fun.(start, div(amount - 1, step) + 1, step)
end

# The number of elements and fun(start, how_many, step), which expects to be asked within bounds.
defp slice_count_and_fun(list, _step) when is_list(list) do
  {length(list),
   fn start, amount, step -> slice_list(list, start, (amount - 1) * step + 1, step) end}
end

defp slice_count_and_fun(enumerable, step) do
  case Enumerable.slice(enumerable) do
    {:ok, count, fun} -> {count, slicer(fun, enumerable, count, step)}
    {:error, _} -> enumerable |> to_list() |> slice_count_and_fun(step)
  end
end

# Three shapes of answer: fun(start, length, step), the older fun(start, length), fun(enumerable).
defp slicer(fun, _enumerable, _count, _step) when is_function(fun, 3), do: fun

defp slicer(fun, enumerable, _count, _step) when is_function(fun, 1) do
  fn start, amount, step ->
    enumerable |> fun.() |> slice_list(start, (amount - 1) * step + 1, step)
  end
end

defp slicer(fun, _enumerable, _count, _step) when is_function(fun, 2) do
  fn start, amount, step -> every_list(fun.(start, (amount - 1) * step + 1), step) end
end

defp slice_list(list, start, amount, 1), do: list |> drop_list(start) |> take_list(amount)

defp slice_list(list, start, amount, step),
  do: list |> drop_list(start) |> take_list(amount) |> every_list(step)

defp every_list(list, 1), do: list
defp every_list([x | rest], step), do: [x | rest |> drop_list(step - 1) |> every_list(step)]
defp every_list([], _step), do: []

defp slice_walk(module, enumerable, start, amount, step) do
  {_, {_, _, _, acc}} =
    module.reduce(enumerable, {:cont, {start, amount, 1, []}}, fn
      _x, {to_skip, left, until, acc} when to_skip > 0 ->
        {:cont, {to_skip - 1, left, until, acc}}

      x, {_, 1, 1, acc} ->
        {:halt, {0, 0, 1, [x | acc]}}

      _x, {_, 1, until, acc} ->
        {:halt, {0, 0, until, acc}}

      x, {_, left, 1, acc} ->
        {:cont, {0, left - 1, step, [x | acc]}}

      _x, {_, left, until, acc} ->
        {:cont, {0, left - 1, until - 1, acc}}
    end)

  :lists.reverse(acc)
end

@doc """
Moves the elements at the positions of a range, or the one at an index, to `insertion_index`.

Positions are those before the move; negative ones count from the end. Raises `ArgumentError` for a
range with a step other than 1 and for an insertion index inside the range.

## Examples

    iex> Enum.slide([:a, :b, :c, :d, :e], 3, 0)
    [:d, :a, :b, :c, :e]
    iex> Enum.slide([:a, :b, :c, :d, :e], 1..2, 4)
    [:a, :d, :e, :b, :c]
    iex> Enum.slide([:a, :b, :c], -1, 0)
    [:c, :a, :b]
"""
@spec slide(t, Range.t() | index, index) :: list
def slide(enumerable, range_or_single_index, insertion_index)

def slide(enumerable, index, insertion_index) when is_integer(index),
  do: slide(enumerable, index..index, insertion_index)

def slide(_enumerable, _first.._last//step = range, _insertion_index) when step != 1 do
  raise ArgumentError,
        "Enum.slide/3 does not accept ranges with custom steps, got: " <> Kernel.inspect(range)
end

def slide(enumerable, first..last, insertion_index)
    when first < 0 or last < 0 or insertion_index < 0 do
  list = to_list(enumerable)
  count = length(list)
  first = if first >= 0, do: first, else: Kernel.max(first + count, 0)
  last = if last >= 0, do: last, else: last + count
  insertion_index = if insertion_index >= 0, do: insertion_index, else: insertion_index + count

  if first < count and first != insertion_index,
    do: slide(list, first..last//1, insertion_index),
    else: list
end

def slide(enumerable, insertion_index.._, insertion_index), do: to_list(enumerable)

def slide(_enumerable, first..last, insertion_index)
    when insertion_index > first and insertion_index <= last do
  raise ArgumentError,
        "insertion index for slide must be outside the range being moved " <>
          "(tried to insert #{first}..#{last} at #{insertion_index})"
end

def slide(enumerable, first..last, insertion_index) do
  list = to_list(enumerable)

  if insertion_index <= first,
    do: swap_blocks(list, insertion_index, first, last + 1),
    else: swap_blocks(list, first, last + 1, insertion_index + 1)
end

# Exchanges the neighbouring blocks start..middle-1 and middle..stop-1.
defp swap_blocks(list, start, middle, stop) do
  start = Kernel.max(start, 0)
  {before, rest} = split_list(list, start)
  {left, rest} = split_list(rest, middle - start)
  {right, rest} = split_list(rest, Kernel.max(stop - middle, 0))
  before ++ right ++ left ++ rest
end

@doc """
Splits the collection after `count` elements.

A negative count splits that many elements before the end.

## Examples

    iex> Enum.split([1, 2, 3], 2)
    {[1, 2], [3]}
    iex> Enum.split([1, 2, 3], -1)
    {[1, 2], [3]}
    iex> Enum.split([1, 2, 3], 10)
    {[1, 2, 3], []}
"""
@spec split(t, integer) :: {list, list}
def split(enumerable, count) when is_integer(count) do
  list = to_list(enumerable)

  if count >= 0,
    do: split_list(list, count),
    else: split_list(list, Kernel.max(length(list) + count, 0))
end

defp split_list(list, count), do: split_list(list, count, [])

defp split_list([x | rest], count, acc) when count > 0, do: split_list(rest, count - 1, [x | acc])
defp split_list(list, 0, acc), do: {:lists.reverse(acc), list}
defp split_list([], _count, acc), do: {:lists.reverse(acc), []}

@doc """
Lists the elements in the opposite order.

## Examples

    iex> Enum.reverse([1, 2, 3])
    [3, 2, 1]
    iex> Enum.reverse(1..3)
    [3, 2, 1]
"""
@spec reverse(t) :: list
def reverse(enumerable)

def reverse([]), do: []
def reverse([_] = list), do: list
def reverse([x, y]), do: [y, x]
def reverse(list) when is_list(list), do: :lists.reverse(list)
def reverse(enumerable), do: reduce(enumerable, [], &[&1 | &2])

@doc """
Lists the elements in the opposite order, followed by those of `tail`.

## Examples

    iex> Enum.reverse([1, 2, 3], [:a, :b])
    [3, 2, 1, :a, :b]
"""
@spec reverse(t, t) :: list
def reverse(enumerable, tail) when is_list(enumerable),
  do: :lists.reverse(enumerable, to_list(tail))

def reverse(enumerable, tail), do: reduce(enumerable, to_list(tail), &[&1 | &2])

@doc """
Reverses `count` elements from position `start_index` on and keeps the others in place.

## Examples

    iex> Enum.reverse_slice([1, 2, 3, 4, 5], 1, 3)
    [1, 4, 3, 2, 5]
    iex> Enum.reverse_slice([1, 2, 3], 1, 100)
    [1, 3, 2]
"""
@spec reverse_slice(t, non_neg_integer, non_neg_integer) :: list
def reverse_slice(enumerable, start_index, count)
    when is_integer(start_index) and start_index >= 0 and is_integer(count) and count >= 0 do
  {before, rest} = enumerable |> to_list() |> split_list(start_index)
  {middle, rest} = split_list(rest, count)
  before ++ :lists.reverse(middle, rest)
end
