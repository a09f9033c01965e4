# :maps, all of it.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
m = %{a: 1, b: 2, c: 3}
IO.inspect(:maps.filter(fn _, v -> v > 1 end, m)) # expect: %{b: 2, c: 3}
IO.inspect(:maps.filtermap(fn _, v -> if v > 1, do: {true, v * 2}, else: false end, m)) # expect: %{b: 4, c: 6}
IO.inspect(:maps.find(:a, m)) # expect: {:ok, 1}
IO.inspect(:maps.find(:z, m)) # expect: :error
IO.inspect(:maps.fold(fn k, v, acc -> [{k, v} | acc] end, [], m)) # expect: [c: 3, b: 2, a: 1]
IO.inspect(:maps.foreach(fn _, _ -> :ok end, m)) # expect: :ok
IO.inspect(:maps.from_keys([1, 2], :x)) # expect: %{1 => :x, 2 => :x}
IO.inspect(:maps.from_list([{1, 2}, {1, 3}])) # expect: %{1 => 3}
IO.inspect(:maps.get(:a, m)) # expect: 1
IO.inspect(:maps.get(:z, m, :d)) # expect: :d
IO.puts(inspect(error.(fn -> :maps.get(:z, m) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2, c: 3}"}
IO.puts(inspect(error.(fn -> :maps.get(:z, 1) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.inspect(:maps.groups_from_list(&rem(&1, 2), [1, 2, 3])) # expect: %{0 => [2], 1 => [1, 3]}
IO.inspect(:maps.groups_from_list(&rem(&1, 2), &(&1 * 10), [1, 2, 3])) # expect: %{0 => [20], 1 => [10, 30]}
IO.inspect(:maps.intersect(%{a: 9, z: 1}, m)) # expect: %{a: 1}
IO.inspect(:maps.intersect_with(fn k, x, y -> {k, x, y} end, %{a: 9}, m)) # expect: %{a: {:a, 9, 1}}
IO.inspect(:maps.is_key(:a, m)) # expect: true
IO.inspect(:maps.keys(m)) # expect: [:a, :b, :c]
IO.inspect(:maps.map(fn k, v -> {k, v} end, m)) # expect: %{a: {:a, 1}, b: {:b, 2}, c: {:c, 3}}
IO.inspect(:maps.merge(m, %{a: 9})) # expect: %{a: 9, b: 2, c: 3}
IO.inspect(:maps.merge_with(fn _, x, y -> x + y end, m, %{a: 9, d: 1})) # expect: %{a: 10, b: 2, c: 3, d: 1}
IO.inspect(:maps.put(:d, 4, m)) # expect: %{a: 1, b: 2, c: 3, d: 4}
IO.inspect(:maps.remove(:a, m)) # expect: %{b: 2, c: 3}
IO.inspect(:maps.size(m)) # expect: 3
IO.inspect(:maps.take(:a, m)) # expect: {1, %{b: 2, c: 3}}
IO.inspect(:maps.take(:z, m)) # expect: :error
IO.inspect(:maps.to_list(m)) # expect: [a: 1, b: 2, c: 3]
IO.inspect(:maps.update(:a, 5, m)) # expect: %{a: 5, b: 2, c: 3}
IO.puts(inspect(error.(fn -> :maps.update(:z, 5, m) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2, c: 3}"}
IO.inspect(:maps.update_with(:a, &(&1 + 1), m)) # expect: %{a: 2, b: 2, c: 3}
IO.inspect(:maps.update_with(:z, &(&1 + 1), 0, m)) # expect: %{a: 1, b: 2, c: 3, z: 0}
IO.puts(inspect(error.(fn -> :maps.update_with(:z, & &1, m) end), width: 900)) # expect: {KeyError, "key :z not found"}
IO.inspect(:maps.values(m)) # expect: [1, 2, 3]
IO.inspect(:maps.with([:a, :q], m)) # expect: %{a: 1}
IO.inspect(:maps.without([:a, :q], m)) # expect: %{b: 2, c: 3}
i = :maps.iterator(m)
{k, v, i} = :maps.next(i)
IO.inspect({k, v}) # expect: {:a, 1}
IO.inspect((for _ <- 1..2, reduce: {[], i} do {acc, i} -> ({k, _, i} = :maps.next(i); {[k | acc], i}) end) |> elem(0)) # expect: [:c, :b]
IO.inspect(:maps.next(:maps.iterator(%{}))) # expect: :none
IO.puts(inspect(error.(fn -> :maps.size([]) end), width: 900)) # expect: {BadMapError, "expected a map, got: []"}
IO.puts(inspect(error.(fn -> :maps.from_list([1]) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> :maps.merge(%{}, 1) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> :maps.map(1, %{}) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a fun that takes two arguments\n"}
IO.puts(inspect(error.(fn -> :maps.fold(1, 2, 3) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a fun that takes three arguments\n  * 3rd argument: not a map or an iterator\n"}
