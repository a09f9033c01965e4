# One child several times: a key finds the same partition each time, and a new child after one has died.
via = fn key -> {:via, PartitionSupervisor, {Cups, key}} end
why = fn fun -> try do fun.() rescue error -> Exception.message(error) catch :exit, reason -> reason end end
{:ok, _} = PartitionSupervisor.start_link(child_spec: {Agent, fn -> :tea end}, name: Cups, partitions: 3)
IO.inspect(PartitionSupervisor.partitions(Cups))   # expect: 3
IO.inspect(PartitionSupervisor.count_children(Cups))   # expect: %{active: 3, specs: 3, supervisors: 0, workers: 3}
IO.inspect(for {id, _, type, modules} <- PartitionSupervisor.which_children(Cups), do: {id, type, modules})   # expect: [{2, :worker, [Agent]}, {1, :worker, [Agent]}, {0, :worker, [Agent]}]
IO.inspect(Agent.get(via.("any"), & &1))   # expect: :tea
pid = fn key -> Agent.get(via.(key), fn _ -> self() end) end
IO.inspect({pid.(1) == pid.(4), pid.(1) == pid.(-4), pid.(0) == pid.(1), pid.("a") == pid.("a")})   # expect: {true, true, false, true}
old = pid.(2)
monitor = Process.monitor(old)
Process.exit(old, :kill)
receive do: ({:DOWN, ^monitor, _, _, _} -> :ok)
PartitionSupervisor.which_children(Cups)
IO.inspect(pid.(2) != old)   # expect: true
{:ok, _} = PartitionSupervisor.start_link(child_spec: {Agent, fn -> :no end}, name: Mugs, partitions: 2, with_arguments: fn [_], n -> [fn -> {:mug, n} end] end)
IO.inspect(Agent.get({:via, PartitionSupervisor, {Mugs, 1}}, & &1))   # expect: {:mug, 1}
IO.inspect(PartitionSupervisor.stop(Mugs))   # expect: :ok
IO.inspect(why.(fn -> PartitionSupervisor.partitions(Mugs) end))   # expect: {:noproc, {PartitionSupervisor, :partitions, [Mugs]}}
IO.inspect(why.(fn -> PartitionSupervisor.start_link(name: Jugs) end))   # expect: "the :child_spec option must be given to PartitionSupervisor"
IO.inspect(why.(fn -> PartitionSupervisor.start_link(child_spec: Agent, name: Jugs, partitions: 0) end), width: 150)   # expect: "the :partitions option must be a positive integer, got: 0"
IO.inspect(PartitionSupervisor.child_spec(name: Jugs), width: 150)   # expect: %{id: Jugs, start: {PartitionSupervisor, :start_link, [[name: Jugs]]}, type: :supervisor}
# What fails to start is told as it is.
{:ok, supervisor} = DynamicSupervisor.start_link(strategy: :one_for_one)
start = fn fun -> DynamicSupervisor.start_child(supervisor, %{id: 1, start: {Kernel, :apply, [fun, []]}}) end
IO.inspect(start.(fn -> exit(:cold) end))   # expect: {:error, :cold}
IO.inspect(elem(elem(start.(fn -> throw(:cup) end), 1), 0))   # expect: {:nocatch, :cup}
