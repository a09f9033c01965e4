# stdlib/elixir/runtime_error.ex: raised by `raise/1` with a message alone.
defmodule RuntimeError do
  @moduledoc """
  Raised by `raise/1` with a message alone.
  """

  defexception message: "runtime error"
end
