# Thousands of processes at once.
me = self()
pids = for i <- 1..5000, do: spawn(fn -> receive do {:add, n} -> send(me, i + n) end end)
Enum.each(pids, &send(&1, {:add, 1}))
total = Enum.reduce(1..5000, 0, fn _, acc -> receive do n -> acc + n end end)
IO.inspect(total) # expect: 12507500
IO.inspect(pids |> Enum.uniq() |> length()) # expect: 5000
