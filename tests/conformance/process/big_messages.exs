# Terms of all kinds survive the way to another process and back.
echo = spawn(fn -> f = fn f -> receive do {from, x} -> send(from, {:echo, x}); f.(f) end end; f.(f) end)
ask = fn x -> send(echo, {self(), x}); receive do {:echo, y} -> y end end
terms = [1, 2 ** 200, -1.5, 1.0e300, :atom, "short", String.duplicate("long", 100), <<1::7>>, [1, [2 | 3]], {}, {1, {2}},
  %{a: %{b: 1}}, Map.new(1..100, &{&1, &1}), self(), make_ref(), 'abc', nil, [], "", %{}, 1..3, MapSet.new([1])]
IO.inspect(Enum.all?(terms, fn t -> ask.(t) === t end)) # expect: true
f = ask.(fn x -> x + length(terms) end)
IO.inspect(f.(1)) # expect: 23
IO.inspect(ask.(&String.upcase/1).("x")) # expect: "X"
deep = Enum.reduce(1..100_000, nil, fn i, acc -> {i, acc} end)
IO.inspect(ask.(deep) == deep) # expect: true
long = Enum.to_list(1..100_000)
IO.inspect(ask.(long) == long) # expect: true
