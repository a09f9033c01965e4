# stdlib/elixir/file/rename_error.ex: raised when renaming a file fails.
defmodule File.RenameError do
  @moduledoc """
  Raised when renaming a file fails.
  """

  defexception [:reason, :source, :destination, on: "", action: ""]

  @impl true
  def message(%{action: action, source: source, destination: destination, on: on, reason: reason}) do
    formatted = IO.iodata_to_binary(:file.format_error(reason))
    location = if on in ["", nil], do: "", else: ". #{on}"
    "could not #{action} from #{inspect(source)} to #{inspect(destination)}#{location}: #{formatted}"
  end
end
