# More than 32 keys: another shape, the same meaning.
m = Map.new(1..1000, fn i -> {i, i * i} end)
IO.inspect(map_size(m)) # expect: 1000
IO.inspect(m[500]) # expect: 250000
IO.inspect(m[1001]) # expect: nil
m = Enum.reduce(1..995, m, fn i, acc -> Map.delete(acc, i) end)
IO.inspect(m) # expect: %{996 => 992016, 997 => 994009, 998 => 996004, 999 => 998001, 1000 => 1000000}
m2 = Map.new(996..1000, fn i -> {i, i * i} end)
IO.inspect(m == m2) # expect: true
IO.inspect(m === m2) # expect: true
big = Map.new(1..100, &{&1, &1})
IO.inspect(Enum.sum(Map.values(big))) # expect: 5050
IO.inspect(big |> Map.keys() |> Enum.sort() |> Enum.take(5)) # expect: [1, 2, 3, 4, 5]
IO.inspect(Map.put(big, 50, :new)[50]) # expect: :new
IO.inspect(big[50]) # expect: 50
IO.inspect(Map.new(1..40, &{&1, &1}) == Map.new(40..1//-1, &{&1, &1})) # expect: true
IO.inspect(map_size(Map.merge(big, Map.new(51..150, &{&1, 0})))) # expect: 150
IO.inspect(Enum.sum(Map.values(Map.merge(big, Map.new(51..150, &{&1, 0}))))) # expect: 1275
strings = Map.new(1..200, &{"key#{&1}", &1})
IO.inspect(strings["key77"]) # expect: 77
IO.inspect(Map.has_key?(strings, "key201")) # expect: false
IO.inspect(Enum.all?(1..200, fn i -> strings["key#{i}"] == i end)) # expect: true
