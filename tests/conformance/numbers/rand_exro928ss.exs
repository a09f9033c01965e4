# The same seed gives the same numbers: exro928ss.
s = :rand.seed_s(:exro928ss, {11, 22, 33})
{numbers, s} = Enum.map_reduce(1..5, s, fn _, s -> :rand.uniform_s(1000, s) end)
IO.inspect(numbers) # expect: [10, 415, 839, 576, 986]
{f, s} = :rand.uniform_s(s)
IO.inspect(f) # expect: 0.6594812542449864
{n, _} = :rand.normal_s(s)
IO.inspect(Float.round(n, 12)) # expect: -0.575055087723
IO.inspect(:rand.seed_s(:exro928ss, 7) |> then(&:rand.uniform_s(1_000_000, &1)) |> elem(0)) # expect: 159592
