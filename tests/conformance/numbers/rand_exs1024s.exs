# The same seed gives the same numbers: exs1024s.
s = :rand.seed_s(:exs1024s, {11, 22, 33})
{numbers, s} = Enum.map_reduce(1..5, s, fn _, s -> :rand.uniform_s(1000, s) end)
IO.inspect(numbers) # expect: [692, 194, 280, 918, 221]
{f, s} = :rand.uniform_s(s)
IO.inspect(f) # expect: 0.27096254669447584
{n, _} = :rand.normal_s(s)
IO.inspect(Float.round(n, 12)) # expect: -1.06146781111
IO.inspect(:rand.seed_s(:exs1024s, 7) |> then(&:rand.uniform_s(1_000_000, &1)) |> elem(0)) # expect: 335439
