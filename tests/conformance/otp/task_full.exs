# Task and Task.Supervisor.
IO.inspect(Task.async(fn -> 1 + 1 end) |> Task.await()) # expect: 2
IO.inspect(Task.async(String, :upcase, ["a"]) |> Task.await()) # expect: "A"
IO.inspect([1, 2, 3] |> Enum.map(&Task.async(fn -> &1 * 2 end)) |> Task.await_many()) # expect: [2, 4, 6]
t = Task.async(fn -> :quick end)
IO.inspect(Task.yield(t, 1000)) # expect: {:ok, :quick}
t = Task.async(fn -> Process.sleep(60_000) end)
IO.inspect(Task.yield(t, 10)) # expect: nil
IO.inspect(Task.shutdown(t)) # expect: nil
t = Task.async(fn -> Process.sleep(60_000) end)
IO.inspect(Task.shutdown(t, :brutal_kill)) # expect: nil
t = Task.async(fn -> :done end)
Process.sleep(20)
IO.inspect(Task.shutdown(t)) # expect: {:ok, :done}
t1 = Task.async(fn -> :a end)
t2 = Task.async(fn -> Process.sleep(60_000) end)
IO.inspect(Task.yield_many([t1, t2], 100) |> Enum.map(&elem(&1, 1))) # expect: [{:ok, :a}, nil]
Task.shutdown(t2, :brutal_kill)
t = Task.async(fn -> Process.sleep(60_000) end)
IO.inspect((try do Task.await(t, 10) catch :exit, {r, {Task, :await, [_, ms]}} -> {r, ms} end)) # expect: {:timeout, 10}
IO.inspect(Task.shutdown(t, :brutal_kill)) # expect: nil
Process.flag(:trap_exit, true)
t = Task.async(fn -> exit(:bad) end)
IO.inspect((try do Task.await(t) catch :exit, {r, {Task, :await, _}} -> r end)) # expect: :bad
IO.inspect((receive do {:EXIT, p, r} when p == t.pid -> r end)) # expect: :bad
IO.inspect(1..4 |> Task.async_stream(&(&1 * &1)) |> Enum.to_list()) # expect: [ok: 1, ok: 4, ok: 9, ok: 16]
IO.inspect(1..4 |> Task.async_stream(fn n -> Process.sleep(10 * (5 - n)); n end, ordered: true, max_concurrency: 4) |> Enum.map(&elem(&1, 1))) # expect: [1, 2, 3, 4]
IO.inspect([30, 1] |> Task.async_stream(fn n -> Process.sleep(n * 5); n end, ordered: false, max_concurrency: 2) |> Enum.map(&elem(&1, 1))) # expect: [1, 30]
IO.inspect([1, 60_000] |> Task.async_stream(&Process.sleep/1, timeout: 50, on_timeout: :kill_task) |> Enum.to_list()) # expect: [ok: :ok, exit: :timeout]
IO.inspect(["a"] |> Task.async_stream(String, :duplicate, [2]) |> Enum.to_list()) # expect: [ok: "aa"]
IO.inspect(1..3 |> Task.async_stream(& &1) |> Enum.take(1)) # expect: [ok: 1]
IO.inspect(Task.completed(:v) |> Task.await()) # expect: :v
{:ok, pid} = Task.start(fn -> :ok end)
IO.inspect(is_pid(pid)) # expect: true
{:ok, sup} = Task.Supervisor.start_link()
IO.inspect(Task.Supervisor.async(sup, fn -> :sup end) |> Task.await()) # expect: :sup
t = Task.Supervisor.async_nolink(sup, fn -> exit(:crash) end)
IO.inspect(Task.yield(t)) # expect: {:exit, :crash}
IO.inspect(Task.Supervisor.async_stream(sup, 1..3, &(&1 + 1)) |> Enum.to_list()) # expect: [ok: 2, ok: 3, ok: 4]
IO.inspect(Task.Supervisor.async_stream_nolink(sup, [1, 2], fn 1 -> :ok; 2 -> exit(:two) end) |> Enum.to_list()) # expect: [ok: :ok, exit: :two]
{:ok, p} = Task.Supervisor.start_child(sup, fn -> Process.sleep(60_000) end)
IO.inspect(p in Task.Supervisor.children(sup)) # expect: true
IO.inspect(Task.Supervisor.terminate_child(sup, p)) # expect: :ok
IO.inspect(p in Task.Supervisor.children(sup)) # expect: false
IO.inspect(Task.child_spec(fn -> 1 end) |> Map.delete(:start)) # expect: %{id: Task, restart: :temporary}
defmodule Job do
  use Task, restart: :permanent
  def start_link(arg), do: Task.start_link(__MODULE__, :run, [arg])
  def run(arg), do: arg
end
IO.inspect(Job.child_spec(1)) # expect: %{id: Job, restart: :permanent, start: {Job, :start_link, [1]}}
IO.inspect(Task.async(fn -> Task.async(fn -> :nested end) |> Task.await() end) |> Task.await()) # expect: :nested
IO.inspect(Task.ignore(Task.async(fn -> 1 end))) # expect: nil
