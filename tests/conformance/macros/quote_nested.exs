# A quote inside a quote remembers where it was made.
IO.inspect quote(do: quote(do: a)) # expect: {:quote, [context: Elixir], [[do: {:a, [], Elixir}]]}
IO.inspect quote(do: quote([line: 1], do: a)) # expect: {:quote, [context: Elixir], [[line: 1], [do: {:a, [], Elixir}]]}
IO.inspect quote(do: quote(do: unquote(x))) # expect: {:quote, [context: Elixir], [[do: {:unquote, [], [{:x, [], Elixir}]}]]}
IO.inspect quote(do: case(a, do: b)) # expect: {:case, [], [{:a, [], Elixir}, [do: {:b, [], Elixir}]]}
