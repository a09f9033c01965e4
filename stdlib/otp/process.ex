defmodule Process do
  @moduledoc """
  Processes: links, monitors, names, timers, flags and what can be known of them.

  `Kernel` has what every program needs of processes: `spawn/1`, `send/2`, `self/0`, `exit/1`.
  """

  @type dest :: pid | port | registered_name | {registered_name, node}
  @type registered_name :: atom
  @type spawn_opt :: :link | :monitor | {:priority, :low | :normal | :high | :max} | {:fullsweep_after, non_neg_integer} | {:min_heap_size, non_neg_integer} | {:max_heap_size, non_neg_integer | map} | {:message_queue_data, :off_heap | :on_heap}
  @type spawn_opts :: [spawn_opt]

  @doc """
  Whether a local process is alive.

  ## Examples

      iex> Process.alive?(self())
      true
  """
  @spec alive?(pid) :: boolean
  def alive?(pid), do: :erlang.is_process_alive(pid)

  @doc "The process dictionary as a keyword-like list."
  @spec get() :: [{term, term}]
  def get, do: :erlang.get()

  @doc """
  A value of the process dictionary, or `default`.

  ## Examples

      iex> Process.put(:colour, :red)
      iex> Process.get(:colour)
      :red
      iex> Process.get(:taste, :none)
      :none
  """
  @spec get(term, default :: term) :: term
  def get(key, default \\ nil) do
    case :erlang.get(key) do
      :undefined -> default
      value -> value
    end
  end

  @doc "The keys of the process dictionary."
  @spec get_keys() :: [term]
  def get_keys, do: :erlang.get_keys()

  @doc "The keys that hold `value`."
  @spec get_keys(term) :: [term]
  def get_keys(value), do: :erlang.get_keys(value)

  @doc "Stores a value in the process dictionary; gives the one before, or nil."
  @spec put(term, term) :: term | nil
  def put(key, value), do: nillify(:erlang.put(key, value))

  @doc "Removes a key from the process dictionary; gives its value, or nil."
  @spec delete(term) :: term | nil
  def delete(key), do: nillify(:erlang.erase(key))

  @doc """
  Sends an exit signal. `:kill` cannot be trapped; `:normal` does nothing to others that do not trap.
  """
  @spec exit(pid, term) :: true
  def exit(pid, reason), do: :erlang.exit(pid, reason)

  @doc "Waits, and does nothing else, for so many milliseconds or for ever."
  @spec sleep(timeout) :: :ok
  def sleep(timeout) when is_integer(timeout) and timeout >= 0
      when timeout == :infinity do
    receive do
    after
      timeout -> :ok
    end
  end

  @doc "Sends with options `:noconnect`, `:nosuspend`: `:ok`, or the option that stopped it."
  @spec send(dest, msg, [:noconnect | :nosuspend]) :: :ok | :noconnect | :nosuspend when msg: any
  def send(dest, msg, options), do: :erlang.send(dest, msg, options)

  @doc """
  Sends a message after so many milliseconds. `:abs` takes the time as an absolute monotonic one.

  ## Examples

      iex> ref = Process.send_after(self(), :later, 60_000)
      iex> is_integer(Process.cancel_timer(ref))
      true
  """
  @spec send_after(pid | atom, term, non_neg_integer, keyword) :: reference
  def send_after(dest, msg, time, opts \\ []), do: :erlang.send_after(time, dest, msg, opts)

  @doc "Stops a timer: milliseconds left, or false when there is none. Options `:async`, `:info`."
  @spec cancel_timer(reference, keyword) :: non_neg_integer | false | :ok
  def cancel_timer(timer_ref, options \\ []), do: :erlang.cancel_timer(timer_ref, options)

  @doc "Milliseconds until a timer fires, or false."
  @spec read_timer(reference) :: non_neg_integer | false
  def read_timer(timer_ref), do: :erlang.read_timer(timer_ref)

  @doc "Starts a process at `fun` with options."
  @spec spawn((() -> any), spawn_opts) :: pid | {pid, reference}
  def spawn(fun, opts), do: :erlang.spawn_opt(fun, opts)

  @doc "Starts a process at a function with options."
  @spec spawn(module, atom, list, spawn_opts) :: pid | {pid, reference}
  def spawn(mod, fun, args, opts), do: :erlang.spawn_opt(mod, fun, args, opts)

  @doc "Asks to be told, once, when a process ends: `{:DOWN, ref, :process, object, reason}`."
  @spec monitor(pid | {name, node} | name) :: reference when name: atom
  def monitor(item), do: :erlang.monitor(:process, item)

  @doc "As `monitor/1`, with options `:alias` and `:tag`."
  @spec monitor(pid | {name, node} | name, keyword) :: reference when name: atom
  def monitor(item, options), do: :erlang.monitor(:process, item, options)

  @doc "Ends a monitor. Options `:flush` (also drops its message) and `:info`."
  @spec demonitor(reference, [:flush | :info]) :: boolean
  def demonitor(monitor_ref, options \\ []), do: :erlang.demonitor(monitor_ref, options)

  @doc "All local processes."
  @spec list() :: [pid]
  def list, do: :erlang.processes()

  @doc "Links the caller to a process, so that an error of one ends the other."
  @spec link(pid | port) :: true
  def link(pid_or_port), do: :erlang.link(pid_or_port)

  @doc "Ends a link."
  @spec unlink(pid | port) :: true
  def unlink(pid_or_port), do: :erlang.unlink(pid_or_port)

  @doc "Gives a process (or port) a name. Raises `ArgumentError` when name or process cannot have it."
  @spec register(pid | port, atom) :: true
  def register(pid_or_port, name) when is_atom(name) and name not in [nil, false, true, :undefined] do
    :erlang.register(name, pid_or_port)
  catch
    :error, :badarg when node(pid_or_port) != node() ->
      message = "could not register #{inspect(pid_or_port)} because it belongs to another node"
      :erlang.error(ArgumentError.exception(message), [pid_or_port, name])

    :error, :badarg ->
      message =
        "could not register #{inspect(pid_or_port)} with " <>
          "name #{inspect(name)} because it is not alive, the name is already " <>
          "taken, or it has already been given another name"

      :erlang.error(ArgumentError.exception(message), [pid_or_port, name])
  end

  @doc "Takes a name away."
  @spec unregister(atom) :: true
  def unregister(name), do: :erlang.unregister(name)

  @doc """
  The process of a name, or nil.

  ## Examples

      iex> Process.whereis(:nobody_has_this_name)
      nil
  """
  @spec whereis(atom) :: pid | port | nil
  def whereis(name), do: nillify(:erlang.whereis(name))

  @doc "The group leader of the calling process."
  @spec group_leader() :: pid
  def group_leader, do: :erlang.group_leader()

  @doc "Makes `leader` the group leader of `pid`."
  @spec group_leader(pid, leader :: pid) :: true
  def group_leader(pid, leader), do: :erlang.group_leader(leader, pid)

  @doc "All registered names."
  @spec registered() :: [atom]
  def registered, do: :erlang.registered()

  @doc "Sets a flag of the calling process and gives its old value: `:trap_exit`, `:priority`, ..."
  @spec flag(atom, term) :: term
  def flag(flag, value), do: :erlang.process_flag(flag, value)

  @doc "Sets a flag of another process."
  @spec flag(pid, atom, term) :: term
  def flag(pid, flag, value), do: :erlang.process_flag(pid, flag, value)

  @doc "What is known of a process, or nil when it is not alive."
  @spec info(pid) :: keyword | nil
  def info(pid), do: nillify(:erlang.process_info(pid))

  @doc """
  One or several facts of a process.

  ## Examples

      iex> Process.info(self(), :trap_exit)
      {:trap_exit, false}
  """
  @spec info(pid, atom | [atom]) :: {atom, term} | [{atom, term}] | nil
  def info(pid, spec)

  def info(pid, :registered_name) do
    case :erlang.process_info(pid, :registered_name) do
      :undefined -> nil
      [] -> {:registered_name, []}
      other -> other
    end
  end

  def info(pid, spec) when is_atom(spec) or is_list(spec), do: nillify(:erlang.process_info(pid, spec))

  @doc "Waits with a heap as small as can be until a message comes; then goes on in `mod.fun(args)`."
  @spec hibernate(module, atom, list) :: no_return
  def hibernate(mod, fun_name, args), do: :erlang.hibernate(mod, fun_name, args)

  @doc "A reference that receives messages for the caller until `unalias/1`. Options: `:explicit_unalias`, `:reply`."
  @spec alias([:explicit_unalias | :reply]) :: reference
  def alias(options), do: :erlang.alias(options)

  @doc "As `alias/1` without options."
  @spec alias() :: reference
  def alias, do: :erlang.alias()

  @doc "Ends an alias: whether there was one."
  @spec unalias(reference) :: boolean
  def unalias(alias), do: :erlang.unalias(alias)

  @compile {:inline, nillify: 1}
  defp nillify(:undefined), do: nil
  defp nillify(other), do: other
end
