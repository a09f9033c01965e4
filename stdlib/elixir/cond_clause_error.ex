# stdlib/elixir/cond_clause_error.ex: raised when no clause of a `cond` is true.
defmodule CondClauseError do
  @moduledoc """
  Raised when no clause of a `cond` is true.
  """

  defexception []

  @impl true
  def message(_exception), do: "no cond clause evaluated to a truthy value"
end
