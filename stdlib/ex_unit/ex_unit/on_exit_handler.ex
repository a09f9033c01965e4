# stdlib/ex_unit/ex_unit/on_exit_handler.ex: what is done when a test or a module of tests is over.
# Here: a table of callbacks and supervisors by process; running them.
# Holds: callbacks run in a process of their own, the last one first, after the test's own
# processes were stopped; if one ends that process, the next goes on in a new one.
defmodule ExUnit.OnExitHandler do
  @moduledoc false

  @table __MODULE__

  def child_spec(_options), do: %{id: __MODULE__, start: {__MODULE__, :start_link, [[]]}}

  def start_link(_options) do
    :proc_lib.start_link(:erlang, :apply, [&own_table/1, [self()]])
  end

  defp own_table(starter) do
    :ets.new(@table, [:named_table, :public, read_concurrency: true, write_concurrency: true])
    :proc_lib.init_ack(starter, {:ok, self()})
    Process.sleep(:infinity)
  end

  @doc "From here on `pid` may add callbacks."
  def register(pid) when is_pid(pid) do
    :ets.insert(@table, {pid, nil, []})
    :ok
  end

  @doc "Adds a callback, in the place of an older one of that name; `:error` if `pid` runs no test."
  def add(pid, name, callback) when is_pid(pid) and is_function(callback, 0) do
    case :ets.lookup(@table, pid) do
      [{^pid, _, callbacks}] ->
        :ets.update_element(@table, pid, {3, List.keystore(callbacks, name, 0, {name, callback})})
        :ok

      [] ->
        :error
    end
  end

  def get_supervisor(pid) do
    case :ets.lookup(@table, pid) do
      [{^pid, supervisor, _}] -> {:ok, supervisor}
      [] -> :error
    end
  end

  def put_supervisor(pid, supervisor) do
    if :ets.update_element(@table, pid, {2, supervisor}), do: :ok, else: :error
  end

  @doc "Stops the processes of `pid` and runs its callbacks: `:ok`, or the last `{kind, reason, stack}`."
  def run(pid, timeout) do
    case :ets.take(@table, pid) do
      [{^pid, supervisor, callbacks}] ->
        stopped = stop_supervisor(pid, supervisor, timeout)
        ran = run_callbacks(callbacks, pid, timeout)
        if ran == :ok, do: stopped, else: ran

      [] ->
        :ok
    end
  end

  defp stop_supervisor(_pid, nil, _timeout), do: :ok

  defp stop_supervisor(_pid, supervisor, timeout) do
    monitor = Process.monitor(supervisor)
    Process.exit(supervisor, :shutdown)

    receive do
      {:DOWN, ^monitor, _, _, _} -> :ok
    after
      timeout -> give_up(supervisor, monitor, timeout, "supervisor shutdown")
    end
  end

  defp run_callbacks([], _pid, _timeout), do: :ok

  defp run_callbacks(callbacks, _pid, timeout) do
    run_each(Enum.reverse(callbacks), nil, timeout, :ok)
  end

  defp run_each([], runner, _timeout, state) do
    stop_runner(runner)
    state
  end

  defp run_each([{_name, callback} | rest], runner, timeout, state) do
    {pid, monitor} = runner = runner || spawn_monitor(__MODULE__, :on_exit_runner_loop, [])
    send(pid, {:run, self(), callback})

    receive do
      {^pid, :ok} ->
        run_each(rest, runner, timeout, state)

      {^pid, {:failed, failure}} ->
        run_each(rest, runner, timeout, first(state, failure))

      {:DOWN, ^monitor, _, ^pid, reason} ->
        run_each(rest, nil, timeout, first(state, {{:EXIT, pid}, reason, []}))
    after
      timeout ->
        run_each(rest, nil, timeout, first(state, give_up(pid, monitor, timeout, "on_exit callback")))
    end
  end

  defp first(:ok, failure), do: failure
  defp first(state, _failure), do: state

  defp stop_runner(nil), do: :ok

  defp stop_runner({pid, monitor}) do
    Process.exit(pid, :shutdown)

    receive do
      {:DOWN, ^monitor, _, ^pid, _} -> :ok
    end
  end

  # A process that did not end in time is killed; where it stood is the error's stack trace.
  defp give_up(pid, monitor, timeout, what) do
    stack =
      case Process.info(pid, :current_stacktrace) do
        {:current_stacktrace, stack} -> stack
        nil -> []
      end

    Process.demonitor(monitor, [:flush])
    Process.exit(pid, :kill)
    {:error, ExUnit.TimeoutError.exception(timeout: timeout, type: what), stack}
  end

  @doc false
  def on_exit_runner_loop do
    receive do
      {:run, from, callback} ->
        send(from, {self(), attempt(callback)})
        on_exit_runner_loop()
    end
  end

  defp attempt(callback) do
    callback.()
    :ok
  catch
    kind, reason -> {:failed, {kind, reason, __STACKTRACE__}}
  end
end
