# spawn, send, receive.
me = self()
pid = spawn(fn -> send(me, {:hi, self()}) end)
IO.inspect((receive do {:hi, ^pid} -> :got_it end)) # expect: :got_it
IO.inspect(is_pid(pid)) # expect: true
IO.inspect(send(me, :returned)) # expect: :returned
IO.inspect((receive do x -> x end)) # expect: :returned
r = receive do :never -> 1 after 0 -> :nothing end
IO.inspect(r) # expect: :nothing
IO.inspect(Process.alive?(me)) # expect: true
