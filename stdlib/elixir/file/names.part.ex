# stdlib/elixir/file/names.part.ex: part of File: making, listing, linking, renaming, removing, copying.

@doc "Makes a directory."
@spec mkdir(Path.t()) :: :ok | {:error, posix}
def mkdir(path), do: F.make_dir(IO.chardata_to_string(path))

@doc "Makes a directory; raises `File.Error`."
@spec mkdir!(Path.t()) :: :ok
def mkdir!(path), do: done!(mkdir(path), "make directory", path)

@doc "Makes a directory and those above it; those that exist are no error."
@spec mkdir_p(Path.t()) :: :ok | {:error, posix}
def mkdir_p(path), do: make_path(IO.chardata_to_string(path))

defp make_path("/"), do: :ok

defp make_path(path) do
  if dir?(path) do
    :ok
  else
    parent = Path.dirname(path)

    # A path that is its own parent would never end.
    if parent == path, do: {:error, :einval}, else: make_below(path, parent)
  end
end

defp make_below(path, parent) do
  case make_path(parent) do
    :ok ->
      case F.make_dir(path) do
        {:error, :eexist} = error -> if dir?(path), do: :ok, else: error
        other -> other
      end

    {:error, :eexist} ->
      {:error, :enotdir}

    error ->
      error
  end
end

@doc "Makes a directory and those above it; raises `File.Error`."
@spec mkdir_p!(Path.t()) :: :ok
def mkdir_p!(path), do: done!(mkdir_p(path), "make directory (with -p)", path)

defp done!(:ok, _action, _path), do: :ok

defp done!({:error, reason}, action, path),
  do: raise(File.Error, reason: reason, action: action, path: IO.chardata_to_string(path))

@doc "Lists the names in a directory."
@spec ls(Path.t()) :: {:ok, [binary]} | {:error, posix}
def ls(path \\ ".") do
  case F.list_dir(IO.chardata_to_string(path)) do
    {:ok, names} -> {:ok, Enum.map(names, &IO.chardata_to_string/1)}
    {:error, _} = error -> error
  end
end

@doc "Lists the names in a directory; raises `File.Error`."
@spec ls!(Path.t()) :: [binary]
def ls!(path \\ ".") do
  case ls(path) do
    {:ok, names} -> names
    {:error, reason} -> raise File.Error, reason: reason, action: "list directory", path: IO.chardata_to_string(path)
  end
end

@doc "Makes a hard link `new` to `existing`."
@doc since: "1.5.0"
@spec ln(Path.t(), Path.t()) :: :ok | {:error, posix}
def ln(existing, new), do: F.make_link(IO.chardata_to_string(existing), IO.chardata_to_string(new))

@doc "Makes a hard link; raises `File.LinkError`."
@doc since: "1.5.0"
@spec ln!(Path.t(), Path.t()) :: :ok
def ln!(existing, new), do: linked!(ln(existing, new), "create hard link", existing, new)

@doc "Makes a symbolic link `new` to `existing`."
@doc since: "1.5.0"
@spec ln_s(Path.t(), Path.t()) :: :ok | {:error, posix}
def ln_s(existing, new), do: F.make_symlink(IO.chardata_to_string(existing), IO.chardata_to_string(new))

@doc "Makes a symbolic link; raises `File.LinkError`."
@spec ln_s!(Path.t(), Path.t()) :: :ok
def ln_s!(existing, new), do: linked!(ln_s(existing, new), "create symlink", existing, new)

defp linked!(:ok, _action, _existing, _new), do: :ok

defp linked!({:error, reason}, action, existing, new) do
  raise File.LinkError,
    reason: reason,
    action: action,
    existing: IO.chardata_to_string(existing),
    new: IO.chardata_to_string(new)
end

@doc "Returns where a symbolic link points."
@doc since: "1.5.0"
@spec read_link(Path.t()) :: {:ok, binary} | {:error, posix}
def read_link(path) do
  case F.read_link(IO.chardata_to_string(path)) do
    {:ok, target} -> {:ok, IO.chardata_to_string(target)}
    error -> error
  end
