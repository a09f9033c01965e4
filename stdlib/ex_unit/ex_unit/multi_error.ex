defmodule ExUnit.MultiError do
  @moduledoc """
  Several errors of one test: a list of `{kind, reason, stacktrace}` in `:errors`.
  """
  defexception errors: []

  @impl true
  def message(%{errors: errors}) do
    "got the following errors:\n\n" <> Enum.map_join(errors, "\n\n", &one/1)
  end

  defp one({kind, reason, stack}), do: Exception.format_banner(kind, reason, stack)
end
