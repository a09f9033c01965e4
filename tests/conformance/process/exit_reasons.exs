# What links and monitors tell of every way to end.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
reason = fn f ->
  {pid, ref} = spawn_monitor(f)
  receive do {:DOWN, ^ref, :process, _, r} -> r end
end
strip = fn {r, [_ | _]} -> {r, :trace}; r -> r end
IO.inspect(reason.(fn -> :ok end)) # expect: :normal
IO.inspect(reason.(fn -> exit(:normal) end)) # expect: :normal
IO.inspect(reason.(fn -> exit(:shutdown) end)) # expect: :shutdown
IO.inspect(reason.(fn -> exit({:shutdown, 1}) end)) # expect: {:shutdown, 1}
IO.inspect(reason.(fn -> exit("text") end)) # expect: "text"
IO.inspect(reason.(fn -> Process.exit(self(), :kill) end)) # expect: :killed
IO.inspect(reason.(fn -> Process.exit(self(), :because) end)) # expect: :because
IO.inspect(reason.(fn -> Process.flag(:trap_exit, true); Process.exit(self(), :kill) end)) # expect: :killed
IO.inspect(reason.(fn -> spawn_link(fn -> exit(:child) end); receive do :never -> 1 end end)) # expect: :child
IO.inspect(reason.(fn -> Process.flag(:trap_exit, true); p = spawn_link(fn -> exit(:child) end); receive do {:EXIT, ^p, r} -> exit({:saw, r}) end end)) # expect: {:saw, :child}
IO.inspect(reason.(fn -> Process.flag(:trap_exit, true); send(self(), :x); receive do x -> exit(x) end end)) # expect: :x
quiet = fn f -> reason.(fn -> Process.flag(:trap_exit, true); p = spawn_link(fn -> try do f.() catch k, v -> exit({k, v}) end end); receive do {:EXIT, ^p, r} -> exit(r) end end) end
IO.inspect(quiet.(fn -> raise "boom" end)) # expect: {:error, %RuntimeError{message: "boom"}}
IO.inspect(quiet.(fn -> throw(:ball) end)) # expect: {:throw, :ball}
IO.inspect(quiet.(fn -> :erlang.error(:bad) end)) # expect: {:error, :bad}
IO.inspect(quiet.(fn -> exit(:plain) end)) # expect: {:exit, :plain}
p = spawn(fn -> receive do :never -> 1 end end)
IO.inspect(Process.exit(p, :normal)) # expect: true
IO.inspect(Process.alive?(p)) # expect: true
IO.inspect(Process.exit(p, :kill)) # expect: true
ref = Process.monitor(p)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r in [:killed, :noproc] end)) # expect: true
IO.inspect(Process.exit(p, :again)) # expect: true
IO.puts(inspect(error.(fn -> Process.exit(:a, :b) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a pid\n"}
IO.inspect((try do exit(:caught) catch :exit, r -> r end)) # expect: :caught
