# The same seed gives the same numbers: exrop.
s = :rand.seed_s(:exrop, {11, 22, 33})
{numbers, s} = Enum.map_reduce(1..5, s, fn _, s -> :rand.uniform_s(1000, s) end)
IO.inspect(numbers) # expect: [944, 827, 694, 617, 935]
{f, s} = :rand.uniform_s(s)
IO.inspect(f) # expect: 0.27248590108159987
{n, _} = :rand.normal_s(s)
IO.inspect(Float.round(n, 12)) # expect: -1.395465042864
IO.inspect(:rand.seed_s(:exrop, 7) |> then(&:rand.uniform_s(1_000_000, &1)) |> elem(0)) # expect: 824948
