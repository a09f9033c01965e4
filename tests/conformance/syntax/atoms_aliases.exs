# Atoms and aliases.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.puts(inspect([:a, :a?, :a!, :a@b, :"a b", :+, :<>, :.., :%{}, :{}, :<<>>, :&, :"é", :..//, :->], width: 900)) # expect: [:a, :a?, :a!, :a@b, :"a b", :+, :<>, :.., :%{}, :{}, :<<>>, :&, :é, :..//, :->]
IO.puts(inspect([nil, true, false] == [:nil, :true, :false], width: 900)) # expect: true
IO.puts(inspect({Foo, Foo.Bar, :"Elixir.Foo"}, width: 900)) # expect: {Foo, Foo.Bar, Foo}
IO.puts(inspect(:"#{1}x", width: 900)) # expect: :"1x"
IO.puts(inspect([Elixir.Foo == Foo], width: 900)) # expect: [true]
IO.puts(inspect([a: 1, "b-c": 2, nil: 3, do: 4], width: 900)) # expect: [a: 1, "b-c": 2, nil: 3, do: 4]
IO.puts(inspect((quote do: Foo.{A, B}), width: 900)) # expect: {{:., [], [{:__aliases__, [alias: false], [:Foo]}, :{}]}, [], [{:__aliases__, [alias: false], [:A]}, {:__aliases__, [alias: false], [:B]}]}
IO.puts(inspect(error.(fn -> Code.string_to_quoted!(":1") end), width: 900)) # expect: {SyntaxError, "nofile:1:1: unexpected token: \":\" (column 1, code point U+003A)\n    |\n  1 | :1\n    | ^"}
