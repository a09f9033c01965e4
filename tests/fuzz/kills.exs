# Kills processes in the midst of what they share: vial run kills.exs SEED ROUNDS. A round is one scene; what a
# scene finds wrong raises. Whoever is killed has to be gone within seconds, and what is left has to be whole.
defmodule Kill do
  @patience 5_000

  # Runs `bodies` as processes, kills each at a random moment, gives up when one does not die.
  def all(bodies) do
    started = for body <- bodies, do: spawn_monitor(body)

    for {pid, _} <- Enum.shuffle(started) do
      wait(:rand.uniform(400))
      Process.exit(pid, :kill)
    end

    for {pid, ref} <- started do
      receive do
        {:DOWN, ^ref, _, _, _} -> :ok
      after
        @patience -> raise "does not die: #{inspect(Process.info(pid))}"
      end
    end
  end

  # Some moments, by work rather than by the clock.
  def wait(turns), do: for(_ <- 1..turns, do: :erlang.yield())

  def until(holds, what, start \\ System.monotonic_time(:millisecond)) do
    cond do
      holds.() -> :ok
      System.monotonic_time(:millisecond) - start > @patience -> raise what
      true -> wait(10) && until(holds, what, start)
    end
  end

  # Errors are answers, and so are tables that others took away.
  def forever(body) do
    try do
      body.()
    rescue
      _ -> :ok
    catch
      _, _ -> :ok
    end

    forever(body)
  end
end

