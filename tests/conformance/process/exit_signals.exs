# Process.exit: reasons, kill, normal.
wait = fn pid -> ref = Process.monitor(pid); receive do {:DOWN, ^ref, _, _, r} -> r end end
pid = spawn(fn -> receive do :never -> 1 end end)
Process.exit(pid, :shutdown)
IO.inspect(wait.(pid) in [:shutdown, :noproc]) # expect: true
pid = spawn(fn -> receive do :never -> 1 end end)
ref = Process.monitor(pid)
Process.exit(pid, :normal)
IO.inspect(Process.alive?(pid)) # expect: true
Process.exit(pid, :kill)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: :killed
me = self()
pid = spawn(fn ->
  Process.flag(:trap_exit, true)
  send(me, :ready)
  receive do {:EXIT, from, r} -> send(me, {:trapped, from == me, r}) end
  receive do :never -> 1 end
end)
receive do :ready -> :ok end
Process.exit(pid, :hello)
IO.inspect((receive do {:trapped, b, r} -> {b, r} end)) # expect: {true, :hello}
ref = Process.monitor(pid)
Process.exit(pid, :kill)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: :killed
# An endless loop is killed too.
loop = spawn(fn -> f = fn f -> f.(f) end; f.(f) end)
ref = Process.monitor(loop)
Process.exit(loop, :kill)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: :killed
