# stdlib/elixir/case_clause_error.ex: raised when no clause of a `case` matches.
defmodule CaseClauseError do
  @moduledoc """
  Raised when no clause of a `case` matches.
  """

  defexception [:term]

  @impl true
  def message(exception), do: "no case clause matching: #{inspect(exception.term)}"
end
