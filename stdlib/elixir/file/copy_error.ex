# stdlib/elixir/file/copy_error.ex: raised when copying files fails.
defmodule File.CopyError do
  @moduledoc """
  Raised when copying files fails.
  """

  defexception [:reason, :source, :destination, on: "", action: ""]

  @impl true
  def message(%{action: action, source: source, destination: destination, on: on, reason: reason}) do
    formatted = IO.iodata_to_binary(:file.format_error(reason))
    location = if on in ["", nil], do: "", else: ". #{on}"
    "could not #{action} from #{inspect(source)} to #{inspect(destination)}#{location}: #{formatted}"
  end
end
