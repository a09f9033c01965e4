# Registry: unique and duplicate keys, via names, dispatch.
{:ok, _} = Registry.start_link(keys: :unique, name: U)
{:ok, _} = Registry.start_link(keys: :duplicate, name: Dup)
IO.inspect(Registry.register(U, "k", :v) |> elem(0)) # expect: :ok
IO.inspect(Registry.lookup(U, "k") == [{self(), :v}]) # expect: true
IO.inspect(Registry.register(U, "k", 2) == {:error, {:already_registered, self()}}) # expect: true
IO.inspect(Registry.keys(U, self())) # expect: ["k"]
IO.inspect(Registry.update_value(U, "k", fn v -> {v, 1} end)) # expect: {{:v, 1}, :v}
{:ok, a} = Agent.start_link(fn -> 7 end, name: {:via, Registry, {U, :agent}})
IO.inspect(Agent.get({:via, Registry, {U, :agent}}, & &1)) # expect: 7
IO.inspect(Registry.count(U)) # expect: 2
Agent.stop(a)
IO.inspect(Registry.register(Dup, :t, 1) |> elem(0)) # expect: :ok
IO.inspect(Registry.register(Dup, :t, 2) |> elem(0)) # expect: :ok
IO.inspect(Registry.lookup(Dup, :t) |> Enum.map(&elem(&1, 1)) |> Enum.sort()) # expect: [1, 2]
Registry.dispatch(Dup, :t, fn entries -> for {pid, v} <- entries, do: send(pid, {:got, v}) end)
IO.inspect(Enum.sort(for _ <- 1..2, do: (receive do {:got, v} -> v end))) # expect: [1, 2]
IO.inspect(Registry.unregister(U, "k")) # expect: :ok
IO.inspect(Registry.lookup(U, "k")) # expect: []
