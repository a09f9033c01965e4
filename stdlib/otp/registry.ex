defmodule Registry do
  @moduledoc """
  Names for processes, kept in tables: local, by any term, gone with the process.

  With `keys: :unique` a key has one process, and the registry serves as `{:via, Registry, {registry,
  key}}`; with `keys: :duplicate` a key has many, and `dispatch/4` reaches them all (a local
  publish and subscribe). Looking up asks no process.

  ## Examples

      iex> {:ok, _} = Registry.start_link(keys: :unique, name: Registry.Doc)
      iex> {:ok, _} = Registry.register(Registry.Doc, "hello", :world)
      iex> [{pid, :world}] = Registry.lookup(Registry.Doc, "hello")
      iex> pid == self()
      true
  """

  @type registry :: atom
  @type keys :: :unique | :duplicate
  @type key :: term
  @type value :: term
  @type meta_key :: atom | tuple
  @type guards :: [term]
  @type start_option :: {:keys, keys} | {:name, registry} | {:partitions, pos_integer} | {:listeners, [atom]} | {:meta, [{meta_key, term}]}

  # The table called by the registry's name holds {-2, {kind, partitions, key table or nil}},
  # {-1, listeners}, {partition, {pid table, key table}} and meta entries.
  # A key table holds {key, {pid, value}}; a pid table {pid, key, key table}.
  @kind -2
  @listeners -1

  @doc """
  Starts a registry. `:keys` and `:name` must be given; `:partitions` (1), `:listeners`, `:meta`.
  """
  @spec start_link([start_option]) :: {:ok, pid} | {:error, term}
  def start_link(options) do
    keys = Keyword.get(options, :keys)

    unless keys in [:unique, :duplicate] do
      raise ArgumentError, "expected :keys to be given and be one of :unique or :duplicate, got: #{inspect(keys)}"
    end

    name =
      case Keyword.fetch(options, :name) do
        {:ok, name} when is_atom(name) -> name
        {:ok, other} -> raise ArgumentError, "expected :name to be an atom, got: #{inspect(other)}"
        :error -> raise ArgumentError, "expected :name option to be present"
      end

    meta = Keyword.get(options, :meta, [])
    unless Keyword.keyword?(meta) or is_list(meta), do: raise(ArgumentError, "expected :meta to be a keyword list, got: #{inspect(meta)}")
    partitions = Keyword.get(options, :partitions, 1)

    unless is_integer(partitions) and partitions >= 1 do
      raise ArgumentError, "expected :partitions to be a positive integer, got: #{inspect(partitions)}"
    end

    listeners = Keyword.get(options, :listeners, [])

    unless is_list(listeners) and Enum.all?(listeners, &is_atom/1) do
      raise ArgumentError, "expected :listeners to be a list of named processes, got: #{inspect(listeners)}"
    end

    compressed = Keyword.get(options, :compressed, false)
    unless is_boolean(compressed), do: raise(ArgumentError, "expected :compressed to be a boolean, got: #{inspect(compressed)}")

    # With one partition the key table is known without asking; with unique keys the partition is
    # that of the key, with duplicate ones that of the process.
    Registry.Supervisor.start_link(keys, name, partitions, listeners, meta)
  end

  @doc "How a supervisor starts a registry."
  def child_spec(options) do
    %{id: Keyword.get(options, :name, Registry), start: {Registry, :start_link, [options]}, type: :supervisor}
  end

  # --- as a :via module -----------------------------------------------------------------------------------

  @doc false
  def whereis_name({registry, key}), do: whereis_name(registry, key)
  def whereis_name({registry, key, _value}), do: whereis_name(registry, key)

  defp whereis_name(registry, key) do
    case info(registry) do
      {:unique, partitions} ->
        {_, key_table} = tables(registry, hash(key, partitions))

        case lookup_table(key_table, key) do
          [{pid, _}] -> if Process.alive?(pid), do: pid, else: :undefined
          _ -> :undefined
        end

      {kind, _} ->
        raise ArgumentError, ":via is not supported for #{kind} registries"
    end
  end

  @doc false
  def register_name({registry, key}, pid), do: register_name(registry, key, nil, pid)
  def register_name({registry, key, value}, pid), do: register_name(registry, key, value, pid)

  defp register_name(registry, key, value, pid) when pid == self() do
    case register(registry, key, value) do
      {:ok, _} -> :yes
      {:error, _} -> :no
    end
  end

  @doc false
  def send({registry, key}, msg), do: via_send(registry, key, nil, msg)
  def send({registry, key, value}, msg), do: via_send(registry, key, value, msg)

  defp via_send(registry, key, value, msg) do
    case whereis_name(registry, key) do
      :undefined -> :erlang.error(:badarg, [{registry, key, value}, msg])
      pid -> Kernel.send(pid, msg)
    end
  end

  @doc false
  def unregister_name({registry, key}), do: unregister(registry, key)
  def unregister_name({registry, key, _value}), do: unregister(registry, key)

  # --- writing ----------------------------------------------------------------------------------------------

  @doc """
  Registers the calling process under `key`: `{:ok, owner}`, or, with unique keys,
  `{:error, {:already_registered, pid}}`.

  ## Examples

      iex> Registry.start_link(keys: :unique, name: Registry.RegisterDoc)
      iex> {:ok, _} = Registry.register(Registry.RegisterDoc, :k, 1)
      iex> Registry.register(Registry.RegisterDoc, :k, 2) == {:error, {:already_registered, self()}}
      true
  """
  @spec register(registry, key, value) :: {:ok, pid} | {:error, {:already_registered, pid}}
  def register(registry, key, value) when is_atom(registry) do
    {kind, partitions} = info(registry)
    {pid_table, key_table} = tables(registry, partition(kind, key, self(), partitions))
    owner = owner(pid_table)
    # The link brings the partition's process to clean up when this process ends.
    Process.link(owner)
    true = :ets.insert(pid_table, {self(), key, key_table})

    case insert(kind, key_table, pid_table, key, value) do
      :ok ->
        tell(registry, {:register, registry, key, self(), value})
        {:ok, owner}

      {:error, _} = error ->
        error
    end
  end

  defp insert(:duplicate, key_table, _pid_table, key, value) do
    true = :ets.insert(key_table, {key, {self(), value}})
    :ok
  end

  defp insert(:unique, key_table, pid_table, key, value) do
    if :ets.insert_new(key_table, {key, {self(), value}}) do
      :ok
    else
      taken(key_table, pid_table, key, value)
    end
  end

  # The name is free after all when its process is dead and not yet cleaned up.
  defp taken(key_table, pid_table, key, value) do
    case :ets.lookup(key_table, key) do
      [{^key, {pid, _}}] when pid == self() ->
        {:error, {:already_registered, pid}}

      [{^key, {pid, _}} = entry] ->
        if Process.alive?(pid) do
          :ets.delete_object(pid_table, {self(), key, key_table})
          unlink_if_unregistered(pid_table)
          {:error, {:already_registered, pid}}
        else
          :ets.delete_object(key_table, entry)
          insert(:unique, key_table, pid_table, key, value)
        end

      [] ->
        insert(:unique, key_table, pid_table, key, value)
    end
  end

  @doc "Takes all entries of the calling process under `key` away."
  @spec unregister(registry, key) :: :ok
  def unregister(registry, key) when is_atom(registry) do
    {kind, partitions} = info(registry)
    {pid_table, key_table} = tables(registry, partition(kind, key, self(), partitions))

    delete_key(key_table, 1, {key, {self(), :_}})
    delete_key(pid_table, 2, {self(), key, key_table})
    unlink_if_unregistered(pid_table)
    tell(registry, {:unregister, registry, key, self()})
    :ok
  end

  @doc false
  # Deletes what a pattern matches whose element `at` is a key: the number of entries.
  def delete_key(table, at, pattern) do
    {key, guards} = key_pattern(:erlang.element(at, pattern), at)
    :ets.select_delete(table, [{:erlang.setelement(at, pattern, key), guards, [true]}])
  end

  # A key as it stands in a match specification: an atom that would mean something else there is compared.
  defp key_pattern(key, at) do
    if variable?(key), do: {:_, [{:"=:=", {:element, at, :"$_"}, {:const, key}}]}, else: {key, []}
  end

  defp variable?(:_), do: true
  defp variable?(key) when is_atom(key), do: String.starts_with?(Atom.to_string(key), "$")
  defp variable?(_), do: false

  @doc "Takes those entries of the calling process under `key` away whose value matches."
  @spec unregister_match(registry, key, match_pattern :: term, guards) :: :ok
  def unregister_match(registry, key, pattern, guards \\ []) when is_atom(registry) and is_list(guards) do
    {kind, partitions} = info(registry)
    {pid_table, key_table} = tables(registry, partition(kind, key, self(), partitions))
    {key_match, key_guards} = key_pattern(key, 1)
    deleted = :ets.select_delete(key_table, [{{key_match, {self(), pattern}}, key_guards ++ guards, [true]}])

    if deleted > 0 do
      left = length(for {^key, {pid, _}} <- :ets.lookup(key_table, key), pid == self(), do: pid)
      delete_key(pid_table, 2, {self(), key, key_table})
      for _ <- 1..left//1, do: :ets.insert(pid_table, {self(), key, key_table})
      unlink_if_unregistered(pid_table)
      tell(registry, {:unregister, registry, key, self()})
    end

    :ok
  end

  defp unlink_if_unregistered(pid_table) do
    unless :ets.member(pid_table, self()), do: Process.unlink(owner(pid_table))
    :ok
  end

  @doc "Changes the value of a unique key of the calling process: `{new, old}`, or `:error`."
  @spec update_value(registry, key, (value -> value)) :: {new_value :: term, old_value :: term} | :error
  def update_value(registry, key, callback) when is_atom(registry) and is_function(callback, 1) do
    case info(registry) do
      {:unique, partitions} ->
        {_, key_table} = tables(registry, hash(key, partitions))

        case :ets.lookup(key_table, key) do
          [{^key, {pid, old}}] when pid == self() ->
            new = callback.(old)
            :ets.insert(key_table, {key, {pid, new}})
            {new, old}

          _ ->
            :error
        end

      {kind, _} ->
        raise ArgumentError, "Registry.update_value/3 is not supported for #{kind} registries"
    end
  end

  # --- reading ----------------------------------------------------------------------------------------------

  @doc "The processes and values under `key`: `{pid, value}` pairs."
  @spec lookup(registry, key) :: [{pid, value}]
  def lookup(registry, key) when is_atom(registry) do
    case info(registry) do
      {:unique, partitions} ->
        {_, key_table} = tables(registry, hash(key, partitions))

        case lookup_table(key_table, key) do
          [{pid, _}] = found -> if Process.alive?(pid), do: found, else: []
          _ -> []
        end

      {:duplicate, partitions} ->
        for i <- 0..(partitions - 1), {_, key_table} = tables(registry, i), pair <- lookup_table(key_table, key), do: pair
    end
  end

  defp lookup_table(key_table, key), do: for({_, pair} <- :ets.lookup(key_table, key), do: pair)

  @doc """
  Calls `fun` with the `{pid, value}` pairs under `key`, once for each partition that has any.

  `parallel: true` calls for each of several partitions in a task of its own.
  """
  @spec dispatch(registry, key, (entries :: [{pid, value}] -> term), keyword) :: :ok
  def dispatch(registry, key, mfa_or_fun, opts \\ []) when is_atom(registry) and is_list(opts) do
    case info(registry) do
      {:unique, _} ->
        case lookup(registry, key) do
          [] -> :ok
          entries -> call(mfa_or_fun, entries)
        end

      {:duplicate, partitions} ->
        groups =
          for i <- 0..(partitions - 1), {_, key_table} = tables(registry, i), (entries = lookup_table(key_table, key)) != [], do: entries

        if partitions > 1 and Keyword.get(opts, :parallel, false) do
          groups |> Enum.map(&Task.async(fn -> call(mfa_or_fun, &1) end)) |> Enum.each(&await_unlinked/1)
        else
          Enum.each(groups, &call(mfa_or_fun, &1))
        end
    end

    :ok
  end

  # A caller that traps exits gets none of the task.
  defp await_unlinked(%{pid: pid} = task) do
    Task.await(task, :infinity)
    Process.unlink(pid)

    receive do
      {:EXIT, ^pid, _} -> :ok
    after
      0 -> :ok
    end
  end

  defp call({module, fun, args}, entries), do: apply(module, fun, [entries | args])
  defp call(fun, entries), do: fun.(entries)

  @doc "The keys of a process, in no order; a key several times when it has several entries."
  @spec keys(registry, pid) :: [key]
  def keys(registry, pid) when is_atom(registry) and is_pid(pid) do
    {kind, partitions} = info(registry)

    found =
      for i <- partitions_of(kind, pid, partitions), {pid_table, _} = tables(registry, i), {_, key, key_table} <- :ets.lookup(pid_table, pid), do: {key, key_table}

    case kind do
      :unique -> for {key, table} <- found, [{_, {^pid, _}}] <- [:ets.lookup(table, key)], uniq: true, do: key
      :duplicate -> for {key, _} <- found, do: key
    end
  end

  @doc "The values of a process under `key`."
  @spec values(registry, key, pid) :: [value]
  def values(registry, key, pid) when is_atom(registry) do
    {kind, partitions} = info(registry)
    {_, key_table} = tables(registry, partition(kind, key, pid, partitions))
    for {_, {^pid, value}} <- :ets.lookup(key_table, key), do: value
  end

  @doc "The `{pid, value}` pairs under `key` whose value matches a pattern and guards of match specifications."
  @spec match(registry, key, match_pattern :: term, guards) :: [{pid, term}]
  def match(registry, key, pattern, guards \\ []) when is_atom(registry) and is_list(guards) do
    {key_match, key_guards} = key_pattern(key, 1)
    spec = [{{key_match, {:_, pattern}}, key_guards ++ guards, [{:element, 2, :"$_"}]}]
    each_table(registry, key, &:ets.select(&1, spec))
    |> Enum.concat()
  end

  @doc "How many entries `match/4` would give."
  @spec count_match(registry, key, match_pattern :: term, guards) :: non_neg_integer
  def count_match(registry, key, pattern, guards \\ []) when is_atom(registry) and is_list(guards) do
    {key_match, key_guards} = key_pattern(key, 1)
    spec = [{{key_match, {:_, pattern}}, key_guards ++ guards, [true]}]
    each_table(registry, key, &:ets.select_count(&1, spec))
    |> Enum.sum()
  end

  defp each_table(registry, key, fun) do
    {kind, partitions} = info(registry)
    range = if kind == :unique, do: [hash(key, partitions)], else: 0..(partitions - 1)
    for i <- range, {_, key_table} = tables(registry, i), do: fun.(key_table)
  end

  @doc """
  Selects over all entries by a match specification on `{key, pid, value}`.

  ## Examples

      iex> Registry.start_link(keys: :unique, name: Registry.SelectDoc)
      iex> Registry.register(Registry.SelectDoc, "a", 1)
      iex> Registry.select(Registry.SelectDoc, [{{:"$1", :_, :"$2"}, [], [{{:"$1", :"$2"}}]}])
      [{"a", 1}]
  """
  @spec select(registry, [{term, guards, [term]}]) :: [term]
  def select(registry, spec) when is_atom(registry) and is_list(spec) do
    spec = group_match_headers(spec, __ENV__.function)
    all_tables(registry, &:ets.select(&1, spec)) |> Enum.concat()
  end

  @doc "How many entries a match specification whose body is `[true]` matches."
  @spec count_select(registry, [{term, guards, [term]}]) :: non_neg_integer
  def count_select(registry, spec) when is_atom(registry) and is_list(spec) do
    spec = group_match_headers(spec, __ENV__.function)
    all_tables(registry, &:ets.select_count(&1, spec)) |> Enum.sum()
  end

  defp all_tables(registry, fun) do
    {_, partitions} = info(registry)
    for i <- 0..(partitions - 1), {_, key_table} = tables(registry, i), do: fun.(key_table)
  end

  defp group_match_headers(spec, {fun, arity}) do
    for part <- spec do
      case part do
        {{key, pid, value}, guards, select} ->
          {{key, {pid, value}}, guards, select}

        _ ->
          raise ArgumentError, "invalid match specification in Registry.#{fun}/#{arity}: #{inspect(spec)}"
      end
    end
  end

  @doc "How many entries there are."
  @spec count(registry) :: non_neg_integer
  def count(registry) when is_atom(registry), do: all_tables(registry, &:ets.info(&1, :size)) |> Enum.sum()

  # --- meta data ----------------------------------------------------------------------------------------------

  @doc "What was stored for the registry under `key`: `{:ok, value}` or `:error`."
  @spec meta(registry, meta_key) :: {:ok, term} | :error
  def meta(registry, key) when is_atom(registry) and (is_atom(key) or is_tuple(key)) do
    case :ets.lookup(registry, key) do
      [{^key, value}] -> {:ok, value}
      _ -> :error
    end
  rescue
    ArgumentError -> raise ArgumentError, unknown(registry)
  end

  @doc "Stores something for the registry itself."
  @spec put_meta(registry, meta_key, term) :: :ok
  def put_meta(registry, key, value) when is_atom(registry) and (is_atom(key) or is_tuple(key)) do
    :ets.insert(registry, {key, value})
    :ok
  rescue
    ArgumentError -> raise ArgumentError, unknown(registry)
  end

  @doc "Removes what was stored under `key`."
  @spec delete_meta(registry, meta_key) :: :ok
  def delete_meta(registry, key) when is_atom(registry) and (is_atom(key) or is_tuple(key)) do
    :ets.delete(registry, key)
    :ok
  rescue
    ArgumentError -> raise ArgumentError, unknown(registry)
  end

  # --- tables ---------------------------------------------------------------------------------------------------

  defp info(registry) do
    :ets.lookup_element(registry, @kind, 2)
  rescue
    ArgumentError -> raise ArgumentError, unknown(registry)
  end

  defp unknown(registry), do: "unknown registry: #{inspect(registry)}"

  defp tables(registry, partition), do: :ets.lookup_element(registry, partition, 2)

  defp partition(:unique, key, _pid, partitions), do: hash(key, partitions)
  defp partition(:duplicate, _key, pid, partitions), do: hash(pid, partitions)

  defp partitions_of(:unique, _pid, partitions), do: 0..(partitions - 1)
  defp partitions_of(:duplicate, pid, partitions), do: [hash(pid, partitions)]

  defp hash(_term, 1), do: 0
  defp hash(term, partitions), do: :erlang.phash2(term, partitions)

  defp owner(pid_table), do: :ets.info(pid_table, :owner)

  defp tell(registry, message) do
    for listener <- :ets.lookup_element(registry, @listeners, 2) do
      try do
        Kernel.send(listener, message)
      rescue
        ArgumentError -> :ok
      end
    end

    :ok
  end

  @doc false
  @deprecated "Use Registry.start_link/1 instead"
  def start_link(keys, name, options \\ []) when keys in [:unique, :duplicate] and is_atom(name),
    do: start_link([keys: keys, name: name] ++ options)
end
