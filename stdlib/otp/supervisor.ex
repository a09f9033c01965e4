defmodule Supervisor do
  @moduledoc """
  A process that starts other processes and brings them back when they end.

  Children are started in order and ended in reverse. `:one_for_one` restarts just the child that
  ended, `:one_for_all` all of them, `:rest_for_one` it and those started after it. More than
  `:max_restarts` (3) within `:max_seconds` (5) end the supervisor itself, so that the one above it
  may decide.

      children = [
        {Registry, keys: :unique, name: Names},
        {Counter, 0}
      ]

      Supervisor.start_link(children, strategy: :one_for_one)

  A child is a map (`:id`, `:start`, and `:restart`, `:shutdown`, `:type`, `:modules` where they
  differ from the usual), or a module or `{module, arg}` whose `child_spec/1` gives the map.
  """

  @type on_start :: {:ok, pid} | :ignore | {:error, {:already_started, pid} | {:shutdown, term} | term}
  @type on_start_child :: {:ok, child} | {:ok, child, info :: term} | {:error, {:already_started, child} | :already_present | term}
  @type child :: pid | :undefined
  @type name :: atom | {:global, term} | {:via, module, term}
  @type option :: {:name, name}
  @type init_option :: {:strategy, strategy} | {:max_restarts, non_neg_integer} | {:max_seconds, pos_integer}
  @type strategy :: :one_for_one | :one_for_all | :rest_for_one
  @type supervisor :: pid | name | {atom, node}
  @type restart :: :permanent | :transient | :temporary
  @type shutdown :: timeout | :brutal_kill
  @type child_spec :: %{
          required(:id) => atom | term,
          required(:start) => {module, atom, [term]},
          optional(:restart) => restart,
          optional(:shutdown) => shutdown,
          optional(:type) => :worker | :supervisor,
          optional(:modules) => [module] | :dynamic
        }

  @doc "Says which children there are and how they are restarted; `init/2` builds the answer."
  @callback init(init_arg :: term) :: {:ok, {map, [child_spec]}} | :ignore

  @doc false
  defmacro __using__(opts) do
    quote location: :keep, bind_quoted: [opts: opts] do
      @behaviour Supervisor

      unless Module.has_attribute?(__MODULE__, :doc) do
        @doc """
        How a supervisor starts this module.

        See `Supervisor`.
        """
      end

      def child_spec(init_arg) do
        default = %{id: __MODULE__, start: {__MODULE__, :start_link, [init_arg]}, type: :supervisor}
        Supervisor.child_spec(default, unquote(Macro.escape(opts)))
      end

      defoverridable child_spec: 1
    end
  end

  @doc """
  Starts a supervisor with these children, or, given a module, with those its `init/1` names.

  Options: `:strategy`, `:max_restarts`, `:max_seconds`, `:name`.
  """
  @spec start_link([child_spec | {module, term} | module], [option | init_option]) :: on_start
  def start_link(children, options) when is_list(children) do
    {sup_opts, start_opts} = Keyword.split(options, [:strategy, :max_seconds, :max_restarts, :auto_shutdown])
    start_link(Supervisor.Default, init(children, sup_opts), start_opts)
  end

  @spec start_link(module, term, [option]) :: on_start
  def start_link(module, init_arg, options \\ []) when is_list(options) do
    case Keyword.get(options, :name) do
      nil -> :supervisor.start_link(module, init_arg)
      atom when is_atom(atom) -> :supervisor.start_link({:local, atom}, module, init_arg)
      {:global, _} = name -> :supervisor.start_link(name, module, init_arg)
      {:via, via, _} = name when is_atom(via) -> :supervisor.start_link(name, module, init_arg)
      other -> raise ArgumentError, bad_name(other)
    end
  end

  defp bad_name(other) do
    """
    expected :name option to be one of the following:

      * nil
      * atom
      * {:global, term}
      * {:via, module, term}

    Got: #{inspect(other)}
    """
  end

  @doc """
  What `c:init/1` returns: the children and how they are restarted. `:strategy` must be given.

  ## Examples

      iex> Supervisor.init([], strategy: :one_for_one)
      {:ok, {%{intensity: 3, period: 5, strategy: :one_for_one}, []}}
  """
  @spec init([child_spec | {module, term} | module], [init_option]) :: {:ok, tuple}
  def init(children, options) when is_list(children) and is_list(options) do
    strategy =
      case options[:strategy] do
        nil -> raise ArgumentError, "expected :strategy option to be given"
        :simple_one_for_one -> raise ArgumentError, "use DynamicSupervisor instead of :simple_one_for_one"
        other -> other
      end

    flags = %{strategy: strategy, intensity: Keyword.get(options, :max_restarts, 3), period: Keyword.get(options, :max_seconds, 5)}
    {:ok, {flags, Enum.map(children, &init_child/1)}}
  end

  defp init_child(module) when is_atom(module), do: module |> call_child_spec([]) |> check_spec()
  defp init_child({module, arg}) when is_atom(module), do: module |> call_child_spec(arg) |> check_spec()
  defp init_child(%{} = map), do: map
  defp init_child({_, _, _, _, _, _} = tuple), do: tuple

  defp init_child(other) do
    raise ArgumentError, """
    supervisors expect each child to be one of the following:

      * a module
      * a {module, arg} tuple
      * a child specification as a map with at least the :id and :start fields
      * or a tuple with 6 elements generated by Supervisor.Spec (deprecated)

    Got: #{inspect(other)}
    """
  end

  defp check_spec(spec), do: spec

  defp call_child_spec(module, arg) do
    module.child_spec(arg)
  rescue
    e in UndefinedFunctionError ->
      case __STACKTRACE__ do
        [{^module, :child_spec, [^arg], _} | _] -> raise ArgumentError, child_spec_error(module)
        trace -> reraise e, trace
      end
  end

  defp child_spec_error(module) do
    if Code.ensure_loaded?(module) do
      """
      The module #{inspect(module)} was given as a child to a supervisor
      but it does not implement child_spec/1.

      If you own the given module, please define a child_spec/1 function
      that receives an argument and returns a child specification as a map.
      For example:

          def child_spec(opts) do
            %{
              id: __MODULE__,
              start: {__MODULE__, :start_link, [opts]},
              type: :worker,
              restart: :permanent,
              shutdown: 500
            }
          end

      Note that "use Agent", "use GenServer" and so on automatically define
      this function for you.

      However, if you don't own the given module and it doesn't implement
      child_spec/1, instead of passing the module name directly as a supervisor
      child, you will have to pass a child specification as a map:

          %{
            id: #{inspect(module)},
            start: {#{inspect(module)}, :start_link, [arg1, arg2]}
          }

      See the Supervisor documentation for more information.
      """
    else
      "The module #{inspect(module)} was given as a child to a supervisor but it does not exist."
    end
  end

  @doc """
  A child specification with some of its fields replaced.

  ## Examples

      iex> Supervisor.child_spec({Agent, fn -> :ok end}, id: {Agent, 1}).id
      {Agent, 1}
      iex> Supervisor.child_spec(%{id: A, start: {A, :start_link, []}}, restart: :transient)
      %{id: A, restart: :transient, start: {A, :start_link, []}}
  """
  @spec child_spec(child_spec | {module, arg :: term} | module, keyword) :: child_spec
  def child_spec(module_or_map, overrides)
  def child_spec({_, _, _, _, _, _} = tuple, _overrides), do: raise(ArgumentError, "old tuple-based child specification #{inspect(tuple)} is not supported in Supervisor.child_spec/2")

  def child_spec(module_or_map, overrides) do
    Enum.reduce(overrides, init_child(module_or_map), fn
      {key, value}, acc when key in [:id, :start, :restart, :shutdown, :type, :modules] -> Map.put(acc, key, value)
      {key, _value}, _acc -> raise ArgumentError, "unknown key #{inspect(key)} in child specification override"
    end)
  end

  @doc "Adds and starts a child."
  @spec start_child(supervisor, child_spec | {module, term} | module) :: on_start_child
  def start_child(supervisor, child_spec)
  def start_child(supervisor, {_, _, _, _, _, _} = spec), do: call(supervisor, {:start_child, spec})
  def start_child(supervisor, args) when is_list(args), do: call(supervisor, {:start_child, args})
  def start_child(supervisor, spec), do: call(supervisor, {:start_child, Supervisor.child_spec(spec, [])})

  @doc "Ends a child; it can be started again or deleted."
  @spec terminate_child(supervisor, term) :: :ok | {:error, :not_found}
  def terminate_child(supervisor, child_id), do: call(supervisor, {:terminate_child, child_id})

  @doc "Removes the specification of a child that does not run."
  @spec delete_child(supervisor, term) :: :ok | {:error, :not_found | :running | :restarting}
  def delete_child(supervisor, child_id), do: call(supervisor, {:delete_child, child_id})

  @doc "Starts a child again that does not run."
  @spec restart_child(supervisor, term) :: {:ok, child} | {:ok, child, term} | {:error, :not_found | :running | :restarting | term}
  def restart_child(supervisor, child_id), do: call(supervisor, {:restart_child, child_id})

  @doc "All children: `{id, pid | :undefined | :restarting, type, modules}`."
  @spec which_children(supervisor) :: [{term, child | :restarting, :worker | :supervisor, [module] | :dynamic}]
  def which_children(supervisor), do: call(supervisor, :which_children)

  @doc "How many children there are, as a map of `:specs`, `:active`, `:supervisors`, `:workers`."
  @spec count_children(supervisor) :: %{specs: non_neg_integer, active: non_neg_integer, supervisors: non_neg_integer, workers: non_neg_integer}
  def count_children(supervisor), do: supervisor |> call(:count_children) |> Map.new()

  @doc "Ends a supervisor and all its children."
  @spec stop(supervisor, reason :: term, timeout) :: :ok
  def stop(supervisor, reason \\ :normal, timeout \\ :infinity), do: GenServer.stop(supervisor, reason, timeout)

  defp call(supervisor, request), do: GenServer.call(supervisor, request, :infinity)
end

defmodule Supervisor.Default do
  @moduledoc false
  def init(args), do: args
end
