# reduce, map_reduce, flat_map_reduce, scan, reduce_while.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.reduce([1, 2, 3], fn x, acc -> x - acc end)) # expect: 2
IO.inspect(Enum.reduce(1..4, 10, &-/2)) # expect: 12
IO.inspect(Enum.reduce(%{a: 1}, [], fn {k, v}, acc -> [k, v | acc] end)) # expect: [:a, 1]
IO.puts(inspect(error.(fn -> Enum.reduce([], fn x, _ -> x end) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.reduce(1..0//1, &+/2) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.reduce(%{}, &+/2) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.inspect(Enum.reduce([7], fn _, _ -> raise "never" end)) # expect: 7
IO.inspect(Enum.reduce_while(1..100, 0, fn x, acc -> if acc > 20, do: {:halt, {:done, acc}}, else: {:cont, acc + x} end)) # expect: {:done, 21}
IO.inspect(Enum.reduce_while([], :none, fn _, _ -> raise "never" end)) # expect: :none
IO.puts(inspect(error.(fn -> Enum.reduce_while([1], 0, fn _, _ -> :oops end) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enumerable.List.reduce/3"}
IO.inspect(Enum.map_reduce([1, 2, 3], 0, &{&1 * 2, &1 + &2})) # expect: {[2, 4, 6], 6}
IO.inspect(Enum.map_reduce(%{b: 1, a: 2}, [], fn {k, v}, acc -> {v, [k | acc]} end)) # expect: {[2, 1], [:b, :a]}
IO.inspect(Enum.flat_map_reduce(1..100, 0, fn x, acc -> if acc < 3, do: {[x, x], acc + 1}, else: {:halt, acc} end)) # expect: {[1, 1, 2, 2, 3, 3], 3}
IO.inspect(Enum.flat_map_reduce([1, 2], :acc, fn x, acc -> {1..x, acc} end)) # expect: {[1, 1, 2], :acc}
IO.inspect(Enum.scan(1..5, &(&1 + &2))) # expect: [1, 3, 6, 10, 15]
IO.inspect(Enum.scan([1, 2, 3], [0], fn x, acc -> [x | acc] end)) # expect: [[1, 0], [2, 1, 0], [3, 2, 1, 0]]
IO.inspect(Enum.scan([], &+/2)) # expect: []
IO.inspect(Enum.scan(%{a: 1, b: 2}, fn x, _ -> x end)) # expect: [a: 1, b: 2]
IO.inspect(Enum.product([2, 3, 4])) # expect: 24
IO.inspect(Enum.product([])) # expect: 1
IO.inspect(Enum.product([1.5, 2])) # expect: 3.0
IO.inspect(Enum.sum([1, 2.5, 3])) # expect: 6.5
IO.inspect(Enum.sum([])) # expect: 0
IO.inspect(Enum.sum(1..100)) # expect: 5050
IO.inspect(Enum.sum(10..1)) # expect: 55
IO.inspect(Enum.sum(1..10//3)) # expect: 22
IO.puts(inspect(error.(fn -> Enum.sum([1, :a]) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Enum.product(["a"]) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
