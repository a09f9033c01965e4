# stdlib/elixir/try_clause_error.ex: raised when no `else` clause of a `try` matches.
defmodule TryClauseError do
  @moduledoc """
  Raised when no `else` clause of a `try` matches.
  """

  defexception [:term]

  @impl true
  def message(exception), do: "no try clause matching: #{inspect(exception.term)}"
end
