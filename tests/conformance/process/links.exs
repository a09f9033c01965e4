# A linked process takes its partners along, unless they trap exits.
Process.flag(:trap_exit, true)
pid = spawn_link(fn -> exit(:because) end)
IO.inspect((receive do {:EXIT, ^pid, r} -> r end)) # expect: :because
pid = spawn_link(fn -> :ok end)
IO.inspect((receive do {:EXIT, ^pid, r} -> r end)) # expect: :normal
me = self()
mid = spawn(fn ->
  child = spawn_link(fn -> receive do :die -> exit(:died) end end)
  send(me, {:child, child})
  receive do :never -> :ok end
end)
ref = Process.monitor(mid)
child = receive do {:child, c} -> c end
send(child, :die)
IO.inspect((receive do {:DOWN, ^ref, :process, _, r} -> r end)) # expect: :died
pid = spawn(fn -> receive do :stop -> exit(:later) end end)
Process.link(pid)
Process.unlink(pid)
ref = Process.monitor(pid)
send(pid, :stop)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> {:down, r}; {:EXIT, _, r} -> {:exit, r} end)) # expect: {:down, :later}
IO.inspect((receive do x -> x after 20 -> :nothing_more end)) # expect: :nothing_more
dead = spawn(fn -> :ok end)
r = Process.monitor(dead)
receive do {:DOWN, ^r, _, _, _} -> :ok end
Process.link(dead)
IO.inspect((receive do {:EXIT, ^dead, r} -> r end)) # expect: :noproc
