# Balanced sets.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
s = :gb_sets.from_list([3, 1, 2, 3])
IO.inspect(:gb_sets.to_list(s)) # expect: [1, 2, 3]
IO.inspect(:gb_sets.size(s)) # expect: 3
IO.inspect(:gb_sets.is_member(2, s)) # expect: true
IO.inspect(:gb_sets.add(0, s) |> :gb_sets.to_list()) # expect: [0, 1, 2, 3]
IO.inspect(:gb_sets.insert(9, s) |> :gb_sets.to_list()) # expect: [1, 2, 3, 9]
IO.inspect(:gb_sets.del_element(1, s) |> :gb_sets.to_list()) # expect: [2, 3]
IO.inspect(:gb_sets.union(s, :gb_sets.from_list([7])) |> :gb_sets.to_list()) # expect: [1, 2, 3, 7]
IO.inspect(:gb_sets.intersection(s, :gb_sets.from_list([2, 3, 4])) |> :gb_sets.to_list()) # expect: [2, 3]
IO.inspect(:gb_sets.subtract(s, :gb_sets.from_list([2])) |> :gb_sets.to_list()) # expect: [1, 3]
IO.inspect(:gb_sets.is_subset(:gb_sets.from_list([1]), s)) # expect: true
IO.inspect(:gb_sets.is_disjoint(s, :gb_sets.from_list([9]))) # expect: true
IO.inspect(:gb_sets.smallest(s)) # expect: 1
IO.inspect(:gb_sets.largest(s)) # expect: 3
IO.inspect(:gb_sets.take_largest(s) |> then(fn {x, r} -> {x, :gb_sets.to_list(r)} end)) # expect: {3, [1, 2]}
IO.inspect(:gb_sets.fold(&+/2, 0, s)) # expect: 6
IO.inspect(:gb_sets.filter(&(&1 > 1), s) |> :gb_sets.to_list()) # expect: [2, 3]
IO.inspect(:gb_sets.next(:gb_sets.iterator(s)) |> elem(0)) # expect: 1
IO.inspect(:gb_sets.is_empty(:gb_sets.new())) # expect: true
IO.puts(inspect(error.(fn -> :gb_sets.insert(1, s) end), width: 900)) # expect: {ErlangError, "Erlang error: {:key_exists, 1}"}
IO.puts(inspect(error.(fn -> :gb_sets.delete(9, s) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :gb_sets.delete_1/2"}
