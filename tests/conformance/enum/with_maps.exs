# Maps as enumerables.
m = %{a: 1, b: 2, c: 3}
IO.inspect(Enum.map(m, fn {k, v} -> {k, v * 2} end) |> Map.new()) # expect: %{a: 2, b: 4, c: 6}
IO.inspect(Enum.find(m, fn {_, v} -> v == 2 end)) # expect: {:b, 2}
IO.inspect(Enum.sort_by(m, fn {_, v} -> -v end)) # expect: [c: 3, b: 2, a: 1]
IO.inspect(Enum.reduce(m, 0, fn {_, v}, acc -> v + acc end)) # expect: 6
IO.inspect(Enum.split_with(m, fn {_, v} -> v > 1 end)) # expect: {[b: 2, c: 3], [a: 1]}
IO.inspect(Enum.max_by(m, &elem(&1, 1))) # expect: {:c, 3}
IO.inspect(Enum.zip(m, 1..2)) # expect: [{{:a, 1}, 1}, {{:b, 2}, 2}]
IO.inspect(Enum.unzip(m)) # expect: {[:a, :b, :c], [1, 2, 3]}
IO.inspect(Enum.with_index(m)) # expect: [{{:a, 1}, 0}, {{:b, 2}, 1}, {{:c, 3}, 2}]
IO.inspect(Enum.member?(m, {:b, 2})) # expect: true
IO.inspect(Enum.to_list(m) |> Enum.reverse()) # expect: [c: 3, b: 2, a: 1]
IO.inspect(Enum.chunk_every(m, 2)) # expect: [[a: 1, b: 2], [c: 3]]
IO.inspect(Enum.flat_map(m, &Tuple.to_list/1)) # expect: [:a, 1, :b, 2, :c, 3]
