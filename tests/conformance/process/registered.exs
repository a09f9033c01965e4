# Names: register, whereis, unregister, sending to names.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
me = self()
IO.inspect(Process.register(me, :me_here)) # expect: true
IO.inspect(Process.whereis(:me_here) == me) # expect: true
IO.inspect(:me_here in Process.registered()) # expect: true
IO.inspect(send(:me_here, :hello)) # expect: :hello
IO.inspect((receive do m -> m end)) # expect: :hello
IO.inspect(error.(fn -> Process.register(me, :other_name) end) |> elem(0)) # expect: ArgumentError
IO.puts(inspect(error.(fn -> Process.register(me, nil) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Process.register/2"}
IO.puts(inspect(error.(fn -> Process.register(me, :undefined) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Process.register/2"}
IO.inspect(error.(fn -> Process.register(spawn(fn -> :ok end) |> tap(fn p -> ref = Process.monitor(p); receive do {:DOWN, ^ref, _, _, _} -> :ok end end), :dead) end) |> elem(0)) # expect: ArgumentError
IO.inspect(Process.unregister(:me_here)) # expect: true
IO.puts(inspect(error.(fn -> Process.unregister(:me_here) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a pid\n"}
IO.inspect(Process.whereis(:me_here)) # expect: nil
IO.puts(inspect(error.(fn -> send(:me_here, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: invalid destination\n"}
IO.inspect(Process.info(me, :registered_name)) # expect: {:registered_name, []}
p = spawn(fn -> receive do :stop -> :ok end end)
Process.register(p, :worker)
IO.inspect(Process.info(p, :registered_name)) # expect: {:registered_name, :worker}
IO.inspect(error.(fn -> Process.register(me, :worker) end) |> elem(0)) # expect: ArgumentError
ref = Process.monitor(:worker)
send(:worker, :stop)
IO.inspect((receive do {:DOWN, ^ref, :process, {name, _}, reason} -> {name, reason} end)) # expect: {:worker, :normal}
IO.inspect(Process.whereis(:worker)) # expect: nil
ref = Process.monitor(:nobody_here)
IO.inspect((receive do {:DOWN, ^ref, :process, {name, _}, reason} -> {name, reason} end)) # expect: {:nobody_here, :noproc}
