# A supervised system: registry, dynamic supervisor, event log, restarts.
defmodule Shop do
  defmodule Cart do
    use GenServer, restart: :transient
    def start_link(id), do: GenServer.start_link(__MODULE__, id, name: via(id))
    def via(id), do: {:via, Registry, {Shop.Registry, id}}
    def add(id, item, n), do: GenServer.call(via(id), {:add, item, n})
    def total(id), do: GenServer.call(via(id), :total)
    def crash(id), do: GenServer.cast(via(id), :crash)
    def checkout(id), do: GenServer.call(via(id), :checkout)

    @impl true
    def init(id), do: {:ok, %{id: id, items: replay(id)}, {:continue, :announce}}
    @impl true
    def handle_continue(:announce, state) do
      Agent.update(Shop.Log, fn log -> [{:started, state.id, map_size(state.items)} | log] end)
      {:noreply, state}
    end

    @impl true
    def handle_call({:add, item, n}, _, state) do
      event = {:added, state.id, item, n}
      Agent.update(Shop.Log, &[event | &1])
      state = apply_event(event, state)
      {:reply, state.items, state}
    end

    def handle_call(:total, _, state), do: {:reply, state.items |> Map.values() |> Enum.sum(), state}
    def handle_call(:checkout, from, state) do
      GenServer.reply(from, {:thanks, state.id})
      {:stop, :normal, state}
    end

    @impl true
    def handle_cast(:crash, _), do: exit(:crashed)

    defp replay(id) do
      events = Agent.get(Shop.Log, &Enum.reverse/1)
      Enum.reduce(events, %{items: %{}}, fn e, acc -> if match?({:added, ^id, _, _}, e), do: apply_event(e, acc), else: acc end).items
    end

    defp apply_event({:added, _, item, n}, state), do: update_in(state, [Access.key!(:items), Access.key(item, 0)], &(&1 + n))
  end

  def start do
    Supervisor.start_link(
      [
        {Registry, keys: :unique, name: Shop.Registry},
        %{id: Shop.Log, start: {Agent, :start_link, [fn -> [] end, [name: Shop.Log]]}},
        {DynamicSupervisor, name: Shop.Carts, strategy: :one_for_one}
      ],
      strategy: :rest_for_one
    )
  end
end

{:ok, sup} = Shop.start()
{:ok, cart} = DynamicSupervisor.start_child(Shop.Carts, {Shop.Cart, "a"})
# A cart's answer comes after it has told the log: so "a" is there before "b", and both before what is added.
0 = Shop.Cart.total("a")
{:ok, _} = DynamicSupervisor.start_child(Shop.Carts, {Shop.Cart, "b"})
0 = Shop.Cart.total("b")
IO.puts(inspect(Shop.Cart.add("a", :pen, 2), width: 900)) # expect: %{pen: 2}
IO.puts(inspect(Shop.Cart.add("a", :ink, 1), width: 900)) # expect: %{ink: 1, pen: 2}
IO.puts(inspect(Shop.Cart.add("b", :pad, 9), width: 900)) # expect: %{pad: 9}
ref = Process.monitor(cart)
Shop.Cart.crash("a")
IO.puts(inspect((receive do {:DOWN, ^ref, _, _, reason} -> reason end), width: 900)) # expect: :crashed
defmodule Wait do
  def for(f), do: if(f.(), do: :ok, else: (Process.sleep(1); Wait.for(f)))
end
Wait.for(fn -> match?([{pid, _}] when pid != cart, Registry.lookup(Shop.Registry, "a")) end)
IO.puts(inspect(Shop.Cart.total("a"), width: 900)) # expect: 3
IO.puts(inspect(Shop.Cart.add("a", :pen, 5), width: 900)) # expect: %{ink: 1, pen: 7}
IO.puts(inspect(Shop.Cart.checkout("a"), width: 900)) # expect: {:thanks, "a"}
Wait.for(fn -> Registry.lookup(Shop.Registry, "a") == [] end)
Wait.for(fn -> DynamicSupervisor.count_children(Shop.Carts).active == 1 end)
IO.puts(inspect(DynamicSupervisor.count_children(Shop.Carts), width: 900)) # expect: %{active: 1, specs: 1, supervisors: 0, workers: 1}
IO.puts(inspect(catch_exit = try do Shop.Cart.total("a") catch :exit, {reason, _} -> {:exited, reason} end, width: 900)) # expect: {:exited, :noproc}
IO.puts(inspect(catch_exit, width: 900)) # expect: {:exited, :noproc}
IO.puts(inspect(Agent.get(Shop.Log, &Enum.reverse/1), width: 900)) # expect: [{:started, "a", 0}, {:started, "b", 0}, {:added, "a", :pen, 2}, {:added, "a", :ink, 1}, {:added, "b", :pad, 9}, {:started, "a", 2}, {:added, "a", :pen, 5}]
IO.puts(inspect(Supervisor.stop(sup), width: 900)) # expect: :ok
