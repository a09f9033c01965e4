# Macro.prewalk, postwalk, traverse, prewalker, path.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
ast = quote do: a + foo(b, [1, {2, :c}])
IO.puts(inspect(Macro.prewalk(ast, fn n when is_integer(n) -> n * 10; x -> x end) |> Macro.to_string(), width: 900)) # expect: "a + foo(b, [10, {20, :c}])"
IO.puts(inspect(Macro.postwalk(ast, 0, fn n, acc when is_integer(n) -> {n, acc + n}; x, acc -> {x, acc} end) |> elem(1), width: 900)) # expect: 3
IO.puts(inspect(Macro.traverse(ast, [], fn x, acc -> {x, acc} end, fn n, acc when is_atom(n) -> {n, [n | acc]}; x, acc -> {x, acc} end) |> elem(1), width: 900)) # expect: [:c]
IO.puts(inspect(Macro.prewalker(quote(do: f(1))) |> Enum.to_list(), width: 900)) # expect: [{:f, [], [1]}, 1]
IO.puts(inspect(Macro.postwalker(quote(do: f(1))) |> Enum.to_list(), width: 900)) # expect: [1, {:f, [], [1]}]
IO.puts(inspect(Macro.path(ast, &match?(2, &1)), width: 900)) # expect: [2, {2, :c}, [1, {2, :c}], {:foo, [], [{:b, [], Elixir}, [1, {2, :c}]]}, {:+, [context: Elixir, imports: [{1, Kernel}, {2, Kernel}]], [{:a, [], Elixir}, {:foo, [], [{:b, [], Elixir}, [1, {2, :c}]]}]}]
IO.puts(inspect(Macro.decompose_call(quote(do: foo(1, 2))), width: 900)) # expect: {:foo, [1, 2]}
IO.puts(inspect(Macro.decompose_call(quote(do: 1)), width: 900)) # expect: :error
IO.puts(inspect(Macro.unpipe(quote(do: a |> b() |> c(1))), width: 900)) # expect: [{{:a, [], Elixir}, 0}, {{:b, [], []}, 0}, {{:c, [], [1]}, 0}]
IO.puts(inspect(Macro.pipe(quote(do: x), quote(do: f(1)), 1), width: 900)) # expect: {:f, [], [1, {:x, [], Elixir}]}
IO.puts(inspect(Macro.generate_arguments(2, __MODULE__), width: 900)) # expect: [{:arg1, [], nil}, {:arg2, [], nil}]
IO.puts(inspect(Macro.unique_var(:x, nil) |> elem(0), width: 900)) # expect: :x
IO.puts(inspect(Macro.escape({1, 2, 3}), width: 900)) # expect: {:{}, [], [1, 2, 3]}
IO.puts(inspect(Macro.escape(%{a: {1, 2}}), width: 900)) # expect: {:%{}, [], [a: {1, 2}]}
IO.puts(inspect(Macro.escape("bin"), width: 900)) # expect: "bin"
IO.puts(inspect(Macro.escape([1, {:unquote, [], [1]}], unquote: true), width: 900)) # expect: [1, 1]
IO.puts(inspect(Macro.validate({:a, :b}), width: 900)) # expect: :ok
IO.puts(inspect(Macro.validate({1, 2, 3}), width: 900)) # expect: {:error, {1, 2, 3}}
IO.puts(inspect(Macro.quoted_literal?(quote(do: %{a: 1})), width: 900)) # expect: true
IO.puts(inspect(Macro.quoted_literal?(quote(do: f(1))), width: 900)) # expect: false
IO.puts(inspect(Macro.operator?(:+, 2), width: 900)) # expect: true
IO.puts(inspect(Macro.special_form?(:case, 2), width: 900)) # expect: true
IO.puts(inspect(Macro.classify_atom(:"a b"), width: 900)) # expect: :quoted
IO.puts(inspect(Macro.inspect_atom(:literal, :"a b"), width: 900)) # expect: ":\"a b\""
IO.puts(inspect(Macro.inspect_atom(:key, :a), width: 900)) # expect: "a:"
IO.puts(inspect(Macro.inspect_atom(:remote_call, :"x y"), width: 900)) # expect: "\"x y\""
IO.puts(inspect(Macro.camelize("foo_bar/baz"), width: 900)) # expect: "FooBar.Baz"
IO.puts(inspect(Macro.underscore("FooBAR.Baz1"), width: 900)) # expect: "foo_bar/baz1"
IO.puts(inspect(Macro.unescape_string("a\\nb\\x41"), width: 900)) # expect: "a\nbA"
IO.puts(inspect(Macro.update_meta(quote(do: f()), &Keyword.put(&1, :line, 3)), width: 900)) # expect: {:f, [line: 3], []}
IO.puts(inspect(error.(fn -> Macro.pipe(1, 2, 0) end), width: 900)) # expect: {ArgumentError, "cannot pipe 1 into 2, can only pipe into local calls foo(), remote calls Foo.bar() or anonymous function calls foo.()"}
IO.puts(inspect(error.(fn -> Macro.decompose_call(:a) |> elem(0) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a tuple\n"}
