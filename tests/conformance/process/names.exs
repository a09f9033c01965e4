# Registered names.
pid = spawn(fn -> receive do {:who, from} -> send(from, Process.info(self(), :registered_name)) end end)
IO.inspect(Process.register(pid, :server)) # expect: true
IO.inspect(Process.whereis(:server) == pid) # expect: true
IO.inspect(:server in Process.registered()) # expect: true
IO.inspect((try do Process.register(self(), :server) rescue ArgumentError -> :taken end)) # expect: :taken
send(:server, {:who, self()})
IO.inspect((receive do x -> x end)) # expect: {:registered_name, :server}
ref = Process.monitor(pid)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.inspect(Process.whereis(:server)) # expect: nil
IO.inspect(Process.register(self(), :server)) # expect: true
IO.inspect(Process.unregister(:server)) # expect: true
try do
  Process.unregister(:server)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a pid\n"
end
