# Supervisors that are full, tasks that have to be killed, children that are between two lives.
task = Task.async(fn -> Process.flag(:trap_exit, true); send(hd(Process.get(:"$callers")), :ready); Process.sleep(:infinity) end)
receive do: (:ready -> :ok)
IO.inspect(Task.shutdown(task, 1)) # expect: {:exit, :killed}

{:ok, sup} = Task.Supervisor.start_link(max_children: 1)
sleep = fn _ -> Process.sleep(:infinity) end

full = fn stream ->
  try do
    stream.(sup, [1, 2, 3], sleep, max_concurrency: 2) |> Enum.to_list()
  rescue
    e in RuntimeError -> {e.message, Task.Supervisor.children(sup)}
  end
end

IO.inspect(full.(&Task.Supervisor.async_stream/4), width: :infinity) # expect: {"reached the maximum number of tasks for this task supervisor. The maximum number of tasks that are allowed to run at the same time under this supervisor can be configured with the :max_children option passed to Task.Supervisor.start_link/1. When using async_stream or async_stream_nolink, make sure to configure :max_concurrency to be lower or equal to :max_children and pay attention to whether other tasks are also spawned under the same task supervisor.", []}
IO.inspect(full.(&Task.Supervisor.async_stream_nolink/4) == full.(&Task.Supervisor.async_stream/4)) # expect: true

# A stream is not misled by messages that look like its own.
Enum.map([1, 2], fn x -> send(self(), {:DOWN, make_ref(), :process, self(), x}) end)
IO.inspect(Enum.to_list(Task.async_stream(1..2, & &1))) # expect: [ok: 1, ok: 2]

IO.inspect(PartitionSupervisor.child_spec(name: {:via, Registry, :shop}).id) # expect: :shop

defmodule Moody do
  def start_link(counter) do
    if :counters.get(counter, 1) == 0 do
      :counters.add(counter, 1, 1)
      Agent.start_link(fn -> 0 end)
    else
      {:error, :not_now}
    end
  end
end

{:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one, max_restarts: 100_000_000)
counter = :counters.new(1, [])
{:ok, pid} = DynamicSupervisor.start_child(sup, %{id: 1, start: {Moody, :start_link, [counter]}})
ref = Process.monitor(pid)
Process.exit(pid, :kill)
receive do: ({:DOWN, ^ref, _, _, _} -> :ok)
IO.inspect(DynamicSupervisor.terminate_child(sup, pid)) # expect: :ok
IO.inspect(DynamicSupervisor.terminate_child(sup, pid)) # expect: {:error, :not_found}
IO.inspect(DynamicSupervisor.count_children(sup)) # expect: %{active: 0, specs: 0, supervisors: 0, workers: 0}

# Keys that mean something else in match specifications.
{:ok, _} = Registry.start_link(keys: :duplicate, name: Tricky)
for {key, value} <- [{:_, 1}, {:_, 2}, {:"$1", 3}, {"hello", 4}], do: Registry.register(Tricky, key, value)
IO.inspect(Registry.match(Tricky, :_, :_) |> Enum.map(&elem(&1, 1)) |> Enum.sort()) # expect: [1, 2]
IO.inspect(Registry.count_match(Tricky, :"$2", :_)) # expect: 0
Registry.unregister_match(Tricky, :_, 1)
IO.inspect(Tricky |> Registry.keys(self()) |> Enum.sort()) # expect: [:"$1", :_, "hello"]
Registry.unregister(Tricky, :_)
IO.inspect(Tricky |> Registry.keys(self()) |> Enum.sort()) # expect: [:"$1", "hello"]
IO.inspect(Registry.lookup(Tricky, "hello") == [{self(), 4}]) # expect: true
me = self()
IO.inspect(Registry.dispatch(Tricky, "hello", fn _ -> send(me, self() == me) end, parallel: true)) # expect: :ok
receive do: (here? when is_boolean(here?) -> IO.inspect(here?)) # expect: true

try do
  Registry.start_link(keys: :unique, name: Packed, compressed: :yes)
rescue
  e -> IO.puts(Exception.message(e)) # expect: expected :compressed to be a boolean, got: :yes
end

# Dispatching in parallel leaves a caller that traps exits no messages.
Process.flag(:trap_exit, true)
{:ok, _} = Registry.start_link(keys: :duplicate, name: Wide, partitions: 4)
{:ok, _} = Registry.register(Wide, :a, 1)
Registry.dispatch(Wide, :a, fn _ -> send(me, {:apart, self() != me}) end, parallel: true)
receive do: ({:apart, apart?} -> IO.inspect(apart?)) # expect: true
IO.inspect(receive do {:EXIT, _, _} = message -> message after 0 -> :none end) # expect: :none
