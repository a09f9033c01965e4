# The quoted form of code.
IO.inspect((quote do: 1 + 2)) # expect: {:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [1, 2]}
IO.inspect((quote do: a)) # expect: {:a, [], Elixir}
IO.inspect((quote do: foo(1, x))) # expect: {:foo, [], [1, {:x, [], Elixir}]}
IO.inspect((quote do: Foo.bar(1))) # expect: {{:., [], [{:__aliases__, [alias: false], [:Foo]}, :bar]}, [], [1]}
IO.inspect((quote do: {1, 2})) # expect: {1, 2}
IO.inspect((quote do: {1, 2, 3})) # expect: {:{}, [], [1, 2, 3]}
IO.inspect((quote do: [a: 1])) # expect: [a: 1]
IO.inspect((quote do: %{a: 1})) # expect: {:%{}, [], [a: 1]}
IO.puts(inspect((quote do: fn x -> x end), width: 400)) # expect: {:fn, [], [{:->, [], [[{:x, [], Elixir}], {:x, [], Elixir}]}]}
IO.inspect((quote do: (x; y))) # expect: {:__block__, [], [{:x, [], Elixir}, {:y, [], Elixir}]}
IO.puts(inspect((quote do: "a#{b}"), width: 400)) # expect: {:<<>>, [], ["a", {:"::", [], [{{:., [], [Kernel, :to_string]}, [], [{:b, [], Elixir}]}, {:binary, [], Elixir}]}]}
IO.inspect((quote do: x.y)) # expect: {{:., [], [{:x, [], Elixir}, :y]}, [no_parens: true], []}
IO.puts(inspect((quote do: &(&1 + 1)), width: 400)) # expect: {:&, [], [{:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [{:&, [], [1]}, 1]}]}
IO.inspect((quote do: Foo.Bar)) # expect: {:__aliases__, [alias: false], [:Foo, :Bar]}
IO.inspect((quote do: :atom)) # expect: :atom
IO.puts(inspect((quote do: @attr), width: 400)) # expect: {:@, [context: Elixir, imports: [{1, Kernel}]], [{:attr, [context: Elixir], Elixir}]}
IO.puts(inspect((quote do: if(a, do: 1, else: 2)), width: 400)) # expect: {:if, [context: Elixir, imports: [{2, Kernel}]], [{:a, [], Elixir}, [do: 1, else: 2]]}
IO.puts(inspect((quote do: a |> b), width: 400)) # expect: {:|>, [context: Elixir, imports: [{2, Kernel}]], [{:a, [], Elixir}, {:b, [], Elixir}]}
IO.inspect((quote do: not x)) # expect: {:not, [context: Elixir, imports: [{1, Kernel}]], [{:x, [], Elixir}]}
IO.puts(inspect((quote do: <<1::8>>), width: 400)) # expect: {:<<>>, [], [{:"::", [], [1, 8]}]}
x = 5
IO.inspect((quote do: unquote(x) + 1)) # expect: {:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [5, 1]}
list = [1, 2]
IO.inspect((quote do: f(unquote_splicing(list), 3))) # expect: {:f, [], [1, 2, 3]}
IO.inspect((quote do: [unquote_splicing(list) | tail])) # expect: [1, {:|, [], [2, {:tail, [], Elixir}]}]
IO.inspect((quote bind_quoted: [v: x], do: v)) # expect: {:__block__, [], [{:=, [], [{:v, [line: 27], Elixir}, 5]}, {:v, [], Elixir}]}
IO.inspect((quote do: __MODULE__)) # expect: {:__MODULE__, [], Elixir}
