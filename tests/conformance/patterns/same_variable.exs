# A variable that stands twice in a pattern must be equal in both places.
f = fn
  {x, x} -> {:same, x}
  {x, y} -> {:different, x, y}
end
IO.inspect(f.({1, 1})) # expect: {:same, 1}
IO.inspect(f.({1, 2})) # expect: {:different, 1, 2}
IO.inspect(f.({1, 1.0})) # expect: {:different, 1, 1.0}
IO.inspect(f.({"a", "a"})) # expect: {:same, "a"}
g = fn [x, %{k: x}, {x}] -> x; _ -> :no end
IO.inspect(g.([3, %{k: 3}, {3}])) # expect: 3
IO.inspect(g.([3, %{k: 4}, {3}])) # expect: :no
IO.inspect(g.([:a, %{k: :a}, {:b}])) # expect: :no
