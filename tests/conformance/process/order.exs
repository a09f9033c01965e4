# One sender's messages arrive in order.
me = self()
spawn(fn -> for i <- 1..1000, do: send(me, i) end)
got = for _ <- 1..1000, do: (receive do i -> i end)
IO.inspect(got == Enum.to_list(1..1000)) # expect: true
