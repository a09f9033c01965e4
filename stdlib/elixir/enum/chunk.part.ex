# stdlib/elixir/enum/chunk.part.ex: cutting a collection into lists of neighbours.
# Here: chunk_every, chunk_by, chunk_while, dedup.
# Not here: groups of elements that are not neighbours (group.part.ex).

@doc false
@deprecated "Use Enum.chunk_every/2 instead"
def chunk(enumerable, count), do: chunk(enumerable, count, count, nil)

@doc false
@deprecated "Use Enum.chunk_every/3 instead"
def chunk(enumerable, n, step), do: chunk_every(enumerable, n, step, :discard)

@doc false
@deprecated "Use Enum.chunk_every/4 instead"
def chunk(enumerable, n, step, leftover),
  do: chunk_every(enumerable, n, step, leftover || :discard)

@doc """
Lists of `count` neighbours each; the last may be shorter.

## Examples

    iex> Enum.chunk_every([1, 2, 3, 4, 5], 2)
    [[1, 2], [3, 4], [5]]
"""
@spec chunk_every(t, pos_integer) :: [list]
def chunk_every(enumerable, count), do: chunk_every(enumerable, count, count, [])

@doc """
Lists of `count` neighbours, a new one starting every `step` elements.

With a step below `count` lists overlap, with one above it elements are left out. The first list
that would be short is filled up from `leftover`; with `:discard` it is dropped.

## Examples

    iex> Enum.chunk_every([1, 2, 3, 4, 5, 6], 3, 2)
    [[1, 2, 3], [3, 4, 5], [5, 6]]
    iex> Enum.chunk_every([1, 2, 3, 4, 5, 6], 3, 2, :discard)
    [[1, 2, 3], [3, 4, 5]]
    iex> Enum.chunk_every([1, 2, 3, 4, 5, 6], 3, 2, [7, 8])
    [[1, 2, 3], [3, 4, 5], [5, 6, 7]]
"""
@spec chunk_every(t, pos_integer, pos_integer, t | :discard) :: [list]
def chunk_every(enumerable, count, step, leftover \\ [])
    when is_integer(count) and count > 0 and is_integer(step) and step > 0 do
  enumerable |> to_list() |> chunk_list(count, step, leftover)
end

defp chunk_list([], _count, _step, _leftover), do: []

defp chunk_list(list, count, step, leftover) do
  case take_exactly(list, count, []) do
    {:short, _left, _chunk} when leftover == :discard ->
      []

    {:short, left, chunk} ->
      [:lists.reverse(chunk, take(leftover, left))]

    {chunk, rest} when count == step ->
      [chunk | chunk_list(rest, count, step, leftover)]

    {chunk, _rest} ->
      [chunk | list |> drop_list(step) |> chunk_list(count, step, leftover)]
  end
end

defp take_exactly(list, 0, acc), do: {:lists.reverse(acc), list}
defp take_exactly([x | rest], left, acc), do: take_exactly(rest, left - 1, [x | acc])
defp take_exactly([], left, acc), do: {:short, left, acc}

@doc """
Lists of neighbours for which `fun` gives the same (`===`) result.

## Examples

    iex> Enum.chunk_by([1, 3, 2, 4, 5], &rem(&1, 2))
    [[1, 3], [2, 4], [5]]
"""
@spec chunk_by(t, (element -> any)) :: [list]
def chunk_by(enumerable, fun) do
  enumerable
  |> reduce([], fn
    x, [] ->
      [{fun.(x), [x]}]

    x, [{key, chunk} | done] ->
      case fun.(x) do
        ^key -> [{key, [x | chunk]} | done]
        other -> [{other, [x]}, {key, chunk} | done]
      end
  end)
  |> finish_chunks([])
end

defp finish_chunks([{_key, chunk} | rest], acc),
  do: finish_chunks(rest, [:lists.reverse(chunk) | acc])

defp finish_chunks([], acc), do: acc

@doc """
Cuts the collection by a function with an accumulator.

`chunk_fun` gets element and accumulator and gives `{:cont, chunk, acc}` to emit a chunk,
`{:cont, acc}` to go on, `{:halt, acc}` to stop. `after_fun` gets the last accumulator and gives
`{:cont, chunk, acc}` to emit a last one or `{:cont, acc}`.

## Examples

    iex> Enum.chunk_while(
    ...>   1..7,
    ...>   [],
    ...>   fn x, acc -> if rem(x, 3) == 0, do: {:cont, Enum.reverse([x | acc]), []}, else: {:cont, [x | acc]} end,
    ...>   fn [] -> {:cont, []}
    ...>      acc -> {:cont, Enum.reverse(acc), []}
    ...>   end
    ...> )
    [[1, 2, 3], [4, 5, 6], [7]]
"""
@spec chunk_while(t, acc, (element, acc -> tuple), (acc -> tuple)) :: [any]
def chunk_while(enumerable, acc, chunk_fun, after_fun) do
  {_, {chunks, acc}} =
    Enumerable.reduce(enumerable, {:cont, {[], acc}}, fn x, {chunks, acc} ->
      case chunk_fun.(x, acc) do
        {:cont, chunk, acc} -> {:cont, {[chunk | chunks], acc}}
        {:cont, acc} -> {:cont, {chunks, acc}}
        {:halt, acc} -> {:halt, {chunks, acc}}
      end
    end)

  case after_fun.(acc) do
    {:cont, _acc} -> :lists.reverse(chunks)
    {:cont, chunk, _acc} -> :lists.reverse([chunk | chunks])
  end
end

@doc """
Lists the elements, each run of equal (`===`) neighbours once.

## Examples

    iex> Enum.dedup([1, 1, 2, 1])
    [1, 2, 1]
    iex> Enum.dedup([1, 1.0])
    [1, 1.0]
"""
@spec dedup(t) :: list
def dedup(enumerable) do
  case to_list(enumerable) do
    [x | rest] -> dedup_list(rest, x)
    [] -> []
  end
end

defp dedup_list([x | rest], last) when x === last, do: dedup_list(rest, last)
defp dedup_list([x | rest], last), do: [last | dedup_list(rest, x)]
defp dedup_list([], last), do: [last]

@doc """
Lists the elements, of neighbours for which `fun` gives the same result only the first.

## Examples

    iex> Enum.dedup_by([1, 3, 2, 5], &rem(&1, 2))
    [1, 2, 5]
"""
@spec dedup_by(t, (element -> term)) :: list
def dedup_by(enumerable, fun) do
  enumerable
  |> reduce([], fn
    x, [] ->
      [fun.(x), x]

    x, [last | acc] ->
      case fun.(x) do
        ^last -> [last | acc]
        key -> [key, x | acc]
      end
  end)
  |> case do
    [] -> []
    [_last | acc] -> :lists.reverse(acc)
  end
end
