defmodule Registry.Partition do
  @moduledoc false
  # Owns the two tables of a partition, is linked to every registered process, and takes the entries
  # of those that end away.
  use GenServer

  def start_link(name, arg), do: GenServer.start_link(__MODULE__, arg, name: name)

  @impl true
  def init({kind, registry, i}) do
    Process.flag(:trap_exit, true)
    key_type = if kind == :unique, do: :set, else: :duplicate_bag
    options = [:public, read_concurrency: true, write_concurrency: true]
    pid_table = :ets.new(__MODULE__, [:duplicate_bag | options])
    key_table = :ets.new(__MODULE__, [key_type | options])
    true = :ets.insert(registry, {i, {pid_table, key_table}})
    {:ok, {registry, pid_table}}
  end

  # Whoever asks knows that all exits before its question have been served.
  @impl true
  def handle_call(:sync, _from, state), do: {:reply, :ok, state}

  @impl true
  def handle_info({:EXIT, pid, _reason}, {registry, pid_table} = state) do
    entries = :ets.take(pid_table, pid)
    listeners = :ets.lookup_element(registry, -1, 2)

    for {_, key, key_table} <- Enum.uniq(entries), removed?(key_table, key, pid), listener <- listeners do
      try do
        send(listener, {:unregister, registry, key, pid})
      rescue
        ArgumentError -> :ok
      end
    end

    {:noreply, state}
  end

  def handle_info(_message, state), do: {:noreply, state}

  defp removed?(key_table, key, pid) do
    Registry.delete_key(key_table, 1, {key, {pid, :_}})
  catch
    :error, :badarg -> false
  end
end
