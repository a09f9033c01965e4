# stdlib/elixir/bad_map_error.ex: raised when something else than a map is used as one.
defmodule BadMapError do
  @moduledoc """
  Raised when something else than a map is used as one.
  """

  defexception [:term]

  @impl true
  def message(exception), do: "expected a map, got: #{inspect(exception.term)}"
end
