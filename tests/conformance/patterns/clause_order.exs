# Clauses are tried in order; an earlier general one wins.
f = fn
  {:x, _} -> 1
  {_, :y} -> 2
  {:z, :y} -> 3
  _ -> 4
end
IO.inspect(f.({:x, :y})) # expect: 1
IO.inspect(f.({:z, :y})) # expect: 2
IO.inspect(f.({:q, :y})) # expect: 2
IO.inspect(f.({:q, :r})) # expect: 4
g = fn
  a, 1 when a > 5 -> :big
  _, 1 -> :one
  5, b when b in [2, 3] -> :five
  _, _ -> :rest
end
IO.inspect(Enum.map([{6, 1}, {5, 1}, {5, 2}, {5, 4}], fn {a, b} -> g.(a, b) end)) # expect: [:big, :one, :five, :rest]
