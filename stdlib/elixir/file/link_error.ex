# stdlib/elixir/file/link_error.ex: raised when a link cannot be made.
defmodule File.LinkError do
  @moduledoc """
  Raised when a link cannot be made.
  """

  defexception [:reason, :existing, :new, action: ""]

  @impl true
  def message(%{action: action, existing: existing, new: new, reason: reason}) do
    formatted = IO.iodata_to_binary(:file.format_error(reason))
    "could not #{action} from #{inspect(existing)} to #{inspect(new)}: #{formatted}"
  end
end
