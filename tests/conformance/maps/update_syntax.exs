# %{map | …}, nesting, dot access, pattern variables in keys.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
m = %{:a => 1, "b" => 2, 3 => [4]}
IO.inspect(%{m | :a => 10}) # expect: %{3 => [4], :a => 10, "b" => 2}
IO.inspect(%{m | "b" => 20, 3 => nil}) # expect: %{3 => nil, :a => 1, "b" => 20}
IO.puts(inspect(error.(fn -> %{m | z: 1} end), width: 900)) # expect: {KeyError, "key :z not found"}
IO.puts(inspect(error.(fn -> %{m | "zz" => 1} end), width: 900)) # expect: {KeyError, "key \"zz\" not found"}
IO.puts(inspect(error.(fn -> %{Process.get(:none, 5) | a: 1} end), width: 900)) # expect: {BadMapError, "expected a map, got: 5"}
IO.inspect(m.a) # expect: 1
IO.puts(inspect(error.(fn -> m.zz end), width: 900)) # expect: {KeyError, "key :zz not found in: %{3 => [4], :a => 1, \"b\" => 2}"}
IO.puts(inspect(error.(fn -> Process.get(:none, nil).a end), width: 900)) # expect: {KeyError, "key :a not found in: nil. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"}
IO.puts(inspect(error.(fn -> Process.get(:none, 1).a end), width: 900)) # expect: {KeyError, "key :a not found in: 1. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"}
IO.puts(inspect(error.(fn -> Process.get(:none, :some_atom).a end), width: 900)) # expect: {UndefinedFunctionError, "function :some_atom.a/0 is undefined (module :some_atom is not available)"}
IO.puts(inspect(error.(fn -> Process.get(:none, [1]).a end), width: 900)) # expect: {KeyError, "key :a not found in: [1]. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"}
IO.puts(inspect(error.(fn -> Process.get(:none, "x").a end), width: 900)) # expect: {KeyError, "key :a not found in: \"x\". If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"}
IO.inspect(m["b"]) # expect: 2
IO.inspect(m[:nothing][:deeper]) # expect: nil
k = "b"
IO.inspect((%{^k => v} = m; v)) # expect: 2
IO.puts(inspect(error.(fn -> (%{^k => 3} = m) end), width: 900)) # expect: {MatchError, "no match of right hand side value: %{3 => [4], :a => 1, \"b\" => 2}"}
IO.puts(inspect(error.(fn -> (%{zz: _} = m) end), width: 900)) # expect: {MatchError, "no match of right hand side value: %{3 => [4], :a => 1, \"b\" => 2}"}
IO.inspect(match?(%{}, m)) # expect: true
IO.inspect(match?(%{3 => [_]}, m)) # expect: true
f = fn %{type: t} = all when map_size(all) > 1 -> {t, map_size(all)}; %{} -> :other; _ -> :no_map end
IO.inspect(f.(%{type: :x, y: 1})) # expect: {:x, 2}
IO.inspect(f.(%{type: :x})) # expect: :other
IO.inspect(f.([])) # expect: :no_map
IO.inspect(%{1 => :int, 1.0 => :float} |> map_size()) # expect: 2
IO.inspect(%{1 => :a}[1.0]) # expect: nil
IO.inspect(%{[1, {2}] => :deep}[[1, {2}]]) # expect: :deep
IO.inspect(%{a: 1, a: 2}) # expect: %{a: 2}
IO.inspect(Map.merge(%{nil => 1}, %{nil => 2})) # expect: %{nil: 2}
IO.inspect(%{"a" => 1, a: 2, b: 3}) # expect: %{:a => 2, :b => 3, "a" => 1}
IO.inspect(%{%{a: 1} => %{b: 2}}) # expect: %{%{a: 1} => %{b: 2}}
IO.inspect(for {k, v} <- %{b: 1, a: 2}, do: {v, k}) # expect: [{2, :a}, {1, :b}]
IO.inspect(Enum.map(%{3 => 1, 1 => 2, 2 => 3}, &elem(&1, 0))) # expect: [1, 2, 3]
IO.inspect(inspect(%{"c" => 3, 1 => 4, 1.5 => 5, nil => 6, [] => 7, {} => 8, b: 1, a: 2})) # expect: "%{1 => 4, 1.5 => 5, :a => 2, :b => 1, nil => 6, {} => 8, [] => 7, \"c\" => 3}"
IO.inspect(%{a: %{b: %{c: 1}}}.a.b.c) # expect: 1
