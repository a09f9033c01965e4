# Maps past the flat size: all operations.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
m = Map.new(1..200, &{&1, &1 * &1})
IO.inspect(map_size(m)) # expect: 200
IO.inspect(m[150]) # expect: 22500
IO.inspect(Map.get(m, 201)) # expect: nil
IO.inspect(Map.keys(m) |> Enum.sort() |> Enum.take(3)) # expect: [1, 2, 3]
IO.inspect(m |> Map.delete(100) |> map_size()) # expect: 199
IO.inspect(m |> Map.put(:new, 1) |> map_size()) # expect: 201
IO.inspect(Map.merge(m, %{1 => :x, 500 => :y}) |> then(&{&1[1], &1[500], map_size(&1)})) # expect: {:x, :y, 201}
IO.inspect(Enum.reduce(1..200, m, &Map.delete(&2, &1))) # expect: %{}
IO.inspect(Map.new(Enum.reverse(Enum.to_list(m))) == m) # expect: true
IO.inspect(%{m | 7 => :seven}[7]) # expect: :seven
IO.puts(inspect(error.(fn -> %{m | 777 => 1} |> map_size() end), width: 900)) # expect: {KeyError, "key 777 not found"}
IO.inspect(Enum.sum(Map.values(m))) # expect: 2686700
IO.inspect(for({k, v} <- m, rem(k, 50) == 0, do: {k, v}) |> Enum.sort()) # expect: [{50, 2500}, {100, 10000}, {150, 22500}, {200, 40000}]
IO.inspect(:maps.fold(fn k, _, acc -> acc + k end, 0, m)) # expect: 20100
IO.inspect(match?(%{10 => 100, 20 => 400}, m)) # expect: true
IO.inspect(Map.take(m, [1, 2, 999])) # expect: %{1 => 1, 2 => 4}
IO.inspect(m |> Map.filter(fn {k, _} -> k < 4 end)) # expect: %{1 => 1, 2 => 4, 3 => 9}
IO.inspect(:erlang.phash2(m) == :erlang.phash2(Map.new(Enum.shuffle(Enum.to_list(m))))) # expect: true
IO.inspect(Map.update!(m, 3, &(&1 + 1))[3]) # expect: 10
IO.inspect(Map.split(m, [1, 2]) |> elem(0)) # expect: %{1 => 1, 2 => 4}
IO.inspect(m < Map.put(m, :z, 1)) # expect: true
IO.inspect(Map.new(for i <- 1..40, do: {{i, "k"}, i})[{39, "k"}]) # expect: 39
