# stdlib/erlang/file.ex: the file system and open files.
# Here: :file's functions over the natives :vial_file.*; a device is a process (file_io_server.ex)
# or, opened raw, {:file_descriptor, :vial_file, handle}.
# Parts: file/info.part.ex (file_info records), file/text.part.ex (reasons in words).
# Not here: names as text (:filename), questions and wildcards (:filelib), Elixir's File.
defmodule :file do
  @moduledoc """
  Files and directories.

  Names are binaries, or atoms or deep lists of characters. Results are `:ok`, `{:ok, value}`
  or `{:error, reason}`, where the reason is the name of an errno in lower case.
  """

  require Kernel.Part
  Kernel.Part.include("file/info.part.ex")
  Kernel.Part.include("file/text.part.ex")

  @chunk_bytes 65_536

  # A name as bytes, or badarg for what is none.
  defp path(name) when is_binary(name),
    do: if(:binary.match(name, <<0>>) == :nomatch, do: {:ok, name}, else: {:error, :badarg})

  defp path(name) when is_atom(name) or is_list(name) do
    case :unicode.characters_to_binary(:filename.flatten(name)) do
      binary when is_binary(binary) -> path(binary)
      _ -> {:error, :badarg}
    end
  rescue
    _ -> {:error, :badarg}
  end

  defp path(_), do: {:error, :badarg}

  defp with_path(name, fun) do
    case path(name) do
      {:ok, path} -> fun.(path)
      error -> error
    end
  end

  # Names go out as lists, but for bytes that are no text.
  defp name(bytes) do
    case :unicode.characters_to_list(bytes) do
      list when is_list(list) -> list
      _ -> bytes
    end
  end

  @doc "Returns `:utf8`, in which names are kept."
  def native_name_encoding, do: :utf8

  @doc """
  Returns the working directory.

  ## Examples

      iex> {:ok, [?/ | _]} = :file.get_cwd()
      iex> :ok
      :ok
  """
  def get_cwd do
    {:ok, name(:vial_file.get_cwd())}
  end

  def get_cwd(_drive), do: {:error, :enotsup}

  @doc "Changes the working directory."
  def set_cwd(name), do: with_path(name, &:vial_file.set_cwd(&1))

  @doc "Removes a file."
  def delete(name), do: with_path(name, &:vial_file.delete(&1))
  def delete(name, _options), do: delete(name)

  @doc "Renames a file or directory."
  def rename(from, to), do: with_path(from, fn a -> with_path(to, &:vial_file.rename(a, &1)) end)

  @doc "Makes a directory."
  def make_dir(name), do: with_path(name, &:vial_file.make_dir(&1))

  @doc "Removes an empty directory."
  def del_dir(name), do: with_path(name, &:vial_file.del_dir(&1))

  @doc "Removes a file, or a directory with all that is in it."
  def del_dir_r(name) do
    case read_link_info(name) do
      {:ok, info} when elem(info, 2) == :directory -> del_tree(name)
      {:ok, _} -> delete(name)
      error -> error
    end
  end

  defp del_tree(name) do
    case list_dir_all(name) do
      {:ok, names} -> del_entries(names, name)
      _ -> :ok
    end

    del_dir(name)
  end

  defp del_entries([], _dir), do: :ok

  defp del_entries([entry | rest], dir) do
    del_dir_r(:filename.join(dir, entry))
    del_entries(rest, dir)
  end

  @doc "Lists the names in a directory that are text."
  def list_dir(name) do
    case list_dir_all(name) do
      {:ok, names} -> {:ok, for(name <- names, is_list(name), do: name)}
      error -> error
    end
  end

  @doc "Lists the names in a directory; those that are no text as binaries."
  def list_dir_all(name) do
    with_path(name, fn path ->
      case :vial_file.list_dir(path) do
        names when is_binary(names) ->
          {:ok, for(bytes <- :binary.split(names, <<0>>, [:global, :trim]), do: name(bytes))}

        error ->
          error
      end
    end)
  end

  @doc "Makes a hard link."
  def make_link(existing, new),
    do: with_path(existing, fn a -> with_path(new, &:vial_file.make_link(a, &1)) end)

  @doc "Makes a symbolic link."
  def make_symlink(existing, new),
    do: with_path(existing, fn a -> with_path(new, &:vial_file.make_symlink(a, &1)) end)

  @doc "Returns where a symbolic link points."
  def read_link(name) do
    case with_path(name, &:vial_file.read_link(&1)) do
      bytes when is_binary(bytes) -> {:ok, name(bytes)}
      error -> error
    end
  end

  def read_link_all(name), do: read_link(name)

  @doc "Not on this system."
  def altname(_name), do: {:error, :enotsup}

  @doc """
  Reads a whole file.

  ## Examples

      iex> :file.read_file("no such file")
      {:error, :enoent}
  """
  def read_file(name), do: name |> with_path(&:vial_file.read_file(&1)) |> data(true)

  @doc "Writes a whole file, replacing what was there."
  def write_file(name, data), do: write_file(name, data, [])

  @doc "Writes a whole file, opened with more modes, such as `:append` and `:exclusive`."
  def write_file(name, data, modes) when is_list(modes) do
    bytes = :erlang.iolist_to_binary(data)

    case open(name, [:raw, :write | :lists.delete(:binary, modes)]) do
      {:ok, file} ->
        result = write(file, bytes)
        closed = close(file)
        if result == :ok, do: closed, else: result

      error ->
        error
    end
  rescue
    ArgumentError -> {:error, :badarg}
  end

  @doc """
  Opens a file.

  Modes: `:read`, `:write`, `:append`, `:exclusive`, `:raw`, `:binary`, `:sync`,
  `{:encoding, encoding}`, and `:read_ahead`, `:delayed_write`, which change nothing here. A
  file is a process linked to the caller's life unless it is `:raw`.
  """
  def open(name, modes) when is_list(modes) do
    case modes(modes, %{flags: [], raw: false, binary: false, encoding: :latin1}) do
      {:ok, options} -> with_path(name, &open_path(&1, options))
      error -> error
    end
  end

  def open(name, mode) when mode in [:read, :write, :append, :exclusive, :raw, :binary], do: open(name, [mode])
  def open(_name, _modes), do: {:error, :badarg}

  defp open_path(path, %{raw: true} = options) do
    case :vial_file.open(path, options.flags) do
      {:ok, handle} -> {:ok, {:file_descriptor, :vial_file, {handle, options.binary}}}
      error -> error
    end
  end

  defp open_path(path, options), do: :file_io_server.start(self(), path, options)

  defp modes([], options) do
    flags = if options.flags == [], do: [:read], else: options.flags
    {:ok, %{options | flags: flags}}
  end

  defp modes([mode | rest], options) do
    case mode do
      flag when flag in [:read, :write, :append, :exclusive, :sync, :directory] ->
        modes(rest, %{options | flags: [flag | options.flags]})

      :raw -> modes(rest, %{options | raw: true})
      :binary -> modes(rest, %{options | binary: true})
      {:encoding, :utf8} -> modes(rest, %{options | encoding: :unicode})
      {:encoding, encoding} -> modes(rest, %{options | encoding: encoding})
      hint when hint in [:read_ahead, :delayed_write] -> modes(rest, options)
      {:read_ahead, _} -> modes(rest, options)
      {:delayed_write, _, _} -> modes(rest, options)
      :compressed -> {:error, :enotsup}
      :ram -> {:error, :enotsup}
      unknown when is_atom(unknown) -> modes(rest, options)
      _ -> {:error, :badarg}
    end
  end

  defp modes(_, _), do: {:error, :badarg}

  @doc "Closes a file."
  def close({:file_descriptor, :vial_file, {handle, _}}), do: :vial_file.close(handle)

  def close(pid) when is_pid(pid) do
    case file_request(pid, :close) do
      {:error, :terminated} -> :ok
      other -> other
    end
  end

  def close(_), do: {:error, :badarg}

  @doc "Reads up to `count` bytes (or characters): `{:ok, data}` or `:eof`."
  def read({:file_descriptor, :vial_file, {handle, binary?}}, count)
      when is_integer(count) and count >= 0,
      do: data(:vial_file.read(handle, count), binary?)

  def read(device, count) when is_integer(count) and count >= 0,
    do: io_result(:io.request(device, {:get_chars, :latin1, '', count}))

  def read(_, _), do: {:error, :badarg}

  @doc "Reads a line with its new line."
  def read_line({:file_descriptor, :vial_file, {handle, binary?}}),
    do: data(:vial_file.read_line(handle), binary?)

  def read_line(device), do: io_result(:io.request(device, {:get_line, :latin1, ''}))

  defp io_result(data) when is_list(data) or is_binary(data), do: {:ok, data}
  defp io_result(:eof), do: :eof
  defp io_result({:error, _} = error), do: error
  defp io_result(other), do: other

  @doc false
  def data(bytes, true) when is_binary(bytes), do: {:ok, bytes}
  def data(bytes, false) when is_binary(bytes), do: {:ok, :erlang.binary_to_list(bytes)}
  def data(result, _), do: result

  @doc "Writes bytes."
  def write({:file_descriptor, :vial_file, {handle, _}}, data) do
    :vial_file.write(handle, :erlang.iolist_to_binary(data))
  rescue
    ArgumentError -> {:error, :badarg}
  end

  def write(device, data) do
    case bytes(data) do
      {:ok, bytes} -> written(:io.request(device, {:put_chars, :latin1, bytes}))
      error -> error
    end
  end

  defp bytes(data) do
    {:ok, :erlang.iolist_to_binary(data)}
  rescue
    ArgumentError -> {:error, :badarg}
  end

  defp written({:error, {:no_translation, _, _}}), do: {:error, :no_translation}
  defp written(other), do: other

  @doc "Reads `count` bytes at a position."
  def pread({:file_descriptor, :vial_file, {handle, binary?}}, at, count)
      when is_integer(at) and is_integer(count) do
    case :vial_file.pread(handle, at, count) do
      "" -> :eof
      result -> data(result, binary?)
    end
  end

  def pread(pid, at, count) when is_pid(pid), do: file_request(pid, {:pread, at, count})
  def pread(_, _, _), do: {:error, :badarg}

  @doc "Reads at several places: `[{position, count}]`."
  def pread(file, places) when is_list(places), do: pread_each(places, file, [])

  defp pread_each([], _file, done), do: {:ok, :lists.reverse(done)}

  defp pread_each([{at, count} | rest], file, done) do
    case pread(file, at, count) do
      {:ok, data} -> pread_each(rest, file, [data | done])
      :eof -> pread_each(rest, file, [:eof | done])
      error -> error
    end
  end

  @doc "Writes bytes at a position."
  def pwrite({:file_descriptor, :vial_file, {handle, _}}, at, data) when is_integer(at),
    do: :vial_file.pwrite(handle, at, :erlang.iolist_to_binary(data))

  def pwrite(pid, at, data) when is_pid(pid), do: file_request(pid, {:pwrite, at, data})
  def pwrite(_, _, _), do: {:error, :badarg}

  @doc "Writes at several places: `[{position, bytes}]`."
  def pwrite(file, places) when is_list(places), do: pwrite_each(places, file, 0)

  defp pwrite_each([], _file, _done), do: :ok

  defp pwrite_each([{at, data} | rest], file, done) do
    case pwrite(file, at, data) do
      :ok -> pwrite_each(rest, file, done + 1)
      {:error, reason} -> {:error, {done, reason}}
    end
  end

  @doc """
  Moves to a position: a number, `:bof`, `:cur`, `:eof`, or one of them with an offset.
  """
  def position({:file_descriptor, :vial_file, {handle, _}}, at) do
    case whence(at) do
      {from, offset} -> :vial_file.position(handle, from, offset)
      :error -> {:error, :einval}
    end
  end

  def position(pid, at) when is_pid(pid), do: file_request(pid, {:position, at})
  def position(_, _), do: {:error, :badarg}

  @doc false
  def whence(at) when is_integer(at), do: {:bof, at}
  def whence(from) when from in [:bof, :cur, :eof], do: {from, 0}
  def whence({from, at}) when from in [:bof, :cur, :eof] and is_integer(at), do: {from, at}
  def whence(_), do: :error

  @doc "Cuts a file off at its position."
  def truncate({:file_descriptor, :vial_file, {handle, _}}), do: :vial_file.truncate(handle)
  def truncate(pid) when is_pid(pid), do: file_request(pid, :truncate)
  def truncate(_), do: {:error, :badarg}

  @doc "Writes what the system holds back to the disk."
  def sync({:file_descriptor, :vial_file, {handle, _}}), do: :vial_file.sync(handle)
  def sync(pid) when is_pid(pid), do: file_request(pid, :sync)
  def sync(_), do: {:error, :badarg}

  def datasync(file), do: sync(file)

  @doc "Advice on how a file will be read; taken and not acted upon."
  def advise(_file, _offset, _length, _advise), do: :ok

  @doc "Not supported: room is taken as it is written."
  def allocate(_file, _offset, _length), do: {:error, :enotsup}

  @doc "Copies a file's or device's bytes to another; returns how many."
  def copy(from, to), do: copy(from, to, :infinity)

  def copy(from, to, count) do
    with_source(from, fn source -> with_target(to, fn target -> copy_bytes(source, target, count, 0) end) end)
  end

  def copy_opened(source, target, count), do: copy_bytes(source, target, count, 0)

  defp with_source({name, modes}, fun) when is_list(modes), do: opened(name, [:read, :binary, :raw | modes], fun)
  defp with_source(pid, fun) when is_pid(pid), do: fun.(pid)
  defp with_source({:file_descriptor, _, _} = file, fun), do: fun.(file)
  defp with_source(name, fun), do: opened(name, [:read, :binary, :raw], fun)

  defp with_target({name, modes}, fun) when is_list(modes), do: opened(name, [:write, :binary, :raw | modes], fun)
  defp with_target(pid, fun) when is_pid(pid), do: fun.(pid)
  defp with_target({:file_descriptor, _, _} = file, fun), do: fun.(file)
  defp with_target(name, fun), do: opened(name, [:write, :binary, :raw], fun)

  defp opened(name, modes, fun) do
    case open(name, modes) do
      {:ok, file} ->
        result = fun.(file)
        close(file)
        result

      error ->
        error
    end
  end

  defp copy_bytes(_source, _target, 0, done), do: {:ok, done}

  defp copy_bytes(source, target, left, done) do
    wanted = if left == :infinity, do: @chunk_bytes, else: :erlang.min(left, @chunk_bytes)

    case read(source, wanted) do
      {:ok, data} ->
        size = :erlang.iolist_size(data)
        left = if left == :infinity, do: left, else: left - size

        case write(target, data) do
          :ok -> copy_bytes(source, target, left, done + size)
          error -> error
        end

      :eof ->
        {:ok, done}

      error ->
        error
    end
  end

  @doc "Sends a file over a socket: not in Vial yet."
  def sendfile(_name, _socket), do: {:error, :enotsup}
  def sendfile(_file, _socket, _offset, _bytes, _options), do: {:error, :enotsup}

  @doc "Opens the first file of a name found in a list of directories."
  def path_open([], _name, _modes), do: {:error, :enoent}

  def path_open([dir | rest], name, modes) do
    full = :filename.join(dir, name)

    case open(full, modes) do
      {:ok, file} -> {:ok, file, full}
      {:error, reason} when reason in [:enoent, :enotdir] -> path_open(rest, name, modes)
      error -> error
    end
  end

  @doc "Reads a length and the data it tells of, at a position."
  def ipread_s32bu_p32bu(file, at, max) do
    case pread(file, at, 8) do
      {:ok, <<size::32, pointer::32>>} when size <= max ->
        case pread(file, pointer, size) do
          {:ok, data} -> {:ok, {size, pointer, data}}
          :eof -> {:ok, {size, pointer, :eof}}
          error -> error
        end

      _ ->
        :eof
    end
  end

  def ipread_s32bu_p32bu_int(file, at, max), do: ipread_s32bu_p32bu(file, at, max)

  @doc "Returns the name of the file that a device process reads or writes."
  def pid2name(pid) when is_pid(pid) do
    case file_request(pid, :name) do
      {:ok, path} -> {:ok, name(path)}
      _ -> :undefined
    end
  end

  for {fun, arity} <- [
        consult: 1,
        eval: 1,
        eval: 2,
        script: 1,
        script: 2,
        path_consult: 2,
        path_eval: 2,
        path_eval: 3,
        path_script: 2,
        path_script: 3
      ] do
    args = Macro.generate_arguments(arity, __MODULE__)

    @doc "Not in Vial: Erlang's own syntax is left out."
    def unquote(fun)(unquote_splicing(args)) do
      _ = unquote(args)
      :erlang.error({:not_supported, "Vial does not read Erlang's syntax"})
    end
  end

  defp file_request(pid, request) do
    ref = :erlang.monitor(:process, pid)
    send(pid, {:file_request, self(), ref, request})

    receive do
      {:file_reply, ^ref, reply} ->
        :erlang.demonitor(ref, [:flush])
        reply

      {:DOWN, ^ref, _, _, _} ->
        {:error, :terminated}
    end
  end
end
