defmodule ExUnit.DocTest.Error do
  @moduledoc false
  defexception [:message]

  @impl true
  def exception(options) do
    line = if options[:line], do: ":#{options[:line]}", else: ""
    %__MODULE__{message: "#{options[:file]}#{line}: #{options[:message]}"}
  end
end
