# stdlib/elixir/version/invalid_requirement_error.ex: raised when a version requirement cannot be parsed.
defmodule Version.InvalidRequirementError do
  @moduledoc """
  Raised when a version requirement cannot be parsed.
  """

  defexception [:requirement]

  @impl true
  def exception(requirement) when is_binary(requirement),
    do: %Version.InvalidRequirementError{requirement: requirement}

  @impl true
  def message(%{requirement: requirement}), do: "invalid requirement: #{inspect(requirement)}"
end
