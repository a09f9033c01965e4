# A busy process does not keep others from running.
# schedulers: 1
busy = spawn(fn -> f = fn f, n -> f.(f, n + 1) end; f.(f, 0) end)
me = self()
pids = for i <- 1..3, do: spawn(fn -> send(me, {:ran, i}) end)
IO.inspect(for _ <- pids, do: (receive do {:ran, i} -> i after 5000 -> :starved end)) # expect: [1, 2, 3]
Process.exit(busy, :kill)
IO.inspect(is_list(pids)) # expect: true
