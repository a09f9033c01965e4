defmodule Task do
  @moduledoc """
  A process that computes one thing.

  `async/1` starts it and `await/2` waits for its result; the two processes are linked, so that an
  error in one ends the other. For work that nobody waits for, and for work that may fail by itself,
  start tasks under a `Task.Supervisor`.

  ## Examples

      iex> task = Task.async(fn -> 6 * 7 end)
      iex> Task.await(task)
      42
  """

  @enforce_keys [:mfa, :owner, :pid, :ref]
  defstruct @enforce_keys

  @type t :: %__MODULE__{mfa: mfa, owner: pid, pid: pid | nil, ref: reference}
  @type async_stream_option :: {:max_concurrency, pos_integer} | {:ordered, boolean} | {:timeout, timeout} | {:on_timeout, :exit | :kill_task} | {:zip_input_on_exit, boolean}

  @doc "How a supervisor starts a task that runs `arg`."
  def child_spec(arg), do: %{id: Task, start: {Task, :start_link, [arg]}, restart: :temporary}

  @doc false
  defmacro __using__(opts) do
    quote location: :keep, bind_quoted: [opts: opts] do
      unless Module.has_attribute?(__MODULE__, :doc) do
        @doc """
        How a supervisor starts this module: `start_link/1` with `arg`, by default `restart: :temporary`.

        See `Supervisor`.
        """
      end

      def child_spec(arg) do
        default = %{id: __MODULE__, start: {__MODULE__, :start_link, [arg]}, restart: :temporary}
        Supervisor.child_spec(default, unquote(Macro.escape(opts)))
      end

      defoverridable child_spec: 1
    end
  end

  @doc "Starts a linked process that runs `fun`; nobody waits for its result. For supervision trees."
  @spec start_link((() -> any)) :: {:ok, pid}
  def start_link(fun) when is_function(fun, 0), do: start_link(:erlang, :apply, [fun, []])

  @doc "As `start_link/1`, with module, function and arguments."
  @spec start_link(module, atom, [term]) :: {:ok, pid}
  def start_link(module, function, args) when is_atom(module) and is_atom(function) and is_list(args) do
    Task.Supervised.start_link(owner(self()), callers(self()), {module, function, args})
  end

  @doc "As `start_link/1`, without a link: when it fails nobody hears of it but standard error."
  @spec start((() -> any)) :: {:ok, pid}
  def start(fun) when is_function(fun, 0), do: start(:erlang, :apply, [fun, []])

  @doc "As `start/1`, with module, function and arguments."
  @spec start(module, atom, [term]) :: {:ok, pid}
  def start(module, function, args) when is_atom(module) and is_atom(function) and is_list(args) do
    Task.Supervised.start(owner(self()), callers(self()), {module, function, args})
  end

  @doc "Starts a linked task, whose result `await/2` gives. Only the calling process may await it."
  @spec async((() -> any)) :: t
  def async(fun) when is_function(fun, 0), do: async(:erlang, :apply, [fun, []])

  @doc "As `async/1`, with module, function and arguments."
  @spec async(module, atom, [term]) :: t
  def async(module, function, args) when is_atom(module) and is_atom(function) and is_list(args) do
    owner = self()
    {:ok, pid} = Task.Supervised.start_link(owner(owner), callers(owner), :nomonitor, {module, function, args})
    ref = :erlang.monitor(:process, pid, alias: :demonitor)
    send(pid, {owner, ref, ref})
    %Task{pid: pid, ref: ref, owner: owner, mfa: {module, function, length(args)}}
  end

  @doc """
  A task that is done already, with this result.

  ## Examples

      iex> Task.await(Task.completed(:done))
      :done
  """
  @spec completed(any) :: t
  def completed(result) do
    ref = make_ref()
    owner = self()
    send(owner, {ref, result})
    %Task{pid: nil, ref: ref, owner: owner, mfa: {Task, :completed, 1}}
  end

  @doc """
  Runs a function on each element in tasks, `max_concurrency` at once (by default the number of
  schedulers), as a stream of `{:ok, result}` and, where a task ended otherwise, `{:exit, reason}`.

  Options: `:ordered` (true), `:timeout` of each (5000), `:on_timeout` (`:exit` or `:kill_task`),
  `:zip_input_on_exit`.

  ## Examples

      iex> 1..3 |> Task.async_stream(&(&1 * 2)) |> Enum.to_list()
      [ok: 2, ok: 4, ok: 6]
  """
  @spec async_stream(Enumerable.t(), (term -> term), [async_stream_option]) :: Enumerable.t()
  def async_stream(enumerable, fun, options \\ []) when is_function(fun, 1) and is_list(options) do
    build_stream(enumerable, fun, options)
  end

  @doc "As `async_stream/3`; each element comes before `args`."
  @spec async_stream(Enumerable.t(), module, atom, [term], [async_stream_option]) :: Enumerable.t()
  def async_stream(enumerable, module, function, args, options \\ [])
      when is_atom(module) and is_atom(function) and is_list(args) do
    build_stream(enumerable, {module, function, args}, options)
  end

  defp build_stream(enumerable, fun, options) do
    options = Task.Supervised.validate_stream(options)

    &Task.Supervised.stream(enumerable, &1, &2, callers(self()), fun, options, fn owner, mfa ->
      {:ok, pid} = Task.Supervised.start_link(owner(owner), callers(owner), :nomonitor, mfa)
      {:ok, :link, pid}
    end)
  end

  # What a report says of the task's starter: its name where it has one.
  defp owner(pid) do
    name =
      case Process.info(pid, :registered_name) do
        {:registered_name, []} -> pid
        {:registered_name, name} -> name
        nil -> pid
      end

    {node(), name, pid}
  end

  defp callers(pid) do
    case :erlang.get(:"$callers") do
      list when is_list(list) -> [pid | list]
      _ -> [pid]
    end
  end

  @doc """
  Waits for a task's result, `timeout` ms at most.

  Exits when the task ends without a result, or does not end in time.
  """
  @spec await(t, timeout) :: term
  def await(%Task{ref: ref, owner: owner} = task, timeout \\ 5000) when timeout == :infinity or is_integer(timeout) do
    if owner != self(), do: raise(ArgumentError, invalid_owner(task))
    await_receive(ref, task, timeout)
  end

  defp await_receive(ref, task, timeout) do
    receive do
      {^ref, reply} ->
        demonitor(ref)
        reply

      {:DOWN, ^ref, _, proc, reason} ->
        exit({reason(reason, proc), {Task, :await, [task, timeout]}})
    after
      timeout ->
        demonitor(ref)
        exit({:timeout, {Task, :await, [task, timeout]}})
    end
  end

  @doc """
  Waits for several tasks and gives their results in order.

  Exits when one fails, or when not all are done in time.

  ## Examples

      iex> Enum.map([1, 2], fn n -> Task.async(fn -> n * n end) end) |> Task.await_many()
      [1, 4]
  """
  @spec await_many([t], timeout) :: [term]
  def await_many(tasks, timeout \\ 5000)

  def await_many(tasks, timeout) when timeout == :infinity or is_integer(timeout) do
    awaiting =
      Map.new(tasks, fn %Task{ref: ref, owner: owner} = task ->
        if owner != self(), do: raise(ArgumentError, invalid_owner(task))
        {ref, true}
      end)

    timeout_ref = make_ref()
    timer = if timeout != :infinity, do: Process.send_after(self(), timeout_ref, timeout)

    try do
      await_many(tasks, timeout, awaiting, %{}, timeout_ref)
    after
      timer && Process.cancel_timer(timer)

      receive do
        ^timeout_ref -> :ok
      after
        0 -> :ok
      end
    end
  end

  defp await_many(tasks, _timeout, awaiting, replies, _timeout_ref) when map_size(awaiting) == 0 do
    for %Task{ref: ref} <- tasks, do: Map.fetch!(replies, ref)
  end

  defp await_many(tasks, timeout, awaiting, replies, timeout_ref) do
    receive do
      ^timeout_ref ->
        demonitor_all(awaiting)
        exit({:timeout, {Task, :await_many, [tasks, timeout]}})

      {:DOWN, ref, _, proc, reason} when is_map_key(awaiting, ref) ->
        demonitor_all(awaiting)
        exit({reason(reason, proc), {Task, :await_many, [tasks, timeout]}})

      {ref, reply} when is_map_key(awaiting, ref) ->
        demonitor(ref)
        await_many(tasks, timeout, Map.delete(awaiting, ref), Map.put(replies, ref, reply), timeout_ref)
    end
  end

  defp demonitor_all(awaiting), do: for({ref, _} <- awaiting, do: demonitor(ref))

  @doc false
  @deprecated "Match on the message itself instead"
  def find(tasks, {ref, reply}) when is_reference(ref) do
    Enum.find_value(tasks, fn
      %Task{ref: ^ref} = task ->
        demonitor(ref)
        {reply, task}

      %Task{} ->
        nil
    end)
  end

  def find(tasks, {:DOWN, ref, _, proc, reason} = message) when is_reference(ref) do
    if Enum.any?(tasks, &(&1.ref == ref)), do: exit({reason(reason, proc), {Task, :find, [tasks, message]}})
  end

  def find(_tasks, _message), do: nil

  @doc "Stops waiting for a task: unlinks it and drops its reply. Gives `{:ok, result}`, `{:exit, reason}` or nil."
  @spec ignore(t) :: {:ok, term} | {:exit, term} | nil
  def ignore(%Task{ref: ref, pid: pid, owner: owner} = task) do
    if owner != self(), do: raise(ArgumentError, invalid_owner(task))

    receive do
      {^ref, reply} ->
        pid && Process.unlink(pid)
        demonitor(ref)
        {:ok, reply}

      {:DOWN, ^ref, _, proc, :noconnection} ->
        exit({reason(:noconnection, proc), {Task, :ignore, [task]}})

      {:DOWN, ^ref, _, _, reason} ->
        {:exit, reason}
    after
      0 ->
        pid && Process.unlink(pid)
        demonitor(ref)
        nil
    end
  end

  @doc """
  Waits for a task without failing: `{:ok, result}`, `{:exit, reason}`, or nil when it is not done in
  time, after which it may be asked again or shut down.
  """
  @spec yield(t, timeout) :: {:ok, term} | {:exit, term} | nil
  def yield(%Task{ref: ref, owner: owner} = task, timeout \\ 5000) do
    if owner != self(), do: raise(ArgumentError, invalid_owner(task))

    receive do
      {^ref, reply} ->
        demonitor(ref)
        {:ok, reply}

      {:DOWN, ^ref, _, proc, :noconnection} ->
        exit({reason(:noconnection, proc), {Task, :yield, [task, timeout]}})

      {:DOWN, ^ref, _, _, reason} ->
        {:exit, reason}
    after
      timeout -> nil
    end
  end

  @doc "As `yield/2` for several tasks: `{task, result}` pairs in order."
  @spec yield_many([t], timeout) :: [{t, {:ok, term} | {:exit, term} | nil}]
  def yield_many(tasks, timeout \\ 5000) do
    timeout_ref = make_ref()
    timer = if timeout != :infinity, do: Process.send_after(self(), timeout_ref, timeout)

    try do
      yield_many(tasks, timeout_ref, :infinity)
    after
      timer && Process.cancel_timer(timer)

      receive do
        ^timeout_ref -> :ok
      after
        0 -> :ok
      end
    end
  end

  defp yield_many([%Task{ref: ref, owner: owner} = task | rest], timeout_ref, timeout) do
    if owner != self(), do: raise(ArgumentError, invalid_owner(task))

    receive do
      {^ref, reply} ->
        demonitor(ref)
        [{task, {:ok, reply}} | yield_many(rest, timeout_ref, timeout)]

      {:DOWN, ^ref, _, proc, :noconnection} ->
        exit({reason(:noconnection, proc), {Task, :yield_many, [[task | rest], timeout]}})

      {:DOWN, ^ref, _, _, reason} ->
        [{task, {:exit, reason}} | yield_many(rest, timeout_ref, timeout)]

      ^timeout_ref ->
        [{task, nil} | yield_many(rest, timeout_ref, 0)]
    after
      timeout -> [{task, nil} | yield_many(rest, timeout_ref, 0)]
    end
  end

  defp yield_many([], _timeout_ref, _timeout), do: []

  @doc """
  Ends a task: `{:ok, result}` when it was done meanwhile, `{:exit, reason}` when it ended otherwise,
  else nil. The second argument is the time it gets to end, or `:brutal_kill`.
  """
  @spec shutdown(t, timeout | :brutal_kill) :: {:ok, term} | {:exit, term} | nil
  def shutdown(task, shutdown \\ 5000)

  def shutdown(%Task{pid: nil} = task, _), do: raise(ArgumentError, "task #{inspect(task)} does not have an associated task process")

  def shutdown(%Task{owner: owner} = task, _) when owner != self(), do: raise(ArgumentError, invalid_owner(task))

  def shutdown(%Task{pid: pid} = task, :brutal_kill) do
    mon = Process.monitor(pid)
    exit_task(pid, :kill)

    case shutdown_receive(task, mon, :brutal_kill, :infinity) do
      {:down, proc, :noconnection} -> exit({reason(:noconnection, proc), {Task, :shutdown, [task, :brutal_kill]}})
      {:down, _, reason} -> {:exit, reason}
      result -> result
    end
  end

  def shutdown(%Task{pid: pid} = task, timeout) do
    mon = Process.monitor(pid)
    exit_task(pid, :shutdown)

    case shutdown_receive(task, mon, :shutdown, timeout) do
      {:down, proc, :noconnection} -> exit({reason(:noconnection, proc), {Task, :shutdown, [task, timeout]}})
      {:down, _, reason} -> {:exit, reason}
      result -> result
    end
  end

  # Its end is asked for, so it must not take the caller along.
  defp exit_task(pid, reason) do
    Process.unlink(pid)
    Process.exit(pid, reason)
  end

  # The reply counts when it is there; else the end of the process, which is what was asked for when
  # its reason is ours.
  defp shutdown_receive(%{ref: ref} = task, mon, type, timeout) do
    receive do
      {:DOWN, ^mon, _, _, :shutdown} when type in [:shutdown, :timeout_kill] ->
        demonitor(ref)
        flush_reply(ref)

      {:DOWN, ^mon, _, _, :killed} when type == :brutal_kill ->
        demonitor(ref)
        flush_reply(ref)

      {:DOWN, ^mon, _, proc, :noproc} ->
        reason = flush_noproc(ref, proc, type)
        flush_reply(ref) || reason

      {:DOWN, ^mon, _, proc, reason} ->
        demonitor(ref)
        flush_reply(ref) || {:down, proc, reason}
    after
      timeout ->
        Process.exit(task.pid, :kill)
        shutdown_receive(task, mon, :timeout_kill, :infinity)
    end
  end

  defp flush_reply(ref) do
    receive do
      {^ref, reply} -> {:ok, reply}
    after
      0 -> nil
    end
  end

  defp flush_noproc(ref, proc, type) do
    receive do
      {:DOWN, ^ref, _, _, :shutdown} when type in [:shutdown, :timeout_kill] -> nil
      {:DOWN, ^ref, _, _, :killed} when type == :brutal_kill -> nil
      {:DOWN, ^ref, _, _, reason} -> {:down, proc, reason}
    after
      0 ->
        demonitor(ref)
        {:down, proc, :noproc}
    end
  end

  defp reason(:noconnection, proc), do: {:nodedown, monitor_node(proc)}
  defp reason(reason, _), do: reason

  defp monitor_node(pid) when is_pid(pid), do: node(pid)
  defp monitor_node({_, node}), do: node

  defp demonitor(ref) when is_reference(ref) do
    Process.demonitor(ref, [:flush])
    :ok
  end

  defp invalid_owner(task) do
    "task #{inspect(task)} must be queried from the owner but was queried from #{inspect(self())}"
  end
end
