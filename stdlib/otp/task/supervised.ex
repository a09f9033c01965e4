defmodule Task.Supervised do
  @moduledoc false
  # The process of a task, and the stream of tasks behind Task.async_stream.

  def start(owner, callers, mfa), do: {:ok, :proc_lib.spawn(__MODULE__, :noreply, [owner, get_ancestors(), callers, mfa])}

  def start_link(owner, callers, mfa) do
    {:ok, :proc_lib.spawn_link(__MODULE__, :noreply, [owner, get_ancestors(), callers, mfa])}
  end

  def start_link(owner, callers, monitor, mfa) do
    {:ok, :proc_lib.spawn_link(__MODULE__, :reply, [owner, get_ancestors(), callers, monitor, mfa])}
  end

  defp get_ancestors, do: [self()]

  # Waits to be told the reference, runs, and answers to it.
  def reply({_, _, owner_pid} = owner, _ancestors, callers, monitor, mfa) do
    watch = if monitor == :monitor, do: Process.monitor(owner_pid), else: nil

    receive do
      {^owner_pid, ref, reply_to} ->
        remember(callers, mfa)
        watch && Process.demonitor(watch, [:flush])
        send(reply_to, {ref, invoke(owner, mfa)})

      {:DOWN, ^watch, _, _, reason} when watch != nil ->
        exit({:shutdown, reason})
    after
      # Only an owner that died before it told the reference can take so long.
      5_000 -> exit(:timeout)
    end
  end

  def noreply(owner, _ancestors, callers, mfa) do
    remember(callers, mfa)
    invoke(owner, mfa)
  end

  defp remember(callers, {m, f, args} = mfa) do
    Process.put(:"$callers", callers)
    Process.put(:"$initial_call", initial_call(mfa, {m, f, length(args)}))
  end

  defp initial_call({:erlang, :apply, [fun, []]}, _) when is_function(fun) do
    {:module, module} = :erlang.fun_info(fun, :module)
    {:name, name} = :erlang.fun_info(fun, :name)
    {module, name, 0}
  end

  defp initial_call(_, mfa), do: mfa

  # Reports what goes wrong, then ends with the reason a plain process would end with.
  defp invoke(owner, {module, fun, args} = mfa) do
    apply(module, fun, args)
  catch
    :exit, value when value == :normal or value == :shutdown -> exit(value)
    :exit, {:shutdown, _} = value -> exit(value)
    class, value -> failed(owner, mfa, class, value, __STACKTRACE__)
  end

  defp failed({_, starter, _}, mfa, class, value, trace) do
    :vial_report.task(starter, mfa, class, value, trace)

    case class do
      :exit -> exit(value)
      :error -> exit({value, trace})
      :throw -> exit({{:nocatch, value}, trace})
    end
  end

  # --- streams --------------------------------------------------------------------------------------------

  def validate_stream(options) do
    max = Keyword.get_lazy(options, :max_concurrency, &System.schedulers_online/0)

    unless is_integer(max) and max > 0 do
      raise ArgumentError, ":max_concurrency must be an integer greater than zero"
    end

    on_timeout = Keyword.get(options, :on_timeout, :exit)

    %{
      max_concurrency: max,
      on_timeout: on_timeout,
      timeout: Keyword.get(options, :timeout, 5000),
      ordered: Keyword.get(options, :ordered, true),
      zip: Keyword.get(options, :zip_input_on_exit, false)
    }
  end

  # An Enumerable.reduce/3 of the results. A monitor process spawns the tasks, so that they do not
  # outlive this process and their messages do not mix with the owner's; it tells of each end.
  def stream(enumerable, acc, reducer, callers, fun, options, spawn) when is_map(options) do
    parent = self()
    {:trap_exit, trap?} = Process.info(parent, :trap_exit)
    {:ok, monitor} = :proc_lib.start_link(__MODULE__, :stream_monitor, [parent, spawn, trap?, options.timeout])
    ref = Process.monitor(monitor)
    send(monitor, {parent, ref})

    next = &Enumerable.reduce(enumerable, &1, fn x, acc -> {:suspend, [x | acc]} end)

    state = %{
      fun: fun,
      options: options,
      reducer: reducer,
      monitor: monitor,
      ref: ref,
      callers: callers,
      waiting: %{},
      spawned: 0,
      delivered: 0,
      free: options.max_concurrency
    }

    run(acc, next, state)
  end

  # Asked to stop or to wait by the consumer.
  defp run({:suspend, acc}, next, state), do: {:suspended, acc, &run(&1, next, state)}

  defp run({:halt, acc}, next, state) do
    close(next)
    close_monitor(state)
    {:halted, acc}
  end

  # Starts tasks while there is room, unless the source has ended.
  defp run({:cont, acc}, next, %{free: free} = state) when next != :done and free > 0 do
    case pull(next, state) do
      {:suspended, [value], next} ->
        {waiting, spawned} = start_task(value, state)
        run({:cont, acc}, next, %{state | waiting: waiting, spawned: spawned, free: free - 1})

      {_done, [value]} ->
        {waiting, spawned} = start_task(value, state)
        run({:cont, acc}, :done, %{state | waiting: waiting, spawned: spawned, free: free - 1})

      {_done, []} ->
        run({:cont, acc}, :done, state)
    end
  end

  defp run({:cont, acc}, :done, %{waiting: waiting} = state) when map_size(waiting) == 0 do
    close_monitor(state)
    {:done, acc}
  end

  defp run({:cont, acc}, next, state) do
    %{monitor: monitor, ref: ref} = state

    receive do
      # A task has told its result; its place is free when it has ended too.
      {{^ref, position}, reply} ->
        settle(position, {:ok, reply}, acc, next, state)

      {:down, {^ref, position}, reason} ->
        ended(position, reason, acc, next, state)

      {:DOWN, ^ref, _, ^monitor, reason} ->
        close(next)
        exit({reason, {__MODULE__, :stream, [state.options.timeout]}})
    end
  end

  defp pull(next, state) do
    next.({:cont, []})
  catch
    kind, reason ->
      trace = __STACKTRACE__
      close_monitor(state)
      :erlang.raise(kind, reason, trace)
  end

  defp start_task(value, %{monitor: monitor, ref: ref, spawned: position} = state) do
    send(monitor, {:spawn, {ref, position}, mfa(value, state.fun)})
    kept = if state.options.zip, do: {:input, value}, else: nil
    {Map.put(state.waiting, position, {:running, kept}), position + 1}
  end

  defp mfa(value, {m, f, a}), do: {m, f, [value | a]}
  defp mfa(value, fun), do: {:erlang, :apply, [fun, [value]]}

  defp settle(position, result, acc, next, state) do
    {:running, kept} = Map.fetch!(state.waiting, position)
    run({:cont, acc}, next, %{state | waiting: Map.put(state.waiting, position, {:replied, result, kept})})
  end

  defp ended(position, reason, acc, next, state) do
    case Map.fetch!(state.waiting, position) do
      {:replied, result, _} ->
        finish(position, result, acc, next, state)

      {:running, _} when reason == :vial_max_children ->
        close(next)
        close_monitor(state)

        raise """
        #{max_children()}. When using async_stream or async_stream_nolink, make sure to configure \
        :max_concurrency to be lower or equal to :max_children and pay attention to whether other tasks \
        are also spawned under the same task supervisor.\
        """

      {:running, _} when reason == :vial_timeout and state.options.on_timeout == :exit ->
        close(next)
        close_monitor(state)
        exit({:timeout, {__MODULE__, :stream, [state.options.timeout]}})

      {:running, kept} ->
        reason = if reason == :vial_timeout, do: :timeout, else: reason
        finish(position, exit_result(reason, kept), acc, next, state)
    end
  end

  # What both a stream and a single task say of a supervisor that is full.
  def max_children do
    """
    reached the maximum number of tasks for this task supervisor. The maximum number \
    of tasks that are allowed to run at the same time under this supervisor can be \
    configured with the :max_children option passed to Task.Supervisor.start_link/1\
    """
  end

  defp exit_result(reason, {:input, value}), do: {:exit, {value, reason}}
  defp exit_result(reason, nil), do: {:exit, reason}

  # In order: a finished result waits until those before it are delivered; the place is free at once.
  defp finish(position, result, acc, next, %{options: %{ordered: false}} = state) do
    waiting = Map.delete(state.waiting, position)
    deliver(acc, [result], next, %{state | waiting: waiting, free: state.free + 1})
  end

  defp finish(position, result, acc, next, state) do
    waiting = Map.put(state.waiting, position, {:done, result})
    {results, waiting, delivered} = ready(waiting, state.delivered, [])
    deliver(acc, results, next, %{state | waiting: waiting, delivered: delivered, free: state.free + length(results)})
  end

  defp ready(waiting, position, results) do
    case waiting do
      %{^position => {:done, result}} -> ready(Map.delete(waiting, position), position + 1, [result | results])
      _ -> {Enum.reverse(results), waiting, position}
    end
  end

  defp deliver(acc, [], next, state), do: run({:cont, acc}, next, state)

  defp deliver(acc, [result | results], next, state) do
    case reduce(result, acc, next, state) do
      {:cont, acc} -> deliver(acc, results, next, state)
      {:halt, acc} -> run({:halt, acc}, next, state)
      {:suspend, acc} -> {:suspended, acc, &deliver_later(&1, results, next, state)}
    end
  end

  defp deliver_later({:cont, acc}, results, next, state), do: deliver(acc, results, next, state)
  defp deliver_later({:suspend, acc}, results, next, state), do: {:suspended, acc, &deliver_later(&1, results, next, state)}
  defp deliver_later({:halt, acc}, _results, next, state), do: run({:halt, acc}, next, state)

  defp reduce(result, acc, next, state) do
    state.reducer.(result, acc)
  catch
    kind, reason ->
      trace = __STACKTRACE__
      close(next)
      close_monitor(state)
      :erlang.raise(kind, reason, trace)
  end

  defp close(:done), do: :ok
  defp close(next), do: next.({:halt, []})

  defp close_monitor(%{monitor: monitor, ref: ref}) do
    send(monitor, {:stop, ref})

    receive do
      {:DOWN, ^ref, _, ^monitor, _} -> :ok
    end

    flush(ref)

    receive do
      {:EXIT, ^monitor, _} -> :ok
    after
      0 -> :ok
    end
  end

  defp flush(ref) do
    receive do
      {{^ref, _}, _} -> flush(ref)
      {:down, {^ref, _}, _} -> flush(ref)
    after
      0 -> :ok
    end
  end

  # The monitor process: starts tasks, times them, tells their ends.
  def stream_monitor(parent, spawn, trap?, timeout) do
    Process.flag(:trap_exit, trap?)
    parent_ref = Process.monitor(parent)
    :proc_lib.init_ack({:ok, self()})

    receive do
      {^parent, ref} -> monitor_loop(%{parent: parent, parent_ref: parent_ref, ref: ref, spawn: spawn, timeout: timeout, running: %{}})
      {:DOWN, ^parent_ref, _, _, reason} -> exit(reason)
    end
  end

  defp monitor_loop(%{parent: parent, parent_ref: parent_ref, ref: ref} = state) do
    receive do
      {:spawn, id, mfa} ->
        case state.spawn.(parent, mfa) do
          {:ok, type, pid} ->
            down = Process.monitor(pid)
            send(pid, {parent, id, parent})
            timer = if state.timeout != :infinity, do: Process.send_after(self(), {:timeout, down}, state.timeout)
            monitor_loop(%{state | running: Map.put(state.running, down, {id, type, pid, timer, nil})})

          {:error, :max_children} ->
            send(parent, {:down, id, :vial_max_children})
            monitor_loop(state)
        end

      {:timeout, down} ->
        monitor_loop(%{state | running: time_out(state.running, down)})

      {:DOWN, ^parent_ref, _, _, reason} ->
        stop_running(state)
        exit(reason)

      {:stop, ^ref} ->
        stop_running(state)
        Process.unlink(parent)
        exit(:normal)

      {:DOWN, down, _, _, reason} when is_map_key(state.running, down) ->
        monitor_loop(%{state | running: tell_end(state, down, reason)})

      {:DOWN, _, _, _, _} ->
        monitor_loop(state)

      {:EXIT, _, _} ->
        monitor_loop(state)
    end
  end

  defp time_out(running, down) do
    case running do
      %{^down => {id, type, pid, timer, nil}} ->
        if type == :link, do: Process.unlink(pid)
        Process.exit(pid, :kill)
        Map.put(running, down, {id, type, pid, timer, :timed_out})

      _ ->
        running
    end
  end

  defp tell_end(state, down, reason) do
    {{id, type, pid, timer, why}, running} = Map.pop!(state.running, down)
    timer && Process.cancel_timer(timer)
    if type == :link, do: Process.unlink(pid)
    send(state.parent, {:down, id, if(why == :timed_out, do: :vial_timeout, else: reason)})
    running
  end

  defp stop_running(%{running: running}) do
    for {_, {_, type, pid, _, _}} <- running do
      if type == :link, do: Process.unlink(pid)
      Process.exit(pid, :kill)
    end

    for {down, _} <- running do
      receive do
        {:DOWN, ^down, _, _, _} -> :ok
      end
    end
  end
end
