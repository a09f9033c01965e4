# stdlib/elixir/inspect/error.ex: what is raised when an Inspect implementation fails.
defmodule Inspect.Error do
  @moduledoc """
  Raised when a struct cannot be inspected and the option `:safe` is off.
  """
  @enforce_keys [:exception_module, :exception_message, :stacktrace, :inspected_struct]
  defexception @enforce_keys

  @impl true
  def exception(arguments) when is_list(arguments) do
    %module{} = exception = Keyword.fetch!(arguments, :exception)
    stacktrace = Keyword.fetch!(arguments, :stacktrace)
    inspected_struct = Keyword.fetch!(arguments, :inspected_struct)

    %Inspect.Error{
      exception_module: module,
      exception_message: exception |> Exception.message() |> String.trim_trailing("\n"),
      stacktrace: stacktrace,
      inspected_struct: inspected_struct
    }
  end

  @impl true
  def message(%__MODULE__{} = error) do
    """
    got #{Kernel.inspect(error.exception_module)} with message:

        \"""
    #{pad(error.exception_message, 4)}
        \"""

    while inspecting:

    #{pad(error.inspected_struct, 4)}
    """
  end

  @doc false
  def pad(message, spaces) do
    indent = :binary.copy(" ", spaces)
    message |> :binary.split("\n", [:global]) |> Enum.map_join("\n", &if(&1 == "", do: "", else: indent <> &1))
  end
end
