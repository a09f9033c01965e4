# stdlib/otp/partition_supervisor.ex: the same child several times, each found by a key.
# Here: the supervisor's callbacks, the table of partitions, names of the form {:via, PartitionSupervisor, {name, key}}.
# Not here: supervision (otp/supervisor.ex).
# Holds: a supervisor named by an atom has a table of that name, {partition, pid} for each child and
# {:partitions, count}; with another name its children are asked for.
defmodule PartitionSupervisor do
  @moduledoc """
  A supervisor that starts one child several times, so that no single process is everybody's bottleneck.

  Each of these partitions is a child of its own. A key picks one:
  `{:via, PartitionSupervisor, {name, key}}` can be given wherever a server is named. An integer key is taken
  modulo the number of partitions, any other term by its hash; the same key always finds the same partition.

      children = [
        {PartitionSupervisor, child_spec: DynamicSupervisor, name: Shop.Supervisors}
      ]

      DynamicSupervisor.start_child(
        {:via, PartitionSupervisor, {Shop.Supervisors, self()}},
        {Agent, fn -> %{} end}
      )
  """
  @moduledoc since: "1.14.0"

  use Supervisor

  @type name :: atom | {:via, module, term}

  @doc false
  def child_spec(opts) when is_list(opts) do
    id =
      case Keyword.get(opts, :name, DynamicSupervisor) do
        {:via, _module, name} -> name
        name -> name
      end

    %{
      id: id,
      start: {PartitionSupervisor, :start_link, [opts]},
      type: :supervisor
    }
  end

  @doc """
  Starts the supervisor and its partitions.

  Options are `:child_spec` and `:name`, which must be there, `:partitions` (default
  `System.schedulers_online/0`), `:strategy` (default `:one_for_one`), `:max_restarts`, `:max_seconds`, and
  `:with_arguments`, a function of the child's start arguments and the partition that gives the arguments for it.

  ## Examples

      iex> {:ok, _} = PartitionSupervisor.start_link(child_spec: {Agent, fn -> 1 end}, name: Doctest.Parts, partitions: 2)
      iex> PartitionSupervisor.partitions(Doctest.Parts)
      2
      iex> Agent.get({:via, PartitionSupervisor, {Doctest.Parts, "any key"}}, & &1)
      1
      iex> PartitionSupervisor.stop(Doctest.Parts)
      :ok
  """
  @doc since: "1.14.0"
  @spec start_link(keyword) :: Supervisor.on_start()
  def start_link(opts) do
    name = opts[:name] || raise ArgumentError, "the :name option must be given to PartitionSupervisor"

    child_spec =
      opts[:child_spec] || raise ArgumentError, "the :child_spec option must be given to PartitionSupervisor"

    {partitions, opts} = Keyword.pop(opts, :partitions, System.schedulers_online())

    unless is_integer(partitions) and partitions >= 1 do
      raise ArgumentError, "the :partitions option must be a positive integer, got: #{inspect(partitions)}"
    end

    {with_arguments, opts} = Keyword.pop(opts, :with_arguments, fn args, _partition -> args end)

    unless is_function(with_arguments, 2) do
      raise ArgumentError,
            "the :with_arguments option must be a function that receives two arguments, " <>
              "the current call arguments and the partition, got: #{inspect(with_arguments)}"
    end

    %{start: {module, fun, args}} = spec = Supervisor.child_spec(child_spec, [])
    modules = spec[:modules] || [module]

    children =
      for partition <- 0..(partitions - 1) do
        start = {__MODULE__, :start_child, [module, fun, with_arguments.(args, partition), name, partition]}
        Map.merge(spec, %{id: partition, start: start, modules: modules})
      end

    {init_opts, start_opts} = Keyword.split(opts, [:strategy, :max_seconds, :max_restarts])
    init_opts = Keyword.put_new(init_opts, :strategy, :one_for_one)
    Supervisor.start_link(__MODULE__, {name, partitions, children, init_opts}, start_opts)
  end

  @doc false
  @impl true
  def init({name, partitions, children, init_opts}) do
    if is_atom(name) do
      :ets.new(name, [:set, :named_table, :protected, read_concurrency: true])
      :ets.insert(name, {:partitions, partitions})
    end

    Supervisor.init(children, init_opts)
  end

  # Runs in the supervisor, which owns the table.
  @doc false
  def start_child(module, fun, args, name, partition) do
    case apply(module, fun, args) do
      {:ok, pid} = started ->
        note(name, partition, pid)
        started

      {:ok, pid, _extra} = started ->
        note(name, partition, pid)
        started

      other ->
        other
    end
  end

  defp note(name, partition, pid), do: is_atom(name) and :ets.insert(name, {partition, pid})

  @doc """
  The number of partitions. Exits when there is no such supervisor.
  """
  @doc since: "1.14.0"
  @spec partitions(name) :: pos_integer
  def partitions(name) when is_atom(name), do: :ets.lookup_element(table!(name), :partitions, 2)

  def partitions(name) do
    if GenServer.whereis(name) == nil, do: missing(name)
    Supervisor.count_children(name).specs
  end

  defp table!(name), do: if(:ets.whereis(name) == :undefined, do: missing(name), else: name)
  defp missing(name), do: exit({:noproc, {__MODULE__, :partitions, [name]}})

  @doc """
  Counts the children: a map of `:specs`, `:active`, `:supervisors` and `:workers`.
  """
  @doc since: "1.14.0"
  @spec count_children(Supervisor.supervisor()) :: %{
          specs: non_neg_integer,
          active: non_neg_integer,
          supervisors: non_neg_integer,
          workers: non_neg_integer
        }
  def count_children(supervisor), do: Supervisor.count_children(supervisor)

  @doc """
  Lists the children: `{partition, pid | :restarting, type, modules}` for each.
  """
  @doc since: "1.14.0"
  @spec which_children(name) :: [
          {integer, pid | :restarting, :worker | :supervisor, [module] | :dynamic}
        ]
  def which_children(name), do: Supervisor.which_children(name)

  @doc """
  Stops the supervisor and its children, and waits for it.
  """
  @doc since: "1.14.0"
  @spec stop(Supervisor.supervisor(), reason :: term, timeout) :: :ok
  def stop(supervisor, reason \\ :normal, timeout \\ :infinity), do: Supervisor.stop(supervisor, reason, timeout)

  # -- {:via, PartitionSupervisor, {name, key}} -----------------------------------------------------------------

  @doc false
  def whereis_name({name, key}) when is_atom(name) do
    table = table!(name)
    :ets.lookup_element(table, index(key, :ets.lookup_element(table, :partitions, 2)), 2)
  end

  def whereis_name({name, key}) do
    wanted = index(key, partitions(name))
    Enum.find_value(Supervisor.which_children(name), :undefined, fn {index, pid, _, _} -> index == wanted and pid end)
  end

  defp index(key, partitions) when is_integer(key), do: rem(abs(key), partitions)
  defp index(key, partitions), do: :erlang.phash2(key, partitions)

  @doc false
  def send(name_and_key, message), do: Kernel.send(whereis_name(name_and_key), message)

  @doc false
  def register_name(_name_and_key, _pid),
    do: raise("{:via, PartitionSupervisor, _} cannot be given on registration")

  @doc false
  def unregister_name(_name_and_key, _pid),
    do: raise("{:via, PartitionSupervisor, _} cannot be given on unregistration")
end
