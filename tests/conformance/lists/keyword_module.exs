# Every function of Keyword.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
k = [a: 1, b: 2, a: 3]
IO.inspect(Keyword.keyword?(k)) # expect: true
IO.inspect(Keyword.keyword?([{"a", 1}])) # expect: false
IO.inspect(Keyword.keyword?(%{})) # expect: false
IO.inspect(Keyword.new()) # expect: []
IO.inspect(Keyword.new(%{b: 1, a: 2})) # expect: [a: 2, b: 1]
IO.inspect(Keyword.new(a: 1, b: 2, a: 3)) # expect: [b: 2, a: 3]
IO.inspect(Keyword.new([1, 2], &{:"k#{&1}", &1})) # expect: [k1: 1, k2: 2]
IO.inspect(Keyword.get(k, :a)) # expect: 1
IO.inspect(Keyword.get(k, :z, 0)) # expect: 0
IO.inspect(Keyword.get_values(k, :a)) # expect: [1, 3]
IO.inspect(Keyword.get_lazy(k, :z, fn -> :l end)) # expect: :l
IO.inspect(Keyword.fetch(k, :b)) # expect: {:ok, 2}
IO.inspect(Keyword.fetch(k, :z)) # expect: :error
IO.puts(inspect(error.(fn -> Keyword.fetch!(k, :z) end), width: 900)) # expect: {KeyError, "key :z not found in: [a: 1, b: 2, a: 3]"}
IO.inspect(Keyword.keys(k)) # expect: [:a, :b, :a]
IO.inspect(Keyword.values(k)) # expect: [1, 2, 3]
IO.inspect(Keyword.delete(k, :a)) # expect: [b: 2]
IO.inspect(Keyword.delete_first(k, :a)) # expect: [b: 2, a: 3]
IO.inspect(Keyword.put(k, :a, 9)) # expect: [a: 9, b: 2]
IO.inspect(Keyword.put_new(k, :a, 9)) # expect: [a: 1, b: 2, a: 3]
IO.inspect(Keyword.put_new(k, :z, 9)) # expect: [z: 9, a: 1, b: 2, a: 3]
IO.inspect(Keyword.put_new_lazy(k, :z, fn -> 8 end)) # expect: [z: 8, a: 1, b: 2, a: 3]
IO.inspect(Keyword.replace(k, :a, 9)) # expect: [a: 9, b: 2]
IO.inspect(Keyword.replace(k, :z, 9)) # expect: [a: 1, b: 2, a: 3]
IO.puts(inspect(error.(fn -> Keyword.replace!(k, :z, 9) end), width: 900)) # expect: {KeyError, "key :z not found in: [a: 1, b: 2, a: 3]"}
IO.inspect(Keyword.replace_lazy(k, :a, &(&1 * 10))) # expect: [a: 10, b: 2]
IO.inspect(Keyword.update(k, :a, 0, &(&1 + 1))) # expect: [a: 2, b: 2]
IO.inspect(Keyword.update(k, :z, 0, & &1)) # expect: [a: 1, b: 2, a: 3, z: 0]
IO.inspect(Keyword.update!(k, :b, &(&1 * 2))) # expect: [a: 1, b: 4, a: 3]
IO.puts(inspect(error.(fn -> Keyword.update!(k, :z, & &1) end), width: 900)) # expect: {KeyError, "key :z not found in: [a: 1, b: 2, a: 3]"}
IO.inspect(Keyword.merge(k, b: 5, c: 6)) # expect: [a: 1, a: 3, b: 5, c: 6]
IO.inspect(Keyword.merge(k, [b: 5], fn _, x, y -> x + y end)) # expect: [a: 1, a: 3, b: 7]
IO.inspect(Keyword.merge([a: 1], a: 2, a: 3)) # expect: [a: 2, a: 3]
IO.puts(inspect(error.(fn -> Keyword.merge([1], []) end), width: 900)) # expect: {:ok, [1]}
IO.puts(inspect(error.(fn -> Keyword.merge([], [1]) end), width: 900)) # expect: {:ok, [1]}
IO.inspect(Keyword.has_key?(k, :b)) # expect: true
IO.inspect(Keyword.take(k, [:a])) # expect: [a: 1, a: 3]
IO.inspect(Keyword.drop(k, [:a])) # expect: [b: 2]
IO.inspect(Keyword.split(k, [:a])) # expect: {[a: 1, a: 3], [b: 2]}
IO.inspect(Keyword.pop(k, :a)) # expect: {1, [b: 2]}
IO.inspect(Keyword.pop(k, :z, :none)) # expect: {:none, [a: 1, b: 2, a: 3]}
IO.inspect(Keyword.pop!(k, :b)) # expect: {2, [a: 1, a: 3]}
IO.puts(inspect(error.(fn -> Keyword.pop!(k, :z) end), width: 900)) # expect: {KeyError, "key :z not found in: [a: 1, b: 2, a: 3]"}
IO.inspect(Keyword.pop_first(k, :a)) # expect: {1, [b: 2, a: 3]}
IO.inspect(Keyword.pop_lazy(k, :z, fn -> :l end)) # expect: {:l, [a: 1, b: 2, a: 3]}
IO.inspect(Keyword.pop_values(k, :a)) # expect: {[1, 3], [b: 2]}
IO.inspect(Keyword.to_list(k)) # expect: [a: 1, b: 2, a: 3]
IO.inspect(Keyword.equal?([a: 1, b: 2], b: 2, a: 1)) # expect: true
IO.inspect(Keyword.equal?([a: 1, a: 2], a: 2, a: 1)) # expect: true
IO.inspect(Keyword.filter(k, fn {_, v} -> v > 1 end)) # expect: [b: 2, a: 3]
IO.inspect(Keyword.reject(k, fn {_, v} -> v > 1 end)) # expect: [a: 1]
IO.inspect(Keyword.map([a: 1], fn {k, v} -> {k, v} end)) # expect: [a: {:a, 1}]
IO.inspect(Keyword.get_and_update(k, :a, &{&1, :new})) # expect: {1, [a: :new, b: 2, a: 3]}
IO.inspect(Keyword.get_and_update(k, :a, fn _ -> :pop end)) # expect: {1, [b: 2, a: 3]}
IO.puts(inspect(error.(fn -> Keyword.get_and_update!(k, :z, fn _ -> :pop end) end), width: 900)) # expect: {KeyError, "key :z not found in: [a: 3, b: 2, a: 1]"}
IO.puts(inspect(error.(fn -> Keyword.get_and_update(k, :a, fn _ -> 1 end) end), width: 900)) # expect: {RuntimeError, "the given function must return a two-element tuple or :pop, got: 1"}
IO.inspect(Keyword.validate([a: 1], [:a, b: 2])) # expect: {:ok, [b: 2, a: 1]}
IO.inspect(Keyword.validate([z: 1, a: 1], [:a])) # expect: {:error, [:z]}
IO.puts(inspect(error.(fn -> Keyword.validate!([z: 1], [:a, b: 2]) end), width: 900)) # expect: {ArgumentError, "unknown keys [:z] in [z: 1], the allowed keys are: [:a, :b]"}
IO.inspect(Keyword.validate!([b: 1], [:a, b: 2])) # expect: [b: 1]
IO.inspect(Keyword.from_keys([:a, :b], 0)) # expect: [a: 0, b: 0]
IO.puts(inspect(error.(fn -> Keyword.get(%{}, :a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Keyword.get/3"}
IO.puts(inspect(error.(fn -> Keyword.get([], "a") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Keyword.get/3"}
IO.puts(inspect(error.(fn -> Keyword.put(1, :a, 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Keyword.put/3"}
IO.puts(inspect(error.(fn -> Keyword.keys([1]) end), width: 900)) # expect: {ArgumentError, "expected a keyword list, but an entry in the list is not a two-element tuple with an atom as its first element, got: 1"}
IO.puts(inspect(error.(fn -> Keyword.new([1]) end), width: 900)) # expect: {MatchError, "no match of right hand side value: 1"}
IO.puts(inspect(error.(fn -> Keyword.fetch([], 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Keyword.fetch/2"}
IO.puts(inspect(error.(fn -> Keyword.has_key?(k, "x") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Keyword.has_key?/2"}
IO.puts(inspect(error.(fn -> Keyword.values([1]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in anonymous fn/1 in Keyword.values/1"}
IO.puts(inspect(error.(fn -> Keyword.validate([a: 1], [1]) end), width: 900)) # expect: {:ok, {:error, [:a]}}
IO.inspect(k[:a]) # expect: 1
IO.inspect(k[:z]) # expect: nil
IO.puts(inspect(error.(fn -> k["a"] end), width: 900)) # expect: {ArgumentError, "the Access calls for keywords expect the key to be an atom, got: \"a\""}
IO.puts(inspect(error.(fn -> (k = Process.get(:none, [1]); k[:a]) end), width: 900)) # expect: {:ok, nil}
