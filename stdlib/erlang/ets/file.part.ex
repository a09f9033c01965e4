# stdlib/erlang/ets/file.part.ex: tables in files.
# Here: saving, loading, and what a file says of its table.
# Not here: reading and writing (stdlib/erlang/file.ex).
# Holds: the file is ours, not OTP's log: a line that says so and one term in the external format,
#        {facts, checksum or nil, objects}.

@file_mark "vial table 1\n"
@extended_infos [:md5sum, :object_count]

@doc "As `tab2file/3` without options."
def tab2file(table, name), do: tab2file(table, name, [])

@doc """
Saves a table in a file: `:ok` or `{:error, reason}`. The file is for `file2tab/1` of Vial.

Options: `extended_info: [:md5sum, :object_count]` keeps what `file2tab/2` can verify, `sync: true` waits for the disk.

    iex> name = to_charlist(Path.join(System.tmp_dir!(), "vial_doctest.tab"))
    iex> table = :ets.new(:doctest_saved, [:ordered_set])
    iex> :ets.insert(table, [a: 1, b: 2])
    iex> :ets.tab2file(table, name)
    :ok
    iex> {:ok, copy} = :ets.file2tab(name)
    iex> :ets.tab2list(copy)
    [a: 1, b: 2]
"""
def tab2file(table, name, options) do
  with {:ok, extended, sync?} <- save_options(options, [], false),
       :ok <- savable(table),
       facts = saved_facts(table, extended),
       objects = :ets.tab2list(table),
       sum = if(:md5sum in extended, do: :erlang.phash2(objects)),
       {:ok, name} <- file_name(name) do
    bytes = [@file_mark, :erlang.term_to_binary({facts, sum, objects})]
    if sync?, do: write_synced(name, bytes), else: file_result(:file.write_file(name, bytes), name)
  end
end

defp save_options([{:extended_info, list} = option | rest], extended, sync?) when is_list(list) do
  if list -- @extended_infos == [],
    do: save_options(rest, Enum.reverse(list) ++ extended, sync?),
    else: {:error, {:unknown_option, [option]}}
end

defp save_options([{:sync, sync?} | rest], extended, _) when is_boolean(sync?), do: save_options(rest, extended, sync?)
defp save_options([option | _], _extended, _sync?), do: {:error, {:unknown_option, option}}
defp save_options([], extended, sync?), do: {:ok, extended, sync?}
defp save_options(other, _extended, _sync?), do: {:error, {:unknown_option, other}}

defp savable(table) do
  case :ets.info(table, :protection) do
    :undefined -> {:error, :badtab}
    :private -> if :ets.info(table, :owner) == self(), do: :ok, else: {:error, :access_denied}
    _ -> :ok
  end
end

defp saved_facts(table, extended) do
  facts = for key <- [:name, :type, :protection, :named_table, :keypos, :size], do: {key, :ets.info(table, key)}
  facts ++ [extended_info: extended, version: {1, 0}]
end

defp file_name(name) when is_list(name) or is_atom(name), do: {:ok, name}
defp file_name(name), do: {:error, {:badarg, [file: name]}}

defp file_result(:ok, _name), do: :ok
defp file_result({:error, why}, name), do: {:error, {:file_error, name, why}}

defp write_synced(name, bytes) do
  case :file.open(name, [:write, :raw, :binary]) do
    {:ok, io} ->
      result = with :ok <- :file.write(io, bytes), do: :file.sync(io)
      :file.close(io)
      file_result(result, name)

    error ->
      file_result(error, name)
  end
end

@doc "As `file2tab/2` without options."
def file2tab(name), do: file2tab(name, [])

@doc """
Makes the table that `tab2file/2` saved: `{:ok, table}` or `{:error, reason}`.

With `verify: true` the objects are held against what the file's extended information says.
"""
def file2tab(name, options) do
  with {:ok, verify?} <- load_options(options, false),
       {:ok, {facts, sum, objects}} <- read_table(name),
       :ok <- if(verify?, do: verified(facts, sum, objects), else: :ok) do
    make_saved(facts, objects)
  end
end

defp load_options([{:verify, verify?} | rest], _) when is_boolean(verify?), do: load_options(rest, verify?)
defp load_options([option | _], _verify?), do: {:error, {:unknown_option, option}}
defp load_options([], verify?), do: {:ok, verify?}
defp load_options(other, _verify?), do: {:error, {:unknown_option, other}}

defp verified(facts, sum, objects) do
  extended = facts[:extended_info]

  cond do
    :object_count in extended and length(objects) != facts[:size] -> {:error, :invalid_object_count}
    :md5sum in extended and :erlang.phash2(objects) != sum -> {:error, :checksum_error}
    true -> :ok
  end
end

defp make_saved(facts, objects) do
  named = if facts[:named_table], do: [:named_table], else: []
  table = :ets.new(facts[:name], [facts[:type], facts[:protection], {:keypos, facts[:keypos]} | named])
  :ets.insert(table, objects)
  {:ok, table}
rescue
  ArgumentError -> {:error, :cannot_create_table}
end

@doc """
What a file of `tab2file/2` says of its table: `{:ok, facts}` or `{:error, reason}`.
"""
def tabfile_info(name) do
  with {:ok, {facts, _, _}} <- read_table(name), do: {:ok, facts}
end

defp read_table(name) do
  with {:ok, name} <- file_name(name) do
    case :file.read_file(name) do
      {:ok, @file_mark <> bytes} -> decode_table(bytes, name)
      {:ok, _} -> {:error, {:read_error, {:not_a_log_file, name}}}
      {:error, why} -> {:error, {:read_error, {:file_error, name, why}}}
    end
  end
end

defp decode_table(bytes, name) do
  case :erlang.binary_to_term(bytes) do
    {facts, _, objects} = table when is_list(facts) and is_list(objects) -> {:ok, table}
    _ -> {:error, {:read_error, {:not_a_log_file, name}}}
  end
rescue
  ArgumentError -> {:error, {:read_error, {:not_a_log_file, name}}}
end
