# An error in a process ends that process alone; its monitor gets reason and trace.
{pid, ref} = spawn_monitor(fn -> raise "boom" end)
IO.inspect((receive do {:DOWN, ^ref, :process, _, {e, st}} -> {e, is_list(st)} end)) # expect: {%RuntimeError{message: "boom"}, true}
{_, ref} = spawn_monitor(fn -> throw(:ball) end)
IO.inspect((receive do {:DOWN, ^ref, _, _, {e, _}} -> e end)) # expect: {:nocatch, :ball}
{_, ref} = spawn_monitor(fn -> :erlang.error(:x) end)
IO.inspect((receive do {:DOWN, ^ref, _, _, {e, _}} -> e end)) # expect: :x
{_, ref} = spawn_monitor(fn -> exit({:a, 1}) end)
IO.inspect((receive do {:DOWN, ^ref, _, _, r} -> r end)) # expect: {:a, 1}
{_, ref} = spawn_monitor(fn -> 1 + Process.get(:none, :a) end)
IO.inspect((receive do {:DOWN, ^ref, _, _, {e, _}} -> e end)) # expect: :badarith
{_, ref} = spawn_monitor(Nowhere, :nothing, [1])
IO.inspect((receive do {:DOWN, ^ref, _, _, {e, [{m, f, a, _} | _]}} -> {e, m, f, a} end)) # expect: {:undef, Nowhere, :nothing, [1]}
