# FizzBuzz in three ways.
IO.puts(inspect(for(n <- 1..15, do: (case {rem(n, 3), rem(n, 5)} do {0, 0} -> "FizzBuzz"; {0, _} -> "Fizz"; {_, 0} -> "Buzz"; _ -> n end)), width: 900)) # expect: [1, 2, "Fizz", 4, "Buzz", "Fizz", 7, 8, "Fizz", "Buzz", 11, "Fizz", 13, 14, "FizzBuzz"]
IO.puts(inspect(Stream.cycle([nil, nil, :fizz]) |> Stream.zip(Stream.cycle([nil, nil, nil, nil, :buzz])) |> Stream.with_index(1) |> Enum.take(5), width: 900)) # expect: [{{nil, nil}, 1}, {{nil, nil}, 2}, {{:fizz, nil}, 3}, {{nil, nil}, 4}, {{nil, :buzz}, 5}]
IO.puts(inspect(Enum.map_join(1..5, " ", fn n when rem(n, 3) == 0 -> "F"; n -> n end), width: 900)) # expect: "1 2 F 4 5"
