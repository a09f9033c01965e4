# A supervised pool: workers are killed while they work, the supervisor brings them back, and the
# queue hands every job out again until it is done.
defmodule Queue do
  use GenServer

  def start_link(jobs), do: GenServer.start_link(__MODULE__, jobs, name: __MODULE__)
  def take, do: GenServer.call(__MODULE__, :take)
  def done(job, result), do: GenServer.call(__MODULE__, {:done, job, result})
  def await, do: GenServer.call(__MODULE__, :await, 30_000)

  @impl true
  def init(jobs), do: {:ok, %{waiting: jobs, running: %{}, results: %{}, total: length(jobs), asker: nil}}

  @impl true
  def handle_call(:take, _from, %{waiting: []} = state), do: {:reply, :empty, state}

  def handle_call(:take, {pid, _}, %{waiting: [job | rest]} = state) do
    ref = Process.monitor(pid)
    {:reply, {:job, job}, %{state | waiting: rest, running: Map.put(state.running, ref, {pid, job})}}
  end

  def handle_call({:done, job, result}, {pid, _}, state) do
    {ref, _} = Enum.find(state.running, fn {_ref, entry} -> entry == {pid, job} end)
    Process.demonitor(ref, [:flush])
    results = Map.put(state.results, job, result)
    {:reply, :ok, finish(%{state | running: Map.delete(state.running, ref), results: results})}
  end

  def handle_call(:await, from, state), do: {:noreply, finish(%{state | asker: from})}

  @impl true
  def handle_info({:DOWN, ref, :process, _pid, _reason}, state) do
    case Map.pop(state.running, ref) do
      {nil, _} -> {:noreply, state}
      {{_pid, job}, running} -> {:noreply, %{state | running: running, waiting: [job | state.waiting]}}
    end
  end

  defp finish(%{asker: asker, results: results, total: total} = state)
       when asker != nil and map_size(results) == total do
    GenServer.reply(asker, results)
    %{state | asker: nil}
  end

  defp finish(state), do: state
end

defmodule Worker do
  use Task, restart: :permanent

  def start_link(number), do: Task.start_link(__MODULE__, :work, [number])

  def work(number) do
    case Queue.take() do
      {:job, job} ->
        # Every fifth job kills the first worker that tries it.
        if rem(job, 5) == 0 and :ets.insert_new(:victims, {job, number}), do: Process.exit(self(), :kill)
        Queue.done(job, job * job)

      :empty ->
        Process.sleep(5)
    end

    work(number)
  end
end

:ets.new(:victims, [:named_table, :public])
workers = for n <- 1..4, do: Supervisor.child_spec({Worker, n}, id: {:worker, n})
children = [{Queue, Enum.to_list(1..40)} | workers]
{:ok, supervisor} = Supervisor.start_link(children, strategy: :one_for_one, max_restarts: 100)

results = Queue.await()
IO.puts("jobs done: #{map_size(results)}")
IO.puts("workers killed on the way: #{:ets.info(:victims, :size)}")
IO.puts("sum of squares: #{results |> Map.values() |> Enum.sum()}")
IO.puts("workers alive: #{Supervisor.count_children(supervisor).active - 1}")
Supervisor.stop(supervisor)
