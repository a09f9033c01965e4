# A map's key in a pattern may be a tuple or a list that holds pins.
a = 1
b = 2

found = fn
  %{{^a, ^b} => value} -> value
  %{[^a, :x] => value} -> {:list, value}
  _ -> :no
end

IO.inspect(found.(%{{1, 2} => :x}))           # expect: :x
IO.inspect(found.(%{{1, 3} => :x}))           # expect: :no
IO.inspect(found.(%{[1, :x] => :y, 1 => 2}))  # expect: {:list, :y}
