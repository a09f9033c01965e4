# stdlib/elixir/unicode_conversion_error.ex: raised when bytes are not the encoding they should be.
defmodule UnicodeConversionError do
  @moduledoc """
  Raised when bytes are not the encoding they should be.
  """

  defexception [:encoded, :message]

  @impl true
  def exception(opts) do
    %UnicodeConversionError{
      encoded: Keyword.fetch!(opts, :encoded),
      message: "#{Keyword.fetch!(opts, :kind)} #{detail(Keyword.fetch!(opts, :rest))}"
    }
  end

  defp detail(rest) when is_binary(rest),
    do: "encoding starting at #{inspect(rest)}"

  defp detail([first | _]) when is_integer(first), do: "code point #{first}"
  defp detail([first | _]), do: detail(first)
end
