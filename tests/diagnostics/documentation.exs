# @doc that belongs to nothing.
defmodule Documented do
  @doc "private"
  defp hidden, do: 1
  @doc "first"
  @doc "second"
  def both, do: hidden()
  @doc "of the first clause"
  def two(1), do: 1
  @doc "of the second clause"
  def two(2), do: 1
  @doc "nothing follows"
  @impl true
end
