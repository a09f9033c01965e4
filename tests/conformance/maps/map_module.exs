# Every function of Map.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
m = %{a: 1, b: 2}
IO.inspect(Map.new(a: 1, a: 2)) # expect: %{a: 2}
IO.inspect(Map.new([1, 2], &{&1, &1 * 2})) # expect: %{1 => 2, 2 => 4}
IO.inspect(Map.new(%{x: 1}, fn {k, v} -> {v, k} end)) # expect: %{1 => :x}
IO.inspect(Map.from_keys([:a, :b], 0)) # expect: %{a: 0, b: 0}
IO.inspect(Map.fetch(m, :a)) # expect: {:ok, 1}
IO.inspect(Map.fetch(m, :z)) # expect: :error
IO.inspect(Map.fetch!(m, :a)) # expect: 1
IO.puts(inspect(error.(fn -> Map.fetch!(m, :z) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2}"}
IO.inspect(Map.get(m, :z, 9)) # expect: 9
IO.inspect(Map.get_lazy(m, :z, fn -> :lazy end)) # expect: :lazy
IO.inspect(Map.get_lazy(m, :a, fn -> raise "never" end)) # expect: 1
IO.inspect(Map.put(m, :c, 3)) # expect: %{a: 1, b: 2, c: 3}
IO.inspect(Map.put_new(m, :a, 9)) # expect: %{a: 1, b: 2}
IO.inspect(Map.put_new_lazy(m, :c, fn -> 3 end)) # expect: %{a: 1, b: 2, c: 3}
IO.inspect(Map.replace(m, :z, 1)) # expect: %{a: 1, b: 2}
IO.inspect(Map.replace(m, :a, 9)) # expect: %{a: 9, b: 2}
IO.puts(inspect(error.(fn -> Map.replace!(m, :z, 1) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2}"}
IO.inspect(Map.replace_lazy(m, :a, &(&1 + 10))) # expect: %{a: 11, b: 2}
IO.inspect(Map.update(m, :z, :init, & &1)) # expect: %{a: 1, b: 2, z: :init}
IO.inspect(Map.update(m, :a, :init, &(&1 + 1))) # expect: %{a: 2, b: 2}
IO.inspect(Map.update!(m, :a, &(&1 + 1))) # expect: %{a: 2, b: 2}
IO.puts(inspect(error.(fn -> Map.update!(m, :z, & &1) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2}"}
IO.inspect(Map.delete(m, :a)) # expect: %{b: 2}
IO.inspect(Map.drop(m, [:a, :z])) # expect: %{b: 2}
IO.inspect(Map.take(m, [:a, :z])) # expect: %{a: 1}
IO.inspect(Map.split(m, [:a, :z])) # expect: {%{a: 1}, %{b: 2}}
IO.inspect(Map.pop(m, :a)) # expect: {1, %{b: 2}}
IO.inspect(Map.pop(m, :z, :none)) # expect: {:none, %{a: 1, b: 2}}
IO.inspect(Map.pop!(m, :a)) # expect: {1, %{b: 2}}
IO.puts(inspect(error.(fn -> Map.pop!(m, :z) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2}"}
IO.inspect(Map.pop_lazy(m, :z, fn -> :lazy end)) # expect: {:lazy, %{a: 1, b: 2}}
IO.inspect(Map.has_key?(m, :a)) # expect: true
IO.inspect(Map.keys(m)) # expect: [:a, :b]
IO.inspect(Map.values(m)) # expect: [1, 2]
IO.inspect(Map.to_list(m)) # expect: [a: 1, b: 2]
IO.inspect(Map.equal?(%{a: 1}, %{a: 1.0})) # expect: false
IO.inspect(Map.merge(m, %{b: 3, c: 4})) # expect: %{a: 1, b: 3, c: 4}
IO.inspect(Map.merge(m, %{b: 3}, fn k, x, y -> {k, x, y} end)) # expect: %{a: 1, b: {:b, 2, 3}}
IO.inspect(Map.filter(m, fn {_, v} -> v > 1 end)) # expect: %{b: 2}
IO.inspect(Map.reject(m, fn {_, v} -> v > 1 end)) # expect: %{a: 1}
IO.inspect(Map.get_and_update(m, :a, &{&1, &1 * 10})) # expect: {1, %{a: 10, b: 2}}
IO.inspect(Map.get_and_update(m, :a, fn _ -> :pop end)) # expect: {1, %{b: 2}}
IO.inspect(Map.get_and_update!(m, :b, fn x -> {x, 0} end)) # expect: {2, %{a: 1, b: 0}}
IO.puts(inspect(error.(fn -> Map.get_and_update!(m, :z, fn _ -> :pop end) end), width: 900)) # expect: {KeyError, "key :z not found in: %{a: 1, b: 2}"}
IO.puts(inspect(error.(fn -> Map.get_and_update(m, :a, fn _ -> :bad end) end), width: 900)) # expect: {RuntimeError, "the given function must return a two-element tuple or :pop, got: :bad"}
IO.inspect(Map.from_struct(%{__struct__: X, a: 1})) # expect: %{a: 1}
IO.inspect(Map.from_struct(Range) |> Map.keys()) # expect: [:first, :last, :step]
IO.puts(inspect(error.(fn -> Map.get(1, :a) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.put([], :a, 1) end), width: 900)) # expect: {BadMapError, "expected a map, got: []"}
IO.puts(inspect(error.(fn -> Map.keys([a: 1]) end), width: 900)) # expect: {BadMapError, "expected a map, got: [a: 1]"}
IO.puts(inspect(error.(fn -> Map.values(nil) end), width: 900)) # expect: {BadMapError, "expected a map, got: nil"}
IO.puts(inspect(error.(fn -> Map.merge(%{}, []) end), width: 900)) # expect: {BadMapError, "expected a map, got: []"}
IO.puts(inspect(error.(fn -> Map.merge(1, %{}) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.fetch!([], :a) end), width: 900)) # expect: {BadMapError, "expected a map, got: []"}
IO.puts(inspect(error.(fn -> Map.delete(:x, :a) end), width: 900)) # expect: {BadMapError, "expected a map, got: :x"}
IO.puts(inspect(error.(fn -> Map.new([1]) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> Map.drop(m, :a) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
IO.puts(inspect(error.(fn -> Map.take(m, nil) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for nil of type Atom"}
IO.puts(inspect(error.(fn -> Map.has_key?([], :a) end), width: 900)) # expect: {BadMapError, "expected a map, got: []"}
IO.puts(inspect(error.(fn -> Map.to_list(1) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.update(nil, :a, 1, & &1) end), width: 900)) # expect: {BadMapError, "expected a map, got: nil"}
IO.puts(inspect(error.(fn -> Map.pop(1, :a) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.split(1, [:a]) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> map_size(1) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.equal?(1, %{}) end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> Map.filter([], & &1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Map.filter/2"}
