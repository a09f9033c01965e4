# for into other collections, uniq, reduce.
IO.inspect(for x <- [1, 2], into: %{}, do: {x, x * x}) # expect: %{1 => 1, 2 => 4}
IO.inspect(for x <- ["a", "b"], into: "", do: x <> "-") # expect: "a-b-"
IO.inspect(for x <- [1, 1, 2, 1], uniq: true, do: x) # expect: [1, 2]
IO.inspect(for x <- [1, 2], into: MapSet.new(), do: x) # expect: MapSet.new([1, 2])
IO.inspect(for x <- 1..5, reduce: 0 do acc -> acc + x end) # expect: 15
r = for x <- 1..3, y <- 1..2, reduce: [] do
  acc when length(acc) < 3 -> [{x, y} | acc]
  acc -> acc
end
IO.inspect(r) # expect: [{2, 1}, {1, 2}, {1, 1}]
IO.inspect(for {k, v} <- %{"a" => 1}, into: %{z: 0}, do: {String.to_atom(k), v}) # expect: %{a: 1, z: 0}
