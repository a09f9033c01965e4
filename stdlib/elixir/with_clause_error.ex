# stdlib/elixir/with_clause_error.ex: raised when no `else` clause of a `with` matches.
defmodule WithClauseError do
  @moduledoc """
  Raised when no `else` clause of a `with` matches.
  """

  defexception [:term]

  @impl true
  def message(exception), do: "no with clause matching: #{inspect(exception.term)}"
end
