defmodule Task.Supervisor do
  @moduledoc """
  A supervisor of tasks.

  Tasks started here may be awaited (`async/3`), may fail without harm to who awaits them
  (`async_nolink/3`), or run for their effect alone (`start_child/3`).

  ## Examples

      iex> {:ok, sup} = Task.Supervisor.start_link()
      iex> Task.Supervisor.async(sup, fn -> 1 + 1 end) |> Task.await()
      2
  """

  @type option :: DynamicSupervisor.option() | DynamicSupervisor.init_option()

  @doc "How a supervisor starts this one; `opts` are those of `start_link/1`."
  def child_spec(opts) when is_list(opts) do
    id =
      case Keyword.get(opts, :name, Task.Supervisor) do
        name when is_atom(name) -> name
        {:global, name} -> name
        {:via, _module, name} -> name
      end

    %{id: id, start: {Task.Supervisor, :start_link, [opts]}, type: :supervisor}
  end

  @doc "Starts a supervisor of tasks: `:name`, `:max_restarts`, `:max_seconds`, `:max_children`."
  @spec start_link([option]) :: Supervisor.on_start()
  def start_link(options \\ []) do
    {restart, options} = Keyword.pop(options, :restart)
    {shutdown, options} = Keyword.pop(options, :shutdown)
    keys = [:max_children, :max_seconds, :max_restarts]
    {sup_opts, start_opts} = Keyword.split(options, keys)
    restart_and_shutdown = {restart || :temporary, shutdown || 5000}
    DynamicSupervisor.start_link(Task.Supervisor.Init, {restart_and_shutdown, sup_opts}, start_opts)
  end

  @doc "Starts a task linked to the caller; `Task.await/2` gives its result. Option `:shutdown`."
  @spec async(Supervisor.supervisor(), (() -> any), Keyword.t()) :: Task.t()
  def async(supervisor, fun, options \\ []) when is_function(fun, 0), do: do_async(supervisor, :link, :erlang, :apply, [fun, []], options)

  @doc "As `async/3`, with module, function and arguments."
  @spec async(Supervisor.supervisor(), module, atom, [term], Keyword.t()) :: Task.t()
  def async(supervisor, module, fun, args, options \\ []), do: do_async(supervisor, :link, module, fun, args, options)

  @doc "As `async/3`, without a link: the caller learns of a failure by the task's reply only."
  @spec async_nolink(Supervisor.supervisor(), (() -> any), Keyword.t()) :: Task.t()
  def async_nolink(supervisor, fun, options \\ []) when is_function(fun, 0), do: do_async(supervisor, :nolink, :erlang, :apply, [fun, []], options)

  @doc "As `async_nolink/3`, with module, function and arguments."
  @spec async_nolink(Supervisor.supervisor(), module, atom, [term], Keyword.t()) :: Task.t()
  def async_nolink(supervisor, module, fun, args, options \\ []), do: do_async(supervisor, :nolink, module, fun, args, options)

  defp do_async(supervisor, link, module, fun, args, options) do
    owner = self()
    shutdown = options[:shutdown]

    case start_child_with_spec(supervisor, [get_owner(owner), get_callers(owner), :monitor, {module, fun, args}], :temporary, shutdown) do
      {:ok, pid} ->
        if link == :link, do: Process.link(pid)
        ref = :erlang.monitor(:process, pid, alias: :demonitor)
        send(pid, {owner, ref, ref})
        %Task{pid: pid, ref: ref, owner: owner, mfa: {module, fun, length(args)}}

      {:error, :max_children} ->
        raise Task.Supervised.max_children()
    end
  end

  @doc "As `Task.async_stream/3`, with tasks of this supervisor linked to the caller."
  @spec async_stream(Supervisor.supervisor(), Enumerable.t(), (term -> term), Keyword.t()) :: Enumerable.t()
  def async_stream(supervisor, enumerable, fun, options \\ []) when is_function(fun, 1), do: build_stream(supervisor, :link, enumerable, fun, options)

  @doc "As `async_stream/4`; each element comes before `args`."
  def async_stream(supervisor, enumerable, module, function, args, options \\ []) when is_atom(module) and is_atom(function) and is_list(args) do
    build_stream(supervisor, :link, enumerable, {module, function, args}, options)
  end

  @doc "As `async_stream/4`, without links."
  @spec async_stream_nolink(Supervisor.supervisor(), Enumerable.t(), (term -> term), Keyword.t()) :: Enumerable.t()
  def async_stream_nolink(supervisor, enumerable, fun, options \\ []) when is_function(fun, 1), do: build_stream(supervisor, :nolink, enumerable, fun, options)

  @doc "As `async_stream_nolink/4`; each element comes before `args`."
  def async_stream_nolink(supervisor, enumerable, module, function, args, options \\ []) when is_atom(module) and is_atom(function) and is_list(args) do
    build_stream(supervisor, :nolink, enumerable, {module, function, args}, options)
  end

  defp build_stream(supervisor, link, enumerable, fun, options) do
    shutdown = options[:shutdown]
    options = Task.Supervised.validate_stream(options)

    fn acc, acc_fun ->
      owner = get_owner(self())
      callers = get_callers(self())

      Task.Supervised.stream(enumerable, acc, acc_fun, callers, fun, options, fn _owner, mfa ->
        case start_child_with_spec(supervisor, [owner, callers, :monitor, mfa], :temporary, shutdown) do
          {:ok, pid} ->
            if link == :link, do: Process.link(pid)
            {:ok, link, pid}

          {:error, :max_children} ->
            {:error, :max_children}
        end
      end)
    end
  end

  @doc "Ends the task with this pid: `:ok`, or `{:error, :not_found}`."
  @spec terminate_child(Supervisor.supervisor(), pid) :: :ok | {:error, :not_found}
  def terminate_child(supervisor, pid) when is_pid(pid), do: DynamicSupervisor.terminate_child(supervisor, pid)

  @doc "The pids of all tasks."
  @spec children(Supervisor.supervisor()) :: [pid]
  def children(supervisor) do
    for {_, pid, _, _} <- DynamicSupervisor.which_children(supervisor), is_pid(pid), do: pid
  end

  @doc "Starts a task whose result nobody waits for. Options `:restart` and `:shutdown`."
  @spec start_child(Supervisor.supervisor(), (() -> any), Keyword.t()) :: DynamicSupervisor.on_start_child()
  def start_child(supervisor, fun, options \\ []) when is_function(fun, 0) do
    start_child(supervisor, :erlang, :apply, [fun, []], options)
  end

  @doc "As `start_child/3`, with module, function and arguments."
  @spec start_child(Supervisor.supervisor(), module, atom, [term], Keyword.t()) :: DynamicSupervisor.on_start_child()
  def start_child(supervisor, module, fun, args, options \\ []) when is_atom(fun) and is_list(args) do
    start_child_with_spec(supervisor, [get_owner(self()), get_callers(self()), {module, fun, args}], options[:restart], options[:shutdown])
  end

  defp start_child_with_spec(supervisor, args, restart, shutdown) do
    GenServer.call(supervisor, {:start_task, args, restart, shutdown}, :infinity)
  end

  defp get_owner(pid) do
    name =
      case Process.info(pid, :registered_name) do
        {:registered_name, []} -> pid
        {:registered_name, name} -> name
      end

    {node(), name, pid}
  end

  defp get_callers(pid) do
    case :erlang.get(:"$callers") do
      list when is_list(list) -> [pid | list]
      _ -> [pid]
    end
  end
end

defmodule Task.Supervisor.Init do
  @moduledoc false
  def init({{_restart, _shutdown} = defaults, options}) do
    Process.put(Task.Supervisor, defaults)
    DynamicSupervisor.init([strategy: :one_for_one] ++ options)
  end
end
