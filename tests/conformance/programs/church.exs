# Functions all the way: Church numerals, Y, currying, composition.
zero = fn _ -> fn x -> x end end
succ = fn n -> fn f -> fn x -> f.(n.(f).(x)) end end end
to_i = fn n -> n.(&(&1 + 1)).(0) end
three = succ.(succ.(succ.(zero)))
plus = fn a -> fn b -> fn f -> fn x -> a.(f).(b.(f).(x)) end end end end
times = fn a -> fn b -> fn f -> a.(b.(f)) end end end
IO.inspect(to_i.(three)) # expect: 3
IO.inspect(to_i.(plus.(three).(three))) # expect: 6
IO.inspect(to_i.(times.(three).(succ.(three)))) # expect: 12
y = fn f -> (fn x -> x.(x) end).(fn x -> f.(fn v -> x.(x).(v) end) end) end
IO.inspect(y.(fn fact -> fn 0 -> 1; n -> n * fact.(n - 1) end end).(20)) # expect: 2432902008176640000
compose = fn fs -> Enum.reduce(fs, & &1, fn f, g -> fn x -> f.(g.(x)) end end) end
IO.inspect(compose.([&(&1 + 1), &(&1 * 10), &Integer.to_string/1]).(4)) # expect: "50"
