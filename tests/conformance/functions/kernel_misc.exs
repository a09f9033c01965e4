# Kernel functions that have no folder of their own.
IO.inspect(binding()) # expect: []
IO.inspect(max(1, 2) - min(1, 2)) # expect: 1
IO.inspect(tap([1], &length/1)) # expect: [1]
IO.inspect(apply(Enum, :sum, [[1, 2]])) # expect: 3
IO.inspect(is_map_key(%{a: 1}, :a)) # expect: true
IO.inspect(put_elem({1, 2}, 0, :x)) # expect: {:x, 2}
IO.inspect(node() |> is_atom()) # expect: true
IO.inspect(function_exported?(Kernel, :hd, 1)) # expect: true
IO.inspect(macro_exported?(Kernel, :if, 2)) # expect: true
IO.inspect(destructure([a, b, c], [1, 2])) # expect: [1, 2, nil]
IO.inspect({a, b, c}) # expect: {1, 2, nil}
IO.inspect(match?({:ok, _}, {:ok, 1})) # expect: true
IO.inspect(binary_slice("héllo", 0..2)) # expect: "hé"
IO.inspect(binary_slice("hello", -3, 2)) # expect: "ll"
