# stdlib/erlang/atomics.ex: arrays of 64-bit integers that processes share.
# Here: what is said in terms of the natives: subtracting, facts. Not here: the natives (runtime/table/atomics.cpp).
defmodule :atomics do
  @moduledoc """
  Arrays of 64-bit integers that any process may read and change, each place by itself and without messages.

  Places count from 1. Values wrap around at 64 bits. An array goes when nobody refers to it any more. For counters
  alone `:counters` is simpler; for terms there is `:ets`.

      iex> array = :atomics.new(2, [])
      iex> :atomics.add(array, 1, 5)
      :ok
      iex> :atomics.add_get(array, 1, 2)
      7
      iex> :atomics.exchange(array, 2, -1)
      0
      iex> {:atomics.get(array, 2), :atomics.compare_exchange(array, 2, 3, 4)}
      {-1, -1}
  """

  @doc """
  Takes from a place.

      iex> array = :atomics.new(1, signed: false)
      iex> :atomics.sub(array, 1, 1)
      iex> :atomics.get(array, 1)
      18446744073709551615
  """
  def sub(array, place, decrement), do: :atomics.add(array, place, -decrement)

  @doc """
  Takes from a place and gives what is then there.

      iex> :atomics.sub_get(:atomics.new(1, []), 1, 3)
      -3
  """
  def sub_get(array, place, decrement), do: :atomics.add_get(array, place, -decrement)

  @doc """
  The size of an array, the bounds of its values and the bytes it takes.

      iex> :atomics.info(:atomics.new(2, signed: false)).max
      18446744073709551615
  """
  def info(array) do
    case :atomics.vial_info(array) do
      {size, true} -> %{size: size, min: -0x8000_0000_0000_0000, max: 0x7FFF_FFFF_FFFF_FFFF, memory: 40 + 8 * size}
      {size, false} -> %{size: size, min: 0, max: 0xFFFF_FFFF_FFFF_FFFF, memory: 40 + 8 * size}
    end
  end
end
