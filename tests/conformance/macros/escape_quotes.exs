# Macro.escape with unquote: what stands in a quote within the value is left for that quote.
defmodule Keep do
  defmacro defkept(name, do: body) do
    code = Macro.escape(body, unquote: true)

    quote bind_quoted: [name: name, code: code] do
      def unquote(name)(), do: unquote(code)
    end
  end
end

defmodule Kept do
  require Keep

  Keep.defkept :plain do
    x = 1
    quote(do: f(unquote(x)))
  end

  Keep.defkept :options do
    x = 2
    quote context: Kernel do
      f(unquote(x), y)
    end
  end

  Keep.defkept(:off, do: quote(unquote: false, do: unquote(x)))
  Keep.defkept(:filled, do: quote([context: unquote(String)], do: y))
end

IO.inspect(Kept.plain()) # expect: {:f, [], [1]}
IO.inspect(Kept.options()) # expect: {:f, [], [2, {:y, [], Kernel}]}
IO.inspect(Kept.off()) # expect: {:unquote, [], [{:x, [], Kept}]}
IO.inspect(Kept.filled()) # expect: {:y, [], String}
nested = quote(unquote: false, do: quote(do: unquote(x) + unquote_splicing(y)))
IO.inspect(Macro.escape(nested, unquote: true), width: 500) # expect: {:{}, [], [:quote, [context: Elixir], [[do: {:{}, [], [:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [{:{}, [], [:unquote, [], [{:{}, [], [:x, [], Elixir]}]]}, {:{}, [], [:unquote_splicing, [], [{:{}, [], [:y, [], Elixir]}]]}]]}]]]}
IO.inspect(Macro.escape(quote(unquote: false, do: unquote(1 + 2)), unquote: true)) # expect: {:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [1, 2]}
