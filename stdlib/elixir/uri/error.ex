# stdlib/elixir/uri/error.ex: raised when a URI cannot be parsed.
defmodule URI.Error do
  @moduledoc """
  Raised when a URI cannot be parsed.
  """

  defexception [:action, :reason, :part]

  @impl true
  def message(%URI.Error{action: action, reason: reason, part: part}),
    do: "cannot #{action} due to reason #{reason}: #{inspect(part)}"
end
