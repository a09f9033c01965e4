# A supervisor starts its children in order and restarts them.
defmodule W do
  use GenServer
  def start_link({name, report}), do: GenServer.start_link(__MODULE__, {name, report}, name: name)
  def init({name, report}) do
    send(report, {:started, name})
    {:ok, name}
  end
  def handle_call(:pid, _, s), do: {:reply, self(), s}
end
me = self()
next = fn -> receive do m -> m after 2000 -> :nothing end end
children = for n <- [:a, :b, :c], do: Supervisor.child_spec({W, {n, me}}, id: n)
{:ok, sup} = Supervisor.start_link(children, strategy: :rest_for_one)
IO.inspect(for _ <- 1..3, do: next.()) # expect: [started: :a, started: :b, started: :c]
Process.exit(Process.whereis(:b), :kill)
IO.inspect([next.(), next.()]) # expect: [started: :b, started: :c]
IO.inspect(Supervisor.count_children(sup)) # expect: %{active: 3, specs: 3, supervisors: 0, workers: 3}
IO.inspect(Supervisor.which_children(sup) |> Enum.map(fn {id, pid, type, mods} -> {id, is_pid(pid), type, mods} end)) # expect: [{:c, true, :worker, [W]}, {:b, true, :worker, [W]}, {:a, true, :worker, [W]}]
IO.inspect(Supervisor.terminate_child(sup, :a)) # expect: :ok
IO.inspect(Process.whereis(:a)) # expect: nil
IO.inspect(elem(Supervisor.restart_child(sup, :a), 0)) # expect: :ok
IO.inspect(next.()) # expect: {:started, :a}
IO.inspect(Supervisor.delete_child(sup, :a)) # expect: {:error, :running}
IO.inspect(Supervisor.stop(sup)) # expect: :ok
IO.inspect(Process.whereis(:c)) # expect: nil
{:ok, all} = Supervisor.start_link(children, strategy: :one_for_all)
IO.inspect(for _ <- 1..3, do: next.()) # expect: [started: :a, started: :b, started: :c]
Process.exit(Process.whereis(:c), :kill)
IO.inspect(for _ <- 1..3, do: next.()) # expect: [started: :a, started: :b, started: :c]
Supervisor.stop(all)
{:ok, dyn} = DynamicSupervisor.start_link(strategy: :one_for_one)
{:ok, p} = DynamicSupervisor.start_child(dyn, {W, {:d, me}})
IO.inspect(next.()) # expect: {:started, :d}
IO.inspect(DynamicSupervisor.count_children(dyn)) # expect: %{active: 1, specs: 1, supervisors: 0, workers: 1}
Process.exit(p, :kill)
IO.inspect(next.()) # expect: {:started, :d}
IO.inspect(DynamicSupervisor.terminate_child(dyn, Process.whereis(:d))) # expect: :ok
IO.inspect(DynamicSupervisor.which_children(dyn)) # expect: []
