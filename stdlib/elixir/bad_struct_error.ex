# stdlib/elixir/bad_struct_error.ex: raised when something else than the named struct is used as it.
defmodule BadStructError do
  @moduledoc """
  Raised when something else than the named struct is used as it.
  """

  defexception [:struct, :term]

  @impl true
  def message(exception),
    do: "expected a struct named #{inspect(exception.struct)}, got: #{inspect(exception.term)}"
end
