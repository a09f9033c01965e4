# Access: keys, filters, errors.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Access.get(%{a: 1}, :a)) # expect: 1
IO.inspect(Access.get([a: 1], :z, :d)) # expect: :d
IO.inspect(Access.get(nil, :a)) # expect: nil
IO.inspect(Access.fetch(%{a: 1}, :z)) # expect: :error
IO.inspect(Access.fetch!([a: 1], :a)) # expect: 1
IO.puts(inspect(error.(fn -> Access.fetch!(%{a: 1}, :z) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1}"}
IO.inspect(Access.get_and_update(%{a: 1}, :a, &{&1, &1 + 1})) # expect: {1, %{a: 2}}
IO.inspect(Access.pop(%{a: 1}, :a)) # expect: {1, %{}}
IO.inspect(Access.pop([a: 1, b: 2], :b)) # expect: {2, [a: 1]}
IO.inspect(get_in(%{a: [1, 2, 3]}, [:a, Access.at(1)])) # expect: 2
IO.inspect(get_in([%{a: 1}, %{a: 2}], [Access.all(), :a])) # expect: [1, 2]
IO.inspect(get_in(%{a: %{b: 1}}, [Access.key(:a), Access.key!(:b)])) # expect: 1
IO.inspect(update_in([1, 2, 3], [Access.filter(&(&1 > 1))], &(&1 * 10))) # expect: [1, 20, 30]
IO.inspect(pop_in([1, 2, 3], [Access.at(0)])) # expect: {1, [2, 3]}
IO.inspect(put_in({1, 2}, [Access.elem(0)], :x)) # expect: {:x, 2}
IO.inspect(get_in(%{a: 1}, [Access.key(:z, :dflt)])) # expect: :dflt
IO.puts(inspect(error.(fn -> Access.get("str", :a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Access.get/3"}
IO.puts(inspect(error.(fn -> Access.fetch({1}, 0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Access.fetch/2"}
IO.puts(inspect(error.(fn -> get_in(%{a: 1}, [:a, :b]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Access.get/3"}
IO.puts(inspect(error.(fn -> update_in([1], [Access.elem(0)], & &1) end), width: 900)) # expect: {RuntimeError, "Access.elem/1 expected a tuple, got: [1]"}
IO.puts(inspect(error.(fn -> Access.at(-1) |> then(&get_in(%{}, [&1])) end), width: 900)) # expect: {RuntimeError, "Access.at/1 expected a list, got: %{}"}
IO.puts(inspect(error.(fn -> get_in([1], ["x"]) end), width: 900)) # expect: {ArgumentError, "the Access calls for keywords expect the key to be an atom, got: \"x\""}
