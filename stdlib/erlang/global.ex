# stdlib/erlang/global.ex: names for processes that hold on all connected nodes, which is this one alone.
# Here: the names and their server, started by the first registration; locks.
# Not here: other nodes; names of one node (:erlang.register).
# Holds: the table has one entry a name; a name goes with its process, by the server's monitor.
defmodule :global do
  @moduledoc """
  Names that any term may be, for processes. There is one node, so a name is global at once.

  A server can be named `{:global, term}` wherever it may be named `{:via, module, term}`.
  """

  @server :global_name_server

  @doc "Gives a process a name: `:yes`, or `:no` when the name is taken or the process has another."
  def register_name(name, pid) when is_pid(pid), do: register_name(name, pid, &__MODULE__.random_exit_name/3)

  def register_name(name, pid, _resolve) when is_pid(pid), do: request({:register, name, pid})

  @doc "Gives a process a name, whoever had it: `:yes`."
  def re_register_name(name, pid) when is_pid(pid), do: re_register_name(name, pid, &__MODULE__.random_exit_name/3)

  def re_register_name(name, pid, _resolve) when is_pid(pid), do: request({:re_register, name, pid})

  @doc "Takes a name away. Answers `:ok`, also where there was none."
  def unregister_name(name) do
    request({:unregister, name})
    :ok
  end

  @doc "The process of a name, or `:undefined`."
  def whereis_name(name) do
    case :ets.whereis(@server) != :undefined and :ets.lookup(@server, name) do
      [{_, pid, _}] -> if :erlang.is_process_alive(pid), do: pid, else: :undefined
      _ -> :undefined
    end
  end

  @doc "The names that are taken."
  def registered_names do
    case :ets.whereis(@server) do
      :undefined -> []
      _ -> :ets.select(@server, [{{:"$1", :_, :_}, [], [:"$1"]}])
    end
  end

  @doc "Sends a message to the process of a name, which it answers. Exits with `:badarg` where there is none."
  def send(name, message) do
    case whereis_name(name) do
      :undefined ->
        :erlang.exit({:badarg, {name, message}})

      pid ->
        :erlang.send(pid, message)
        pid
    end
  end

  @doc "Nothing is to be agreed upon with other nodes: `:ok`."
  def sync, do: :ok

  @doc false
  # What settles a name that two nodes both gave away.
  def random_exit_name(_name, pid, other) do
    :erlang.exit(other, :kill)
    pid
  end

  @doc false
  def random_notify_name(name, pid, other) do
    :erlang.send(other, {:global_name_conflict, name})
    pid
  end

  @doc false
  def notify_all_name(name, pid, other) do
    :erlang.send(pid, {:global_name_conflict, name, other})
    :erlang.send(other, {:global_name_conflict, name, pid})
    :none
  end

  @doc "Takes the lock `{resource, requester}`: `true`, or `false` when others hold it after `retries` more tries."
  def set_lock(id), do: set_lock(id, [:erlang.node()], :infinity)
  def set_lock(id, nodes), do: set_lock(id, nodes, :infinity)

  def set_lock({resource, requester}, nodes, retries) do
    cond do
      request({:lock, resource, requester, self()}) == :yes ->
        true

      retries == 0 ->
        false

      true ->
        :timer.sleep(10)
        set_lock({resource, requester}, nodes, if(retries == :infinity, do: :infinity, else: retries - 1))
    end
  end

  @doc "Gives a lock back: `true`."
  def del_lock(id), do: del_lock(id, [:erlang.node()])

  def del_lock({resource, requester}, _nodes) do
    request({:unlock, resource, requester, self()})
    true
  end

  @doc "Calls `fun` while the lock is held; `:aborted` where it could not be had."
  def trans(id, fun), do: trans(id, fun, [:erlang.node()], :infinity)
  def trans(id, fun, nodes), do: trans(id, fun, nodes, :infinity)

  def trans(id, fun, nodes, retries) do
    if set_lock(id, nodes, retries) do
      try do
        fun.()
      after
        del_lock(id, nodes)
      end
    else
      :aborted
    end
  end

  # -- the server -----------------------------------------------------------------------------------------------

  defp request(request) do
    if :erlang.whereis(@server) == :undefined, do: start()
    :gen_server.call(@server, request, :infinity)
  end

  # Whoever comes second finds it started.
  defp start do
    case :gen_server.start({:local, @server}, __MODULE__, [], []) do
      {:ok, _} -> :ok
      {:error, {:already_started, _}} -> :ok
    end
  end

  @doc false
  def init(_) do
    :erlang.group_leader(:erlang.whereis(:user), self())
    :ets.new(@server, [:named_table, :protected, read_concurrency: true])
    {:ok, %{locks: %{}}}
  end

  @doc false
  def handle_call({:register, name, pid}, _from, state) do
    if whereis_name(name) == :undefined and :ets.match(@server, {:_, pid, :_}) == [] do
      insert(name, pid)
      {:reply, :yes, state}
    else
      {:reply, :no, state}
    end
  end

  def handle_call({:re_register, name, pid}, _from, state) do
    insert(name, pid)
    {:reply, :yes, state}
  end

  def handle_call({:unregister, name}, _from, state) do
    forget(name)
    {:reply, :ok, state}
  end

  def handle_call({:lock, resource, requester, pid}, _from, state) do
    case state.locks do
      # The same requester may take it once more, in a process that has it or in another.
      %{^resource => {^requester, holders}} ->
        held? = :lists.keymember(pid, 1, holders)
        {:reply, :yes, if(held?, do: state, else: hold(state, resource, requester, [{pid, :erlang.monitor(:process, pid)} | holders]))}

      %{^resource => _} ->
        {:reply, :no, state}

      _ ->
        {:reply, :yes, hold(state, resource, requester, [{pid, :erlang.monitor(:process, pid)}])}
    end
  end

  def handle_call({:unlock, resource, requester, pid}, _from, state) do
    case state.locks do
      %{^resource => {^requester, holders}} -> {:reply, :ok, release(state, resource, requester, holders, pid)}
      _ -> {:reply, :ok, state}
    end
  end

  @doc false
  def handle_cast(_message, state), do: {:noreply, state}

  @doc false
  def handle_info({:DOWN, monitor, :process, pid, _reason}, state) do
    :ets.select_delete(@server, [{{:_, pid, monitor}, [], [true]}])

    locks =
      for {resource, {requester, holders}} <- state.locks, reduce: state do
        state -> if :lists.keymember(pid, 1, holders), do: release(state, resource, requester, holders, pid), else: state
      end

    {:noreply, locks}
  end

  def handle_info(_message, state), do: {:noreply, state}

  defp insert(name, pid) do
    forget(name)
    :ets.insert(@server, {name, pid, :erlang.monitor(:process, pid)})
  end

  defp forget(name) do
    case :ets.take(@server, name) do
      [{_, _, monitor}] -> :erlang.demonitor(monitor, [:flush])
      [] -> true
    end
  end

  defp hold(state, resource, requester, holders),
    do: %{state | locks: :maps.put(resource, {requester, holders}, state.locks)}

  defp release(state, resource, requester, holders, pid) do
    case :lists.keytake(pid, 1, holders) do
      {:value, {_, monitor}, rest} ->
        :erlang.demonitor(monitor, [:flush])
        if rest == [], do: %{state | locks: :maps.remove(resource, state.locks)}, else: hold(state, resource, requester, rest)

      false ->
        state
    end
  end
end
