defmodule :supervisor do
  @moduledoc """
  A process that starts child processes in order, restarts them when they end, and ends them in
  reverse order.

  Children stand in a list, the youngest first. A child is
  `%{id, start, restart, shutdown, type, modules, pid}`; a pid is `:undefined` while it does not run
  and `{:restarting, pid}` while a restart is being tried again.
  """

  # Supervisor state: `name` for reports, `module` and `args` for code changes, `children` (for
  # simple_one_for_one: the template) and `dynamic` (pid => args) and the times of recent restarts.
  defp new(name, module, args) do
    %{name: name, module: module, args: args, strategy: nil, intensity: 1, period: 5, auto_shutdown: :never, children: [], dynamic: %{}, restarts: []}
  end

  @doc "Starts a supervisor whose children `module.init(args)` names."
  def start_link(module, args), do: :gen_server.start_link(:supervisor, {self(), module, args}, [])
  def start_link(name, module, args), do: :gen_server.start_link(name, :supervisor, {name, module, args}, [])

  @doc "Starts and adds a child: `{:ok, pid}`, or why not."
  def start_child(sup, spec), do: ask(sup, {:start_child, spec})
  @doc "Starts a child again that was terminated."
  def restart_child(sup, id), do: ask(sup, {:restart_child, id})
  @doc "Ends a child; its specification stays."
  def terminate_child(sup, id), do: ask(sup, {:terminate_child, id})
  @doc "Removes the specification of a child that does not run."
  def delete_child(sup, id), do: ask(sup, {:delete_child, id})
  @doc "All children: `{id, pid | :undefined | :restarting, type, modules}`."
  def which_children(sup), do: ask(sup, :which_children)
  @doc "How many there are: specs, active, supervisors, workers."
  def count_children(sup), do: ask(sup, :count_children)
  @doc "The specification of one child."
  def get_childspec(sup, id), do: ask(sup, {:get_childspec, id})

  defp ask(sup, request), do: :gen_server.call(sup, request, :infinity)

  @doc "Whether child specifications are well formed: `:ok` or `{:error, why}`."
  def check_childspecs(specs), do: check_childspecs(specs, :undefined)

  def check_childspecs(specs, _auto_shutdown) when is_list(specs) do
    case check_specs(specs, []) do
      {:ok, _} -> :ok
      error -> error
    end
  end

  def check_childspecs(other, _), do: {:error, {:badarg, other}}

  # --- the server --------------------------------------------------------------------------------------

  @doc false
  def init({name, module, args}) do
    :erlang.process_flag(:trap_exit, true)
    name = if is_pid(name), do: {name, module}, else: name

    case module.init(args) do
      {:ok, {flags, specs}} -> init_children(flags, specs, new(name, module, args))
      :ignore -> :ignore
      other -> {:stop, {:bad_return, {module, :init, other}}}
    end
  end

  defp init_children(flags, specs, state) do
    with {:ok, state} <- check_flags(flags, state), {:ok, children} <- check_specs(specs, []) do
      if state.strategy == :simple_one_for_one, do: init_simple(children, state), else: start_all(children, state)
    else
      {:error, {:supervisor_data, why}} -> {:stop, {:supervisor_data, why}}
      {:error, why} -> {:stop, {:start_spec, why}}
    end
  end

  defp init_simple([template], state), do: {:ok, %{state | children: [template]}}
  defp init_simple(children, _state), do: {:stop, {:bad_start_spec, children}}

  # Starts what is given in order; what ran already is ended again when one fails.
  defp start_all(specs, state) do
    case start_in_order(specs, [], state) do
      {:ok, children} ->
        {:ok, %{state | children: children}}

      {:error, children, child, reason} ->
        terminate_all(children, state)
        {:stop, {:shutdown, {:failed_to_start_child, child.id, reason}}}
    end
  end

  defp start_in_order([], started, _state), do: {:ok, started}

  defp start_in_order([child | rest], started, state) do
    case start_one(child, child_args(child)) do
      {:ok, :undefined} when child.restart == :temporary -> start_in_order(rest, started, state)
      {:ok, pid} -> start_in_order(rest, [%{child | pid: pid} | started], state)
      {:ok, pid, _extra} -> start_in_order(rest, [%{child | pid: pid} | started], state)
      {:error, reason} -> {:error, started, child, reason}
    end
  end

  defp child_args(%{start: {_, _, args}}), do: args

  defp start_one(%{start: {m, f, _}}, args) do
    case :erlang.apply(m, f, args) do
      {:ok, pid} when is_pid(pid) -> {:ok, pid}
      {:ok, pid, extra} when is_pid(pid) -> {:ok, pid, extra}
      :ignore -> {:ok, :undefined}
      {:error, reason} -> {:error, reason}
      other -> {:error, other}
    end
  catch
    :error, reason -> {:error, {:EXIT, {reason, __STACKTRACE__}}}
    :exit, reason -> {:error, {:EXIT, reason}}
    :throw, value -> {:error, {:EXIT, {{:nocatch, value}, __STACKTRACE__}}}
  end

  @doc false
  def handle_call({:start_child, args}, _from, %{strategy: :simple_one_for_one} = state) do
    [template] = state.children

    case start_one(template, child_args(template) ++ args) do
      {:ok, :undefined} -> {:reply, {:ok, :undefined}, state}
      {:ok, pid} -> {:reply, {:ok, pid}, put_dynamic(state, pid, args)}
      {:ok, pid, extra} -> {:reply, {:ok, pid, extra}, put_dynamic(state, pid, args)}
      error -> {:reply, error, state}
    end
  end

  def handle_call({:start_child, spec}, _from, state) do
    case check_spec(spec) do
      {:ok, child} -> add_child(find(state, child.id), child, state)
      {:error, why} -> {:reply, {:error, why}, state}
    end
  end

  def handle_call({:terminate_child, pid}, _from, %{strategy: :simple_one_for_one} = state) do
    [template] = state.children

    cond do
      not is_pid(pid) -> {:reply, {:error, :simple_one_for_one}, state}
      not is_map_key(state.dynamic, pid) -> {:reply, {:error, :not_found}, state}
      true ->
        end_child(%{template | pid: pid}, state)
        {:reply, :ok, %{state | dynamic: Map.delete(state.dynamic, pid)}}
    end
  end

  def handle_call({request, _}, _from, %{strategy: :simple_one_for_one} = state) when request in [:restart_child, :delete_child] do
    {:reply, {:error, :simple_one_for_one}, state}
  end

  def handle_call({:terminate_child, id}, _from, state) do
    case find(state, id) do
      nil ->
        {:reply, {:error, :not_found}, state}

      child ->
        end_child(child, state)

        if child.restart == :temporary,
          do: {:reply, :ok, drop(state, id)},
          else: {:reply, :ok, replace(state, %{child | pid: :undefined})}
    end
  end

  def handle_call({:restart_child, id}, _from, state) do
    case find(state, id) do
      nil -> {:reply, {:error, :not_found}, state}
      %{pid: :undefined} = child -> start_again(child, state)
      %{pid: {:restarting, _}} -> {:reply, {:error, :restarting}, state}
      _ -> {:reply, {:error, :running}, state}
    end
  end

  def handle_call({:delete_child, id}, _from, state) do
    case find(state, id) do
      nil -> {:reply, {:error, :not_found}, state}
      %{pid: :undefined} -> {:reply, :ok, drop(state, id)}
      %{pid: {:restarting, _}} -> {:reply, {:error, :restarting}, state}
      _ -> {:reply, {:error, :running}, state}
    end
  end

  def handle_call({:get_childspec, id}, _from, state) do
    child = if state.strategy == :simple_one_for_one, do: hd(state.children), else: find(state, id)
    {:reply, if(child, do: {:ok, child |> Map.delete(:pid) |> Map.put_new(:significant, false)}, else: {:error, :not_found}), state}
  end

  def handle_call(:which_children, _from, %{strategy: :simple_one_for_one, children: [template]} = state) do
    {:reply, for({pid, _} <- state.dynamic, do: {:undefined, shown(pid), template.type, template.modules}), state}
  end

  def handle_call(:which_children, _from, state) do
    {:reply, for(c <- state.children, do: {c.id, shown(c.pid), c.type, c.modules}), state}
  end

  def handle_call(:count_children, _from, %{strategy: :simple_one_for_one, children: [template]} = state) do
    count = map_size(state.dynamic)
    active = Enum.count(state.dynamic, fn {pid, _} -> is_pid(pid) end)
    {supervisors, workers} = if template.type == :supervisor, do: {count, 0}, else: {0, count}
    {:reply, [specs: 1, active: active, supervisors: supervisors, workers: workers], state}
  end

  def handle_call(:count_children, _from, %{children: children} = state) do
    supervisors = Enum.count(children, &(&1.type == :supervisor))
    active = Enum.count(children, &is_pid(&1.pid))
    {:reply, [specs: length(children), active: active, supervisors: supervisors, workers: length(children) - supervisors], state}
  end

  defp shown({:restarting, _}), do: :restarting
  defp shown(pid), do: pid

  defp add_child(nil, child, state) do
    case start_one(child, child_args(child)) do
      {:ok, :undefined} when child.restart == :temporary -> {:reply, {:ok, :undefined}, state}
      {:ok, pid} -> {:reply, {:ok, pid}, %{state | children: [%{child | pid: pid} | state.children]}}
      {:ok, pid, extra} -> {:reply, {:ok, pid, extra}, %{state | children: [%{child | pid: pid} | state.children]}}
      {:error, reason} -> {:reply, {:error, {reason, as_record(child)}}, state}
    end
  end

  defp add_child(%{pid: pid}, _child, state) when is_pid(pid), do: {:reply, {:error, {:already_started, pid}}, state}
  defp add_child(_, _child, state), do: {:reply, {:error, :already_present}, state}

  # A child as OTP's errors show it.
  defp as_record(child) do
    {:child, :undefined, child.id, child.start, child.restart, Map.get(child, :significant, false), child.shutdown,
     child.type, child.modules}
  end

  defp start_again(child, state) do
    case start_one(child, child_args(child)) do
      {:ok, pid} -> {:reply, {:ok, pid}, replace(state, %{child | pid: pid})}
      {:ok, pid, extra} -> {:reply, {:ok, pid, extra}, replace(state, %{child | pid: pid})}
      error -> {:reply, error, state}
    end
  end

  @doc false
  def handle_cast({:try_again, key}, state), do: try_again(key, state)
  def handle_cast(_message, state), do: {:noreply, state}

  @doc false
  def handle_info({:EXIT, pid, reason}, state) do
    case restart(find_pid(state, pid), reason, state) do
      {:ok, state} -> {:noreply, state}
      {:shutdown, state} -> {:stop, :shutdown, state}
    end
  end

  def handle_info(_message, state), do: {:noreply, state}

  @doc false
  def terminate(_reason, %{strategy: :simple_one_for_one, children: [template]} = state) do
    for {pid, _} <- state.dynamic, is_pid(pid), do: end_child(%{template | pid: pid}, state)
    :ok
  end

  def terminate(_reason, state), do: terminate_all(state.children, state)

  @doc false
  def code_change(_old, state, _extra) do
    case state.module.init(state.args) do
      {:ok, {flags, specs}} ->
        with {:ok, state} <- check_flags(flags, state), {:ok, children} <- check_specs(specs, []) do
          old = Map.new(state.children, &{&1.id, &1.pid})
          {:ok, %{state | children: children |> Enum.map(&%{&1 | pid: Map.get(old, &1.id, :undefined)}) |> Enum.reverse()}}
        end

      :ignore ->
        {:ok, state}

      other ->
        {:error, other}
    end
  end

  # --- finding -------------------------------------------------------------------------------------------

  defp find(state, id), do: Enum.find(state.children, &(&1.id === id))

  defp find_pid(%{strategy: :simple_one_for_one, children: [template]} = state, pid) do
    if is_map_key(state.dynamic, pid), do: %{template | pid: pid}, else: nil
  end

  defp find_pid(state, pid), do: Enum.find(state.children, &(&1.pid == pid))

  defp replace(state, child), do: %{state | children: Enum.map(state.children, &if(&1.id === child.id, do: child, else: &1))}
  defp drop(state, id), do: %{state | children: Enum.reject(state.children, &(&1.id === id))}
  defp put_dynamic(state, pid, args), do: %{state | dynamic: Map.put(state.dynamic, pid, args)}

  # --- restarting ------------------------------------------------------------------------------------------

  defp restart(nil, _reason, state), do: {:ok, state}

  defp restart(%{restart: :permanent} = child, reason, state) do
    report(:child_terminated, child, reason, state)
    within_intensity(child, state)
  end

  defp restart(child, reason, state) do
    normal = normal?(reason)
    unless normal, do: report(:child_terminated, child, reason, state)
    if child.restart == :transient and not normal, do: within_intensity(child, state), else: {:ok, forget(child, state)}
  end

  defp normal?(:normal), do: true
  defp normal?(:shutdown), do: true
  defp normal?({:shutdown, _}), do: true
  defp normal?(_), do: false

  defp forget(child, %{strategy: :simple_one_for_one} = state), do: %{state | dynamic: Map.delete(state.dynamic, child.pid)}
  defp forget(%{restart: :temporary} = child, state), do: drop(state, child.id)
  defp forget(child, state), do: replace(state, %{child | pid: :undefined})

  defp within_intensity(child, state) do
    now = :erlang.monotonic_time(:millisecond)
    recent = Enum.filter([now | state.restarts], &(now - &1 <= state.period * 1000))
    state = %{state | restarts: recent}

    if length(recent) <= state.intensity do
      restart_by_strategy(state.strategy, child, state)
    else
      report(:shutdown, child, :reached_max_restart_intensity, state)
      {:shutdown, forget(%{child | restart: :permanent}, state)}
    end
  end

  defp restart_by_strategy(:simple_one_for_one, child, state) do
    key = with {:restarting, pid} <- child.pid, do: {:restarting, pid}
    {args, dynamic} = Map.pop(state.dynamic, key)
    state = %{state | dynamic: dynamic}

    case start_one(child, child_args(child) ++ args) do
      {:ok, pid} -> {:ok, put_dynamic(state, pid, args)}
      {:ok, pid, _} -> {:ok, put_dynamic(state, pid, args)}
      {:error, reason} ->
        report(:start_error, child, reason, state)
        again = restarting(child.pid)
        later(again)
        {:ok, put_dynamic(state, again, args)}
    end
  end

  defp restart_by_strategy(:one_for_one, child, state) do
    case start_one(child, child_args(child)) do
      {:ok, pid} -> {:ok, replace(state, %{child | pid: pid})}
      {:ok, pid, _} -> {:ok, replace(state, %{child | pid: pid})}
      {:error, reason} -> failed_again(child, reason, state)
    end
  end

  # Children started after the one that ended are ended too, then all of them started in order.
  defp restart_by_strategy(:rest_for_one, child, state) do
    {younger, [_ | older]} = Enum.split_while(state.children, &(&1.id !== child.id))
    restart_group(younger ++ [%{child | pid: :undefined}], older, child, state)
  end

  defp restart_by_strategy(:one_for_all, child, state) do
    children = Enum.map(state.children, &if(&1.id === child.id, do: %{child | pid: :undefined}, else: &1))
    restart_group(children, [], child, state)
  end

  defp restart_group(group, older, child, state) do
    ended = terminate_all(group, state) |> Enum.reject(&(&1.restart == :temporary and &1.id !== child.id))

    case start_in_order(Enum.reverse(ended), older, state) do
      {:ok, children} ->
        {:ok, %{state | children: children}}

      {:error, started, failed, reason} ->
        report(:start_error, failed, reason, state)
        rest = ended |> Enum.take_while(&(&1.id !== failed.id))
        again = %{failed | pid: restarting(child.pid)}
        later({:id, failed.id})
        {:ok, %{state | children: rest ++ [again | started]}}
    end
  end

  defp failed_again(child, reason, state) do
    report(:start_error, child, reason, state)
    later({:id, child.id})
    {:ok, replace(state, %{child | pid: restarting(child.pid)})}
  end

  defp restarting({:restarting, _} = again), do: again
  defp restarting(pid), do: {:restarting, pid}

  defp later(key), do: :gen_server.cast(self(), {:try_again, key})

  defp try_again({:restarting, _} = key, %{children: [template]} = state) when is_map_key(state.dynamic, key) do
    answer(within_intensity(%{template | pid: key}, state))
  end

  defp try_again({:id, id}, state) do
    case find(state, id) do
      %{pid: {:restarting, _}} = child -> answer(within_intensity(child, state))
      _ -> {:noreply, state}
    end
  end

  defp try_again(_key, state), do: {:noreply, state}

  defp answer({:ok, state}), do: {:noreply, state}
  defp answer({:shutdown, state}), do: {:stop, :shutdown, state}

  # --- ending ----------------------------------------------------------------------------------------------

  # Youngest first, as they stand; gives them back without pids.
  defp terminate_all(children, state) do
    Enum.map(children, fn child ->
      end_child(child, state)
      %{child | pid: :undefined}
    end)
  end

  defp end_child(%{pid: pid} = child, state) when is_pid(pid) do
    case shutdown(pid, child.shutdown) do
      :ok -> :ok
      {:error, reason} -> unless child.restart != :permanent and normal?(reason), do: report(:shutdown_error, child, reason, state)
    end
  end

  defp end_child(_child, _state), do: :ok

  # Watches the child by a monitor and takes the link away, so that the end comes as one message
  # even when the child had unlinked itself.
  defp shutdown(pid, how) do
    ref = :erlang.monitor(:process, pid)
    :erlang.unlink(pid)

    receive do
      {:EXIT, ^pid, reason} ->
        receive do
          {:DOWN, ^ref, _, _, _} -> if normal?(reason), do: :ok, else: {:error, reason}
        end
    after
      0 -> shutdown(pid, ref, how)
    end
  end

  defp shutdown(pid, ref, :brutal_kill) do
    :erlang.exit(pid, :kill)

    receive do
      {:DOWN, ^ref, _, _, :killed} -> :ok
      {:DOWN, ^ref, _, _, reason} -> {:error, reason}
    end
  end

  defp shutdown(pid, ref, time) do
    :erlang.exit(pid, :shutdown)

    receive do
      {:DOWN, ^ref, _, _, reason} when reason == :shutdown or reason == :normal -> :ok
      {:DOWN, ^ref, _, _, {:shutdown, _}} -> :ok
      {:DOWN, ^ref, _, _, reason} -> {:error, reason}
    after
      time ->
        :erlang.exit(pid, :kill)

        receive do
          {:DOWN, ^ref, _, _, reason} -> {:error, reason}
        end
    end
  end

  # Supervisors' own reports are progress for a log; standard error hears of children from the
  # children themselves.
  defp report(_what, _child, _reason, _state), do: :ok

  # --- specifications ------------------------------------------------------------------------------------------

  defp check_flags({strategy, intensity, period}, state), do: check_flags(%{strategy: strategy, intensity: intensity, period: period}, state)

  defp check_flags(%{} = flags, state) do
    flags = Map.merge(%{strategy: :one_for_one, intensity: 1, period: 5, auto_shutdown: :never}, flags)

    cond do
      flags.strategy not in [:one_for_one, :one_for_all, :rest_for_one, :simple_one_for_one] ->
        {:error, {:supervisor_data, {:invalid_strategy, flags.strategy}}}

      not (is_integer(flags.intensity) and flags.intensity >= 0) ->
        {:error, {:supervisor_data, {:invalid_intensity, flags.intensity}}}

      not (is_integer(flags.period) and flags.period > 0) ->
        {:error, {:supervisor_data, {:invalid_period, flags.period}}}

      true ->
        {:ok, Map.merge(state, Map.take(flags, [:strategy, :intensity, :period, :auto_shutdown]))}
    end
  end

  defp check_flags(other, _state), do: {:error, {:supervisor_data, {:invalid_type, other}}}

  defp check_specs([], done), do: {:ok, Enum.reverse(done)}

  defp check_specs([spec | rest], done) do
    with {:ok, child} <- check_spec(spec) do
      if Enum.any?(done, &(&1.id === child.id)),
        do: {:error, {:duplicate_child_name, child.id}},
        else: check_specs(rest, [child | done])
    end
  end

  defp check_spec({id, start, restart, shutdown, type, modules}) do
    check_spec(%{id: id, start: start, restart: restart, shutdown: shutdown, type: type, modules: modules})
  end

  defp check_spec(%{id: id, start: {m, f, a}} = spec) when is_atom(m) and is_atom(f) and is_list(a) do
    type = Map.get(spec, :type, :worker)

    child = %{
      id: id,
      start: {m, f, a},
      restart: Map.get(spec, :restart, :permanent),
      shutdown: Map.get(spec, :shutdown, if(type == :worker, do: 5000, else: :infinity)),
      type: type,
      modules: Map.get(spec, :modules, [m]),
      pid: :undefined
    }

    cond do
      child.restart not in [:permanent, :transient, :temporary] -> {:error, {:invalid_restart_type, child.restart}}
      not shutdown?(child.shutdown) -> {:error, {:invalid_shutdown, child.shutdown}}
      child.type not in [:worker, :supervisor] -> {:error, {:invalid_child_type, child.type}}
      not (child.modules == :dynamic or is_list(child.modules)) -> {:error, {:invalid_modules, child.modules}}
      true -> {:ok, child}
    end
  end

  defp check_spec(%{id: _, start: start}), do: {:error, {:invalid_mfa, start}}
  defp check_spec(%{id: _}), do: {:error, :missing_start}
  defp check_spec(%{}), do: {:error, :missing_id}
  defp check_spec(other), do: {:error, {:invalid_child_spec, other}}

  defp shutdown?(:brutal_kill), do: true
  defp shutdown?(:infinity), do: true
  defp shutdown?(time), do: is_integer(time) and time >= 0
end
