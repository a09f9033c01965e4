defmodule :gen_server do
  @moduledoc """
  The generic server: a loop that holds a state and answers calls, casts and other messages through
  the callbacks of a module.
  """

  @doc "Starts a server. Options: `:timeout`, `:spawn_opt`, `:debug`, `:hibernate_after`."
  def start(mod, args, opts), do: :gen.start(:gen_server, :nolink, mod, args, opts)
  def start(name, mod, args, opts), do: :gen.start(:gen_server, :nolink, name, mod, args, opts)
  @doc "As `start`, linked."
  def start_link(mod, args, opts), do: :gen.start(:gen_server, :link, mod, args, opts)
  def start_link(name, mod, args, opts), do: :gen.start(:gen_server, :link, name, mod, args, opts)
  @doc "As `start`, monitored: `{:ok, {pid, ref}}`."
  def start_monitor(mod, args, opts), do: :gen.start(:gen_server, :monitor, mod, args, opts)
  def start_monitor(name, mod, args, opts), do: :gen.start(:gen_server, :monitor, name, mod, args, opts)

  @doc "Ends a server in order and waits for its end."
  def stop(server), do: :gen.stop(server)
  def stop(server, reason, timeout), do: :gen.stop(server, reason, timeout)

  @doc "Sends a request and waits for the reply."
  def call(server, request), do: call(server, request, 5000, [server, request])
  def call(server, request, timeout), do: call(server, request, timeout, [server, request, timeout])

  # The exit names the call as it was written.
  defp call(server, request, timeout, args) do
    {:ok, reply} = :gen.call(server, :"$gen_call", request, timeout)
    reply
  catch
    :exit, reason -> :erlang.exit({reason, {:gen_server, :call, args}})
  end

  @doc "Sends a request without waiting."
  def cast({:global, name}, request), do: cast_to(:global.whereis_name(name), request)
  def cast({:via, mod, name}, request), do: cast_to(mod.whereis_name(name), request)
  def cast({name, node} = dest, request) when is_atom(name) and is_atom(node), do: cast_to(dest, request)
  def cast(dest, request), do: cast_to(dest, request)

  defp cast_to(:undefined, _request), do: :ok

  defp cast_to(dest, request) do
    :erlang.send(dest, {:"$gen_cast", request})
    :ok
  catch
    _, _ -> :ok
  end

  @doc "Answers a call."
  def reply(from, reply), do: :gen.reply(from, reply)

  @doc "Calls the servers of this name on all `nodes`: `{replies, bad_nodes}`."
  def multi_call(nodes, name, request, timeout \\ :infinity) do
    answers =
      for node <- nodes do
        try do
          {:ok, reply} = :gen.call({name, node}, :"$gen_call", request, timeout)
          {:good, {node, reply}}
        catch
          :exit, _ -> {:bad, node}
        end
      end

    {for({:good, answer} <- answers, do: answer), for({:bad, node} <- answers, do: node)}
  end

  @doc "Casts to the servers of this name on all `nodes`."
  def abcast(nodes, name, request) do
    for node <- nodes, do: cast({name, node}, request)
    :abcast
  end

  @doc "Makes the calling process a server; never returns."
  def enter_loop(mod, opts, state), do: enter_loop(mod, opts, state, self(), :infinity)
  def enter_loop(mod, opts, state, {_, _} = name), do: enter_loop(mod, opts, state, name, :infinity)
  def enter_loop(mod, opts, state, {_, _, _} = name), do: enter_loop(mod, opts, state, name, :infinity)
  def enter_loop(mod, opts, state, timeout), do: enter_loop(mod, opts, state, self(), timeout)

  def enter_loop(mod, opts, state, name, timeout) do
    parent = hd(:erlang.get(:"$ancestors"))
    data = {parent, plain_name(name), mod, debug(opts), hibernate_after(opts)}
    go_on(data, state, timeout)
  end

  @doc false
  def init_it(starter, :self, name, mod, args, opts), do: init_it(starter, self(), name, mod, args, opts)

  def init_it(starter, parent, name, mod, args, opts) do
    data = {parent, plain_name(name), mod, debug(opts), hibernate_after(opts)}

    case call_init(mod, args) do
      {:ok, {:ok, state}} ->
        :proc_lib.init_ack(starter, {:ok, self()})
        loop(data, state)

      {:ok, {:ok, state, next}} ->
        :proc_lib.init_ack(starter, {:ok, self()})
        go_on(data, state, next)

      {:ok, {:stop, reason}} ->
        :gen.unregister_name(name)
        :proc_lib.init_ack(starter, {:error, reason})
        :erlang.exit(reason)

      {:ok, :ignore} ->
        :gen.unregister_name(name)
        :proc_lib.init_ack(starter, :ignore)
        :erlang.exit(:normal)

      {:ok, other} ->
        refuse(starter, name, {:bad_return_value, other})

      {:raised, class, reason, trace} ->
        :gen.unregister_name(name)
        :proc_lib.init_ack(starter, {:error, exit_reason(class, reason, trace)})
        :erlang.raise(class, reason, trace)
    end
  end

  defp refuse(starter, name, reason) do
    :gen.unregister_name(name)
    :proc_lib.init_ack(starter, {:error, reason})
    :erlang.exit(reason)
  end

  defp call_init(mod, args) do
    {:ok, mod.init(args)}
  catch
    :throw, value -> {:ok, value}
    class, reason -> {:raised, class, reason, __STACKTRACE__}
  end

  defp plain_name({:local, name}), do: name
  defp plain_name({:global, name}), do: name
  defp plain_name({:via, _, name}), do: name
  defp plain_name(pid), do: pid

  defp debug(opts) do
    case :lists.keyfind(:debug, 1, opts) do
      {_, list} -> :sys.debug_options(list)
      false -> []
    end
  end

  defp hibernate_after(opts) do
    case :lists.keyfind(:hibernate_after, 1, opts) do
      {_, ms} -> ms
      false -> :infinity
    end
  end

  # --- the loop ---------------------------------------------------------------------------------------
  # `data` is what does not change: {parent, name, module, debug options, hibernate_after}.

  defp go_on(data, state, :infinity), do: loop(data, state)
  defp go_on(data, state, :hibernate), do: :proc_lib.hibernate(:gen_server, :wake, [data, state])
  defp go_on(data, state, {:continue, term}), do: continue(data, state, term)
  defp go_on(data, state, timeout), do: loop_until(data, state, timeout)

  defp loop({_, _, _, _, :infinity} = data, state) do
    receive do
      message -> handle(data, state, message)
    end
  end

  defp loop({_, _, _, _, idle} = data, state) do
    receive do
      message -> handle(data, state, message)
    after
      idle -> :proc_lib.hibernate(:gen_server, :wake, [data, state])
    end
  end

  defp loop_until(data, state, timeout) do
    receive do
      message -> handle(data, state, message)
    after
      timeout -> handle(data, state, :timeout)
    end
  end

  @doc false
  def wake(data, state) do
    receive do
      message -> handle(data, state, message)
    end
  end

  defp handle({_, _, _, [], _} = data, state, message), do: dispatch(data, state, message)

  defp handle({parent, name, mod, debug, idle}, state, message) do
    debug = :sys.handle_debug(debug, &__MODULE__.print_event/3, name, {:in, message})
    dispatch({parent, name, mod, debug, idle}, state, message)
  end

  defp dispatch({_, _, mod, _, _} = data, state, {:"$gen_call", from, request} = message) do
    result =
      try do
        mod.handle_call(request, from, state)
      catch
        :throw, value -> value
        class, reason -> crash(data, state, message, from, class, reason, __STACKTRACE__)
      end

    case result do
      {:reply, reply, state} ->
        :gen.reply(from, reply)
        loop(data, state)

      {:reply, reply, state, next} ->
        :gen.reply(from, reply)
        go_on(data, state, next)

      {:stop, reason, reply, state} ->
        try do
          terminate(data, state, message, from, :exit, reason, [])
        after
          :gen.reply(from, reply)
        end

      other ->
        no_reply(data, state, message, from, other)
    end
  end

  defp dispatch({_, _, mod, _, _} = data, state, {:"$gen_cast", request} = message) do
    result =
      try do
        mod.handle_cast(request, state)
      catch
        :throw, value -> value
        class, reason -> crash(data, state, message, nil, class, reason, __STACKTRACE__)
      end

    no_reply(data, state, message, nil, result)
  end

  defp dispatch({parent, _, _, debug, _} = data, state, {:system, from, request}) do
    :sys.handle_system_msg(request, from, parent, :gen_server, debug, {data, state})
  end

  defp dispatch({parent, _, _, _, _} = data, state, {:EXIT, parent, reason} = message) do
    terminate(data, state, message, nil, :exit, reason, [])
  end

  defp dispatch({_, _, mod, _, _} = data, state, message) do
    result =
      try do
        info(mod, message, state)
      catch
        :throw, value -> value
        class, reason -> crash(data, state, message, nil, class, reason, __STACKTRACE__)
      end

    no_reply(data, state, message, nil, result)
  end

  defp info(mod, message, state) do
    if :erlang.function_exported(mod, :handle_info, 2) do
      mod.handle_info(message, state)
    else
      :vial_report.unhandled(mod, message)
      {:noreply, state}
    end
  end

  defp continue({_, _, mod, _, _} = data, state, term) do
    result =
      try do
        mod.handle_continue(term, state)
      catch
        :throw, value -> value
        class, reason -> crash(data, state, {:continue, term}, nil, class, reason, __STACKTRACE__)
      end

    no_reply(data, state, {:continue, term}, nil, result)
  end

  defp no_reply(data, _old, _message, _from, {:noreply, state}), do: loop(data, state)
  defp no_reply(data, _old, _message, _from, {:noreply, state, next}), do: go_on(data, state, next)
  defp no_reply(data, _old, message, from, {:stop, reason, state}), do: terminate(data, state, message, from, :exit, reason, [])
  defp no_reply(data, state, message, from, other), do: terminate(data, state, message, from, :exit, {:bad_return_value, other}, [])

  # --- the end ------------------------------------------------------------------------------------------

  defp crash(data, state, message, from, class, reason, trace) do
    terminate(data, state, message, from, class, reason, trace)
  end

  defp terminate({_, name, mod, _, _}, state, message, from, class, reason, trace) do
    reported = exit_reason(class, reason, trace)

    if :erlang.function_exported(mod, :terminate, 2) do
      try do
        mod.terminate(reported, state)
      catch
        :throw, _ -> :ok
        c, r ->
          t = __STACKTRACE__
          :vial_report.server(name, message, from, state, c, r, t)
          :erlang.exit(exit_reason(c, r, t))
      end
    end

    unless quiet?(class, reason), do: :vial_report.server(name, message, from, state, class, reason, trace)
    :erlang.exit(reported)
  end

  defp exit_reason(:error, reason, trace), do: {reason, trace}
  defp exit_reason(:exit, reason, _trace), do: reason
  defp exit_reason(:throw, value, trace), do: {{:nocatch, value}, trace}

  defp quiet?(:exit, reason) when reason in [:normal, :shutdown], do: true
  defp quiet?(:exit, {:shutdown, _}), do: true
  defp quiet?(_, _), do: false

  # --- system messages ------------------------------------------------------------------------------------

  @doc false
  def system_continue(parent, debug, {{_, name, mod, _, idle}, state}), do: loop({parent, name, mod, debug, idle}, state)

  @doc false
  def system_terminate(reason, parent, debug, {{_, name, mod, _, idle}, state}) do
    terminate({parent, name, mod, debug, idle}, state, [], nil, :exit, reason, [])
  end

  @doc false
  def system_code_change({{_, _, mod, _, _} = data, state}, _module, old, extra) do
    case mod.code_change(old, state, extra) do
      {:ok, state} -> {:ok, {data, state}}
      other -> other
    end
  end

  @doc false
  def system_get_state({_data, state}), do: {:ok, state}

  @doc false
  def system_replace_state(fun, {data, state}) do
    state = fun.(state)
    {:ok, state, {data, state}}
  end

  @doc false
  def format_status(opt, [pdict, sys_state, parent, debug, {{_, name, mod, _, _}, state}]) do
    shown =
      if :erlang.function_exported(mod, :format_status, 2) do
        mod.format_status(opt, [pdict, state])
      else
        [data: [{'State', state}]]
      end

    [
      {:header, 'Status for generic server ' ++ :io_lib.format('~p', [name])},
      {:data, [{'Status', sys_state}, {'Parent', parent}, {'Logged events', :sys.get_log(debug)}]}
      | List.wrap(shown)
    ]
  end

  @doc false
  def print_event(device, event, name), do: :io.format(device, '*DBG* ~tp got ~tp~n', [name, event])
end
