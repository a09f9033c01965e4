# What Macro offers.
ast = quote do: a + b * c
IO.inspect(Macro.prewalk(ast, fn {v, m, ctx} when is_atom(ctx) -> {:"#{v}1", m, ctx}; x -> x end) |> Macro.to_string()) # expect: "a1 + b1 * c1"
IO.inspect(Macro.postwalk(ast, [], fn {v, _, ctx} = n, acc when is_atom(ctx) -> {n, [v | acc]}; n, acc -> {n, acc} end) |> elem(1)) # expect: [:c, :b, :a]
IO.inspect(Macro.escape({1, %{a: [2]}, "x"})) # expect: {:{}, [], [1, {:%{}, [], [a: [2]]}, "x"]}
IO.inspect(Macro.camelize("foo_bar")) # expect: "FooBar"
IO.inspect(Macro.underscore("FooBar.BazQux")) # expect: "foo_bar/baz_qux"
IO.inspect(Macro.decompose_call(quote do: Foo.bar(1))) # expect: {{:__aliases__, [alias: false], [:Foo]}, :bar, [1]}
IO.inspect(Macro.pipe(1, quote(do: f(2)), 0) |> Macro.to_string()) # expect: "f(1, 2)"
IO.inspect(Macro.var(:x, nil)) # expect: {:x, [], nil}
IO.inspect(Macro.quoted_literal?(quote do: [1, {2, "x"}])) # expect: true
IO.inspect(Macro.validate(quote do: f(x))) # expect: :ok
