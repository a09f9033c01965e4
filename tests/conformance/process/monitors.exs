# Monitors tell once, with the reason.
pid = spawn(fn -> receive do r -> exit(r) end end)
r1 = Process.monitor(pid)
r2 = Process.monitor(pid)
send(pid, {:my, "reason"})
IO.inspect((receive do {:DOWN, ^r1, :process, _, why} -> why end)) # expect: {:my, "reason"}
IO.inspect((receive do {:DOWN, ^r2, :process, _, why} -> why end)) # expect: {:my, "reason"}
r3 = Process.monitor(pid)
IO.inspect((receive do {:DOWN, ^r3, :process, _, why} -> why end)) # expect: :noproc
r4 = Process.monitor(:no_such_name)
IO.inspect((receive do {:DOWN, ^r4, :process, {name, n}, why} -> {name, n == node(), why} end)) # expect: {:no_such_name, true, :noproc}
pid = spawn(fn -> receive do :go -> :ok end end)
r5 = Process.monitor(pid)
IO.inspect(Process.demonitor(r5)) # expect: true
send(pid, :go)
IO.inspect((receive do m -> m after 20 -> :silent end)) # expect: :silent
{pid, ref} = spawn_monitor(fn -> :done end)
IO.inspect((receive do {:DOWN, ^ref, :process, _, why} -> why end)) # expect: :normal
