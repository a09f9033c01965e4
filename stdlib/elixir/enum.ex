# stdlib/elixir/enum.ex: eager functions over anything enumerable.
# Here: the module's documentation, types, and the folds everything else stands on.
# Not here: the other functions, one idea a file in enum/*.part.ex; lazy ones (stream.ex).
# Holds: lists, ranges and plain maps are walked by loops of our own; only what remains goes
# through the Enumerable protocol, whose every step costs a tuple and a call more.
defmodule Enum do
  @moduledoc """
  Functions that walk a collection at once and give a finished result.

  A collection is anything that implements `Enumerable`: lists, ranges, maps (as `{key, value}`
  pairs), `MapSet`, streams, functions of two arguments. Results are lists unless said otherwise.
  Most functions are linear in the number of elements.

      iex> 1..6 |> Enum.filter(&(rem(&1, 2) == 0)) |> Enum.map(&(&1 * 10))
      [20, 40, 60]
      iex> Enum.sum([1, 2, 3])
      6
      iex> Enum.map(%{a: 1, b: 2}, fn {key, value} -> {key, value + 1} end)
      [a: 2, b: 3]

  Each step of a pipeline builds its list before the next one starts. When a collection is huge,
  endless or dear to produce, use `Stream`, which passes one element at a time.
  """

  import Kernel, except: [max: 2, min: 2]
  require Kernel.Part

  @typedoc "Anything that implements `Enumerable`."
  @type t :: Enumerable.t()
  @type acc :: any
  @typedoc "One element of a collection."
  @type element :: any
  @typedoc "A position, from 0; negative ones count from the end."
  @type index :: integer
  @type default :: any

  @doc """
  Folds the collection from the left: calls `fun` with each element and the accumulator.

  Gives the last accumulator; `acc` itself when there are no elements.

  ## Examples

      iex> Enum.reduce([1, 2, 3], 0, fn x, sum -> x + sum end)
      6
      iex> Enum.reduce(%{a: 2, b: 3}, 1, fn {_, x}, product -> x * product end)
      6
      iex> Enum.reduce([], :none, fn x, _ -> x end)
      :none
  """
  @spec reduce(t, acc, (element, acc -> acc)) :: acc
  def reduce(enumerable, acc, fun) when is_list(enumerable), do: reduce_list(enumerable, acc, fun)

  def reduce(first..last//step, acc, fun) do
    if step > 0,
      do: reduce_up(first, last, step, acc, fun),
      else: reduce_down(first, last, step, acc, fun)
  end

  def reduce(%_{} = enumerable, acc, fun), do: reduce_protocol(enumerable, acc, fun)
  def reduce(%{} = map, acc, fun), do: reduce_list(:maps.to_list(map), acc, fun)
  def reduce(enumerable, acc, fun), do: reduce_protocol(enumerable, acc, fun)

  @doc """
  Folds the collection from the left, starting with its first element as the accumulator.

  Raises `Enum.EmptyError` when there are no elements.

  ## Examples

      iex> Enum.reduce([2, 3, 4], fn x, product -> x * product end)
      24
      iex> Enum.reduce([7], fn _, _ -> :never_called end)
      7
  """
  @spec reduce(t, (element, acc -> acc)) :: acc
  def reduce(enumerable, fun)

  def reduce([first | rest], fun), do: reduce(rest, first, fun)
  def reduce([], _fun), do: raise(Enum.EmptyError)

  def reduce(enumerable, fun) do
    # The list marks "no element yet": no element can be mistaken for it once it is wrapped.
    case reduce(enumerable, [], fn
           x, [] -> [x]
           x, [acc] -> [fun.(x, acc)]
         end) do
      [] -> raise Enum.EmptyError
      [acc] -> acc
    end
  end

  @doc """
  Folds from the left until `fun` says stop.

  `fun` gives `{:cont, acc}` to go on or `{:halt, acc}` to end with `acc`.

  ## Examples

      iex> Enum.reduce_while(1..100, 0, fn x, sum -> if sum < 10, do: {:cont, sum + x}, else: {:halt, sum} end)
      10
      iex> Enum.reduce_while([], 5, fn _, acc -> {:halt, acc + 1} end)
      5
  """
  @spec reduce_while(t, any, (element, any -> {:cont, any} | {:halt, any})) :: any
  def reduce_while(enumerable, acc, fun),
    do: :erlang.element(2, Enumerable.reduce(enumerable, {:cont, acc}, fun))

  @doc """
  Calls `fun` with each element for its effect, in order.

  ## Examples

      iex> Enum.each([1, 2], fn x -> send(self(), {:seen, x}) end)
      :ok
      iex> receive do {:seen, x} -> x end
      1
  """
  @spec each(t, (element -> any)) :: :ok
  def each(enumerable, fun) when is_list(enumerable), do: each_list(enumerable, fun)

  def each(enumerable, fun) do
    reduce(enumerable, nil, fn x, _ ->
      fun.(x)
      nil
    end)

    :ok
  end

  Kernel.Part.include("enum/transform.part.ex")
  Kernel.Part.include("enum/find.part.ex")
  Kernel.Part.include("enum/slice.part.ex")
  Kernel.Part.include("enum/take.part.ex")
  Kernel.Part.include("enum/chunk.part.ex")
  Kernel.Part.include("enum/group.part.ex")
  Kernel.Part.include("enum/fold.part.ex")
  Kernel.Part.include("enum/order.part.ex")
  Kernel.Part.include("enum/extreme.part.ex")
  Kernel.Part.include("enum/zip.part.ex")
  Kernel.Part.include("enum/random.part.ex")

  ## Loops used by several parts

  defp reduce_list([x | rest], acc, fun), do: reduce_list(rest, fun.(x, acc), fun)
  defp reduce_list([], acc, fun) when is_function(fun, 2), do: acc

  defp reduce_up(x, last, step, acc, fun) when x <= last,
    do: reduce_up(x + step, last, step, fun.(x, acc), fun)

  defp reduce_up(_x, _last, _step, acc, _fun), do: acc

  defp reduce_down(x, last, step, acc, fun) when x >= last,
    do: reduce_down(x + step, last, step, fun.(x, acc), fun)

  defp reduce_down(_x, _last, _step, acc, _fun), do: acc

  defp reduce_protocol(enumerable, acc, fun) do
    :erlang.element(
      2,
      Enumerable.reduce(enumerable, {:cont, acc}, fn x, acc -> {:cont, fun.(x, acc)} end)
    )
  end

  defp each_list([x | rest], fun) do
    fun.(x)
    each_list(rest, fun)
  end

  defp each_list([], fun) when is_function(fun, 1), do: :ok

  # A list of the elements, or the enumerable itself where walking it may have effects: those must
  # happen between the calls of the caller's function, as an eager list would not let them.
  defp listed(enumerable) when is_list(enumerable), do: enumerable
  defp listed(_.._//_ = range), do: to_list(range)
  defp listed(%_{} = enumerable), do: enumerable
  defp listed(%{} = map), do: :maps.to_list(map)
  defp listed(enumerable), do: enumerable
end
