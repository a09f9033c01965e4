# |> puts the left side first.
IO.inspect([3, 1, 2] |> Enum.sort() |> Enum.map(&(&1 * 2))) # expect: [2, 4, 6]
IO.inspect("a b" |> String.split() |> length) # expect: 2
IO.inspect(5 |> then(fn x -> x * x end)) # expect: 25
IO.inspect(-5 |> abs() |> Integer.to_string() |> String.pad_leading(3, "0")) # expect: "005"
f = fn x, y -> {x, y} end
IO.inspect(1 |> f.(2)) # expect: {1, 2}
IO.inspect(5 |> tap(fn x -> send(self(), x) end)) # expect: 5
