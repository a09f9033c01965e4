# stdlib/erlang/timer.ex: delayed and repeated calls and messages, and measuring time.
# Here: the functions and the server behind those that repeat or call. Not here: the VM's own timers, which
# do the waiting (:erlang.start_timer/4, :erlang.send_after/3).
# Processes: `timer_server`, started by the first call that needs it. One-shot messages to processes need it
# not: the VM sends them by itself.
# Holds: an interval belongs to a process, and ends with it; its beats are counted from its start, so that
# delays do not add up. The server's state is %{reference => {timer, what}}, and for intervals also
# %{monitor => reference}.
defmodule :timer do
  @moduledoc """
  Calls and messages after a time or at intervals, and measuring how long something takes.

  Times are milliseconds. `Process.send_after/3` is cheaper and enough for most uses.
  """

  @server :timer_server

  @doc "Waits `time` milliseconds, or for ever with `:infinity`."
  def sleep(time) do
    receive do
    after
      time -> :ok
    end
  end

  @doc "Calls `fun`: `{microseconds, result}`."
  def tc(fun) when is_function(fun, 0) do
    before = :erlang.monotonic_time(:microsecond)
    result = fun.()
    {elapsed(before), result}
  end

  @doc "Calls `fun` with a list of arguments: `{microseconds, result}`."
  def tc(fun, arguments) do
    before = :erlang.monotonic_time(:microsecond)
    result = :erlang.apply(fun, arguments)
    {elapsed(before), result}
  end

  @doc "Calls a function of a module: `{microseconds, result}`."
  def tc(module, function, arguments) do
    before = :erlang.monotonic_time(:microsecond)
    result = :erlang.apply(module, function, arguments)
    {elapsed(before), result}
  end

  defp elapsed(before), do: :erlang.monotonic_time(:microsecond) - before

  @doc """
  The microseconds between two `{megaseconds, seconds, microseconds}`.

      iex> :timer.now_diff({0, 2, 0}, {0, 1, 5})
      999995
  """
  def now_diff({a2, b2, c2}, {a1, b1, c1}),
    do: ((a2 - a1) * 1_000_000 + b2 - b1) * 1_000_000 + c2 - c1

  @doc "`n` seconds in milliseconds."
  def seconds(n), do: 1000 * n

  @doc "`n` minutes in milliseconds."
  def minutes(n), do: 1000 * 60 * n

  @doc "`n` hours in milliseconds."
  def hours(n), do: 1000 * 60 * 60 * n

  @doc "Hours, minutes and seconds in milliseconds."
  def hms(h, m, s), do: hours(h) + minutes(m) + seconds(s)

  @doc "Sends the caller `message` after `time`."
  def send_after(time, message), do: send_after(time, self(), message)

  @doc "Sends `message` after `time` to a process, a name, or a `{name, node}`: `{:ok, timer}`."
  def send_after(0, destination, message) do
    if destination?(destination) do
      deliver(destination, message)
      {:ok, {:instant, make_ref()}}
    else
      {:error, :badarg}
    end
  end

  def send_after(time, pid, message)
      when is_integer(time) and time >= 0 and is_pid(pid) and node(pid) == node(),
      do: {:ok, {:send_local, :erlang.send_after(time, pid, message)}}

  def send_after(time, name, message) when is_integer(time) and time >= 0 and is_atom(name),
    do: {:ok, {:send_local, :erlang.send_after(time, name, message)}}

  def send_after(time, destination, message) do
    if destination?(destination),
      do: apply_after(time, :erlang, :send, [destination, message]),
      else: {:error, :badarg}
  end

  @doc "Calls a function in a process of its own after `time`: `{:ok, timer}`."
  def apply_after(0, module, function, arguments)
      when is_atom(module) and is_atom(function) and is_list(arguments) do
    run({module, function, arguments})
    {:ok, {:instant, make_ref()}}
  end

  def apply_after(time, module, function, arguments)
      when is_integer(time) and time > 0 and is_atom(module) and is_atom(function) and
             is_list(arguments),
      do: request({:once, time, {module, function, arguments}})

  def apply_after(_time, _module, _function, _arguments), do: {:error, :badarg}

  @doc "Sends the caller `message` every `time` milliseconds."
  def send_interval(time, message), do: send_interval(time, self(), message)

  @doc "Sends `message` every `time` milliseconds for as long as the receiver lives: `{:ok, timer}`."
  def send_interval(time, destination, message) when is_integer(time) and time > 0 do
    case owner(destination) do
      nil -> {:error, :badarg}
      owner -> request({:interval, time, owner, {:erlang, :send, [destination, message]}})
    end
  end

  def send_interval(_time, _destination, _message), do: {:error, :badarg}

  @doc "Calls a function every `time` milliseconds for as long as the caller lives: `{:ok, timer}`."
  def apply_interval(time, module, function, arguments)
      when is_integer(time) and time > 0 and is_atom(module) and is_atom(function) and
             is_list(arguments),
      do: request({:interval, time, self(), {module, function, arguments}})

  def apply_interval(_time, _module, _function, _arguments), do: {:error, :badarg}

  @doc "Sends the caller an exit signal after `time`."
  def exit_after(time, reason), do: exit_after(time, self(), reason)

  @doc "Sends a process an exit signal after `time`."
  def exit_after(time, pid, reason), do: apply_after(time, :erlang, :exit, [pid, reason])

  @doc "Kills the caller after `time`."
  def kill_after(time), do: exit_after(time, :kill)

  @doc "Kills a process after `time`."
  def kill_after(time, pid), do: exit_after(time, pid, :kill)

  @doc "Stops a timer; one that is over is no error: `{:ok, :cancel}`."
  def cancel({:send_local, ref}) do
    _ = :erlang.cancel_timer(ref)
    {:ok, :cancel}
  end

  def cancel({:instant, ref}) when is_reference(ref), do: {:ok, :cancel}

  def cancel({kind, ref} = timer) when kind in [:once, :interval] and is_reference(ref),
    do: request({:cancel, timer})

  def cancel(_other), do: {:error, :badarg}

  defp destination?(pid) when is_pid(pid), do: true
  defp destination?(name) when is_atom(name), do: true
  defp destination?({name, node}) when is_atom(name) and is_atom(node), do: true
  defp destination?(_other), do: false

  # Whose end ends an interval.
  defp owner(pid) when is_pid(pid), do: pid
  defp owner(name) when is_atom(name), do: name
  defp owner({name, node} = destination) when is_atom(name) and is_atom(node), do: destination
  defp owner(_other), do: nil

  # A name that nobody has is no error here.
  defp deliver(destination, message) do
    try do
      :erlang.send(destination, message)
    catch
      :error, :badarg -> message
    end
  end

  # What is called must not hold up or break the server.
  defp run({:erlang, :send, [destination, message]}), do: deliver(destination, message)
  defp run({:erlang, :exit, [pid, reason]}), do: :erlang.exit(pid, reason)
  defp run({module, function, arguments}), do: spawn(module, function, arguments)

  ## The server

  @doc "Starts the server; otherwise the first call that needs it does."
  def start do
    case :gen_server.start({:local, @server}, __MODULE__, [], []) do
      {:ok, _pid} -> :ok
      {:error, {:already_started, _pid}} -> :ok
    end
  end

  @doc false
  def start_link, do: :gen_server.start_link({:local, @server}, __MODULE__, [], [])

  defp request(request) do
    if :erlang.whereis(@server) == :undefined, do: start()
    :gen_server.call(@server, request, :infinity)
  end

  @doc false
  def init([]), do: {:ok, {%{}, %{}}}

  @doc false
  def handle_call({:once, time, call}, _from, {timers, monitors}) do
    timer = :erlang.start_timer(time, self(), :once)
    {:reply, {:ok, {:once, timer}}, {:maps.put(timer, {timer, call}, timers), monitors}}
  end

  def handle_call({:interval, time, owner, call}, _from, {timers, monitors}) do
    ref = make_ref()
    monitor = :erlang.monitor(:process, owner)
    next = :erlang.monotonic_time(:millisecond) + time
    timer = :erlang.start_timer(next, self(), {:interval, ref}, abs: true)
    timers = :maps.put(ref, {timer, {next, time, monitor, call}}, timers)
    {:reply, {:ok, {:interval, ref}}, {timers, :maps.put(monitor, ref, monitors)}}
  end

  def handle_call({:cancel, {_kind, ref}}, _from, state),
    do: {:reply, {:ok, :cancel}, forget(ref, state)}

  def handle_call(_other, _from, state), do: {:reply, {:error, :badarg}, state}

  @doc false
  def handle_cast(_other, state), do: {:noreply, state}

  @doc false
  def handle_info({:timeout, timer, :once}, {timers, monitors}) do
    case :maps.take(timer, timers) do
      {{_timer, call}, timers} ->
        run(call)
        {:noreply, {timers, monitors}}

      :error ->
        {:noreply, {timers, monitors}}
    end
  end

  def handle_info({:timeout, _timer, {:interval, ref}}, {timers, monitors}) do
    case timers do
      %{^ref => {_timer, {beat, time, monitor, call}}} ->
        run(call)
        next = beat + time
        timer = :erlang.start_timer(next, self(), {:interval, ref}, abs: true)
        {:noreply, {%{timers | ref => {timer, {next, time, monitor, call}}}, monitors}}

      _ ->
        {:noreply, {timers, monitors}}
    end
  end

  def handle_info({:DOWN, monitor, :process, _pid, _reason}, {_timers, monitors} = state) do
    case monitors do
      %{^monitor => ref} -> {:noreply, forget(ref, state)}
      _ -> {:noreply, state}
    end
  end

  def handle_info(_other, state), do: {:noreply, state}

  @doc false
  def terminate(_reason, _state), do: :ok

  @doc false
  def code_change(_old, state, _extra), do: {:ok, state}

  defp forget(ref, {timers, monitors}) do
    case :maps.take(ref, timers) do
      {{timer, {_next, _time, monitor, _call}}, timers} when is_reference(monitor) ->
        _ = :erlang.cancel_timer(timer)
        :erlang.demonitor(monitor, [:flush])
        {timers, :maps.remove(monitor, monitors)}

      {{timer, _call}, timers} ->
        _ = :erlang.cancel_timer(timer)
        {timers, monitors}

      :error ->
        {timers, monitors}
    end
  end
end