defmodule Scene do
  @long 20_000

  # --- natives that rest ------------------------------------------------------------------------------

  def natives do
    list = for i <- 1..@long, do: {rem(i * 7_919, @long), i}
    map = Map.new(list)
    text = :binary.copy("ab,cd;", @long)

    long = [
      fn -> Enum.sort(list) end,
      fn -> :lists.keysort(2, list) end,
      fn -> :lists.reverse(list ++ list) end,
      fn -> Map.merge(Map.new(list), map) end,
      fn -> Map.to_list(map) end,
      fn -> list -- list end,
      fn -> :binary.matches(text, [",", ";"]) end,
      fn -> String.split(text, ",") end,
      fn -> :erlang.binary_to_term(:erlang.term_to_binary(list)) end,
      fn -> :unicode.characters_to_list(text) end,
      fn -> Code.string_to_quoted(text) end,
      fn -> :ets.insert(:ets.new(:own, [Enum.random([:set, :ordered_set, :bag])]), list) end,
      fn -> send(self(), list) end,
      fn -> :persistent_term.put({:fuzz, 1}, 1) end,
      fn -> Regex.scan(~r/(a|b)+,?/, text) end
    ]

    Kill.all(for _ <- 1..6, do: fn -> Kill.forever(fn -> Enum.random(long).() end) end)
  end

  # --- one table, many hands ----------------------------------------------------------------------------

  @names [:fuzz_shared, :fuzz_renamed]

  def table do
    kind = Enum.random([:set, :ordered_set, :bag, :duplicate_bag])
    keeper = self()
    make(kind, keeper)
    Kill.all(for _ <- 1..6, do: fn -> Kill.forever(fn -> hand(kind, keeper) end) end)

    # Whom it was given to ends, and it comes back.
    Kill.until(fn -> Enum.all?(@names, &(:ets.info(&1, :owner) in [keeper, :undefined])) end, "a table is not inherited")

    for name <- @names, :ets.info(name, :size) != :undefined do
      objects = :ets.tab2list(name)
      if length(objects) != :ets.info(name, :size), do: raise("#{kind}: #{length(objects)} objects, size #{:ets.info(name, :size)}")
      for object <- objects, object not in :ets.lookup(name, elem(object, 0)), do: raise("#{kind}: #{inspect(object)} is not found")
      if kind == :ordered_set and objects != Enum.sort(objects), do: raise("out of order")
      :ets.delete(name)
    end
  end

  defp make(kind, keeper), do: :ets.new(hd(@names), [kind, :public, :named_table, {:heir, keeper, :inherited}])

  defp hand(kind, keeper) do
    t = Enum.random(@names)
    key = :rand.uniform(50)

    case :rand.uniform(18) do
      1 -> :ets.insert(t, {key, :binary.copy("x", 100)})
      2 -> :ets.insert(t, for(i <- 1..300, do: {i, key}))
      3 -> :ets.insert_new(t, for(i <- 1..30, do: {{key, i}, key}))
      4 -> :ets.delete(t, key)
      5 -> :ets.select(t, [{{:"$1", :_}, [{:>, :"$1", 25}], [:"$_"]}])
      6 -> :ets.select_delete(t, [{{:"$1", :_}, [{:<, :"$1", 25}], [true]}])
      7 -> Enum.reduce_while(1..20, :ets.match(t, :"$1", 7), fn _, {_, go_on} -> {:cont, :ets.match(go_on)} end)
      8 -> :ets.rename(t, Enum.random(@names))
      9 -> :ets.give_away(t, Enum.random([keeper, spawn(fn -> Kill.wait(100) end)]), :given)
      10 -> walk(t)
      11 -> if :rand.uniform(20) == 1, do: :ets.delete(t)
      12 -> make(kind, keeper)
      13 -> :ets.update_counter(t, key, {2, 1}, {key, 0})
      14 -> :ets.tab2list(t)
      15 -> :ets.foldl(fn {k, _}, n -> :ets.delete(t, k) && n end, 0, t)
      16 -> if :rand.uniform(10) == 1, do: :ets.delete_all_objects(t)
      17 -> :ets.select_replace(t, [{{:"$1", :"$2"}, [], [{{:"$1", {:const, key}}}]}])
      18 -> :ets.take(t, key)
    end
  end

  defp walk(t) do
    :ets.safe_fixtable(t, true)
    walk(t, :ets.first(t), 100)
    :ets.safe_fixtable(t, false)
  end

  defp walk(_, :"$end_of_table", _), do: :ok
  defp walk(_, _, 0), do: :ok

  defp walk(t, key, n) do
    if rem(n, 3) == 0, do: :ets.delete(t, key)
    walk(t, :ets.next(t, key), n - 1)
  end

  # --- a list is put into a table as a whole --------------------------------------------------------------

  def whole do
    size = Enum.random([2, 40, 3_000])
    t = :ets.new(:whole, [Enum.random([:set, :ordered_set]), :public])
    round = fn n -> :ets.insert(t, for(i <- 1..size, do: {i, n})) end
    round.(0)
    failed = self()
    writer = fn -> Enum.each(Stream.iterate(1, &(&1 + 1)), round) end

    reader = fn ->
      Kill.forever(fn ->
        for {a, b} <- [{1, size}, {size, 1}] do
          [{_, first}] = :ets.lookup(t, a)
          [{_, second}] = :ets.lookup(t, b)
          if second < first, do: send(failed, {:torn, first, second})
        end
      end)
    end

    Kill.all([writer, reader, reader])
    values = for {_, n} <- :ets.tab2list(t), uniq: true, do: n
    :ets.delete(t)
    if length(values) != 1, do: raise("a list stands half in the table: #{inspect(values)}")

    receive do
      {:torn, first, second} -> raise "#{second} beside #{first}"
    after
      0 -> :ok
    end
  end

  # --- servers ------------------------------------------------------------------------------------------

  defmodule Server do
    use GenServer
    def init(name), do: {:ok, name}
    def handle_call(:work, _, name), do: {:reply, Enum.sum(1..100), name}
    def handle_call(:slow, from, name), do: {:noreply, tap(name, fn _ -> spawn(fn -> GenServer.reply(from, :late) end) end)}
    def handle_cast({:die, why}, _), do: exit(why)
  end

  def servers do
    {:ok, supervisor} = DynamicSupervisor.start_link(strategy: :one_for_one, max_restarts: 1_000_000)
    {:ok, registry} = Registry.start_link(keys: Enum.random([:unique, :duplicate]), name: Fuzz.Registry, partitions: 2)

    bodies =
      for _ <- 1..5 do
        fn ->
          Kill.forever(fn ->
            case :rand.uniform(6) do
              1 -> DynamicSupervisor.start_child(supervisor, %{id: 1, start: {GenServer, :start_link, [Server, 1]}, restart: :temporary})
              2 -> for {_, pid, _, _} <- DynamicSupervisor.which_children(supervisor), :rand.uniform(2) == 1, do: Process.exit(pid, :kill)
              3 -> for {_, pid, _, _} <- DynamicSupervisor.which_children(supervisor), do: GenServer.call(pid, Enum.random([:work, :slow]), 20)
              4 -> Registry.register(Fuzz.Registry, :rand.uniform(5), self())
              5 -> Registry.dispatch(Fuzz.Registry, :rand.uniform(5), fn all -> for {pid, _} <- all, do: send(pid, :hello) end)
              6 -> Registry.unregister(Fuzz.Registry, :rand.uniform(5))
            end
          end)
        end
      end

    Kill.all(bodies)
    # Both still answer, and the dead are taken off the list.
    %{active: _} = DynamicSupervisor.count_children(supervisor)
    Kill.until(fn -> Registry.count(Fuzz.Registry) == 0 end, "the registry keeps entries of the dead")
    Supervisor.stop(registry)
    Supervisor.stop(supervisor)
  end

  def run(rounds) do
    for number <- 1..rounds do
      scene = Enum.random([:natives, :table, :whole, :servers])
      IO.puts("#{number} #{scene}")
      apply(__MODULE__, scene, [])
      flush()
    end
  end

  defp flush do
    receive do
      _ -> flush()
    after
      0 -> :ok
    end
  end
end

[seed, rounds] = Enum.map(System.argv(), &String.to_integer/1)
:rand.seed(:exsss, {seed, 3, 4})
Process.flag(:trap_exit, true)
Scene.run(rounds)
