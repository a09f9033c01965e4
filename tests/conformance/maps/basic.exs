# Maps: literals, access, update.
m = %{:a => 1, "b" => 2, 3 => [4]}
IO.inspect(m) # expect: %{3 => [4], :a => 1, "b" => 2}
IO.inspect(m[:a]) # expect: 1
IO.inspect(m["zz"]) # expect: nil
IO.inspect(m.a) # expect: 1
IO.inspect(%{m | a: 10}) # expect: %{3 => [4], :a => 10, "b" => 2}
IO.inspect(Map.put(m, :c, 3)) # expect: %{3 => [4], :a => 1, :c => 3, "b" => 2}
IO.inspect(map_size(m)) # expect: 3
IO.inspect(Map.keys(m)) # expect: [3, :a, "b"]
IO.inspect(%{a: 1, b: 2} == %{b: 2, a: 1}) # expect: true
IO.inspect(%{1 => :int, 1.0 => :float}) # expect: %{1 => :int, 1.0 => :float}
IO.inspect(Map.get(m, :q, :default)) # expect: :default
try do
  m.zzz
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :zzz not found in: %{3 => [4], :a => 1, \"b\" => 2}"
end
try do
  %{m | zzz: 1}
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :zzz not found"
end
try do
  Map.fetch!(m, :q)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :q not found in: %{3 => [4], :a => 1, \"b\" => 2}"
end
try do
  Process.get(:none, 5).field
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :field not found in: 5. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
end
