# all?, any?, member?, empty?, find and friends.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.all?([])) # expect: true
IO.inspect(Enum.any?([])) # expect: false
IO.inspect(Enum.all?([1, nil])) # expect: false
IO.inspect(Enum.all?([1, :a], & &1)) # expect: true
IO.inspect(Enum.any?([false, nil])) # expect: false
IO.inspect(Enum.any?([nil, 1])) # expect: true
IO.inspect(Enum.all?(1..3, &(&1 > 0))) # expect: true
IO.inspect(Enum.any?(%{a: 1}, fn {_, v} -> v > 1 end)) # expect: false
IO.inspect(Enum.member?([1, 2], 1.0)) # expect: false
IO.inspect(Enum.member?(1..10//3, 7)) # expect: true
IO.inspect(Enum.member?(1..10//3, 8)) # expect: false
IO.inspect(Enum.member?(1..3, 2.0)) # expect: false
IO.inspect(Enum.member?(%{a: 1}, {:a, 1})) # expect: true
IO.inspect(Enum.member?(%{a: 1}, {:a, 1.0})) # expect: false
IO.inspect(Enum.member?(%{a: 1}, :a)) # expect: false
IO.inspect(Enum.member?(Stream.map([1], & &1), 1)) # expect: true
IO.inspect(Enum.empty?([])) # expect: true
IO.inspect(Enum.empty?(%{})) # expect: true
IO.inspect(Enum.empty?(1..0//1)) # expect: true
IO.inspect(Enum.empty?(Stream.filter([1], &(&1 > 1)))) # expect: true
IO.inspect(Enum.find([1, 2, 3], &(&1 > 1))) # expect: 2
IO.inspect(Enum.find([1], &(&1 > 1))) # expect: nil
IO.inspect(Enum.find([1], :default, &(&1 > 1))) # expect: :default
IO.inspect(Enum.find_index([1, 2, 3], &(&1 == 3))) # expect: 2
IO.inspect(Enum.find_index(%{}, fn _ -> true end)) # expect: nil
IO.inspect(Enum.find_value([1, 2, 3], &(&1 > 1 && &1 * 10))) # expect: 20
IO.inspect(Enum.find_value([1], :none, fn _ -> false end)) # expect: :none
IO.inspect(Enum.filter(1..6, &(rem(&1, 2) == 0))) # expect: [2, 4, 6]
IO.inspect(Enum.reject(%{a: 1, b: 2}, fn {_, v} -> v == 1 end)) # expect: [b: 2]
IO.inspect(Enum.map(%{a: 1}, fn {k, v} -> {v, k} end)) # expect: [{1, :a}]
IO.inspect(Enum.flat_map([1, 2], &[&1, &1])) # expect: [1, 1, 2, 2]
IO.inspect(Enum.flat_map([1, 2], &(1..&1))) # expect: [1, 1, 2]
IO.inspect(Enum.flat_map(%{a: 1}, fn {k, v} -> [k, v] end)) # expect: [:a, 1]
IO.puts(inspect(error.(fn -> Enum.flat_map([1], & &1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.inspect(Enum.concat([[1], 2..3, %{a: 1}])) # expect: [1, 2, 3, {:a, 1}]
IO.inspect(Enum.concat([1], 2..3)) # expect: [1, 2, 3]
IO.inspect(Enum.concat([])) # expect: []
IO.puts(inspect(error.(fn -> Enum.concat([1]) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.inspect(Enum.reverse([1, 2, 3])) # expect: [3, 2, 1]
IO.inspect(Enum.reverse(1..3, [:tail])) # expect: [3, 2, 1, :tail]
IO.inspect(Enum.reverse(%{a: 1, b: 2})) # expect: [b: 2, a: 1]
IO.inspect(Enum.reverse_slice([1, 2, 3, 4, 5, 6], 2, 3)) # expect: [1, 2, 5, 4, 3, 6]
IO.inspect(Enum.reverse_slice([1, 2, 3], 1, 100)) # expect: [1, 3, 2]
IO.inspect(Enum.reverse_slice([1, 2, 3], 7, 2)) # expect: [1, 2, 3]
IO.inspect(Enum.slide([:a, :b, :c, :d, :e], 1, 3)) # expect: [:a, :c, :d, :b, :e]
IO.inspect(Enum.slide([:a, :b, :c, :d, :e], 3..4, 1)) # expect: [:a, :d, :e, :b, :c]
IO.inspect(Enum.slide([:a, :b, :c, :d, :e], -2..-1, 0)) # expect: [:d, :e, :a, :b, :c]
IO.inspect(Enum.slide([:a, :b, :c, :d, :e], 0..1, 3)) # expect: [:c, :d, :a, :b, :e]
IO.puts(inspect(error.(fn -> Enum.slide([:a, :b, :c, :d, :e], 1..3, 2) end), width: 900)) # expect: {ArgumentError, "insertion index for slide must be outside the range being moved (tried to insert 1..3 at 2)"}
IO.inspect(Enum.each([1], & &1)) # expect: :ok
IO.puts(inspect(error.(fn -> Enum.map(5, & &1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 5 of type Integer"}


IO.puts(inspect(error.(fn -> Enum.to_list(nil) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for nil of type Atom"}
IO.puts(inspect(error.(fn -> Enum.map([1], :not_a_fun) end), width: 900)) # expect: {BadFunctionError, "expected a function, got: :not_a_fun"}
