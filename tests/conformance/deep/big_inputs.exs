# Functions on long inputs.
l = Enum.to_list(1..100_000)
IO.inspect(Enum.sum(l)) # expect: 5000050000
IO.inspect(length(Enum.map(l, &(&1 + 1)))) # expect: 100000
IO.inspect(Enum.sort(Enum.reverse(l)) == l) # expect: true
IO.inspect(l |> Enum.chunk_every(1000) |> length()) # expect: 100
IO.inspect(Enum.reduce(l, 0, &max/2)) # expect: 100000
IO.inspect(Enum.group_by(l, &rem(&1, 3)) |> Map.new(fn {k, v} -> {k, length(v)} end)) # expect: %{0 => 33333, 1 => 33334, 2 => 33333}
IO.inspect(Enum.zip(l, l) |> List.last()) # expect: {100000, 100000}
IO.inspect(l |> Enum.uniq() |> length()) # expect: 100000
IO.inspect(Enum.join(1..20_000, ",") |> byte_size()) # expect: 108893
IO.inspect(l |> Enum.split(50_000) |> elem(1) |> hd()) # expect: 50001
IO.inspect((l ++ l) |> length()) # expect: 200000
IO.inspect((l -- Enum.to_list(1..99_999))) # expect: [100000]
IO.inspect(Enum.frequencies(Enum.map(l, &rem(&1, 7))) |> Map.get(0)) # expect: 14285
IO.inspect(List.flatten(Enum.map(1..1000, &[&1, [&1]])) |> length()) # expect: 2000
IO.inspect(l |> Stream.map(&(&1 * 2)) |> Stream.filter(&(rem(&1, 3) == 0)) |> Enum.count()) # expect: 33333
IO.inspect(Enum.max_by(l, &rem(&1 * 7919, 100_003))) # expect: 52685
IO.inspect(Enum.at(l, -1)) # expect: 100000
IO.inspect(MapSet.new(l) |> MapSet.size()) # expect: 100000
IO.inspect(Enum.scan(l, &+/2) |> List.last()) # expect: 5000050000
IO.inspect(String.duplicate("ab", 50_000) |> String.length()) # expect: 100000
IO.inspect(Enum.slice(l, 99_990..-1) |> length()) # expect: 10
