# What Map can do.
m = %{a: 1, b: 2, c: 3}
IO.inspect(Map.delete(m, :a)) # expect: %{b: 2, c: 3}
IO.inspect(Map.drop(m, [:a, :b])) # expect: %{c: 3}
IO.inspect(Map.take(m, [:a, :z])) # expect: %{a: 1}
IO.inspect(Map.pop(m, :b)) # expect: {2, %{a: 1, c: 3}}
IO.inspect(Map.update(m, :a, 0, &(&1 + 10))) # expect: %{a: 11, b: 2, c: 3}
IO.inspect(Map.update(m, :z, 0, &(&1 + 10))) # expect: %{a: 1, b: 2, c: 3, z: 0}
IO.inspect(Map.merge(m, %{c: 30, d: 4}, fn _k, x, y -> x + y end)) # expect: %{a: 1, b: 2, c: 33, d: 4}
IO.inspect(Map.split(m, [:a])) # expect: {%{a: 1}, %{b: 2, c: 3}}
IO.inspect(Map.to_list(m)) # expect: [a: 1, b: 2, c: 3]
IO.inspect(Map.new([{:x, 1}, {:x, 2}])) # expect: %{x: 2}
IO.inspect(Map.get_and_update(m, :a, fn v -> {v, v + 1} end)) # expect: {1, %{a: 2, b: 2, c: 3}}
IO.inspect(Map.filter(m, fn {_, v} -> v > 1 end)) # expect: %{b: 2, c: 3}
IO.inspect(Map.from_struct(1..2)) # expect: %{first: 1, last: 2, step: 1}
IO.inspect(update_in(m.a, &(&1 * 100))) # expect: %{a: 100, b: 2, c: 3}
IO.inspect(put_in(%{x: %{y: 1}}, [:x, :y], 2)) # expect: %{x: %{y: 2}}
IO.inspect(get_in(%{x: %{y: 1}}, [:x, :y])) # expect: 1
IO.inspect(pop_in(%{x: %{y: 1, z: 2}}, [:x, :y])) # expect: {1, %{x: %{z: 2}}}
try do
  Map.update!(m, :q, & &1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :q not found in: %{a: 1, b: 2, c: 3}"
end
