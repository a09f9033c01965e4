defmodule :gen do
  @moduledoc """
  What the generic servers share: starting, names, calls and replies.

  A call is `{label, {caller, [:alias | ref]}, request}`; the answer goes to the alias as
  `{[:alias | ref], reply}`, so that an answer that comes too late meets nobody.
  """

  @doc "Starts a server process without a name. `mod` is the generic module, `cb` the callback module."
  def start(mod, link, cb, args, opts), do: spawn_it(mod, link, [mod, self(), parent(link), cb, args, opts], opts)

  @doc "Starts a server process under a name."
  def start(mod, link, name, cb, args, opts) do
    case where(name) do
      :undefined -> spawn_it(mod, link, [mod, self(), parent(link), name, cb, args, opts], opts)
      pid -> {:error, {:already_started, pid}}
    end
  end

  defp parent(:nolink), do: :self
  defp parent(_), do: self()

  defp spawn_it(_mod, link, args, opts) do
    timeout = option(opts, :timeout, :infinity)
    spawn_opts = option(opts, :spawn_opt, [])

    case link do
      :link -> :proc_lib.start_link(:gen, :init_it, args, timeout, spawn_opts)
      :nolink -> :proc_lib.start(:gen, :init_it, args, timeout, spawn_opts)
      :monitor -> monitored(:proc_lib.start_monitor(:gen, :init_it, args, timeout, spawn_opts))
    end
  end

  defp monitored({{:ok, pid}, ref}), do: {:ok, {pid, ref}}

  defp monitored({error, ref}) do
    :erlang.demonitor(ref, [:flush])
    error
  end

  defp option(opts, key, default) do
    case :lists.keyfind(key, 1, opts) do
      {_, value} -> value
      false -> default
    end
  end

  @doc false
  def init_it(mod, starter, parent, cb, args, opts) do
    mod.init_it(starter, parent, self(), cb, args, opts)
  end

  @doc false
  def init_it(mod, starter, parent, name, cb, args, opts) do
    case register_name(name) do
      true -> mod.init_it(starter, parent, name, cb, args, opts)
      {false, pid} -> :proc_lib.init_ack(starter, {:error, {:already_started, pid}})
    end
  end

  @doc "Calls a server and waits for its reply: `{:ok, reply}`, or exits with the reason."
  def call(process, label, request, timeout \\ 5000)

  def call(pid, label, request, timeout) when is_pid(pid), do: do_call(pid, label, request, timeout)

  def call(process, label, request, timeout) do
    case target(process) do
      :undefined -> :erlang.exit(:noproc)
      found -> do_call(found, label, request, timeout)
    end
  end

  defp target(name) when is_atom(name), do: :erlang.whereis(name)
  defp target({name, node}) when is_atom(name) and node == node(), do: :erlang.whereis(name)
  defp target({name, node}) when is_atom(name) and is_atom(node), do: :erlang.exit({:nodedown, node})
  defp target(name), do: where(name)

  defp do_call(process, label, request, timeout) do
    ref = :erlang.monitor(:process, process, alias: :demonitor)
    :erlang.send(process, {label, {self(), [:alias | ref]}, request})

    receive do
      {[:alias | ^ref], reply} ->
        :erlang.demonitor(ref, [:flush])
        {:ok, reply}

      {:DOWN, ^ref, _, _, reason} ->
        :erlang.exit(reason)
    after
      timeout ->
        :erlang.demonitor(ref, [:flush])

        # The reply may have come between the timeout and the end of the alias.
        receive do
          {[:alias | ^ref], reply} -> {:ok, reply}
        after
          0 -> :erlang.exit(:timeout)
        end
    end
  end

  @doc "Answers a call."
  def reply({_pid, [:alias | ref] = tag}, reply) when is_reference(ref) do
    :erlang.send(ref, {tag, reply})
    :ok
  end

  def reply({_pid, [[:alias | ref] | _] = tag}, reply) when is_reference(ref) do
    :erlang.send(ref, {tag, reply})
    :ok
  end

  def reply({pid, tag}, reply) do
    :erlang.send(pid, {tag, reply})
    :ok
  end

  @doc "The process behind a name, or `:undefined`."
  def where({:global, name}), do: :global.whereis_name(name)
  def where({:via, mod, name}), do: mod.whereis_name(name)
  def where({:local, name}), do: :erlang.whereis(name)
  def where(name) when is_atom(name), do: :erlang.whereis(name)

  @doc false
  def register_name({:local, name}) do
    :erlang.register(name, self())
  rescue
    ArgumentError -> {false, :erlang.whereis(name)}
  end

  def register_name({:global, name}), do: taken_or_true(:global.register_name(name, self()), {:global, name})
  def register_name({:via, mod, name}), do: taken_or_true(mod.register_name(name, self()), {:via, mod, name})

  defp taken_or_true(:yes, _name), do: true
  defp taken_or_true(:no, name), do: {false, where(name)}

  @doc false
  def unregister_name({:local, name}) do
    :erlang.unregister(name)
  rescue
    ArgumentError -> :ok
  end

  def unregister_name({:global, name}), do: :global.unregister_name(name)
  def unregister_name({:via, mod, name}), do: mod.unregister_name(name)
  def unregister_name(pid) when is_pid(pid), do: pid

  @doc "Ends a server in order."
  def stop(process), do: stop(process, :normal, :infinity)

  def stop(process, reason, timeout) do
    case target_or_pid(process) do
      :undefined -> :erlang.exit(:noproc)
      found -> :proc_lib.stop(found, reason, timeout)
    end
  end

  defp target_or_pid(pid) when is_pid(pid), do: pid
  defp target_or_pid(name), do: target(name)

  @doc "The name that a status report shows."
  def format_status_header(title, name), do: {title, name}
end
