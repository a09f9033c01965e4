# stdlib/elixir/enumerable.ex: the protocol of what can be walked, for lists, maps and functions.
# Here: the protocol and these three; other types implement it where they are defined.
# Holds: Enum and Stream stand on reduce/3 alone; count, member? and slice are short cuts.
defprotocol Enumerable do
  @moduledoc """
  What `Enum` and `Stream` need of a collection.

  Only `reduce/3` does work: it folds the collection under the orders of the caller, who says with each
  accumulator whether to go on, to stop or to pause. The other functions answer quickly where the
  collection can, and `{:error, __MODULE__}` sends the caller back to `reduce/3`.

      defmodule Countdown do
        defstruct [:from]

        defimpl Enumerable do
          def reduce(%{from: from}, acc, fun), do: Enumerable.reduce(from..1//-1, acc, fun)
          def count(%{from: from}), do: {:ok, from}
          def member?(_, _), do: {:error, __MODULE__}
          def slice(_), do: {:error, __MODULE__}
        end
      end

  Functions of two arguments are enumerable too: they are called with accumulator and reducer, as
  `reduce/3` is.
  """

  @typedoc """
  An accumulator with an order: `:cont` goes on, `:halt` stops, `:suspend` pauses.
  """
  @type acc :: {:cont, term} | {:halt, term} | {:suspend, term}

  @typedoc "Called with an element and the accumulator; gives the next order."
  @type reducer :: (element :: term, element_acc :: term -> acc)

  @typedoc """
  How a walk ended: all elements seen, stopped on order, or paused with a function that goes on.
  """
  @type result :: {:done, term} | {:halted, term} | {:suspended, term, continuation}

  @typedoc "Goes on with a paused walk, by the order it is given."
  @type continuation :: (acc -> result)

  @typedoc "Gives `length` elements from `start` on, every `step`th; always asked within bounds."
  @type slicing_fun ::
          (start :: non_neg_integer, length :: pos_integer, step :: pos_integer -> [term])

  @typedoc "Gives the list of all elements."
  @type to_list_fun :: (t -> [term])

  @doc """
  Folds the collection with `fun`, as the orders in the accumulators say.

  Must look at the order before each element: on `{:halt, acc}` free what is held and give
  `{:halted, acc}`, on `{:suspend, acc}` give `{:suspended, acc, continuation}`, at the end
  `{:done, acc}`.

  ## Examples

      iex> Enumerable.reduce([1, 2, 3], {:cont, 0}, fn x, acc -> {:cont, x + acc} end)
      {:done, 6}
      iex> Enumerable.reduce([1, 2, 3], {:cont, 0}, fn x, _ -> {:halt, x} end)
      {:halted, 1}
      iex> {:suspended, 1, go_on} = Enumerable.reduce([1, 2], {:cont, 0}, fn x, _ -> {:suspend, x} end)
      iex> go_on.({:halt, :enough})
      {:halted, :enough}
  """
  @spec reduce(t, acc, reducer) :: result
  def reduce(enumerable, acc, fun)

  @doc """
  The number of elements as `{:ok, count}`, or `{:error, __MODULE__}` when it takes a walk to know.

  ## Examples

      iex> Enumerable.count(1..10)
      {:ok, 10}
      iex> Enumerable.count(Stream.map([1], & &1))
      {:error, Enumerable.Stream}
  """
  @spec count(t) :: {:ok, non_neg_integer} | {:error, module}
  def count(enumerable)

  @doc """
  Whether `element` is in the collection as `{:ok, boolean}`, or `{:error, __MODULE__}` when it takes a
  walk to know. Equality is `===`.

  ## Examples

      iex> Enumerable.member?(1..10, 3)
      {:ok, true}
  """
  @spec member?(t, term) :: {:ok, boolean} | {:error, module}
  def member?(enumerable, element)

  @doc """
  The number of elements and a function that takes a part: `{:ok, count, slicing_fun | to_list_fun}`.

  Collections that cannot reach an element without a walk give `{:error, __MODULE__}`.

  ## Examples

      iex> {:ok, 10, fun} = Enumerable.slice(1..10)
      iex> fun.(2, 3, 1)
      [3, 4, 5]
  """
  @spec slice(t) ::
          {:ok, size :: non_neg_integer, slicing_fun | to_list_fun} | {:error, module}
  def slice(enumerable)
end

defimpl Enumerable, for: List do
  def count(list), do: {:ok, length(list)}

  def member?([], _element), do: {:ok, false}
  def member?(_list, _element), do: {:error, __MODULE__}

  def slice([]), do: {:ok, 0, fn _start, _length, _step -> [] end}
  def slice(_list), do: {:error, __MODULE__}

  def reduce([x | rest], {:cont, acc}, fun), do: reduce(rest, fun.(x, acc), fun)
  def reduce([], {:cont, acc}, _fun), do: {:done, acc}
  def reduce(_list, {:halt, acc}, _fun), do: {:halted, acc}
  def reduce(list, {:suspend, acc}, fun), do: {:suspended, acc, &reduce(list, &1, fun)}
end

defimpl Enumerable, for: Map do
  def count(map), do: {:ok, map_size(map)}

  def member?(map, {key, value}) do
    case map do
      %{^key => ^value} -> {:ok, true}
      _ -> {:ok, false}
    end
  end

  def member?(_map, _other), do: {:ok, false}

  def slice(map), do: {:ok, map_size(map), &:maps.to_list/1}

  def reduce(map, acc, fun), do: Enumerable.List.reduce(:maps.to_list(map), acc, fun)
end

defimpl Enumerable, for: Function do
  def count(_function), do: {:error, __MODULE__}
  def member?(_function, _value), do: {:error, __MODULE__}
  def slice(_function), do: {:error, __MODULE__}

  def reduce(function, acc, fun) when is_function(function, 2), do: function.(acc, fun)

  def reduce(function, _acc, _fun) do
    raise Protocol.UndefinedError,
      protocol: @protocol,
      value: function,
      description: "only anonymous functions of arity 2 are enumerable"
  end
end
