# spawn in all forms, spawn_opt, priorities, heap limits.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
me = self()
IO.inspect(is_pid(spawn(Kernel, :send, [me, :mfa]))) # expect: true
IO.inspect((receive do m -> m end)) # expect: :mfa
{pid, ref} = spawn_monitor(Kernel, :exit, [:mfa_exit])
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: :mfa_exit
Process.flag(:trap_exit, true)
pid = spawn_link(Kernel, :exit, [:linked])
IO.inspect((receive do {:EXIT, ^pid, r} -> r end)) # expect: :linked
{pid, ref} = Process.spawn(fn -> exit(:opt) end, [:monitor])
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: :opt
pid = Process.spawn(fn -> exit(:opt_link) end, [:link])
IO.inspect((receive do {:EXIT, ^pid, r} -> r end)) # expect: :opt_link
{pid, ref} = Process.spawn(fn -> receive do :go -> exit(Process.info(self(), :priority)) end end, [:monitor, priority: :high])
send(pid, :go)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: {:priority, :high}
IO.puts(inspect(error.(fn -> spawn(1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a fun\n"}
IO.puts(inspect(error.(fn -> Process.spawn(fn -> 1 end, [:nonsense]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: invalid spawn option\n"}
IO.puts(inspect(error.(fn -> spawn(:a, :b, :c) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 3rd argument: not a list\n"}
IO.inspect(Process.flag(:priority, :low)) # expect: :normal
IO.inspect(Process.flag(:priority, :normal)) # expect: :low
IO.puts(inspect(error.(fn -> Process.flag(:priority, :nonsense) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: invalid value for this process flag\n"}
IO.puts(inspect(error.(fn -> Process.flag(:nonsense, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: invalid process flag\n"}
IO.puts(inspect(error.(fn -> Process.flag(:trap_exit, :maybe) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: invalid value for this process flag\n"}
IO.inspect(Process.flag(:trap_exit, false)) # expect: true
IO.inspect(Process.info(self(), [:trap_exit, :priority])) # expect: [trap_exit: false, priority: :normal]
IO.inspect(Process.info(self(), :dictionary) |> elem(0)) # expect: :dictionary
IO.puts(inspect(error.(fn -> Process.info(self(), :nonsense) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: invalid item or item list\n"}
IO.inspect(Process.info(pid)) # expect: nil
IO.inspect(Process.info(pid, :links)) # expect: nil
IO.inspect(Process.alive?(self())) # expect: true
IO.inspect(Process.list() |> Enum.member?(self())) # expect: true
IO.inspect(self() |> inspect() |> String.starts_with?("#PID<")) # expect: true
