# The same seed gives the same numbers: exsp.
s = :rand.seed_s(:exsp, {11, 22, 33})
{numbers, s} = Enum.map_reduce(1..5, s, fn _, s -> :rand.uniform_s(1000, s) end)
IO.inspect(numbers) # expect: [332, 517, 297, 819, 995]
{f, s} = :rand.uniform_s(s)
IO.inspect(f) # expect: 0.1898238014710949
{n, _} = :rand.normal_s(s)
IO.inspect(Float.round(n, 12)) # expect: -0.134193200622
IO.inspect(:rand.seed_s(:exsp, 7) |> then(&:rand.uniform_s(1_000_000, &1)) |> elem(0)) # expect: 977201
