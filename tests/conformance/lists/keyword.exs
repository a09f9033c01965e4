# Keyword lists.
k = [a: 1, b: 2, a: 3]
IO.inspect(k[:a]) # expect: 1
IO.inspect(Keyword.get_values(k, :a)) # expect: [1, 3]
IO.inspect(Keyword.put(k, :a, 9)) # expect: [a: 9, b: 2]
IO.inspect(Keyword.delete(k, :a)) # expect: [b: 2]
IO.inspect(Keyword.merge([a: 1, b: 2], b: 3, c: 4)) # expect: [a: 1, b: 3, c: 4]
IO.inspect(Keyword.keys(k)) # expect: [:a, :b, :a]
IO.inspect(Keyword.keyword?([{:a, 1}, 2])) # expect: false
IO.inspect([{:a, 1}] == [a: 1]) # expect: true
IO.inspect([{"a", 1}]) # expect: [{"a", 1}]
IO.inspect(Keyword.pop(k, :b)) # expect: {2, [a: 1, a: 3]}
IO.inspect(Keyword.fetch(k, :z)) # expect: :error
IO.inspect(Keyword.has_key?(k, :b)) # expect: true
IO.inspect(["a b": 1, "é": 2, nil: 3, A: 4]) # expect: ["a b": 1, é: 2, nil: 3, A: 4]
try do
  Keyword.fetch!(k, :z)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :z not found in: [a: 1, b: 2, a: 3]"
end
