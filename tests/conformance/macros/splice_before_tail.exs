# unquote_splicing before the bar of a list: the last element it gives stands before the bar.
IO.inspect(quote(do: [unquote_splicing([1, 2]) | t])) # expect: [1, {:|, [], [2, {:t, [], Elixir}]}]
IO.inspect(quote(do: [a, unquote_splicing([1]) | t])) # expect: [{:a, [], Elixir}, {:|, [], [1, {:t, [], Elixir}]}]
IO.inspect(quote(do: [unquote_splicing([1, 2]) | unquote([3])])) # expect: [1, 2, 3]
IO.inspect(quote(do: [unquote_splicing([]) | unquote([])])) # expect: []
IO.inspect(try do (quote do: [unquote_splicing([]) | t]) rescue e -> e end) # expect: %MatchError{term: []}
IO.inspect(quote(bind_quoted: [a: 1], do: a)) # expect: {:__block__, [], [{:=, [], [{:a, [line: 7], Elixir}, 1]}, {:a, [], Elixir}]}
