# stdlib/elixir/file/error.ex: raised when an operation on a file fails.
defmodule File.Error do
  @moduledoc """
  Raised when an operation on a file fails.
  """

  defexception [:reason, :path, action: ""]

  @impl true
  def message(%{action: action, reason: reason, path: path}) do
    formatted =
      case {action, reason} do
        {"remove directory", :eexist} -> "directory is not empty"
        _ -> IO.iodata_to_binary(:file.format_error(reason))
      end

    "could not #{action} #{inspect(path)}: #{formatted}"
  end
end
