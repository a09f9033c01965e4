defmodule GenServer do
  @moduledoc """
  A process that holds a state and serves requests one after the other.

  A module becomes a server by `use GenServer` and the callbacks it defines; all of them run in the
  server's process. `call/3` waits for an answer, `cast/2` does not, and any other message goes to
  `c:handle_info/2`. A server is meant to live under a `Supervisor`.

      defmodule Counter do
        use GenServer

        def start_link(first), do: GenServer.start_link(__MODULE__, first)
        def next(pid), do: GenServer.call(pid, :next)

        @impl true
        def init(first), do: {:ok, first}

        @impl true
        def handle_call(:next, _from, n), do: {:reply, n, n + 1}
      end

  Use a plain module when there is no state to hold, an `Agent` when there is nothing but a state.
  """

  @type on_start :: {:ok, pid} | :ignore | {:error, {:already_started, pid} | term}
  @type name :: atom | {:global, term} | {:via, module, term}
  @type option :: {:debug, list} | {:name, name} | {:timeout, timeout} | {:spawn_opt, list} | {:hibernate_after, timeout}
  @type options :: [option]
  @type server :: pid | name | {atom, node}
  @type from :: {pid, tag :: term}

  @doc "Makes the first state."
  @callback init(init_arg :: term) ::
              {:ok, state} | {:ok, state, timeout | :hibernate | {:continue, term}} | :ignore | {:stop, reason :: any}
            when state: any
  @doc "Serves a `call/3`."
  @callback handle_call(request :: term, from, state :: term) ::
              {:reply, reply, new_state}
              | {:reply, reply, new_state, timeout | :hibernate | {:continue, term}}
              | {:noreply, new_state}
              | {:noreply, new_state, timeout | :hibernate | {:continue, term}}
              | {:stop, reason, reply, new_state}
              | {:stop, reason, new_state}
            when reply: term, new_state: term, reason: term
  @doc "Serves a `cast/2`."
  @callback handle_cast(request :: term, state :: term) ::
              {:noreply, new_state}
              | {:noreply, new_state, timeout | :hibernate | {:continue, term}}
              | {:stop, reason :: term, new_state}
            when new_state: term
  @doc "Serves every other message, a timeout as `:timeout`."
  @callback handle_info(msg :: :timeout | term, state :: term) ::
              {:noreply, new_state}
              | {:noreply, new_state, timeout | :hibernate | {:continue, term}}
              | {:stop, reason :: term, new_state}
            when new_state: term
  @doc "Goes on after `{:continue, term}`, before any other message."
  @callback handle_continue(continue :: term, state :: term) ::
              {:noreply, new_state}
              | {:noreply, new_state, timeout | :hibernate | {:continue, term}}
              | {:stop, reason :: term, new_state}
            when new_state: term
  @doc "Tidies up before the server ends by its own doing, or by its parent's when it traps exits."
  @callback terminate(reason, state :: term) :: term when reason: :normal | :shutdown | {:shutdown, term} | term
  @doc "Converts the state when code changes."
  @callback code_change(old_vsn, state :: term, extra :: term) :: {:ok, new_state :: term} | {:error, reason :: term}
            when old_vsn: term | {:down, term}
  @doc "Says what `:sys.get_status/1` shows."
  @callback format_status(reason, pdict_and_state :: list) :: term when reason: :normal | :terminate

  @optional_callbacks code_change: 3,
                      terminate: 2,
                      handle_info: 2,
                      handle_cast: 2,
                      handle_call: 3,
                      format_status: 2,
                      handle_continue: 2

  @doc false
  defmacro __using__(opts) do
    quote location: :keep, bind_quoted: [opts: opts] do
      @behaviour GenServer

      unless Module.has_attribute?(__MODULE__, :doc) do
        @doc """
        How a supervisor starts this module.

        See `Supervisor`.
        """
      end

      def child_spec(init_arg) do
        default = %{id: __MODULE__, start: {__MODULE__, :start_link, [init_arg]}}
        Supervisor.child_spec(default, unquote(Macro.escape(opts)))
      end

      defoverridable child_spec: 1

      @before_compile GenServer

      @doc false
      def handle_call(message, _from, state), do: GenServer.__unexpected__(__MODULE__, :handle_call, message, state)

      @doc false
      def handle_info(message, state), do: GenServer.__unexpected__(__MODULE__, :handle_info, message, state)

      @doc false
      def handle_cast(message, state), do: GenServer.__unexpected__(__MODULE__, :handle_cast, message, state)

      @doc false
      def terminate(_reason, _state), do: :ok

      @doc false
      def code_change(_old, state, _extra), do: {:ok, state}

      defoverridable code_change: 3, terminate: 2, handle_info: 2, handle_cast: 2, handle_call: 3
    end
  end

  @doc false
  defmacro __before_compile__(env) do
    unless Module.defines?(env.module, {:init, 1}) do
      message = "function init/1 required by behaviour GenServer is not implemented (in module #{inspect(env.module)})."
      IO.warn(message <> " The default hands its argument on as the state: def init(arg), do: {:ok, arg}", env)

      quote do
        @doc false
        def init(init_arg), do: {:ok, init_arg}
        defoverridable init: 1
      end
    end
  end

  @doc false
  def __unexpected__(module, :handle_info, message, state) do
    name =
      case Process.info(self(), :registered_name) do
        {_, []} -> self()
        {_, name} -> name
      end

    text = "#{inspect(module)} #{inspect(name)} received unexpected message in handle_info/2: #{inspect(message)}"
    IO.write(:stderr, ["[error] ", text, ?\n])
    {:noreply, state}
  end

  def __unexpected__(_module, :handle_call, message, _state) do
    raise "attempted to call GenServer #{inspect(__name__())} but no handle_call/3 clause was provided" <> __hint__(message)
  end

  def __unexpected__(_module, :handle_cast, message, _state) do
    raise "attempted to cast GenServer #{inspect(__name__())} but no handle_cast/2 clause was provided" <> __hint__(message)
  end

  defp __hint__(_message), do: ""

  defp __name__ do
    case Process.info(self(), :registered_name) do
      {_, []} -> self()
      {_, name} -> name
    end
  end

  @doc """
  Starts a server linked to the caller and waits until its `init/1` has returned.

  `:name` registers it; `:timeout` bounds `init/1`. The result is `{:ok, pid}`, `:ignore` or
  `{:error, reason}`.
  """
  @spec start_link(module, any, options) :: on_start
  def start_link(module, init_arg, options \\ []) when is_atom(module) and is_list(options) do
    do_start(:link, module, init_arg, options)
  end

  @doc "As `start_link/3`, without a link."
  @spec start(module, any, options) :: on_start
  def start(module, init_arg, options \\ []) when is_atom(module) and is_list(options) do
    do_start(:nolink, module, init_arg, options)
  end

  defp do_start(link, module, init_arg, options) do
    case Keyword.pop(options, :name) do
      {nil, opts} -> :gen.start(:gen_server, link, module, init_arg, opts)
      {atom, opts} when is_atom(atom) -> :gen.start(:gen_server, link, {:local, atom}, module, init_arg, opts)
      {{:global, _} = name, opts} -> :gen.start(:gen_server, link, name, module, init_arg, opts)
      {{:via, via, _} = name, opts} when is_atom(via) -> :gen.start(:gen_server, link, name, module, init_arg, opts)
      {other, _} -> raise ArgumentError, bad_name(other)
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
  Ends a server with `reason` and waits until it has.

  Exits when the server does not end in time, or by another reason.
  """
  @spec stop(server, reason :: term, timeout) :: :ok
  def stop(server, reason \\ :normal, timeout \\ :infinity) do
    case whereis(server) do
      nil ->
        exit({:noproc, {__MODULE__, :stop, [server, reason, timeout]}})

      pid when pid == self() ->
        exit({:calling_self, {__MODULE__, :stop, [server, reason, timeout]}})

      pid ->
        try do
          :proc_lib.stop(pid, reason, timeout)
        catch
          :exit, why -> exit({why, {__MODULE__, :stop, [server, reason, timeout]}})
        end
    end
  end

  @doc """
  Sends a request and waits for the answer, `timeout` ms at most.

  Exits with `{reason, {GenServer, :call, [server, request, timeout]}}` when the server is not there,
  ends meanwhile, or does not answer in time.
  """
  @spec call(server, term, timeout) :: term
  def call(server, request, timeout \\ 5000)
      when (is_integer(timeout) and timeout >= 0) or timeout == :infinity do
    case whereis(server) do
      nil ->
        exit({:noproc, {__MODULE__, :call, [server, request, timeout]}})

      pid when pid == self() ->
        exit({:calling_self, {__MODULE__, :call, [server, request, timeout]}})

      # There are no other nodes.
      {_name, node} ->
        exit({{:nodedown, node}, {__MODULE__, :call, [server, request, timeout]}})

      pid ->
        ref = :erlang.monitor(:process, pid, alias: :demonitor)
        :erlang.send(pid, {:"$gen_call", {self(), [:alias | ref]}, request})

        receive do
          {[:alias | ^ref], reply} ->
            :erlang.demonitor(ref, [:flush])
            reply

          {:DOWN, ^ref, _, _, reason} ->
            exit({reason, {__MODULE__, :call, [server, request, timeout]}})
        after
          timeout -> late(ref, server, request, timeout)
        end
    end
  end

  # The answer may have come between the timeout and the end of the alias.
  defp late(ref, server, request, timeout) do
    :erlang.demonitor(ref, [:flush])

    receive do
      {[:alias | ^ref], reply} -> reply
    after
      0 -> exit({:timeout, {__MODULE__, :call, [server, request, timeout]}})
    end
  end

  @doc """
  Sends a request and goes on at once.

  Gives `:ok` whether or not the server is there.
  """
  @spec cast(server, term) :: :ok
  def cast(server, request)

  def cast({:global, name}, request) do
    :global.send(name, {:"$gen_cast", request})
    :ok
  catch
    _, _ -> :ok
  end

  def cast({:via, mod, name}, request) do
    mod.send(name, {:"$gen_cast", request})
    :ok
  catch
    _, _ -> :ok
  end

  def cast(dest, request) when is_pid(dest) do
    :erlang.send(dest, {:"$gen_cast", request})
    :ok
  end

  def cast({name, node}, request) when is_atom(name) and is_atom(node), do: cast_to({name, node}, request)
  def cast(dest, request) when is_atom(dest), do: cast_to(dest, request)

  defp cast_to(dest, request) do
    :erlang.send(dest, {:"$gen_cast", request})
    :ok
  rescue
    ArgumentError -> :ok
  end

  @doc "Casts to the servers called `name` on all `nodes`."
  @spec abcast([node], name :: atom, term) :: :abcast
  def abcast(nodes \\ [node() | Node.list()], name, request) when is_list(nodes) and is_atom(name) do
    for node <- nodes, do: cast_to({name, node}, request)
    :abcast
  end

  @doc "Calls the servers called `name` on all `nodes`: `{replies, bad_nodes}`."
  @spec multi_call([node], name :: atom, term, timeout) :: {replies :: [{node, term}], bad_nodes :: [node]}
  def multi_call(nodes \\ [node() | Node.list()], name, request, timeout \\ :infinity) do
    :gen_server.multi_call(nodes, name, request, timeout)
  end

  @doc "Answers a call, from any process. `client` is the second argument of `c:handle_call/3`."
  @spec reply(from, term) :: :ok
  def reply(client, reply), do: :gen.reply(client, reply)

  @doc """
  The pid or `{name, node}` of a server, nil when there is none.

  ## Examples

      iex> GenServer.whereis(self()) == self()
      true
      iex> GenServer.whereis(:nobody_here)
      nil
      iex> GenServer.whereis({:name, :"a@b"})
      {:name, :"a@b"}
  """
  @spec whereis(server) :: pid | {atom, node} | nil
  def whereis(server)
  def whereis(pid) when is_pid(pid), do: pid

  def whereis(name) when is_atom(name) do
    case :erlang.whereis(name) do
      :undefined -> nil
      found -> found
    end
  end

  def whereis({:global, name}) do
    case :global.whereis_name(name) do
      :undefined -> nil
      pid -> pid
    end
  end

  def whereis({:via, mod, name}) do
    case apply(mod, :whereis_name, [name]) do
      :undefined -> nil
      pid -> pid
    end
  end

  def whereis({name, local}) when is_atom(name) and local == node(), do: whereis(name)
  def whereis({name, node} = server) when is_atom(name) and is_atom(node), do: server
end
