# stdlib/elixir/system_limit_error.ex: raised when a limit of the VM is reached.
defmodule SystemLimitError do
  @moduledoc """
  Raised when a limit of the VM is reached, such as the number of atoms.
  """

  defexception message: "a system limit has been reached"
end
