# stdlib/elixir/stream.ex: lazy functions over anything enumerable.
# Here: the struct, how its stages are run, and the stages without state.
# Not here: stages with state (stream/state.part.ex), chunks (stream/chunk.part.ex), expansion and
# resources (stream/transform.part.ex), zipping (stream/zip.part.ex), sources (stream/source.part.ex).
# Holds: a stage is fn next -> fn element, acc -> order. While no stage of a stream has state, acc is the
# consumer's own and nothing is wrapped; else acc is [consumer's | states], first stage's state first: a
# stage with state takes the second cell out, gives the rest to the next one and puts its own back.
defmodule Stream do
  @moduledoc """
  Functions over collections that do their work only when the elements are asked for.

      iex> stream = 1..3 |> Stream.map(&(&1 * 2)) |> Stream.filter(&(&1 > 2))
      iex> Enum.to_list(stream)
      [4, 6]

  Each element passes through all stages before the next one is fetched, no lists are built in between,
  and nothing is fetched that nobody asks for. So streams may be endless, and larger than memory:

      iex> Stream.iterate(1, &(&1 * 2)) |> Enum.take(5)
      [1, 2, 4, 8, 16]

  For small collections `Enum` is faster. Some functions give a `%Stream{}`, others a function of two
  arguments; both are enumerable and nothing else should be assumed.
  """

  require Kernel.Part

  defstruct enum: nil, funs: [], accs: [], done: nil

  @type acc :: any
  @type element :: any
  @typedoc "A position, from 0."
  @type index :: non_neg_integer
  @type default :: any
  @type timer :: non_neg_integer

  ## How stages are put together

  # A stream whose stages are finished by something (`done`) is a source for further ones.
  defp lazy(%Stream{done: nil, funs: funs} = stream, fun), do: %{stream | funs: [fun | funs]}
  defp lazy(enum, fun), do: %Stream{enum: enum, funs: [fun]}

  defp lazy(%Stream{done: nil, funs: funs, accs: accs} = stream, acc, fun),
    do: %{stream | funs: [fun | funs], accs: [acc | accs]}

  defp lazy(enum, acc, fun), do: %Stream{enum: enum, funs: [fun], accs: [acc]}

  @doc false
  # The walk of a %Stream{}, for its Enumerable.
  def __reduce__(%Stream{enum: enum, funs: funs, accs: [], done: nil}, order, fun) do
    Enumerable.reduce(enum, order, compose(funs, fun))
  end

  def __reduce__(%Stream{enum: enum, funs: funs, accs: accs, done: done}, {command, acc}, fun) do
    last = fn x, [acc] ->
      {command, acc} = fun.(x, acc)
      {command, [acc]}
    end

    composed = compose(funs, last)
    done = if command == :halt, do: nil, else: done
    run(Enumerable.reduce(enum, {command, [acc | :lists.reverse(accs)]}, composed), done, fun)
  end

  defp compose([stage | earlier], next), do: compose(earlier, stage.(next))
  defp compose([], next), do: next

  defp run({:suspended, [acc | states], continuation}, done, fun) do
    {:suspended, acc,
     fn {command, acc} ->
       done = if command == :halt, do: nil, else: done
       run(continuation.({command, [acc | states]}), done, fun)
     end}
  end

  defp run({reason, [acc | _]}, nil, _fun), do: {reason, acc}

  # `done` gives one more element to emit, or none, from the last stage's state.
  defp run({reason, [acc | states]}, done, fun) do
    case done.(:lists.last(states)) do
      [] ->
        {reason, acc}

      [x] ->
        case fun.(x, acc) do
          {:cont, acc} -> {reason, acc}
          {:halt, acc} -> {:halted, acc}
          {:suspend, acc} -> {:suspended, acc, fn {_command, acc} -> {reason, acc} end}
        end
    end
  end

  ## Stages without state

  @doc """
  Maps each element when it is asked for.

  ## Examples

      iex> Stream.map([1, 2, 3], fn x -> x * 2 end) |> Enum.to_list()
      [2, 4, 6]
  """
  @spec map(Enumerable.t(), (element -> any)) :: Enumerable.t()
  def map(enum, fun) when is_function(fun, 1) do
    lazy(enum, fn next -> fn x, acc -> next.(fun.(x), acc) end end)
  end

  @doc """
  Passes the elements for which `fun` is truthy.

  ## Examples

      iex> Stream.filter(1..6, &(rem(&1, 2) == 0)) |> Enum.to_list()
      [2, 4, 6]
  """
  @spec filter(Enumerable.t(), (element -> as_boolean(term))) :: Enumerable.t()
  def filter(enum, fun) when is_function(fun, 1) do
    lazy(enum, fn next -> fn x, acc -> if fun.(x), do: next.(x, acc), else: {:cont, acc} end end)
  end

  @doc false
  @deprecated "Use Stream.filter/2 + Stream.map/2"
  def filter_map(enum, filter, mapper) do
    enum |> filter(filter) |> map(mapper)
  end

  @doc """
  Passes the elements for which `fun` is falsy.

  ## Examples

      iex> Stream.reject(1..4, &(&1 > 2)) |> Enum.to_list()
      [1, 2]
  """
  @spec reject(Enumerable.t(), (element -> as_boolean(term))) :: Enumerable.t()
  def reject(enum, fun) when is_function(fun, 1) do
    lazy(enum, fn next -> fn x, acc -> if fun.(x), do: {:cont, acc}, else: next.(x, acc) end end)
  end

  @doc """
  Calls `fun` with each element for its effect and passes the element.

  ## Examples

      iex> Stream.each([1, 2], fn x -> send(self(), x) end) |> Enum.to_list()
      [1, 2]
      iex> receive do x -> x end
      1
  """
  @spec each(Enumerable.t(), (element -> term)) :: Enumerable.t()
  def each(enum, fun) when is_function(fun, 1) do
    lazy(enum, fn next ->
      fn x, acc ->
        fun.(x)
        next.(x, acc)
      end
    end)
  end

  @doc """
  Passes the elements before the first for which `fun` is falsy, then ends.

  ## Examples

      iex> Stream.take_while(1..100, &(&1 <= 3)) |> Enum.to_list()
      [1, 2, 3]
  """
  @spec take_while(Enumerable.t(), (element -> as_boolean(term))) :: Enumerable.t()
  def take_while(enum, fun) when is_function(fun, 1) do
    lazy(enum, fn next -> fn x, acc -> if fun.(x), do: next.(x, acc), else: {:halt, acc} end end)
  end

  @doc """
  Walks the stream for its effects only.

  ## Examples

      iex> Stream.each(1..2, fn x -> send(self(), {:got, x}) end) |> Stream.run()
      :ok
  """
  @spec run(Enumerable.t()) :: :ok
  def run(stream) do
    _ = Enumerable.reduce(stream, {:cont, nil}, fn _, acc -> {:cont, acc} end)
    :ok
  end

  Kernel.Part.include("stream/state.part.ex")
  Kernel.Part.include("stream/chunk.part.ex")
  Kernel.Part.include("stream/source.part.ex")
  Kernel.Part.include("stream/transform.part.ex")
  Kernel.Part.include("stream/zip.part.ex")
end

defimpl Enumerable, for: Stream do
  def count(_stream), do: {:error, __MODULE__}
  def member?(_stream, _value), do: {:error, __MODULE__}
  def slice(_stream), do: {:error, __MODULE__}

  def reduce(stream, order, fun), do: Stream.__reduce__(stream, order, fun)
end
