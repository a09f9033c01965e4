# stdlib/erlang/file/info.part.ex: part of :file: what is known of a file, as file_info records.
# Holds: {:file_info, size, type, access, atime, mtime, ctime, mode, links, major_device,
# minor_device, inode, uid, gid}.

@doc "Reads what is known of a file, through symbolic links."
def read_file_info(name), do: read_file_info(name, [])

@doc "Reads what is known of a file; `{:time, :local | :universal | :posix}` chooses the form of times."
def read_file_info({:file_descriptor, :vial_file, {handle, _}}, options),
  do: info(:vial_file.handle_info(handle), options)

def read_file_info(pid, options) when is_pid(pid) do
  case file_request(pid, :info) do
    {:ok, info} -> info({:ok, info}, options)
    error -> error
  end
end

def read_file_info(name, options),
  do: with_path(name, fn path -> info(:vial_file.info(path, true), options) end)

@doc "Reads what is known of a name, of a symbolic link itself."
def read_link_info(name), do: read_link_info(name, [])

def read_link_info(name, options),
  do: with_path(name, fn path -> info(:vial_file.info(path, false), options) end)

def raw_read_file_info(name), do: read_file_info(name)
def raw_write_file_info(name, info), do: write_file_info(name, info)

defp info({:ok, {size, type, access, atime, mtime, ctime, mode, links, major, minor, inode, uid, gid}}, options) do
  form = time_form(options)

  {:ok,
   {:file_info, size, type, access, time(atime, form), time(mtime, form), time(ctime, form), mode,
    links, major, minor, inode, uid, gid}}
end

defp info(error, _options), do: error

defp time_form([]), do: :local
defp time_form([{:time, form} | _]), do: form
defp time_form([_ | rest]), do: time_form(rest)

defp time(seconds, :posix), do: seconds
defp time(seconds, :universal), do: :calendar.system_time_to_universal_time(seconds, :second)

defp time(seconds, _local),
  do: :erlang.universaltime_to_localtime(:calendar.system_time_to_universal_time(seconds, :second))

@doc "Changes mode, owner, group and times, as far as they are given."
def write_file_info(name, info), do: write_file_info(name, info, [])

def write_file_info(name, {:file_info, _, _, _, atime, mtime, _, mode, _, _, _, _, uid, gid}, options) do
  form = time_form(options)

  with_path(name, fn path ->
    with :ok <- set_mode(path, mode),
         :ok <- set_owner(path, uid, gid) do
      set_times(path, seconds(atime, form), seconds(mtime, form))
    end
  end)
end

defp set_mode(_path, :undefined), do: :ok
defp set_mode(path, mode), do: :vial_file.set_mode(path, :erlang.band(mode, 0o7777))

defp set_owner(_path, :undefined, :undefined), do: :ok

defp set_owner(path, uid, gid),
  do: :vial_file.set_owner(path, if(uid == :undefined, do: -1, else: uid), if(gid == :undefined, do: -1, else: gid))

defp set_times(_path, :undefined, :undefined), do: :ok
defp set_times(path, atime, :undefined), do: set_times(path, atime, :erlang.system_time(:second))
defp set_times(path, :undefined, mtime), do: set_times(path, :erlang.system_time(:second), mtime)
defp set_times(path, atime, mtime), do: :vial_file.set_times(path, atime, mtime)

defp seconds(:undefined, _form), do: :undefined
defp seconds(time, _form) when is_integer(time), do: time
defp seconds(time, :universal), do: universal_seconds(time)
defp seconds(time, _local), do: time |> :erlang.localtime_to_universaltime() |> universal_seconds()

defp universal_seconds(time), do: :calendar.datetime_to_gregorian_seconds(time) - 62_167_219_200

@doc "Changes the permissions of a file."
def change_mode(name, mode), do: with_path(name, &:vial_file.set_mode(&1, mode))

@doc "Changes the owner of a file."
def change_owner(name, uid), do: with_path(name, &:vial_file.set_owner(&1, uid, -1))

@doc "Changes the owner and group of a file."
def change_owner(name, uid, gid), do: with_path(name, &:vial_file.set_owner(&1, uid, gid))

@doc "Changes the group of a file."
def change_group(name, gid), do: with_path(name, &:vial_file.set_owner(&1, -1, gid))

@doc "Changes the time of last modification, in local time."
def change_time(name, mtime), do: change_time(name, mtime, mtime)

@doc "Changes the times of last access and modification, in local time."
def change_time(name, atime, mtime),
  do: with_path(name, &:vial_file.set_times(&1, seconds(atime, :local), seconds(mtime, :local)))
