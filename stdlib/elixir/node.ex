defmodule Node do
  @moduledoc """
  Nodes: machines that know each other.

  A machine that was not told to join others is `:nonode@nohost`, alone.
  """

  @type t :: node

  @doc """
  The name of this node.

  ## Examples

      iex> Node.self() == node()
      true
  """
  @spec self() :: t
  def self, do: :erlang.node()

  @doc "Whether this node is part of a distributed system."
  @spec alive?() :: boolean
  def alive?, do: :erlang.node() != :nonode@nohost

  @doc """
  The visible nodes connected to this one.

  ## Examples

      iex> is_list(Node.list())
      true
  """
  @spec list() :: [t]
  def list, do: :erlang.nodes()

  @doc "The nodes of a kind: `:visible`, `:hidden`, `:connected`, `:this`, `:known`."
  @spec list(atom | [atom]) :: [t]
  def list(args), do: :erlang.nodes(args)

  @doc """
  Asks a node for an answer: `:pong`, or `:pang` when there is none.

  ## Examples

      iex> Node.ping(node())
      :pong
      iex> Node.ping(:nobody@nowhere)
      :pang
  """
  @spec ping(t) :: :pong | :pang
  def ping(node) when is_atom(node), do: if(node == node(), do: :pong, else: :pang)

  @doc """
  Connects to a node: `true`, `false`, or `:ignored` when this node is alone.

  ## Examples

      iex> Node.connect(:nobody@nowhere)
      :ignored
  """
  @spec connect(t) :: boolean | :ignored
  def connect(node) when is_atom(node), do: if(node == node(), do: true, else: :ignored)

  @doc """
  Breaks the connection to a node: `:ignored` when this node is alone.

  ## Examples

      iex> Node.disconnect(:nobody@nowhere)
      :ignored
  """
  @spec disconnect(t) :: boolean | :ignored
  def disconnect(node), do: :erlang.disconnect_node(node)

  @doc "Turns messages about the loss of a node on or off."
  @spec monitor(t, boolean) :: true
  def monitor(node, flag), do: :erlang.monitor_node(node, flag)

  @doc "As `monitor/2`, with options."
  @spec monitor(t, boolean, [:allow_passive_connect]) :: true
  def monitor(node, flag, options), do: :erlang.monitor_node(node, flag, options)

  @doc "The secret shared by the nodes of a cluster: `:nocookie` for a node alone."
  @spec get_cookie() :: atom
  def get_cookie, do: :erlang.get_cookie()

  @doc "Sets the secret of a node. Needs distribution."
  @spec set_cookie(t, atom) :: true
  def set_cookie(node \\ Node.self(), cookie) when is_atom(node) and is_atom(cookie), do: no_distribution("set_cookie/2")

  @doc "Makes this machine a node of a cluster. Needs distribution."
  @spec start(node, :longnames | :shortnames, non_neg_integer) :: {:ok, pid} | {:error, term}
  def start(name, type \\ :longnames, _tick_time \\ 15_000) when is_atom(name) and type in [:longnames, :shortnames],
    do: no_distribution("start/3")

  @doc """
  Leaves the cluster: `{:error, :not_found}` when this node is in none.

  ## Examples

      iex> Node.stop()
      {:error, :not_found}
  """
  @spec stop() :: :ok | {:error, :not_allowed | :not_found}
  def stop, do: {:error, :not_found}

  @doc """
  Starts a process on a node, which must be this one as long as there is no distribution.

  ## Examples

      iex> pid = Node.spawn(node(), fn -> :ok end)
      iex> is_pid(pid)
      true
  """
  @spec spawn(t, (() -> any)) :: pid
  def spawn(node, fun), do: here(node, "spawn/2", fn -> :erlang.spawn(fun) end)

  @doc "As `spawn/2`, with options for the process."
  @spec spawn(t, (() -> any), Process.spawn_opts()) :: pid | {pid, reference}
  def spawn(node, fun, opts) when is_list(opts), do: here(node, "spawn/3", fn -> :erlang.spawn_opt(fun, opts) end)

  @doc "Starts a process on a node with a function by name."
  @spec spawn(t, module, atom, [any]) :: pid
  def spawn(node, module, fun, args), do: here(node, "spawn/4", fn -> :erlang.spawn(module, fun, args) end)

  @doc "As `spawn/4`, with options for the process."
  @spec spawn(t, module, atom, [any], Process.spawn_opts()) :: pid | {pid, reference}
  def spawn(node, module, fun, args, opts) when is_list(opts),
    do: here(node, "spawn/5", fn -> :erlang.spawn_opt(module, fun, args, opts) end)

  @doc "As `spawn/2`, linked to the caller."
  @spec spawn_link(t, (() -> any)) :: pid
  def spawn_link(node, fun), do: here(node, "spawn_link/2", fn -> :erlang.spawn_link(fun) end)

  @doc "As `spawn/4`, linked to the caller."
  @spec spawn_link(t, module, atom, [any]) :: pid
  def spawn_link(node, module, fun, args),
    do: here(node, "spawn_link/4", fn -> :erlang.spawn_link(module, fun, args) end)

  @doc "As `spawn/2`, monitored by the caller."
  @spec spawn_monitor(t, (() -> any)) :: {pid, reference}
  def spawn_monitor(node, fun), do: here(node, "spawn_monitor/2", fn -> :erlang.spawn_monitor(fun) end)

  @doc "As `spawn/4`, monitored by the caller."
  @spec spawn_monitor(t, module, atom, [any]) :: {pid, reference}
  def spawn_monitor(node, module, fun, args),
    do: here(node, "spawn_monitor/4", fn -> :erlang.spawn_monitor(module, fun, args) end)

  defp here(node, _name, start) when node == node(), do: start.()
  defp here(_node, name, _start), do: no_distribution(name)

  defp no_distribution(name),
    do: raise("Node.#{name} needs distribution, which this version of vial does not have yet")
end
