# stdlib/erlang/counters.ex: counters that processes share.
# Here: all of it, on :atomics.
# Holds: {kind, array}; `write_concurrency` changes nothing but the kind, one array serves both.
defmodule :counters do
  @moduledoc """
  Arrays of counters that any process may change at once.

  Places count from 1; values are 64 bits, signed, and wrap around.

      iex> counters = :counters.new(2, [])
      iex> :counters.add(counters, 1, 5)
      iex> :counters.sub(counters, 1, 2)
      iex> :counters.get(counters, 1)
      3
  """

  @doc "Makes counters, all 0. Options: `:atomics` (the default) or `:write_concurrency`."
  def new(size, options)
  def new(size, []), do: {:atomics, make(size, [])}
  def new(size, [:atomics]), do: {:atomics, make(size, [:atomics])}
  def new(size, [:write_concurrency]), do: {:write_concurrency, make(size, [:write_concurrency])}
  def new(size, options) when is_list(options), do: :vial_error.badarg([size, options], %{2 => "invalid option in list"})
  def new(size, options), do: :vial_error.badarg([size, options], %{2 => "not a list"})

  defp make(size, _options) when is_integer(size) and size > 0, do: :atomics.new(size, [])
  defp make(size, options), do: :vial_error.badarg([size, options], %{1 => if(is_integer(size), do: "out of range", else: "not an integer")})

  @doc "The value of a counter."
  def get({kind, array}, place) when kind in [:atomics, :write_concurrency], do: :atomics.get(array, place)
  def get(counters, place), do: none([counters, place])

  @doc "Sets a counter."
  def put({kind, array}, place, value) when kind in [:atomics, :write_concurrency], do: :atomics.put(array, place, value)
  def put(counters, place, value), do: none([counters, place, value])

  @doc "Adds to a counter."
  def add({kind, array}, place, increment) when kind in [:atomics, :write_concurrency], do: :atomics.add(array, place, increment)
  def add(counters, place, increment), do: none([counters, place, increment])

  @doc "Takes from a counter."
  def sub(counters, place, decrement), do: add(counters, place, -decrement)

  @doc """
  The size of counters and the bytes they take.

      iex> :counters.info(:counters.new(3, [])).size
      3
  """
  def info({:atomics, array}), do: :atomics.info(array)
  def info({:write_concurrency, array}), do: Map.take(:atomics.info(array), [:size, :memory])
  def info(counters), do: none([counters])

  defp none(args), do: :vial_error.badarg(args, %{1 => "invalid atomics reference"})
end
