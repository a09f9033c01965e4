# stdlib/elixir/io/ansi/sequence.ex: defines one escape sequence as a function.
defmodule IO.ANSI.Sequence do
  @moduledoc false

  defmacro defsequence(name, code, terminator \\ "m") do
    quote bind_quoted: [name: name, code: code, terminator: terminator] do
      @spec unquote(name)() :: String.t()
      def unquote(name)(), do: "\e[#{unquote(code)}#{unquote(terminator)}"

      defp sequence(unquote(name)), do: unquote(name)()
    end
  end
end
