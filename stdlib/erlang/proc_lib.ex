defmodule :proc_lib do
  @moduledoc """
  Processes that know their ancestors and report how they end.

  A process started here keeps `:"$ancestors"` and `:"$initial_call"` in its dictionary, can tell
  its starter when it is ready (`init_ack/1`), and when it ends by an error tells the machine's
  reporter, once, what it was doing.
  """

  @doc "Starts a process at `fun`, as `spawn/1` does."
  def spawn(fun) when is_function(fun, 0), do: :erlang.spawn(:proc_lib, :init_p, [me(), ancestors(), fun])
  def spawn(m, f, a), do: :erlang.spawn(:proc_lib, :init_p, [me(), ancestors(), m, f, a])
  def spawn_link(fun) when is_function(fun, 0), do: :erlang.spawn_link(:proc_lib, :init_p, [me(), ancestors(), fun])
  def spawn_link(m, f, a), do: :erlang.spawn_link(:proc_lib, :init_p, [me(), ancestors(), m, f, a])
  def spawn_opt(fun, opts) when is_function(fun, 0), do: :erlang.spawn_opt(:proc_lib, :init_p, [me(), ancestors(), fun], opts)
  def spawn_opt(m, f, a, opts), do: :erlang.spawn_opt(:proc_lib, :init_p, [me(), ancestors(), m, f, a], opts)

  @doc """
  Starts a process and waits until it calls `init_ack/1,2` or ends.

  Gives what it acknowledged, or `{:error, reason}` when it ended first or did not answer in time.
  """
  def start(m, f, a, timeout \\ :infinity, opts \\ []) do
    {pid, ref} = spawn_opt(m, f, a, [:monitor | opts])
    await_ack(pid, ref, timeout)
  end

  @doc "As `start/5`, linked to the caller."
  def start_link(m, f, a, timeout \\ :infinity, opts \\ []) do
    {pid, ref} = spawn_opt(m, f, a, [:link, :monitor | opts])
    await_ack(pid, ref, timeout)
  end

  @doc "As `start/5`; gives `{result, monitor}`."
  def start_monitor(m, f, a, timeout \\ :infinity, opts \\ []) do
    {pid, ref} = spawn_opt(m, f, a, [:monitor | opts])

    receive do
      {:ack, ^pid, result} -> {result, ref}
      {:DOWN, ^ref, _, _, reason} = down ->
        send(self(), down)
        {{:error, reason}, ref}
    after
      timeout -> {stop_slow(pid), ref}
    end
  end

  defp await_ack(pid, ref, timeout) do
    receive do
      {:ack, ^pid, result} ->
        :erlang.demonitor(ref, [:flush])
        result

      {:DOWN, ^ref, _, _, reason} ->
        forget_exit(pid)
        {:error, reason}
    after
      timeout ->
        result = stop_slow(pid)
        :erlang.demonitor(ref, [:flush])
        result
    end
  end

  # A starter that traps exits must not find the exit of a process that never got ready.
  defp forget_exit(pid) do
    receive do
      {:EXIT, ^pid, _} -> :ok
    after
      0 -> :ok
    end
  end

  defp stop_slow(pid) do
    :erlang.unlink(pid)
    :erlang.exit(pid, :kill)
    forget_exit(pid)
    {:error, :timeout}
  end

  @doc "Tells the starter that this process is ready."
  def init_ack(result), do: init_ack(hd(:erlang.get(:"$ancestors")), result)

  def init_ack(parent, result) do
    :erlang.send(parent, {:ack, self(), result})
    :ok
  end

  @doc "Waits with a heap as small as can be; goes on in `m.f(a)` at the next message."
  def hibernate(m, f, a), do: :erlang.hibernate(:proc_lib, :wake_up, [m, f, a])

  @doc false
  def wake_up(m, f, a), do: guarded(fn -> :erlang.apply(m, f, a) end)

  @doc "The function that a process was started with, as far as it is known."
  def initial_call(pid) when is_pid(pid) do
    with {:dictionary, dictionary} <- :erlang.process_info(pid, :dictionary),
         {:"$initial_call", mfa} <- :lists.keyfind(:"$initial_call", 1, dictionary) do
      mfa
    else
      _ -> false
    end
  end

  def initial_call(_), do: false

  @doc "As `initial_call/1`, with `{:proc_lib, :init_p, 5}` where nothing is known."
  def translate_initial_call(pid) do
    case initial_call(pid) do
      {m, f, a} when is_list(a) -> {m, f, length(a)}
      {m, f, a} -> {m, f, a}
      false -> {:proc_lib, :init_p, 5}
    end
  end

  @doc "Ends a process by a system message and waits for it."
  def stop(process), do: stop(process, :normal, :infinity)

  def stop(process, reason, timeout) do
    {pid, ref} = :erlang.spawn_monitor(fn -> stopper(process, reason) end)

    receive do
      {:DOWN, ^ref, _, _, :done} -> :ok
      {:DOWN, ^ref, _, _, why} -> :erlang.exit(why)
    after
      timeout ->
        :erlang.exit(pid, :kill)
        :erlang.demonitor(ref, [:flush])
        :erlang.exit(:timeout)
    end
  end

  defp stopper(process, reason) do
    ref = :erlang.monitor(:process, process)
    :sys.terminate(process, reason, :infinity)

    receive do
      {:DOWN, ^ref, _, _, ^reason} -> :erlang.exit(:done)
      {:DOWN, ^ref, _, _, other} -> :erlang.exit(other)
    end
  catch
    :exit, {:noproc, _} -> :erlang.exit(:noproc)
  end

  @doc false
  def init_p(parent, ancestors, fun) do
    remember(parent, ancestors, {:erlang, :apply, 2})
    guarded(fun)
  end

  @doc false
  def init_p(parent, ancestors, m, f, a) do
    remember(parent, ancestors, initial(m, f, a))
    guarded(fn -> :erlang.apply(m, f, a) end)
  end

  defp remember(parent, ancestors, call) do
    :erlang.put(:"$ancestors", [parent | ancestors])
    :erlang.put(:"$initial_call", call)
  end

  # What a generic server was started for says more than the server's own loop.
  defp initial(:gen, :init_it, [_, _, _, mod, _, _]), do: {mod, :init, 1}
  defp initial(:gen, :init_it, [_, _, _, _, mod, _, _]), do: {mod, :init, 1}
  defp initial(m, f, a), do: {m, f, length(a)}

  defp guarded(fun) do
    fun.()
  catch
    # A generic server has told of its end itself before it exits.
    :exit, reason -> :erlang.exit(reason)
    class, reason -> crashed(class, reason, __STACKTRACE__)
  end

  # Links and monitors get the reason that a plain process would have ended with.
  defp crashed(class, reason, trace) do
    :vial_report.crash(class, reason, trace)
    :erlang.exit(reason_of(class, reason, trace))
  end

  defp reason_of(:error, reason, trace), do: {reason, trace}
  defp reason_of(:throw, value, trace), do: {{:nocatch, value}, trace}

  defp me do
    case :erlang.process_info(self(), :registered_name) do
      {:registered_name, name} -> name
      _ -> self()
    end
  end

  defp ancestors do
    case :erlang.get(:"$ancestors") do
      list when is_list(list) -> list
      _ -> []
    end
  end
end
