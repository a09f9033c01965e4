# Names that any term may be, for one process each; a name goes with its process.
ask = fn fun -> try do fun.() catch kind, reason -> {kind, reason} end end
IO.inspect(:global.whereis_name({:cup, 1}))   # expect: :undefined
IO.inspect(:global.register_name({:cup, 1}, self()))   # expect: :yes
IO.inspect(:global.register_name({:cup, 1}, self()))   # expect: :no
IO.inspect(:global.whereis_name({:cup, 1}) == self())   # expect: true
IO.inspect(:global.send({:cup, 1}, :tea) == self())   # expect: true
receive do: (message -> IO.inspect(message))   # expect: :tea
IO.inspect(ask.(fn -> :global.send(:mug, :tea) end))   # expect: {:exit, {:badarg, {:mug, :tea}}}
{:ok, agent} = Agent.start(fn -> 7 end, name: {:global, "kettle"})
IO.inspect(Agent.get({:global, "kettle"}, & &1))   # expect: 7
IO.inspect(GenServer.whereis({:global, "kettle"}) == agent)   # expect: true
IO.inspect(Enum.sort(:global.registered_names()))   # expect: [{:cup, 1}, "kettle"]
IO.inspect(Agent.start(fn -> 8 end, name: {:global, "kettle"}) == {:error, {:already_started, agent}})   # expect: true
Agent.stop({:global, "kettle"})
IO.inspect(:global.whereis_name("kettle"))   # expect: :undefined
IO.inspect(ask.(fn -> Agent.get({:global, "kettle"}, & &1) end) |> elem(1) |> elem(0))   # expect: :noproc
IO.inspect(:global.unregister_name({:cup, 1}))   # expect: :ok
IO.inspect(:global.registered_names())   # expect: []
# Locks are the requester's, whoever asks for it.
IO.inspect(:global.set_lock({:stove, :ann}))   # expect: true
IO.inspect(:global.set_lock({:stove, :ben}, [node()], 0))   # expect: false
IO.inspect(:global.trans({:stove, :ben}, fn -> :cooked end, [node()], 0))   # expect: :aborted
IO.inspect(:global.del_lock({:stove, :ann}))   # expect: true
IO.inspect(:global.trans({:stove, :ben}, fn -> :cooked end))   # expect: :cooked
