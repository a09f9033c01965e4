# stdlib/elixir/enum/empty_error.ex: raised by functions of `Enum` that have no answer for an empty collection.
defmodule Enum.EmptyError do
  @moduledoc """
  Raised by functions of `Enum` that have no answer for an empty collection.
  """

  defexception message: "empty error"
end
