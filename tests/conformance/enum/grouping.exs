# group_by, frequencies, count, map_every, intersperse, into.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.group_by(~w(ant bee cat bat), &String.first/1)) # expect: %{"a" => ["ant"], "b" => ["bee", "bat"], "c" => ["cat"]}
IO.inspect(Enum.group_by(1..6, &rem(&1, 3), &(&1 * 10))) # expect: %{0 => [30, 60], 1 => '\n(', 2 => [20, 50]}
IO.inspect(Enum.group_by([], & &1)) # expect: %{}
IO.inspect(Enum.frequencies(~w(a b a c a b))) # expect: %{"a" => 3, "b" => 2, "c" => 1}
IO.inspect(Enum.frequencies_by(~w(A a B), &String.downcase/1)) # expect: %{"a" => 2, "b" => 1}
IO.inspect(Enum.frequencies([1, 1.0, 1])) # expect: %{1 => 2, 1.0 => 1}
IO.inspect(Enum.count([1, 2, 3])) # expect: 3
IO.inspect(Enum.count(1..10//3)) # expect: 4
IO.inspect(Enum.count(%{a: 1})) # expect: 1
IO.inspect(Enum.count(1..10, &(rem(&1, 2) == 0))) # expect: 5
IO.inspect(Enum.count_until(1..20, 5)) # expect: 5
IO.inspect(Enum.count_until([1, 2], 5)) # expect: 2
IO.inspect(Enum.count_until(1..20, &(rem(&1, 2) == 0), 7)) # expect: 7
IO.inspect(Enum.count_until([1, 2, 3], &(&1 > 1), 9)) # expect: 2
IO.puts(inspect(error.(fn -> Enum.count_until([1], 0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.count_until/2"}
IO.puts(inspect(error.(fn -> Enum.count(:a) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
IO.inspect(Enum.map_every(1..10, 2, &(&1 * 100))) # expect: [100, 2, 300, 4, 500, 6, 700, 8, 900, 10]
IO.inspect(Enum.map_every([1, 2], 0, &(&1 * 100))) # expect: [1, 2]
IO.inspect(Enum.map_every([1, 2], 1, &(&1 * 100))) # expect: [100, 200]
IO.puts(inspect(error.(fn -> Enum.map_every([1, 2], -1, & &1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.map_every/3"}
IO.inspect(Enum.intersperse([1, 2, 3], :x)) # expect: [1, :x, 2, :x, 3]
IO.inspect(Enum.intersperse([1], :x)) # expect: [1]
IO.inspect(Enum.intersperse([], :x)) # expect: []
IO.inspect(Enum.intersperse(1..3, 0)) # expect: [1, 0, 2, 0, 3]
IO.inspect(Enum.map_intersperse([1, 2, 3], :x, &(&1 * 2))) # expect: [2, :x, 4, :x, 6]
IO.inspect(Enum.into([a: 1], %{b: 2})) # expect: %{a: 1, b: 2}
IO.inspect(Enum.into(%{a: 1}, [])) # expect: [a: 1]
IO.inspect(Enum.into([1, 2], [0])) # expect: [0, 1, 2]
IO.inspect(Enum.into(1..3, MapSet.new())) # expect: MapSet.new([1, 2, 3])
IO.inspect(Enum.into([1, 2], %{}, &{&1, &1 * 2})) # expect: %{1 => 2, 2 => 4}
IO.inspect(Enum.into(["a", "b"], "x")) # expect: "xab"
IO.inspect(Enum.into([], %{a: 1})) # expect: %{a: 1}
IO.inspect(Enum.into([<<1::1>>, <<0::1>>], <<>>)) # expect: <<2::size(2)>>
IO.puts(inspect(error.(fn -> Enum.into([1], %{}) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> Enum.into([1], "") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in anonymous fn/2 in Collectable.BitString.into/1"}
IO.puts(inspect(error.(fn -> Enum.into([1], :a) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Collectable not implemented for :a of type Atom"}
IO.inspect(Enum.map_join([1, 2, 3], "-", &(&1 * 2))) # expect: "2-4-6"
IO.inspect(Enum.map_join(1..3, & &1)) # expect: "123"
IO.inspect(Enum.join([1, :a, "b", 'c', 1.5, nil])) # expect: "1abc1.5"
IO.inspect(Enum.join(1..3, ", ")) # expect: "1, 2, 3"
IO.inspect(Enum.join([], ",")) # expect: ""
IO.puts(inspect(error.(fn -> Enum.join([{1}], ",") end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for {1} of type Tuple"}
IO.puts(inspect(error.(fn -> Enum.join(%{a: 1}, ",") end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for {:a, 1} of type Tuple"}
