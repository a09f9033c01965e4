# An alias receives until it is taken back.
a = :erlang.alias()
send(a, :one)
IO.inspect((receive do x -> x after 100 -> :none end)) # expect: :one
IO.inspect(:erlang.unalias(a)) # expect: true
send(a, :two)
IO.inspect((receive do x -> x after 20 -> :none end)) # expect: :none
IO.inspect(:erlang.unalias(a)) # expect: false
me = self()
pid = spawn(fn -> receive do {:req, from} -> send(from, :reply) end end)
ref = :erlang.monitor(:process, pid, alias: :reply_demonitor)
send(pid, {:req, ref})
IO.inspect((receive do :reply -> :got after 1000 -> :none end)) # expect: :got
IO.inspect((receive do x -> x after 20 -> :no_down end)) # expect: :no_down
IO.inspect(is_reference(ref) and me == self()) # expect: true
