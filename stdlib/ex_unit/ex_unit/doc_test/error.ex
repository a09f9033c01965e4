defmodule ExUnit.DocTest.Error do
  @moduledoc false
  defexception [:message]

  @impl true
  def exception(options) do
    %__MODULE__{message: "#{options[:module]}:#{options[:line]}: #{options[:message]}"}
  end
end
