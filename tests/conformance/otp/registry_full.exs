# Registry: unique and duplicate keys, dispatch, match, metadata.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
{:ok, _} = Registry.start_link(keys: :unique, name: U)
IO.puts(inspect(Registry.register(U, :k, :v) |> elem(0), width: 900)) # expect: :ok
IO.puts(inspect(Registry.register(U, :k, :other) == {:error, {:already_registered, self()}}, width: 900)) # expect: true
IO.puts(inspect(Registry.lookup(U, :k) == [{self(), :v}], width: 900)) # expect: true
IO.puts(inspect(Registry.lookup(U, :none), width: 900)) # expect: []
IO.puts(inspect(Registry.update_value(U, :k, &{&1, :new}), width: 900)) # expect: {{:v, :new}, :v}
IO.puts(inspect(Registry.update_value(U, :none, & &1), width: 900)) # expect: :error
IO.puts(inspect(Registry.values(U, :k, self()), width: 900)) # expect: [v: :new]
IO.puts(inspect(Registry.keys(U, self()), width: 900)) # expect: [:k]
IO.puts(inspect(Registry.count(U), width: 900)) # expect: 1
IO.puts(inspect(Registry.count_match(U, :k, {:_, :new}), width: 900)) # expect: 1
IO.puts(inspect(Registry.match(U, :k, {:"$1", :_}) == [{self(), {:v, :new}}], width: 900)) # expect: true
IO.puts(inspect(Registry.unregister(U, :k), width: 900)) # expect: :ok
IO.puts(inspect(Registry.lookup(U, :k), width: 900)) # expect: []
{:ok, a} = Agent.start_link(fn -> 1 end, name: {:via, Registry, {U, "agent"}})
IO.puts(inspect(Agent.get({:via, Registry, {U, "agent"}}, & &1), width: 900)) # expect: 1
IO.puts(inspect(GenServer.whereis({:via, Registry, {U, "agent"}}) == a, width: 900)) # expect: true
{:ok, b} = Agent.start_link(fn -> 2 end, name: {:via, Registry, {U, "val", :meta}})
IO.puts(inspect(Registry.lookup(U, "val") == [{b, :meta}], width: 900)) # expect: true
IO.puts(inspect(Registry.whereis_name({U, "zz"}), width: 900)) # expect: :undefined
ref = Process.monitor(a)
Agent.stop(a)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
Process.sleep(20)
IO.puts(inspect(Registry.lookup(U, "agent"), width: 900)) # expect: []
{:ok, _} = Registry.start_link(keys: :duplicate, name: D, partitions: 2, meta: [m: 1])
for v <- 1..3, do: Registry.register(D, :topic, v)
IO.puts(inspect(Registry.lookup(D, :topic) |> Enum.map(&elem(&1, 1)) |> Enum.sort(), width: 900)) # expect: [1, 2, 3]
Registry.dispatch(D, :topic, fn entries -> for {pid, v} <- entries, do: send(pid, {:got, v}) end)
IO.puts(inspect(for(_ <- 1..3, do: (receive do {:got, v} -> v end)) |> Enum.sort(), width: 900)) # expect: [1, 2, 3]
IO.puts(inspect(Registry.match(D, :topic, :"$1", [{:>, :"$1", 1}]) |> length(), width: 900)) # expect: 2
IO.puts(inspect(Registry.unregister_match(D, :topic, 2), width: 900)) # expect: :ok
IO.puts(inspect(Registry.values(D, :topic, self()) |> Enum.sort(), width: 900)) # expect: [1, 3]
IO.puts(inspect(Registry.select(D, [{{:"$1", :_, :"$3"}, [], [{{:"$1", :"$3"}}]}]) |> Enum.sort(), width: 900)) # expect: [topic: 1, topic: 3]
IO.puts(inspect(Registry.count_select(D, [{{:_, :_, :_}, [], [true]}]), width: 900)) # expect: 2
IO.puts(inspect(Registry.meta(D, :m), width: 900)) # expect: {:ok, 1}
IO.puts(inspect(Registry.put_meta(D, :n, 2), width: 900)) # expect: :ok
IO.puts(inspect(Registry.meta(D, :n), width: 900)) # expect: {:ok, 2}
IO.puts(inspect(Registry.meta(D, :zz), width: 900)) # expect: :error
IO.puts(inspect(Registry.delete_meta(D, :n), width: 900)) # expect: :ok
IO.puts(inspect(Registry.dispatch(D, :empty, fn _ -> raise "never" end), width: 900)) # expect: :ok
IO.puts(inspect(error.(fn -> Registry.lookup(NoReg, :k) end), width: 900)) # expect: {ArgumentError, "unknown registry: NoReg"}
IO.puts(inspect(error.(fn -> Registry.register(NoReg, :k, 1) end), width: 900)) # expect: {ArgumentError, "unknown registry: NoReg"}
IO.puts(inspect(error.(fn -> Registry.update_value(D, :topic, & &1) end), width: 900)) # expect: {ArgumentError, "Registry.update_value/3 is not supported for duplicate registries"}
IO.puts(inspect(error.(fn -> Registry.start_link(keys: :nonsense, name: X) end), width: 900)) # expect: {ArgumentError, "expected :keys to be given and be one of :unique or :duplicate, got: :nonsense"}
IO.puts(inspect(error.(fn -> Registry.start_link(keys: :unique) end), width: 900)) # expect: {ArgumentError, "expected :name option to be present"}
IO.puts(inspect(Registry.child_spec(keys: :unique, name: R), width: 900)) # expect: %{id: R, start: {Registry, :start_link, [[keys: :unique, name: R]]}, type: :supervisor}
