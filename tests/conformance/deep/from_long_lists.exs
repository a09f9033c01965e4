# Maps of lists so long that they are built in slices: what is in them, later pairs, few distinct keys, bad elements.
check = fn pairs ->
  map = :maps.from_list(pairs)
  one_by_one = Enum.reduce(pairs, %{}, fn {k, v}, acc -> Map.put(acc, k, v) end)
  {map_size(map), map == one_by_one, Enum.all?(pairs, fn {k, _} -> map[k] == one_by_one[k] end), inspect(map) == inspect(one_by_one)}
end

IO.inspect(check.(for i <- 1..40_000, do: {i, -i})) # expect: {40000, true, true, true}
IO.inspect(check.(for i <- 1..30_000, do: {"key #{rem(i, 20_000)}", i})) # expect: {20000, true, true, true}
IO.inspect(check.(for i <- 1..20_000, do: {rem(i, 5), i})) # expect: {5, true, true, true}
IO.inspect(check.(for i <- 1..20_000, do: {:same, i})) # expect: {1, true, true, true}
IO.inspect(check.(for i <- 1..20_000, do: {rem(i, 33), i})) # expect: {33, true, true, true}
IO.inspect(check.(for i <- 1..20_000, do: {rem(i, 300) / 1, [i]})) # expect: {300, true, true, true}
keys = :maps.from_keys(Enum.to_list(1..50_000), [:v])
IO.inspect({map_size(keys), keys[1], keys[50_000], Map.delete(keys, 7) |> map_size()}) # expect: {50000, [:v], [:v], 49999}
bad = Enum.map(1..20_000, &{&1, &1})
IO.inspect((try do :maps.from_list(bad ++ [:x]) rescue e -> e.__struct__ end)) # expect: ArgumentError
IO.inspect((try do :maps.from_list(bad ++ :x) rescue e -> e.__struct__ end)) # expect: ArgumentError

left = Map.new(1..30_000, &{&1, :left})
right = Map.new(20_000..60_000, &{&1, :right})
merged = Map.merge(left, right)
IO.inspect({map_size(merged), merged == Map.new(1..60_000, &{&1, if(&1 < 20_000, do: :left, else: :right)})}) # expect: {60000, true}
words = Map.merge(Map.new(1..9_000, &{"a#{&1}", 1}), Map.new(1..9_000, &{{&1, "b"}, 2}))
IO.inspect({map_size(words), words["a7"], words[{8_999, "b"}], words |> Map.values() |> Enum.sum()}) # expect: {18000, 1, 2, 27000}

# Lists of large maps: the same order in all three, that of going on from pair to pair.
big = Map.new(1..40_000, &{&1, &1 * 2})
pairs = :maps.to_list(big)
IO.inspect({length(pairs), Enum.map(pairs, &elem(&1, 0)) == :maps.keys(big), Enum.map(pairs, &elem(&1, 1)) == :maps.values(big)}) # expect: {40000, true, true}
IO.inspect({Enum.sort(pairs) == Enum.map(1..40_000, &{&1, &1 * 2}), Map.new(pairs) == big}) # expect: {true, true}
IO.inspect((try do :maps.to_list([1]) rescue e -> e.__struct__ end)) # expect: BadMapError
