# stdlib/elixir/match_error.ex: raised when a pattern does not match in `=`.
defmodule MatchError do
  @moduledoc """
  Raised when a pattern does not match in `=`.
  """

  defexception [:term]

  @impl true
  def message(exception), do: "no match of right hand side value: #{inspect(exception.term)}"
end