end

@doc "Returns where a symbolic link points; raises `File.Error`."
@doc since: "1.5.0"
@spec read_link!(Path.t()) :: binary
def read_link!(path) do
  case read_link(path) do
    {:ok, target} -> target
    {:error, reason} -> raise File.Error, reason: reason, action: "read link", path: IO.chardata_to_string(path)
  end
end

@doc "Returns the working directory."
@spec cwd() :: {:ok, binary} | {:error, posix}
def cwd do
  case F.get_cwd() do
    {:ok, base} -> {:ok, IO.chardata_to_string(base)}
    {:error, _} = error -> error
  end
end

@doc "Returns the working directory; raises `File.Error`."
@spec cwd!() :: binary
def cwd! do
  case cwd() do
    {:ok, cwd} -> cwd
    {:error, reason} -> raise File.Error, reason: reason, action: "get current working directory"
  end
end

@doc "Changes the working directory, of the whole VM."
@spec cd(Path.t()) :: :ok | {:error, posix}
def cd(path), do: F.set_cwd(IO.chardata_to_string(path))

@doc "Changes the working directory; raises `File.Error`."
@spec cd!(Path.t()) :: :ok
def cd!(path), do: done!(cd(path), "set current working directory to", path)

@doc "Changes the working directory, calls `function` and changes back."
@spec cd!(Path.t(), (() -> res)) :: res when res: var
def cd!(path, function) do
  old = cwd!()
  cd!(path)

  try do
    function.()
  after
    cd!(old)
  end
end

@doc "Renames a file or directory."
@doc since: "1.1.0"
@spec rename(Path.t(), Path.t()) :: :ok | {:error, posix}
def rename(source, destination), do: F.rename(source, destination)

@doc "Renames a file or directory; raises `File.RenameError`."
@doc since: "1.9.0"
@spec rename!(Path.t(), Path.t()) :: :ok
def rename!(source, destination) do
  case rename(source, destination) do
    :ok ->
      :ok

    {:error, reason} ->
      raise File.RenameError,
        reason: reason,
        action: "rename",
        source: IO.chardata_to_string(source),
        destination: IO.chardata_to_string(destination)
  end
end

@doc "Removes a file."
@spec rm(Path.t()) :: :ok | {:error, posix}
def rm(path), do: F.delete(IO.chardata_to_string(path))

@doc "Removes a file; raises `File.Error`."
@spec rm!(Path.t()) :: :ok
def rm!(path), do: done!(rm(path), "remove file", path)

@doc "Removes an empty directory."
@spec rmdir(Path.t()) :: :ok | {:error, posix}
def rmdir(path), do: F.del_dir(IO.chardata_to_string(path))

@doc "Removes an empty directory; raises `File.Error`."
@spec rmdir!(Path.t()) :: :ok
def rmdir!(path), do: done!(rmdir(path), "remove directory", path)

@doc """
Removes files and directories with all that is in them; links are not followed.

Returns `{:ok, removed}` or `{:error, reason, path}`. What does not exist is no error.
"""
@spec rm_rf(Path.t()) :: {:ok, [binary]} | {:error, posix, binary}
def rm_rf(path) do
  case IO.chardata_to_string(path) do
    "" -> {:ok, []}
    path -> remove(without_null(path, "File.rm_rf/1"), {:ok, []})
  end
end

# Raises when a path has a zero byte, which no system call takes.
defp without_null(path, function) do
  if String.contains?(path, "\0") do
    raise ArgumentError, "cannot execute #{function} for path with null byte, got: #{inspect(path)}"
  end

  path
end

defp remove(path, {:ok, _} = acc) do
  case F.read_link_info(path) do
    {:ok, info} when elem(info, 2) == :directory -> remove_dir(path, acc)
    {:ok, _} -> removed(F.delete(path), path, acc)
    {:error, reason} when reason in [:enoent, :enotdir] -> acc
    {:error, reason} -> {:error, reason, path}
  end
