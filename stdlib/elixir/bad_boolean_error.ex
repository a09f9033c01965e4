# stdlib/elixir/bad_boolean_error.ex: raised when `and`, `or` or `not` meets another term than a boolean.
defmodule BadBooleanError do
  @moduledoc """
  Raised when `and`, `or` or `not` meets another term than a boolean.
  """

  defexception [:term, :operator]

  @impl true
  def message(exception),
    do: "expected a boolean on left-side of \"#{exception.operator}\", got: #{inspect(exception.term)}"
end
