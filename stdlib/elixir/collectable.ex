# stdlib/elixir/collectable.ex: the protocol of what elements can be put into.
# Here: the protocol, for lists, binaries and bitstrings, and maps.
# Not here: the other types' implementations, which stand where the types are defined.
defprotocol Collectable do
  @moduledoc """
  What `Enum.into/2` and `for … into:` need of a collection: a way to take elements one by one.

  It is the counterpart of `Enumerable`. The two are apart since not everything that can be walked can
  be added to (ranges), nor the other way round (an output stream).

      iex> Enum.into([b: 2], %{a: 1})
      %{a: 1, b: 2}
      iex> for <<c <- "abc">>, into: "", do: <<c + 1>>
      "bcd"
  """

  @type command :: {:cont, term} | :done | :halt

  @doc """
  An initial accumulator and the function that collects.

  The function gets accumulator and order: `{:cont, element}` adds one and gives the next accumulator,
  `:done` gives the collection, `:halt` ends without one (its result is ignored).

  ## Examples

      iex> {acc, fun} = Collectable.into(%{})
      iex> acc |> fun.({:cont, {:a, 1}}) |> fun.(:done)
      %{a: 1}
  """
  @spec into(t) :: {initial_acc :: term, collector :: (term, command -> t | term)}
  def into(collectable)
end

defimpl Collectable, for: List do
  def into(list) do
    if list != [] do
      IO.warn(
        "collecting into a non-empty list is deprecated: use ++ to join lists " <>
          "and Keyword.merge/2 to join keyword lists"
      )
    end

    fun = fn
      acc, {:cont, x} -> [x | acc]
      acc, :done -> list ++ :lists.reverse(acc)
      _acc, :halt -> :ok
    end

    {[], fun}
  end
end

defimpl Collectable, for: BitString do
  def into(binary) when is_binary(binary) do
    fun = fn
      acc, {:cont, x} when is_binary(x) and is_list(acc) ->
        [acc | x]

      acc, {:cont, x} when is_bitstring(x) and is_bitstring(acc) ->
        <<acc::bitstring, x::bitstring>>

      acc, {:cont, x} when is_bitstring(x) ->
        <<:erlang.iolist_to_binary(acc)::binary, x::bitstring>>

      acc, :done when is_bitstring(acc) ->
        acc

      acc, :done ->
        :erlang.iolist_to_binary(acc)

      _acc, :halt ->
        :ok
    end

    {[binary], fun}
  end

  def into(bitstring) do
    fun = fn
      acc, {:cont, x} when is_bitstring(x) -> <<acc::bitstring, x::bitstring>>
      acc, :done -> acc
      _acc, :halt -> :ok
    end

    {bitstring, fun}
  end
end

defimpl Collectable, for: Map do
  def into(map) do
    fun = fn
      acc, {:cont, {key, value}} -> :maps.put(key, value, acc)
      acc, :done -> acc
      _acc, :halt -> :ok
    end

    {map, fun}
  end
end
