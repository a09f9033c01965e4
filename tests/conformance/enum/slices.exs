# slice, take, drop, split, at, fetch.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 1, 2)) # expect: [2, 3]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], -2, 5)) # expect: [4, 5]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], -7, 5)) # expect: [1, 2, 3, 4, 5]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 5, 1)) # expect: []
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 6, 1)) # expect: []
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 1..3)) # expect: [2, 3, 4]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 1..-2)) # expect: [2, 3, 4]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], -3..-1)) # expect: [3, 4, 5]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 3..1//1)) # expect: []
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 0..-1//2)) # expect: [1, 3, 5]
IO.inspect(Enum.slice([1, 2, 3, 4, 5], 1..-1//3)) # expect: [2, 5]
IO.inspect(Enum.slice(1..10, 2..-3//2)) # expect: [3, 5, 7]
IO.inspect(Enum.slice(1..10//3, 1, 2)) # expect: [4, 7]
IO.inspect(Enum.slice(%{a: 1, b: 2, c: 3}, 1, 1)) # expect: [b: 2]
IO.inspect(Enum.slice(Stream.map(1..10, & &1), 2..4)) # expect: [3, 4, 5]
IO.inspect(Enum.slice(Stream.map(1..10, & &1), -3..-2)) # expect: '\b\t'
IO.puts(inspect(error.(fn -> Enum.slice([1, 2], 0, -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.slice/3"}
IO.puts(inspect(error.(fn -> Enum.slice([1, 2], 2..0//-1) end), width: 900)) # expect: {:ok, []}
IO.inspect(Enum.take([1, 2, 3], 2)) # expect: [1, 2]
IO.inspect(Enum.take([1, 2, 3], -2)) # expect: [2, 3]
IO.inspect(Enum.take([1, 2, 3], 0)) # expect: []
IO.inspect(Enum.take(1..10//2, 3)) # expect: [1, 3, 5]
IO.inspect(Enum.take(Stream.cycle([1, 2]), 5)) # expect: [1, 2, 1, 2, 1]
IO.inspect(Enum.take(Stream.map(1..5, & &1), -2)) # expect: [4, 5]
IO.inspect(Enum.drop([1, 2, 3], 2)) # expect: [3]
IO.inspect(Enum.drop([1, 2, 3], -2)) # expect: [1]
IO.inspect(Enum.drop(1..5, 10)) # expect: []
IO.inspect(Enum.drop(%{a: 1, b: 2}, 1)) # expect: [b: 2]
IO.inspect(Enum.take_every(1..10, 3)) # expect: [1, 4, 7, 10]
IO.inspect(Enum.take_every([1, 2, 3], 0)) # expect: []
IO.inspect(Enum.drop_every(1..10, 3)) # expect: [2, 3, 5, 6, 8, 9]
IO.inspect(Enum.drop_every([1, 2, 3], 0)) # expect: [1, 2, 3]
IO.inspect(Enum.drop_every([1, 2, 3], 1)) # expect: []
IO.puts(inspect(error.(fn -> Enum.take_every([1], -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.take_every/2"}
IO.inspect(Enum.take_while([1, 2, 3, 1], &(&1 < 3))) # expect: [1, 2]
IO.inspect(Enum.drop_while([1, 2, 3, 1], &(&1 < 3))) # expect: [3, 1]
IO.inspect(Enum.split([1, 2, 3], 2)) # expect: {[1, 2], [3]}
IO.inspect(Enum.split([1, 2, 3], -1)) # expect: {[1, 2], [3]}
IO.inspect(Enum.split([1, 2, 3], -5)) # expect: {[], [1, 2, 3]}
IO.inspect(Enum.split(1..3, 7)) # expect: {[1, 2, 3], []}
IO.inspect(Enum.split_while([1, 2, 3, 1], &(&1 < 3))) # expect: {[1, 2], [3, 1]}
IO.inspect(Enum.split_with([1, 2, 3, 4], &(rem(&1, 2) == 0))) # expect: {[2, 4], [1, 3]}
IO.inspect(Enum.at([1, 2, 3], -1)) # expect: 3
IO.inspect(Enum.at([1, 2, 3], 5, :none)) # expect: :none
IO.inspect(Enum.at(%{a: 1}, 0)) # expect: {:a, 1}
IO.inspect(Enum.at(1..10//3, -1)) # expect: 10
IO.inspect(Enum.fetch([1, 2], 1)) # expect: {:ok, 2}
IO.inspect(Enum.fetch([1, 2], -3)) # expect: :error
IO.inspect(Enum.fetch!(1..5, 2)) # expect: 3
IO.puts(inspect(error.(fn -> Enum.fetch!([1, 2], 2) end), width: 900)) # expect: {Enum.OutOfBoundsError, "out of bounds error"}
IO.puts(inspect(error.(fn -> Enum.fetch!(%{}, 0) end), width: 900)) # expect: {Enum.OutOfBoundsError, "out of bounds error"}
IO.puts(inspect(error.(fn -> Enum.at([1], :a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.at/3"}
IO.puts(inspect(error.(fn -> Enum.take([1, 2], 1.0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.take/2"}
IO.puts(inspect(error.(fn -> Enum.drop(:a, 1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
