# Tasks.
t = Task.async(fn -> 1 + 1 end)
IO.inspect(Task.await(t)) # expect: 2
IO.inspect(Enum.map(1..3, fn i -> Task.async(fn -> i * i end) end) |> Task.await_many()) # expect: [1, 4, 9]
IO.inspect(Task.async_stream(1..4, fn x -> x * 2 end) |> Enum.to_list()) # expect: [ok: 2, ok: 4, ok: 6, ok: 8]
IO.inspect(Task.async_stream(1..4, fn x -> x end, max_concurrency: 2, ordered: true) |> Enum.map(fn {:ok, x} -> x end)) # expect: [1, 2, 3, 4]
t = Task.async(fn -> Process.sleep(:infinity) end)
IO.inspect(Task.yield(t, 10)) # expect: nil
IO.inspect(Task.shutdown(t, :brutal_kill)) # expect: nil
me = self()
{:ok, _} = Task.start(fn -> send(me, :started) end)
IO.inspect((receive do x -> x end)) # expect: :started
{:ok, sup} = Task.Supervisor.start_link()
IO.inspect(Task.Supervisor.async(sup, fn -> :supervised end) |> Task.await()) # expect: :supervised
t = Task.Supervisor.async_nolink(sup, fn -> exit(:oops) end)
IO.inspect(Task.yield(t)) # expect: {:exit, :oops}
IO.inspect(Task.completed(5) |> Task.await()) # expect: 5
r = try do Task.await(Task.async(fn -> Process.sleep(500) end), 10) catch :exit, {:timeout, {m, f, _}} -> {m, f} end
IO.inspect(r) # expect: {Task, :await}
