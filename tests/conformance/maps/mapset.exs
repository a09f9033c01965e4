# MapSet, whole.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
a = MapSet.new([1, 2, 3])
b = MapSet.new([3, 4])
IO.inspect(a) # expect: MapSet.new([1, 2, 3])
IO.inspect(MapSet.new()) # expect: MapSet.new([])
IO.inspect(MapSet.new(1..3, &(&1 * 2))) # expect: MapSet.new([2, 4, 6])
IO.inspect(MapSet.put(a, 2)) # expect: MapSet.new([1, 2, 3])
IO.inspect(MapSet.delete(a, 2)) # expect: MapSet.new([1, 3])
IO.inspect(MapSet.delete(a, 9)) # expect: MapSet.new([1, 2, 3])
IO.inspect(MapSet.union(a, b)) # expect: MapSet.new([1, 2, 3, 4])
IO.inspect(MapSet.intersection(a, b)) # expect: MapSet.new([3])
IO.inspect(MapSet.difference(a, b)) # expect: MapSet.new([1, 2])
IO.inspect(MapSet.symmetric_difference(a, b)) # expect: MapSet.new([1, 2, 4])
IO.inspect(MapSet.member?(a, 1.0)) # expect: false
IO.inspect(MapSet.subset?(MapSet.new([1]), a)) # expect: true
IO.inspect(MapSet.disjoint?(a, b)) # expect: false
IO.inspect(MapSet.equal?(a, MapSet.new([3, 2, 1]))) # expect: true
IO.inspect(MapSet.size(a)) # expect: 3
IO.inspect(MapSet.to_list(a)) # expect: [1, 2, 3]
IO.inspect(MapSet.filter(a, &(&1 > 1))) # expect: MapSet.new([2, 3])
IO.inspect(MapSet.reject(a, &(&1 > 1))) # expect: MapSet.new([1])
IO.inspect(Enum.into([1], b)) # expect: MapSet.new([1, 3, 4])
IO.inspect(for x <- [1, 1, 2], into: MapSet.new(), do: x) # expect: MapSet.new([1, 2])
IO.inspect(2 in a) # expect: true
IO.inspect(Enum.map(a, &(&1 * 2))) # expect: [2, 4, 6]
IO.inspect(a == MapSet.new([1, 2, 3])) # expect: true
IO.inspect(inspect(MapSet.new([:a, "b", {1}]))) # expect: "MapSet.new([:a, {1}, \"b\"])"
IO.inspect(MapSet.new(MapSet.new([1]))) # expect: MapSet.new([1])
IO.puts(inspect(error.(fn -> MapSet.new(1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> MapSet.put([], 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in MapSet.put/2"}
IO.puts(inspect(error.(fn -> MapSet.union(a, [1]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in MapSet.union/2"}
IO.puts(inspect(error.(fn -> MapSet.member?(%{}, 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in MapSet.member?/2"}
IO.inspect(inspect(MapSet.new(1..10), limit: 2)) # expect: "MapSet.new([1, 2, ...])"
IO.inspect(MapSet.new([[], %{}, nil]) |> MapSet.size()) # expect: 3
IO.inspect(Enum.sum(MapSet.new([1, 1, 2]))) # expect: 3