end

defp remove(_path, error), do: error

defp remove_dir(path, acc) do
  case F.list_dir_all(path) do
    {:ok, names} ->
      below = Enum.reduce(names, acc, fn name, acc -> remove(Path.join(path, IO.chardata_to_string(name)), acc) end)
      if match?({:ok, _}, below), do: removed(F.del_dir(path), path, below), else: below

    {:error, reason} ->
      {:error, reason, path}
  end
end

defp removed(:ok, path, {:ok, acc}), do: {:ok, [path | acc]}
defp removed({:error, :enoent}, _path, acc), do: acc
defp removed({:error, reason}, path, _acc), do: {:error, reason, path}

@doc "Removes files and directories with all that is in them; raises `File.Error`."
@spec rm_rf!(Path.t()) :: [binary]
def rm_rf!(path) do
  case rm_rf(path) do
    {:ok, files} ->
      files

    {:error, reason, _} ->
      raise File.Error,
        reason: reason,
        path: IO.chardata_to_string(path),
        action: "remove files and directories recursively from"
  end
end

@doc """
Copies the bytes of a file or device to another, at most `bytes_count`; returns how many.

The target's permissions are not changed.
"""
@spec copy(Path.t() | io_device, Path.t() | io_device, pos_integer | :infinity) ::
        {:ok, non_neg_integer} | {:error, posix}
def copy(source, destination, bytes_count \\ :infinity),
  do: F.copy(maybe_to_string(source), maybe_to_string(destination), bytes_count)

defp maybe_to_string(path) when is_list(path), do: IO.chardata_to_string(path)
defp maybe_to_string(other), do: other

@doc "Copies the bytes of a file or device; raises `File.CopyError`."
@spec copy!(Path.t() | io_device, Path.t() | io_device, pos_integer | :infinity) :: non_neg_integer
def copy!(source, destination, bytes_count \\ :infinity) do
  case copy(source, destination, bytes_count) do
    {:ok, bytes_count} ->
      bytes_count

    {:error, reason} ->
      raise File.CopyError,
        reason: reason,
        action: "copy",
        source: maybe_to_string(source),
        destination: maybe_to_string(destination)
  end
end

@doc """
Copies a file with its permissions.

`callback` is asked with source and target before an existing file is replaced.
"""
@spec cp(Path.t(), Path.t(), (Path.t(), Path.t() -> boolean) | keyword) :: :ok | {:error, posix}
def cp(source_file, destination_file, callback_or_opts \\ []) do
  source = IO.chardata_to_string(source_file)
  destination = IO.chardata_to_string(destination_file)

  case copy_file(source, destination, conflict(callback_or_opts), []) do
    {:error, reason, _} -> {:error, reason}
    _ -> :ok
  end
end

defp conflict(fun) when is_function(fun, 2), do: fun
defp conflict(opts), do: Keyword.get(opts, :on_conflict, fn _, _ -> true end)

defp copy_file(source, destination, callback, acc) do
  case F.copy(source, {destination, [:exclusive]}) do
    {:ok, _} ->
      keep_mode(source, destination)
      [destination | acc]

    {:error, :eexist} ->
      if path_differs?(source, destination) and callback.(source, destination),
        do: replace_file(source, destination, acc),
        else: acc

    {:error, reason} ->
      {:error, reason, source}
  end
end

defp replace_file(source, destination, acc) do
  case copy(source, destination) do
    {:ok, _} ->
      keep_mode(source, destination)
      [destination | acc]

    {:error, reason} ->
      {:error, reason, source}
  end
end

defp keep_mode(source, destination) do
  with {:ok, info} <- F.read_file_info(source), do: F.change_mode(destination, elem(info, 7))
end

