# stdlib/elixir/stream/source.part.ex: streams made of functions, values or the clock.
# Not here: streams over something that must be opened and closed (resource, transform.part.ex).

@doc """
Repeats the collection for ever.

Raises `ArgumentError` when it is empty.

## Examples

    iex> Stream.cycle([1, 2, 3]) |> Enum.take(5)
    [1, 2, 3, 1, 2]
"""
@spec cycle(Enumerable.t()) :: Enumerable.t()
def cycle(enumerable)

def cycle([]), do: raise(ArgumentError, "cannot cycle over an empty enumerable")

def cycle(list) when is_list(list) do
  fn order, fun -> cycle_list(list, order, fun, list) end
end

def cycle(enumerable) do
  fn order, fun -> cycle_walk(new_cursor(enumerable), false, order, fun, enumerable) end
end

defp cycle_list([x | rest], {:cont, acc}, fun, all), do: cycle_list(rest, fun.(x, acc), fun, all)
defp cycle_list([], {:cont, acc}, fun, all), do: cycle_list(all, {:cont, acc}, fun, all)
defp cycle_list(_list, {:halt, acc}, _fun, _all), do: {:halted, acc}

defp cycle_list(list, {:suspend, acc}, fun, all),
  do: {:suspended, acc, &cycle_list(list, &1, fun, all)}

defp cycle_walk(cursor, _any, {:halt, acc}, _fun, _enum) do
  close_cursor(cursor)
  {:halted, acc}
end

defp cycle_walk(cursor, any, {:suspend, acc}, fun, enum),
  do: {:suspended, acc, &cycle_walk(cursor, any, &1, fun, enum)}

defp cycle_walk(cursor, any, {:cont, acc}, fun, enum) do
  case next_element(cursor) do
    {x, cursor} -> cycle_walk(cursor, true, closing(cursor, fn -> fun.(x, acc) end), fun, enum)
    :done when any -> cycle_walk(new_cursor(enum), false, {:cont, acc}, fun, enum)
    :done -> raise ArgumentError, "cannot cycle over an empty enumerable"
  end
end

@doc """
`value`, `n` times.

## Examples

    iex> Stream.duplicate("hi", 2) |> Enum.to_list()
    ["hi", "hi"]
"""
@spec duplicate(any, non_neg_integer) :: Enumerable.t()
def duplicate(value, n) when is_integer(n) and n >= 0 do
  unfold(n, fn
    0 -> nil
    left -> {value, left - 1}
  end)
end

@doc """
`start_value`, `next_fun` of it, `next_fun` of that, and so on.

## Examples

    iex> Stream.iterate(0, &(&1 + 2)) |> Enum.take(3)
    [0, 2, 4]
"""
@spec iterate(element, (element -> element)) :: Enumerable.t()
def iterate(start_value, next_fun) when is_function(next_fun, 1) do
  fn order, fun -> iterate_first(start_value, order, fun, next_fun) end
end

defp iterate_first(value, {:cont, acc}, fun, next_fun),
  do: iterate_next(value, fun.(value, acc), fun, next_fun)

defp iterate_first(_value, {:halt, acc}, _fun, _next_fun), do: {:halted, acc}

defp iterate_first(value, {:suspend, acc}, fun, next_fun),
  do: {:suspended, acc, &iterate_first(value, &1, fun, next_fun)}

# The next value is made only when it is asked for.
defp iterate_next(last, {:cont, acc}, fun, next_fun) do
  value = next_fun.(last)
  iterate_next(value, fun.(value, acc), fun, next_fun)
end

defp iterate_next(_last, {:halt, acc}, _fun, _next_fun), do: {:halted, acc}

defp iterate_next(last, {:suspend, acc}, fun, next_fun),
  do: {:suspended, acc, &iterate_next(last, &1, fun, next_fun)}

@doc """
What `generator_fun` gives each time it is called, for ever.

## Examples

    iex> Stream.repeatedly(fn -> 7 end) |> Enum.take(2)
    [7, 7]
"""
@spec repeatedly((() -> element)) :: Enumerable.t()
def repeatedly(generator_fun) when is_function(generator_fun, 0) do
  fn order, fun -> repeat(generator_fun, order, fun) end
end

defp repeat(generator, {:cont, acc}, fun), do: repeat(generator, fun.(generator.(), acc), fun)
defp repeat(_generator, {:halt, acc}, _fun), do: {:halted, acc}
defp repeat(generator, {:suspend, acc}, fun), do: {:suspended, acc, &repeat(generator, &1, fun)}

@doc """
The elements that `next_fun` makes of an accumulator: `{element, next_acc}`, or `nil` at the end.

## Examples

    iex> Stream.unfold(3, fn 0 -> nil; n -> {n, n - 1} end) |> Enum.to_list()
    [3, 2, 1]
"""
@spec unfold(acc, (acc -> {element, acc} | nil)) :: Enumerable.t()
def unfold(next_acc, next_fun) when is_function(next_fun, 1) do
  fn order, fun -> unfold(next_acc, next_fun, order, fun) end
end

defp unfold(next_acc, next_fun, {:cont, acc}, fun) do
  case next_fun.(next_acc) do
    nil -> {:done, acc}
    {x, next_acc} -> unfold(next_acc, next_fun, fun.(x, acc), fun)
  end
end

defp unfold(_next_acc, _next_fun, {:halt, acc}, _fun), do: {:halted, acc}

defp unfold(next_acc, next_fun, {:suspend, acc}, fun),
  do: {:suspended, acc, &unfold(next_acc, next_fun, &1, fun)}

@doc """
0, 1, 2, …, each `n` milliseconds after it was asked for. The caller sleeps meanwhile.

## Examples

    iex> Stream.interval(1) |> Enum.take(3)
    [0, 1, 2]
"""
@spec interval(timer) :: Enumerable.t()
def interval(n) when (is_integer(n) and n >= 0) or n == :infinity do
  unfold(0, fn count ->
    Process.sleep(n)
    {count, count + 1}
  end)
end

@doc """
A single 0, `n` milliseconds after it was asked for.

## Examples

    iex> Stream.timer(1) |> Enum.to_list()
    [0]
"""
@spec timer(timer) :: Enumerable.t()
def timer(n) when (is_integer(n) and n >= 0) or n == :infinity, do: take(interval(n), 1)
