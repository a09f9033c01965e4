# Tuple and Range, whole.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
t = {1, :b, "c"}
IO.inspect(Tuple.append(t, 4)) # expect: {1, :b, "c", 4}
IO.inspect(Tuple.delete_at(t, 0)) # expect: {:b, "c"}
IO.inspect(Tuple.duplicate(:x, 3)) # expect: {:x, :x, :x}
IO.inspect(Tuple.insert_at(t, 1, :new)) # expect: {1, :new, :b, "c"}
IO.inspect(Tuple.insert_at(t, 3, :end)) # expect: {1, :b, "c", :end}
IO.inspect(Tuple.product({2, 3})) # expect: 6
IO.inspect(Tuple.sum({1, 2.5})) # expect: 3.5
IO.inspect(Tuple.to_list(t)) # expect: [1, :b, "c"]
IO.inspect(put_elem(t, 2, :z)) # expect: {1, :b, :z}
IO.inspect(tuple_size({})) # expect: 0
IO.puts(inspect(error.(fn -> elem(t, 3) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> elem(t, -1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> put_elem(t, 5, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> Tuple.insert_at(t, 9, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> Tuple.delete_at(t, 3) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> Tuple.duplicate(1, -1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> elem([1], 0) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a tuple\n"}
IO.puts(inspect(error.(fn -> tuple_size([]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a tuple\n"}
IO.puts(inspect(error.(fn -> Tuple.to_list([1]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a tuple\n"}
IO.puts(inspect(error.(fn -> elem(t, :a) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(1..10) # expect: 1..10
IO.inspect(1..10//3) # expect: 1..10//3
IO.inspect(10..1) # expect: 10..1//-1
IO.inspect(10..1//-2) # expect: 10..1//-2
IO.inspect(Range.new(1, 5)) # expect: 1..5
IO.inspect(Range.new(5, 1, -2)) # expect: 5..1//-2
IO.inspect(Range.size(1..10//3)) # expect: 4
IO.inspect(Range.size(1..0//1)) # expect: 0
IO.inspect(Range.size(5..1)) # expect: 5
IO.inspect(Range.disjoint?(1..3, 4..6)) # expect: true
IO.inspect(Range.disjoint?(1..10//2, 2..10//2)) # expect: true
IO.inspect(Range.disjoint?(1..10//3, 2..10//2)) # expect: false
IO.inspect(5 in 1..10//2) # expect: true
IO.inspect(4 in 1..10//2) # expect: false
IO.inspect(1.0 in 1..3) # expect: false
IO.inspect(Enum.to_list(3..1)) # expect: [3, 2, 1]
IO.inspect(Enum.to_list(1..3//-1)) # expect: []
IO.inspect(1..3 == 1..3//1) # expect: true
IO.inspect(Map.from_struct(1..9//2)) # expect: %{first: 1, last: 9, step: 2}
a..b//c = 2..8//3
IO.inspect({a, b, c}) # expect: {2, 8, 3}
x..y = 4..7
IO.inspect({x, y}) # expect: {4, 7}
IO.puts(inspect(error.(fn -> Range.new(1, 2, 0) end), width: 900)) # expect: {ArgumentError, "ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer, got: 1..2//0"}
IO.puts(inspect(error.(fn -> Range.new(1, 2.0) end), width: 900)) # expect: {ArgumentError, "ranges (first..last) expect both sides to be integers, got: 1..2.0"}
IO.puts(inspect(error.(fn -> Range.new(1, :a, 1) end), width: 900)) # expect: {ArgumentError, "ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer, got: 1..:a//1"}
IO.puts(inspect(error.(fn -> 1..Process.get(:none, 2.0) end), width: 900)) # expect: {ArgumentError, "ranges (first..last) expect both sides to be integers, got: 1..2.0"}
IO.puts(inspect(error.(fn -> 1..2//Process.get(:none, 0) end), width: 900)) # expect: {ArgumentError, "ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer, got: 1..2//0"}
IO.puts(inspect(error.(fn -> (_.._ = Process.get(:none, 1..5//2)) end), width: 900)) # expect: {:ok, 1..5//2}
IO.inspect(..) # expect: 0..-1//1
IO.inspect(inspect(..)) # expect: "0..-1//1"
IO.inspect(Enum.slice(.., 0, 1)) # expect: []
IO.inspect(1..2 |> Enum.map(& &1)) # expect: [1, 2]
IO.inspect((fn first..last -> last - first end).(1..5)) # expect: 4
IO.inspect(for i <- 1..10//4, do: i) # expect: [1, 5, 9]
IO.inspect(Enum.count(1..1_000_000_000_000)) # expect: 1000000000000
IO.inspect(Enum.member?(1..1_000_000_000_000, 55)) # expect: true
IO.inspect(Enum.at(1..1_000_000_000_000//7, 1_000_000)) # expect: 7000001
IO.inspect(Enum.sum(1..1_000_000_000)) # expect: 500000000500000000
IO.inspect(Enum.reverse(1..5)) # expect: [5, 4, 3, 2, 1]
IO.inspect(Enum.take(-5..5//5, 2)) # expect: [-5, 0]
