# With a seed, random choices are the reference's.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
:rand.seed(:exsss, {1, 2, 3})
IO.inspect(Enum.shuffle(1..10)) # expect: [10, 3, 2, 5, 1, 7, 4, 6, 8, 9]
IO.inspect(Enum.random(1..1000)) # expect: 359
IO.inspect(Enum.random([:a, :b, :c, :d])) # expect: :b
IO.inspect(Enum.take_random(1..100, 5)) # expect: [3, 96, 69, 39, 34]
IO.inspect(Enum.take_random([1, 2, 3], 10) |> Enum.sort()) # expect: [1, 2, 3]
IO.inspect(Enum.take_random(1..100, 0)) # expect: []
IO.inspect(Enum.take_random(1..1000, 1)) # expect: [137]
IO.inspect(Enum.take_random(1..10, 128) |> length()) # expect: 10
IO.puts(inspect(error.(fn -> Enum.random([]) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.take_random([1], -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.take_random/2"}
IO.inspect(Enum.random(Stream.map(1..50, & &1))) # expect: 7
IO.inspect(Enum.random(%{a: 1, b: 2, c: 3})) # expect: {:c, 3}
IO.inspect(:rand.uniform(100)) # expect: 78
