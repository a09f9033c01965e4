# stdlib/elixir/code/load_error.ex: raised when a source file cannot be loaded.
defmodule Code.LoadError do
  @moduledoc """
  Raised when a source file cannot be loaded.
  """

  defexception [:file, :message, :reason]

  @impl true
  def exception(opts) do
    file = Keyword.fetch!(opts, :file)
    reason = Keyword.fetch!(opts, :reason)
    %Code.LoadError{file: file, reason: reason, message: "could not load #{file}. Reason: #{reason}"}
  end
end
