# Process.info.
pid = spawn(fn -> receive do :stop -> :ok end end)
send(pid, :a)
send(pid, :b)
IO.inspect(Process.info(pid, :message_queue_len)) # expect: {:message_queue_len, 2}
IO.inspect(Process.info(pid, :messages)) # expect: {:messages, [:a, :b]}
IO.inspect(Process.info(pid, :status)) # expect: {:status, :waiting}
IO.inspect(Process.info(self(), :status)) # expect: {:status, :running}
IO.inspect(Process.info(pid, :trap_exit)) # expect: {:trap_exit, false}
IO.inspect(Process.info(pid, :links)) # expect: {:links, []}
IO.inspect(Process.info(pid, :priority)) # expect: {:priority, :normal}
IO.inspect(Process.info(pid, [:registered_name, :monitors])) # expect: [registered_name: [], monitors: []]
IO.inspect(is_list(Process.info(pid))) # expect: true
ref = Process.monitor(pid)
send(pid, :stop)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.inspect(Process.info(pid)) # expect: nil
IO.inspect(Process.alive?(pid)) # expect: false
