# The process dictionary.
IO.inspect(Process.put(:a, 1)) # expect: nil
IO.inspect(Process.put(:a, 2)) # expect: 1
IO.inspect(Process.get(:a)) # expect: 2
IO.inspect(Process.get(:b)) # expect: nil
IO.inspect(Process.get(:b, :default)) # expect: :default
IO.inspect(Process.delete(:a)) # expect: 2
IO.inspect(Process.get(:a)) # expect: nil
Process.put({:k, 1}, "v")
IO.inspect(Process.get({:k, 1})) # expect: "v"
me = self()
spawn(fn -> send(me, Process.get({:k, 1})) end)
IO.inspect((receive do x -> x end)) # expect: nil
