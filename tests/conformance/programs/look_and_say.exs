# Sequences: look and say, Hamming, Pascal, Thue-Morse, digits.
las = fn s -> s |> String.graphemes() |> Enum.chunk_by(& &1) |> Enum.map_join(fn g -> "#{length(g)}#{hd(g)}" end) end
IO.inspect(Stream.iterate("1", las) |> Enum.take(7)) # expect: ["1", "11", "21", "1211", "111221", "312211", "13112221"]
ham = Stream.unfold(MapSet.new([1]), fn s -> m = Enum.min(s); {m, s |> MapSet.delete(m) |> MapSet.union(MapSet.new([2 * m, 3 * m, 5 * m]))} end)
IO.inspect(Enum.take(ham, 15)) # expect: [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24]
IO.inspect(Stream.iterate([0], fn l -> l ++ Enum.map(l, &(1 - &1)) end) |> Enum.at(4) |> Enum.join()) # expect: "0110100110010110"
IO.inspect(Stream.iterate({0, 1}, fn {a, b} -> {b, a + b} end) |> Stream.map(&elem(&1, 0)) |> Enum.at(200)) # expect: 280571172992510140037611932413038677189525
IO.inspect(Enum.reduce(1..25, 1, &*/2) |> Integer.digits() |> Enum.frequencies()) # expect: %{0 => 9, 1 => 4, 2 => 1, 3 => 3, 4 => 2, 5 => 3, 8 => 2, 9 => 2}
IO.inspect(Integer.pow(2, 1000) |> Integer.digits() |> Enum.sum()) # expect: 1366
