# Agent holds a value.
{:ok, a} = Agent.start_link(fn -> 1 end)
IO.inspect(Agent.get(a, & &1)) # expect: 1
IO.inspect(Agent.update(a, &(&1 + 1))) # expect: :ok
IO.inspect(Agent.get_and_update(a, fn n -> {n, n * 10} end)) # expect: 2
IO.inspect(Agent.get(a, & &1)) # expect: 20
IO.inspect(Agent.cast(a, fn n -> n + 1 end)) # expect: :ok
IO.inspect(Agent.get(a, & &1)) # expect: 21
IO.inspect(Agent.get(a, Kernel, :+, [5])) # expect: 26
IO.inspect(Agent.stop(a)) # expect: :ok
{:ok, _} = Agent.start_link(fn -> %{} end, name: Store)
Agent.update(Store, &Map.put(&1, :k, :v))
IO.inspect(Agent.get(Store, &Map.get(&1, :k))) # expect: :v
