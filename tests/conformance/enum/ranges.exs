# Ranges.
IO.inspect(Enum.to_list(1..5)) # expect: [1, 2, 3, 4, 5]
IO.inspect(Enum.to_list(5..1)) # expect: [5, 4, 3, 2, 1]
IO.inspect(Enum.to_list(1..0//1)) # expect: []
IO.inspect(Enum.count(1..10//3)) # expect: 4
IO.inspect(1..10//3 |> Enum.to_list()) # expect: [1, 4, 7, 10]
IO.inspect(Range.size(1..10)) # expect: 10
IO.inspect(Range.disjoint?(1..3, 4..5)) # expect: true
IO.inspect(first..last = 2..4) # expect: 2..4
IO.inspect({first, last}) # expect: {2, 4}
IO.inspect(Enum.member?(1..10//2, 4)) # expect: false
IO.inspect(Enum.sum(1..0//1)) # expect: 0
IO.inspect(Enum.slice(1..10, 2..4)) # expect: [3, 4, 5]
IO.inspect(Enum.reverse(1..3)) # expect: [3, 2, 1]
IO.inspect(Enum.at(1..5, 2)) # expect: 3
IO.inspect((1..3).first) # expect: 1
IO.inspect(Enum.random(3..3)) # expect: 3
IO.inspect(for i <- 3..1//-1, do: i) # expect: [3, 2, 1]
