# Finding, counting, ordering.
IO.inspect(Enum.find([1, 2, 3], &(&1 > 1))) # expect: 2
IO.inspect(Enum.find([1], :none, &(&1 > 1))) # expect: :none
IO.inspect(Enum.find_index([:a, :b], &(&1 == :b))) # expect: 1
IO.inspect(Enum.any?([1, nil])) # expect: true
IO.inspect(Enum.all?([1, nil])) # expect: false
IO.inspect(Enum.count([1, 2, 3], &(&1 > 1))) # expect: 2
IO.inspect(Enum.member?(1..3, 2)) # expect: true
IO.inspect(Enum.max([1, 3, 2])) # expect: 3
IO.inspect(Enum.min_by(["aaa", "b"], &String.length/1)) # expect: "b"
IO.inspect(Enum.min_max([3, 1, 2])) # expect: {1, 3}
IO.inspect(Enum.sum(1..100)) # expect: 5050
IO.inspect(Enum.product([1, 2, 3])) # expect: 6
IO.inspect(Enum.sort([3, 1, 2])) # expect: [1, 2, 3]
IO.inspect(Enum.sort([3, 1, 2], :desc)) # expect: [3, 2, 1]
IO.inspect(Enum.sort(["b", "A", "a"])) # expect: ["A", "a", "b"]
IO.inspect(Enum.sort_by(["ccc", "a", "bb"], &String.length/1)) # expect: ["a", "bb", "ccc"]
IO.inspect(Enum.sort_by([%{n: 2}, %{n: 1}], & &1.n)) # expect: [%{n: 1}, %{n: 2}]
IO.inspect(Enum.take([1, 2, 3], 2)) # expect: [1, 2]
IO.inspect(Enum.take([1, 2, 3], -1)) # expect: [3]
IO.inspect(Enum.drop([1, 2, 3], 1)) # expect: [2, 3]
IO.inspect(Enum.take_while([1, 2, 3], &(&1 < 3))) # expect: [1, 2]
IO.inspect(Enum.slice([1, 2, 3, 4], 1..2)) # expect: [2, 3]
IO.inspect(Enum.at([1, 2], -1)) # expect: 2
IO.inspect(Enum.reverse([1, 2], [3])) # expect: [2, 1, 3]
IO.inspect(Enum.empty?(%{})) # expect: true
IO.inspect(Enum.random([5])) # expect: 5
IO.inspect(Enum.reduce_while(1..10, 0, fn x, a -> if x > 3, do: {:halt, a}, else: {:cont, a + x} end)) # expect: 6
IO.inspect(Enum.join([1, "b", :c], " ")) # expect: "1 b c"
IO.inspect(Enum.max_by([], & &1, fn -> :none end)) # expect: :none
