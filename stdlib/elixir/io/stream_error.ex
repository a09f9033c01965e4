# stdlib/elixir/io/stream_error.ex: what is raised when a stream over a device fails.
defmodule IO.StreamError do
  @moduledoc "Raised when reading a stream over a device fails."
  defexception [:reason, :message]

  @impl true
  def exception(opts) do
    reason = opts[:reason]
    message = "error during streaming: #{:file.format_error(reason)}"
    %IO.StreamError{message: message, reason: reason}
  end
end
