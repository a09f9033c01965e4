# Balanced trees.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
t = Enum.reduce([5, 2, 8, 1], :gb_trees.empty(), &:gb_trees.insert(&1, &1 * 10, &2))
IO.inspect(:gb_trees.to_list(t)) # expect: [{1, 10}, {2, 20}, {5, 50}, {8, 80}]
IO.inspect(:gb_trees.keys(t)) # expect: [1, 2, 5, 8]
IO.inspect(:gb_trees.values(t)) # expect: [10, 20, 50, 80]
IO.inspect(:gb_trees.get(5, t)) # expect: 50
IO.inspect(:gb_trees.lookup(9, t)) # expect: :none
IO.inspect(:gb_trees.lookup(2, t)) # expect: {:value, 20}
IO.inspect(:gb_trees.size(t)) # expect: 4
IO.inspect(:gb_trees.smallest(t)) # expect: {1, 10}
IO.inspect(:gb_trees.largest(t)) # expect: {8, 80}
IO.inspect(:gb_trees.take_smallest(t) |> then(fn {k, v, r} -> {k, v, :gb_trees.to_list(r)} end)) # expect: {1, 10, [{2, 20}, {5, 50}, {8, 80}]}
IO.inspect(:gb_trees.take(5, t) |> then(fn {v, r} -> {v, :gb_trees.to_list(r)} end)) # expect: {50, [{1, 10}, {2, 20}, {8, 80}]}
IO.inspect(:gb_trees.delete(5, t) |> :gb_trees.to_list()) # expect: [{1, 10}, {2, 20}, {8, 80}]
IO.inspect(:gb_trees.delete_any(99, t) |> :gb_trees.size()) # expect: 4
IO.inspect(:gb_trees.update(2, :u, t) |> :gb_trees.to_list()) # expect: [{1, 10}, {2, :u}, {5, 50}, {8, 80}]
IO.inspect(:gb_trees.map(fn k, v -> k + v end, t) |> :gb_trees.to_list()) # expect: [{1, 11}, {2, 22}, {5, 55}, {8, 88}]
IO.inspect(:gb_trees.is_defined(1, t)) # expect: true
IO.inspect(:gb_trees.from_orddict([{1, :a}, {2, :b}])) # expect: {2, {2, :b, {1, :a, nil, nil}, nil}}
{k, v, i} = :gb_trees.next(:gb_trees.iterator(t))
IO.inspect({k, v, :gb_trees.next(i) |> elem(0)}) # expect: {1, 10, 2}
IO.inspect(:gb_trees.iterator_from(3, t) |> :gb_trees.next() |> elem(0)) # expect: 5
IO.puts(inspect(error.(fn -> :gb_trees.insert(5, 1, t) end), width: 900)) # expect: {ErlangError, "Erlang error: {:key_exists, 5}"}
IO.puts(inspect(error.(fn -> :gb_trees.get(99, t) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :gb_trees.get_1/2"}
IO.puts(inspect(error.(fn -> :gb_trees.delete(99, t) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :gb_trees.delete_1/2"}
IO.inspect(:gb_trees.get(5, :gb_trees.enter(5, :new, t))) # expect: :new
