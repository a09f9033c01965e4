# Enum over lists, ranges and maps.
IO.inspect(Enum.map(1..3, &(&1 + 1))) # expect: [2, 3, 4]
IO.inspect(Enum.filter([1, 2, 3], &(&1 > 1))) # expect: [2, 3]
IO.inspect(Enum.reduce([1, 2, 3], &+/2)) # expect: 6
IO.inspect(Enum.reduce(%{a: 1}, 0, fn {_, v}, acc -> v + acc end)) # expect: 1
IO.inspect(Enum.flat_map([1, 2], &[&1, &1])) # expect: [1, 1, 2, 2]
IO.inspect(Enum.zip([1, 2, 3], [:a, :b])) # expect: [{1, :a}, {2, :b}]
IO.inspect(Enum.zip([[1, 2], [3, 4], [5, 6]])) # expect: [{1, 3, 5}, {2, 4, 6}]
IO.inspect(Enum.unzip([{1, :a}, {2, :b}])) # expect: {[1, 2], [:a, :b]}
IO.inspect(Enum.with_index([:a, :b], 1)) # expect: [a: 1, b: 2]
IO.inspect(Enum.chunk_every([1, 2, 3, 4, 5], 2)) # expect: [[1, 2], [3, 4], [5]]
IO.inspect(Enum.chunk_every([1, 2, 3, 4], 2, 1, :discard)) # expect: [[1, 2], [2, 3], [3, 4]]
IO.inspect(Enum.chunk_by([1, 1, 2, 3, 3], & &1)) # expect: [[1, 1], [2], [3, 3]]
IO.inspect(Enum.group_by(1..6, &rem(&1, 3))) # expect: %{0 => [3, 6], 1 => [1, 4], 2 => [2, 5]}
IO.inspect(Enum.group_by([{:a, 1}, {:b, 2}, {:a, 3}], &elem(&1, 0), &elem(&1, 1))) # expect: %{a: [1, 3], b: [2]}
IO.inspect(Enum.frequencies(["a", "b", "a"])) # expect: %{"a" => 2, "b" => 1}
IO.inspect(Enum.scan([1, 2, 3], &+/2)) # expect: [1, 3, 6]
IO.inspect(Enum.map_reduce([1, 2], 0, fn x, acc -> {x * 2, acc + x} end)) # expect: {[2, 4], 3}
IO.inspect(Enum.intersperse([1, 2, 3], 0)) # expect: [1, 0, 2, 0, 3]
IO.inspect(Enum.dedup([1, 1, 2, 1])) # expect: [1, 2, 1]
IO.inspect(Enum.uniq_by([{1, :a}, {1, :b}], &elem(&1, 0))) # expect: [{1, :a}]
IO.inspect(Enum.reject([1, 2, 3], &(&1 == 2))) # expect: [1, 3]
IO.inspect(Enum.split_with([1, 2, 3], &(&1 > 1))) # expect: {[2, 3], [1]}
IO.inspect(Enum.split_while([1, 2, 3, 1], &(&1 < 3))) # expect: {[1, 2], [3, 1]}
IO.inspect(Enum.map_every(1..5, 2, &(&1 * 10))) # expect: [10, 2, 30, 4, 50]
IO.inspect(Enum.zip_with([1, 2], [3, 4], &+/2)) # expect: [4, 6]
IO.inspect(Enum.into([a: 1], %{})) # expect: %{a: 1}
IO.inspect(Enum.map_join([1, 2, 3], "-", & &1)) # expect: "1-2-3"
