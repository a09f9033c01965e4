# stdlib/elixir/bad_function_error.ex: raised when something else than a function is called.
defmodule BadFunctionError do
  @moduledoc """
  Raised when something else than a function is called.
  """

  defexception [:term]

  @impl true
  def message(%{term: term}) when is_function(term),
    do: "function #{inspect(term)} is invalid, likely because it points to an old version of the code"

  def message(exception), do: "expected a function, got: #{inspect(exception.term)}"
end
