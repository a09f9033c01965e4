# stdlib/elixir/stream/chunk.part.ex: cutting a stream into lists of neighbours.
# Holds: the stage's state is [acc] of the caller's function, or [] once a later stage has stopped the
# walk, for then no last chunk may be made of it.

@doc false
@deprecated "Use Stream.chunk_every/2 instead"
def chunk(enum, n), do: chunk(enum, n, n, nil)

@doc false
@deprecated "Use Stream.chunk_every/3 instead"
def chunk(enum, n, step), do: chunk_every(enum, n, step, :discard)

@doc false
@deprecated "Use Stream.chunk_every/4 instead"
def chunk(enum, n, step, leftover), do: chunk_every(enum, n, step, leftover || :discard)

@doc """
Passes lists of `count` neighbours each; the last may be shorter.

## Examples

    iex> Stream.chunk_every([1, 2, 3], 2) |> Enum.to_list()
    [[1, 2], [3]]
"""
@spec chunk_every(Enumerable.t(), pos_integer) :: Enumerable.t()
def chunk_every(enum, count), do: chunk_every(enum, count, count, [])

@doc """
Passes lists of `count` neighbours, a new one starting every `step` elements.

`leftover` is as in `Enum.chunk_every/4`.

## Examples

    iex> Stream.chunk_every(1..6, 3, 2, :discard) |> Enum.to_list()
    [[1, 2, 3], [3, 4, 5]]
    iex> Stream.chunk_every(1..6, 3, 2, [7]) |> Enum.to_list()
    [[1, 2, 3], [3, 4, 5], [5, 6, 7]]
"""
@spec chunk_every(Enumerable.t(), pos_integer, pos_integer, Enumerable.t() | :discard) ::
        Enumerable.t()
def chunk_every(enum, count, step, leftover \\ [])
    when is_integer(count) and count > 0 and is_integer(step) and step > 0 do
  # {elements to skip, elements wanted, those so far, latest first}
  chunk_fun = fn
    _x, {skip, left, buffer} when skip > 0 ->
      {:cont, {skip - 1, left, buffer}}

    x, {0, 1, buffer} ->
      chunk = :lists.reverse(buffer, [x])
      kept = Enum.drop(chunk, step)
      {:cont, chunk, {max(step - count, 0), count - length(kept), :lists.reverse(kept)}}

    x, {0, left, buffer} ->
      {:cont, {0, left - 1, [x | buffer]}}
  end

  after_fun = fn
    {_, _, []} -> {:cont, []}
    _ when leftover == :discard -> {:cont, []}
    {_, left, buffer} -> {:cont, :lists.reverse(buffer, Enum.take(leftover, left)), []}
  end

  chunk_while(enum, {0, count, []}, chunk_fun, after_fun)
end

@doc """
Passes lists of neighbours for which `fun` gives the same (`===`) result.

## Examples

    iex> Stream.chunk_by([1, 3, 2, 5], &rem(&1, 2)) |> Enum.to_list()
    [[1, 3], [2], [5]]
"""
@spec chunk_by(Enumerable.t(), (element -> any)) :: Enumerable.t()
def chunk_by(enum, fun) when is_function(fun, 1) do
  chunk_fun = fn
    x, nil ->
      {:cont, {[x], fun.(x)}}

    x, {buffer, key} ->
      case fun.(x) do
        ^key -> {:cont, {[x | buffer], key}}
        other -> {:cont, :lists.reverse(buffer), {[x], other}}
      end
  end

  after_fun = fn
    nil -> {:cont, []}
    {buffer, _} -> {:cont, :lists.reverse(buffer), []}
  end

  chunk_while(enum, nil, chunk_fun, after_fun)
end

@doc """
Cuts the stream by a function with an accumulator, as `Enum.chunk_while/4` does.

## Examples

    iex> chunk = fn x, acc -> if x == 0, do: {:cont, acc, []}, else: {:cont, [x | acc]} end
    iex> Stream.chunk_while([1, 2, 0, 3], [], chunk, &{:cont, &1, []}) |> Enum.to_list()
    [[2, 1], [3]]
"""
@spec chunk_while(Enumerable.t(), acc, (element, acc -> tuple), (acc -> tuple)) :: Enumerable.t()
def chunk_while(enum, acc, chunk_fun, after_fun)
    when is_function(chunk_fun, 2) and is_function(after_fun, 1) do
  stage = fn next ->
    fn x, [acc, [chunk_acc] | states] ->
      case chunk_fun.(x, chunk_acc) do
        {:cont, chunk, chunk_acc} ->
          {command, [acc | states]} = next.(chunk, [acc | states])
          state = if command == :halt, do: [], else: [chunk_acc]
          {command, [acc, state | states]}

        {:cont, chunk_acc} ->
          {:cont, [acc, [chunk_acc] | states]}

        {:halt, chunk_acc} ->
          {:halt, [acc, [chunk_acc] | states]}
      end
    end
  end

  %{lazy(enum, [acc], stage) | done: &last_chunk(&1, after_fun)}
end

defp last_chunk([], _after_fun), do: []

defp last_chunk([acc], after_fun) do
  case after_fun.(acc) do
    {:cont, _acc} -> []
    {:cont, chunk, _acc} -> [chunk]
  end
end
