# stdlib/elixir/enum/out_of_bounds_error.ex: raised by `Enum.
defmodule Enum.OutOfBoundsError do
  @moduledoc """
  Raised by `Enum.fetch!/2` when there is no such position.
  """

  defexception message: "out of bounds error"
end
