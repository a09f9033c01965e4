# Jumps and exported states.
s = :rand.seed_s(:exsss, 5)
IO.inspect(:rand.jump(s) |> then(&:rand.uniform_s(1000, &1)) |> elem(0)) # expect: 34
IO.inspect(:rand.jump(:rand.seed_s(:exrop, 5)) |> then(&:rand.uniform_s(1000, &1)) |> elem(0)) # expect: 565
IO.inspect(:rand.export_seed_s(s) |> elem(0)) # expect: :exsss
IO.inspect(:rand.seed_s(:rand.export_seed_s(s)) |> then(&:rand.uniform_s(1000, &1)) |> elem(0)) # expect: 767
IO.inspect(:rand.uniform_s(1000, s) |> elem(0)) # expect: 767
:rand.seed(:exsss, 9)
IO.inspect({Enum.random(1..100), Enum.shuffle(1..5), Enum.take_random(1..10, 3)}) # expect: {29, [5, 4, 2, 1, 3], [10, 8, 3]}
IO.inspect(:rand.mwc59_seed(3) |> :rand.mwc59() |> is_integer()) # expect: true
