# stdlib/elixir/version/invalid_version_error.ex: raised when a version cannot be parsed.
defmodule Version.InvalidVersionError do
  @moduledoc """
  Raised when a version cannot be parsed.
  """

  defexception [:version]

  @impl true
  def exception(version) when is_binary(version), do: %Version.InvalidVersionError{version: version}

  @impl true
  def message(%{version: version}), do: "invalid version: #{inspect(version)}"
end
