# stdlib/elixir/file/stat.part.ex: part of File: what is known of files, times, permissions, owners.

@doc """
Reads what is known of a file, through symbolic links.

The option `:time` is `:universal` (default), `:local` or `:posix`.
"""
@spec stat(Path.t(), stat_options) :: {:ok, File.Stat.t()} | {:error, posix}
def stat(path, opts \\ []),
  do: stat_result(F.read_file_info(IO.chardata_to_string(path), time_option(opts)))

@doc "Reads what is known of a name, of a symbolic link itself."
@doc since: "1.5.0"
@spec lstat(Path.t(), stat_options) :: {:ok, File.Stat.t()} | {:error, posix}
def lstat(path, opts \\ []),
  do: stat_result(F.read_link_info(IO.chardata_to_string(path), time_option(opts)))

defp time_option(opts), do: Keyword.put_new(opts, :time, :universal)

defp stat_result({:ok, info}), do: {:ok, File.Stat.from_record(info)}
defp stat_result(error), do: error

@doc "Reads what is known of a file; raises `File.Error`."
@spec stat!(Path.t(), stat_options) :: File.Stat.t()
def stat!(path, opts \\ []), do: stat_value!(stat(path, opts), path)

@doc "Reads what is known of a name; raises `File.Error`."
@doc since: "1.5.0"
@spec lstat!(Path.t(), stat_options) :: File.Stat.t()
def lstat!(path, opts \\ []), do: stat_value!(lstat(path, opts), path)

defp stat_value!({:ok, info}, _path), do: info

defp stat_value!({:error, reason}, path),
  do: raise(File.Error, reason: reason, action: "read file stats", path: IO.chardata_to_string(path))

@doc "Changes what is known of a file: mode, owner, group, times."
@spec write_stat(Path.t(), File.Stat.t(), stat_options) :: :ok | {:error, posix}
def write_stat(path, stat, opts \\ []),
  do: F.write_file_info(IO.chardata_to_string(path), File.Stat.to_record(stat), time_option(opts))

@doc "Changes what is known of a file; raises `File.Error`."
@spec write_stat!(Path.t(), File.Stat.t(), stat_options) :: :ok
def write_stat!(path, stat, opts \\ []), do: done!(write_stat(path, stat, opts), "write file stats", path)

@doc """
Sets the time of last modification, by default to now; makes the file if there is none.

`time` is seconds since 1970 or a universal date and time.
"""
@spec touch(Path.t(), erlang_time | posix_time) :: :ok | {:error, posix}
def touch(path, time \\ System.os_time(:second))

def touch(path, time) when is_tuple(time) do
  path = IO.chardata_to_string(path)
  with {:error, :enoent} <- change_time(path, time, :universal), do: touch_new(path, time, :universal)
end

def touch(path, time) when is_integer(time) do
  path = IO.chardata_to_string(path)
  with {:error, :enoent} <- change_time(path, time, :posix), do: touch_new(path, time, :posix)
end

defp touch_new(path, time, form) do
  with :ok <- write(path, "", [:append]), do: change_time(path, time, form)
end

defp change_time(path, time, form) do
  with {:ok, _} <- F.read_file_info(path, time: :posix) do
    info = %File.Stat{mtime: time} |> File.Stat.to_record() |> undefined()
    F.write_file_info(path, info, time: form)
  end
end

# What is not set is not changed.
defp undefined(record) do
  record |> Tuple.to_list() |> Enum.map(fn nil -> :undefined; other -> other end) |> List.to_tuple()
end

@doc "Sets the times of a file; raises `File.Error`."
@spec touch!(Path.t(), erlang_time | posix_time) :: :ok
def touch!(path, time \\ System.os_time(:second)), do: done!(touch(path, time), "touch", path)

@doc "Changes the permissions of a file."
@spec chmod(Path.t(), non_neg_integer) :: :ok | {:error, posix}
def chmod(path, mode), do: F.change_mode(IO.chardata_to_string(path), mode)

@doc "Changes the permissions of a file; raises `File.Error`."
@spec chmod!(Path.t(), non_neg_integer) :: :ok
def chmod!(path, mode), do: done!(chmod(path, mode), "change mode for", path)

@doc "Changes the owner of a file."
@spec chown(Path.t(), non_neg_integer) :: :ok | {:error, posix}
def chown(path, uid), do: F.change_owner(IO.chardata_to_string(path), uid)

@doc "Changes the owner of a file; raises `File.Error`."
@spec chown!(Path.t(), non_neg_integer) :: :ok
def chown!(path, uid), do: done!(chown(path, uid), "change owner for", path)

@doc "Changes the group of a file."
@spec chgrp(Path.t(), non_neg_integer) :: :ok | {:error, posix}
def chgrp(path, gid), do: F.change_group(IO.chardata_to_string(path), gid)

@doc "Changes the group of a file; raises `File.Error`."
@spec chgrp!(Path.t(), non_neg_integer) :: :ok
def chgrp!(path, gid), do: done!(chgrp(path, gid), "change group for", path)
