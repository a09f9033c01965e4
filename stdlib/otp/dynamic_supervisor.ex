defmodule DynamicSupervisor do
  @moduledoc """
  A supervisor of children that come and go while it runs; it starts with none.

  There is one strategy, `:one_for_one`. Children have no order and are ended all at once.

  ## Examples

      iex> {:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)
      iex> {:ok, agent} = DynamicSupervisor.start_child(sup, {Agent, fn -> 0 end})
      iex> Agent.get(agent, & &1)
      0
      iex> DynamicSupervisor.count_children(sup)
      %{active: 1, specs: 1, supervisors: 0, workers: 1}
  """

  use GenServer

  defstruct [
    :args,
    :extra_arguments,
    :mod,
    :name,
    :strategy,
    :max_children,
    :max_restarts,
    :max_seconds,
    children: %{},
    restarts: []
  ]

  @type on_start_child :: {:ok, pid} | {:ok, pid, info :: term} | :ignore | {:error, {:already_started, pid} | :max_children | term}
  @type option :: GenServer.option()
  @type init_option :: {:strategy, :one_for_one} | {:max_restarts, non_neg_integer} | {:max_seconds, pos_integer} | {:max_children, non_neg_integer | :infinity} | {:extra_arguments, [term]}

  @doc "Says how children are restarted; `init/1` builds the answer."
  @callback init(init_arg :: term) :: {:ok, map} | :ignore

  @doc "How a supervisor starts this one; `opts` are those of `start_link/1`."
  def child_spec(opts) when is_list(opts) do
    id =
      case Keyword.get(opts, :name, DynamicSupervisor) do
        name when is_atom(name) -> name
        {:global, name} -> name
        {:via, _module, name} -> name
      end

    %{id: id, start: {DynamicSupervisor, :start_link, [opts]}, type: :supervisor}
  end

  @doc false
  defmacro __using__(opts) do
    quote location: :keep, bind_quoted: [opts: opts] do
      @behaviour DynamicSupervisor

      unless Module.has_attribute?(__MODULE__, :doc) do
        @doc """
        How a supervisor starts this module.

        See `Supervisor`.
        """
      end

      def child_spec(arg) do
        default = %{id: __MODULE__, start: {__MODULE__, :start_link, [arg]}, type: :supervisor}
        Supervisor.child_spec(default, unquote(Macro.escape(opts)))
      end

      defoverridable child_spec: 1
    end
  end

  @doc "Starts a supervisor: `:name`, `:strategy`, `:max_restarts`, `:max_seconds`, `:max_children`, `:extra_arguments`."
  @spec start_link([option | init_option]) :: Supervisor.on_start()
  def start_link(options) when is_list(options) do
    keys = [:extra_arguments, :max_children, :max_seconds, :max_restarts, :strategy]
    {sup_opts, start_opts} = Keyword.split(options, keys)
    start_link(Supervisor.Default, init(sup_opts), start_opts)
  end

  @doc "Starts a supervisor as `module.init(init_arg)` says."
  @spec start_link(module, term, [option]) :: Supervisor.on_start()
  def start_link(module, init_arg, opts \\ []) do
    GenServer.start_link(__MODULE__, {module, init_arg, opts[:name]}, opts)
  end

  @doc "Starts a child under the supervisor."
  @spec start_child(Supervisor.supervisor(), Supervisor.child_spec() | {module, term} | module) :: on_start_child
  def start_child(supervisor, {_, _, _, _, _, _} = child_spec), do: validate_and_start_child(supervisor, child_spec)
  def start_child(supervisor, child_spec), do: validate_and_start_child(supervisor, Supervisor.child_spec(child_spec, []))

  defp validate_and_start_child(supervisor, child_spec) do
    case validate_child(child_spec) do
      {:ok, child} -> call(supervisor, {:start_child, child})
      error -> {:error, error}
    end
  end

  defp validate_child(%{id: _, start: {mod, _, _} = start} = child) do
    restart = Map.get(child, :restart, :permanent)
    type = Map.get(child, :type, :worker)
    shutdown = Map.get(child, :shutdown, if(type == :worker, do: 5000, else: :infinity))
    validate_child(start, restart, shutdown, type, Map.get(child, :modules, [mod]))
  end

  defp validate_child({_, start, restart, shutdown, type, modules}), do: validate_child(start, restart, shutdown, type, modules)
  defp validate_child(other), do: {:invalid_child_spec, other}

  defp validate_child(start, restart, shutdown, type, modules) do
    cond do
      not match?({m, f, a} when is_atom(m) and is_atom(f) and is_list(a), start) -> {:invalid_mfa, start}
      restart not in [:permanent, :temporary, :transient] -> {:invalid_restart_type, restart}
      not (shutdown in [:infinity, :brutal_kill] or (is_integer(shutdown) and shutdown >= 0)) -> {:invalid_shutdown, shutdown}
      type not in [:supervisor, :worker] -> {:invalid_child_type, type}
      not (modules == :dynamic or (is_list(modules) and Enum.all?(modules, &is_atom/1))) -> {:invalid_modules, modules}
      true -> {:ok, {start, restart, shutdown, type, modules}}
    end
  end

  @doc "Ends a child."
  @spec terminate_child(Supervisor.supervisor(), pid) :: :ok | {:error, :not_found}
  def terminate_child(supervisor, pid) when is_pid(pid), do: call(supervisor, {:terminate_child, pid})

  @doc "All children: `{:undefined, pid | :restarting, type, modules}`."
  @spec which_children(Supervisor.supervisor()) :: [{:undefined, pid | :restarting, :worker | :supervisor, [module] | :dynamic}]
  def which_children(supervisor), do: call(supervisor, :which_children)

  @doc "How many children there are, as a map of `:specs`, `:active`, `:supervisors`, `:workers`."
  @spec count_children(Supervisor.supervisor()) :: map
  def count_children(supervisor), do: supervisor |> call(:count_children) |> Map.new()

  @doc "Ends the supervisor and its children."
  @spec stop(Supervisor.supervisor(), reason :: term, timeout) :: :ok
  def stop(supervisor, reason \\ :normal, timeout \\ :infinity), do: GenServer.stop(supervisor, reason, timeout)

  @doc """
  What `c:init/1` returns: `:strategy` (`:one_for_one`), `:max_restarts` (3), `:max_seconds` (5), `:max_children`,
  `:extra_arguments` (put before each child's own).
  """
  @spec init([init_option]) :: {:ok, map}
  def init(options) when is_list(options) do
    {:ok,
     %{
       strategy: Keyword.get(options, :strategy, :one_for_one),
       intensity: Keyword.get(options, :max_restarts, 3),
       period: Keyword.get(options, :max_seconds, 5),
       max_children: Keyword.get(options, :max_children, :infinity),
       extra_arguments: Keyword.get(options, :extra_arguments, [])
     }}
  end

  @impl true
  def init({mod, init_arg, name}) do
    unless is_atom(mod), do: raise(ArgumentError, "invalid module given to DynamicSupervisor.start_link/3")
    Process.put(:"$initial_call", {:supervisor, mod, 1})
    Process.flag(:trap_exit, true)

    case mod.init(init_arg) do
      {:ok, flags} when is_map(flags) ->
        name = cond do
          is_nil(name) -> {self(), mod}
          is_atom(name) -> {:local, name}
          is_tuple(name) -> name
        end

        case init_flags(%DynamicSupervisor{mod: mod, args: init_arg, name: name}, flags) do
          {:ok, state} -> {:ok, state}
          {:error, reason} -> {:stop, {:supervisor_data, reason}}
        end

      :ignore ->
        :ignore

      other ->
        {:stop, {:bad_return, {mod, :init, other}}}
    end
  end

  defp init_flags(state, flags) do
    extra = Map.get(flags, :extra_arguments, [])
    max = Map.get(flags, :max_children, :infinity)
    restarts = Map.get(flags, :intensity, 1)
    seconds = Map.get(flags, :period, 5)
    strategy = Map.get(flags, :strategy, :one_for_one)

    cond do
      strategy != :one_for_one -> {:error, {:invalid_strategy, strategy}}
      not (is_integer(restarts) and restarts >= 0) -> {:error, {:invalid_intensity, restarts}}
      not (is_integer(seconds) and seconds > 0) -> {:error, {:invalid_period, seconds}}
      not (max == :infinity or (is_integer(max) and max >= 0)) -> {:error, {:invalid_max_children, max}}
      not is_list(extra) -> {:error, {:invalid_extra_arguments, extra}}
      true -> {:ok, %{state | extra_arguments: extra, max_children: max, max_restarts: restarts, max_seconds: seconds, strategy: strategy}}
    end
  end

  # --- the server ------------------------------------------------------------------------------------------
  # `children` maps a pid (or, while a restart is tried again, `{:restarting, pid}`) to
  # {start, restart, shutdown, type, modules}.

  @impl true
  def handle_call(:which_children, _from, state) do
    reply =
      for {key, {_, _, _, type, modules}} <- state.children do
        {:undefined, if(is_pid(key), do: key, else: :restarting), type, modules}
      end

    {:reply, reply, state}
  end

  def handle_call(:count_children, _from, %{children: children} = state) do
    supervisors = Enum.count(children, fn {_, {_, _, _, type, _}} -> type == :supervisor end)
    active = Enum.count(children, fn {key, _} -> is_pid(key) end)
    specs = map_size(children)
    {:reply, [specs: specs, active: active, supervisors: supervisors, workers: specs - supervisors], state}
  end

  def handle_call({:terminate_child, pid}, _from, %{children: children} = state) do
    case children do
      %{^pid => child} ->
        end_children([{pid, child}])
        {:reply, :ok, delete(pid, state)}

      %{{:restarting, ^pid} => _child} ->
        {:reply, :ok, delete({:restarting, pid}, state)}

      %{} ->
        {:reply, {:error, :not_found}, state}
    end
  end

  # From Task.Supervisor: the child's function is fixed, its restart and shutdown have defaults.
  def handle_call({:start_task, args, restart, shutdown}, from, state) do
    {init_restart, init_shutdown} = Process.get(Task.Supervisor)
    restart = restart || init_restart
    shutdown = shutdown || init_shutdown
    child = {{Task.Supervised, :start_link, args}, restart, shutdown, :worker, [Task.Supervised]}
    handle_call({:start_child, child}, from, state)
  end

  def handle_call({:start_child, child}, _from, %{children: children, max_children: max} = state) do
    if map_size(children) < max, do: start_new(child, state), else: {:reply, {:error, :max_children}, state}
  end

  defp start_new({{m, f, args}, restart, shutdown, type, modules}, %{extra_arguments: extra} = state) do
    args = extra ++ args
    child = {{m, f, args}, restart, shutdown, type, modules}

    case start_child(m, f, args) do
      {:ok, pid} = reply -> {:reply, reply, save(pid, child, state)}
      {:ok, pid, _} = reply -> {:reply, reply, save(pid, child, state)}
      reply -> {:reply, reply, state}
    end
  end

  # A temporary child is never started again, so its arguments need not be kept.
  defp save(pid, {{m, f, _}, :temporary, shutdown, type, modules}, state) do
    %{state | children: Map.put(state.children, pid, {{m, f, :undefined}, :temporary, shutdown, type, modules})}
  end

  defp save(pid, child, state), do: %{state | children: Map.put(state.children, pid, child)}

  defp start_child(m, f, a) do
    case apply(m, f, a) do
      {:ok, pid} when is_pid(pid) -> {:ok, pid}
      {:ok, pid, extra} when is_pid(pid) -> {:ok, pid, extra}
      :ignore -> :ignore
      {:error, _} = error -> error
      other -> {:error, other}
    end
  catch
    :error, reason -> {:error, {reason, __STACKTRACE__}}
    :exit, reason -> {:error, reason}
    :throw, value -> {:error, {{:nocatch, value}, __STACKTRACE__}}
  end

  @impl true
  def handle_cast(_message, state), do: {:noreply, state}

  @impl true
  def handle_info({:EXIT, pid, reason}, %{children: children} = state) do
    case children do
      %{^pid => {_, restart, _, _, _} = child} -> restart_child(restart, reason, pid, child, state)
      %{} -> {:noreply, state}
    end
  end

  def handle_info({:"$gen_restart", key}, %{children: children} = state) do
    case children do
      %{^key => child} -> try_restart(key, child, state)
      %{} -> {:noreply, state}
    end
  end

  def handle_info(_message, state), do: {:noreply, state}

  defp restart_child(:permanent, _reason, pid, child, state), do: try_restart(pid, child, state)

  defp restart_child(:transient, reason, pid, child, state) do
    if normal?(reason), do: {:noreply, delete(pid, state)}, else: try_restart(pid, child, state)
  end

  defp restart_child(:temporary, _reason, pid, _child, state), do: {:noreply, delete(pid, state)}

  defp delete(pid, state), do: %{state | children: Map.delete(state.children, pid)}

  defp normal?(:normal), do: true
  defp normal?(:shutdown), do: true
  defp normal?({:shutdown, _}), do: true
  defp normal?(_), do: false

  defp try_restart(key, child, state) do
    now = :erlang.monotonic_time(:second)
    recent = Enum.filter([now | state.restarts], &(now - &1 <= state.max_seconds))
    state = %{state | restarts: recent}

    if length(recent) <= state.max_restarts do
      start_again(key, child, delete(key, state))
    else
      {:stop, :shutdown, delete(key, state)}
    end
  end

  defp start_again(key, {{m, f, args}, _, _, _, _} = child, state) do
    case start_child(m, f, args) do
      {:ok, pid} -> {:noreply, save(pid, child, state)}
      {:ok, pid, _} -> {:noreply, save(pid, child, state)}
      :ignore -> {:noreply, state}
      {:error, _reason} ->
        # Known by the pid it had, until it runs again.
        again = with pid when is_pid(pid) <- key, do: {:restarting, pid}
        send(self(), {:"$gen_restart", again})
        {:noreply, save(again, child, state)}
    end
  end

  @impl true
  def terminate(_reason, %{children: children}), do: end_children(Enum.filter(children, fn {key, _} -> is_pid(key) end))

  @impl true
  def code_change(_old, %{mod: mod, args: args} = state, _extra) do
    case mod.init(args) do
      {:ok, flags} when is_map(flags) -> init_flags(state, flags)
      :ignore -> {:ok, state}
      error -> {:error, error}
    end
  end

  # All at once: each is told first, then each has its time.
  defp end_children(children) do
    watched =
      for {pid, {_, _, shutdown, _, _}} <- children do
        ref = Process.monitor(pid)
        Process.unlink(pid)
        Process.exit(pid, if(shutdown == :brutal_kill, do: :kill, else: :shutdown))
        {pid, ref, shutdown}
      end

    started = :erlang.monotonic_time(:millisecond)
    for child <- watched, do: await_end(child, started)
    :ok
  end

  defp await_end({pid, ref, shutdown}, started) do
    receive do
      {:DOWN, ^ref, _, _, _} -> :ok
    after
      left(shutdown, started) ->
        Process.exit(pid, :kill)

        receive do
          {:DOWN, ^ref, _, _, _} -> :ok
        end
    end

    receive do
      {:EXIT, ^pid, _} -> :ok
    after
      0 -> :ok
    end
  end

  defp left(shutdown, started) when is_integer(shutdown) do
    max(shutdown - (:erlang.monotonic_time(:millisecond) - started), 0)
  end

  defp left(_, _), do: :infinity

  defp call(supervisor, request), do: GenServer.call(supervisor, request, :infinity)
end