defp path_differs?(path, path), do: false
defp path_differs?(p1, p2), do: Path.expand(p1) !== Path.expand(p2)

@doc "Copies a file with its permissions; raises `File.CopyError`."
@spec cp!(Path.t(), Path.t(), (Path.t(), Path.t() -> boolean) | keyword) :: :ok
def cp!(source_file, destination_file, callback_or_opts \\ []) do
  case cp(source_file, destination_file, callback_or_opts) do
    :ok ->
      :ok

    {:error, reason} ->
      raise File.CopyError,
        reason: reason,
        action: "copy",
        source: IO.chardata_to_string(source_file),
        destination: IO.chardata_to_string(destination_file)
  end
end

@doc """
Copies a file, or a directory with all that is in it.

Returns `{:ok, copied}` or `{:error, reason, path}`. `:on_conflict` decides whether a file that is there is
replaced; `dereference_symlinks: true` copies what links lead to.
"""
@spec cp_r(Path.t(), Path.t(), (Path.t(), Path.t() -> boolean) | keyword) ::
        {:ok, [binary]} | {:error, posix, binary}
def cp_r(source, destination, callback_or_opts \\ []) do
  source = source |> IO.chardata_to_string() |> without_null("File.cp_r/3")
  destination = destination |> IO.chardata_to_string() |> without_null("File.cp_r/3")
  dereference? = is_list(callback_or_opts) and Keyword.get(callback_or_opts, :dereference_symlinks, false)
  read_info = if dereference?, do: &F.read_file_info/1, else: &F.read_link_info/1

  case copy_tree(source, destination, {conflict(callback_or_opts), read_info}, []) do
    {:error, _, _} = error -> error
    acc -> {:ok, acc}
  end
end

defp copy_tree(_source, _destination, _how, {:error, _, _} = error), do: error

# `how`: what decides of files that are there, and what tells the kind of an entry.
defp copy_tree(source, destination, {callback, read_info} = how, acc) do
  case read_info.(source) do
    {:ok, info} ->
      case elem(info, 2) do
        :regular -> copy_file(source, destination, callback, acc)
        :symlink -> copy_link(source, destination, callback, acc)
        :directory -> copy_dir(source, destination, how, acc)
        _ -> {:error, :eio, source}
      end

    {:error, reason} ->
      {:error, reason, source}
  end
end

defp copy_dir(source, destination, how, acc) do
  case F.list_dir(source) do
    {:ok, names} ->
      case mkdir(destination) do
        result when result in [:ok, {:error, :eexist}] ->
          Enum.reduce(names, [destination | acc], fn name, acc ->
            name = IO.chardata_to_string(name)
            copy_tree(Path.join(source, name), Path.join(destination, name), how, acc)
          end)

        {:error, reason} ->
          {:error, reason, destination}
      end

    {:error, reason} ->
      {:error, reason, source}
  end
end

defp copy_link(source, destination, callback, acc) do
  {:ok, target} = F.read_link(source)

  case F.make_symlink(target, destination) do
    :ok ->
      [destination | acc]

    {:error, :eexist} ->
      if callback.(source, destination) do
        # A link in the way is replaced.
        rm(destination)

        case F.make_symlink(target, destination) do
          :ok -> [destination | acc]
          {:error, reason} -> {:error, reason, source}
        end
      else
        acc
      end

    {:error, reason} ->
      {:error, reason, source}
  end
end

@doc "Copies a file or directory; raises `File.CopyError`."
@spec cp_r!(Path.t(), Path.t(), (Path.t(), Path.t() -> boolean) | keyword) :: [binary]
def cp_r!(source, destination, callback_or_opts \\ []) do
  case cp_r(source, destination, callback_or_opts) do
    {:ok, files} ->
      files

    {:error, reason, file} ->
      raise File.CopyError,
        reason: reason,
        action: "copy recursively",
        on: file,
        source: IO.chardata_to_string(source),
        destination: IO.chardata_to_string(destination)
  end
end
