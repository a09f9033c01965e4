# stdlib/erlang/file_io_server.ex: the process of an open file.
# Here: the I/O protocol and :file's requests over one handle of :vial_file.*.
# Not here: cutting input (vial_io_input.ex), the protocol's other requests (vial_io_device.ex).
# Holds: what was read ahead stands in `buffer`; the handle's position is behind it. The process
# ends with its owner.
defmodule :file_io_server do
  @moduledoc false

  @read_bytes 8192

  @doc """
  Opens a file in a process of its own, for `owner`.
  """
  def start(owner, path, options) do
    ref = :erlang.make_ref()
    caller = self()
    {pid, monitor} = :erlang.spawn_monitor(__MODULE__, :init, [caller, ref, owner, path, options])

    receive do
      {^ref, reply} ->
        :erlang.demonitor(monitor, [:flush])
        reply

      {:DOWN, ^monitor, _, ^pid, reason} ->
        {:error, reason}
    end
  end

  @doc false
  def init(caller, ref, owner, path, options) do
    case :vial_file.open(path, options.flags) do
      {:ok, handle} ->
        owner_ref = :erlang.monitor(:process, owner)
        send(caller, {ref, {:ok, self()}})

        loop(%{
          handle: handle,
          path: path,
          owner_ref: owner_ref,
          encoding: options.encoding,
          binary: options.binary,
          buffer: ""
        })

      error ->
        send(caller, {ref, error})
    end
  end

  defp loop(%{owner_ref: owner_ref} = state) do
    receive do
      {:io_request, from, ref, request} ->
        {reply, state} = io_request(request, state)
        send(from, {:io_reply, ref, reply})
        loop(state)

      {:file_request, from, ref, :close} ->
        send(from, {:file_reply, ref, :vial_file.close(state.handle)})

      {:file_request, from, ref, request} ->
        {reply, state} = file_request(request, state)
        send(from, {:file_reply, ref, reply})
        loop(state)

      {:DOWN, ^owner_ref, _, _, _} ->
        :vial_file.close(state.handle)

      _other ->
        loop(state)
    end
  end

  defp io_request({:put_chars, encoding, chars}, state), do: put(encoding, chars, state)
  defp io_request({:put_chars, chars}, state), do: put(:latin1, chars, state)

  defp io_request({:put_chars, encoding, module, fun, args}, state) do
    put(encoding, apply(module, fun, args), state)
  catch
    _, _ -> {{:error, fun}, state}
  end

  defp io_request({:requests, requests}, state), do: requests(requests, {:ok, state})

  defp io_request(:getopts, state),
    do: {[binary: state.binary, encoding: state.encoding], state}

  defp io_request({:setopts, options}, state), do: setopts(options, state)
  defp io_request({:get_geometry, _}, state), do: {{:error, :enotsup}, state}

  defp io_request(request, state) do
    if :vial_io_input.input?(request),
      do: take(request, :start, state.buffer == "", state),
      else: {{:error, :request}, state}
  end

  defp requests([], result), do: result
  defp requests(_, {{:error, _}, _} = failed), do: failed
  defp requests([request | rest], {_, state}), do: requests(rest, io_request(request, state))

  defp setopts([], state), do: {:ok, state}
  defp setopts([:binary | rest], state), do: setopts(rest, %{state | binary: true})
  defp setopts([:list | rest], state), do: setopts(rest, %{state | binary: false})
  defp setopts([{:binary, flag} | rest], state), do: setopts(rest, %{state | binary: flag})
  defp setopts([{:encoding, :utf8} | rest], state), do: setopts(rest, %{state | encoding: :unicode})
  defp setopts([{:encoding, code} | rest], state), do: setopts(rest, %{state | encoding: code})
  defp setopts(_, state), do: {{:error, :enotsup}, state}

  defp put(encoding, chars, state) do
    case :unicode.characters_to_binary(chars, encoding, state.encoding) do
      bytes when is_binary(bytes) -> write(bytes, state)
      _ -> {{:error, {:no_translation, encoding, state.encoding}}, state}
    end
  rescue
    _ -> {{:error, :put_chars}, state}
  end

  defp write(bytes, state) do
    state = unread(state)
    {:vial_file.write(state.handle, bytes), state}
  end

  # Back to where the program is, before the position matters.
  defp unread(%{buffer: ""} = state), do: state

  defp unread(state) do
    _ = :vial_file.position(state.handle, :cur, -byte_size(state.buffer))
    %{state | buffer: ""}
  end

  defp take(request, continuation, true, state) do
    case :vial_file.read(state.handle, @read_bytes) do
      bytes when is_binary(bytes) -> take(request, continuation, false, %{state | buffer: state.buffer <> bytes})
      :eof -> taken(request, continuation, true, state)
      error -> {error, state}
    end
  end

  defp take(request, continuation, false, state), do: taken(request, continuation, false, state)

  defp taken(request, continuation, eof?, state) do
    case :vial_io_input.take(request, state.buffer, eof?, continuation, state.encoding, state.binary) do
      {:done, reply, rest} -> {reply, %{state | buffer: rest}}
      {:more, continuation} -> take(request, continuation, true, state)
      {:more_empty, continuation} -> take(request, continuation, true, %{state | buffer: ""})
    end
  end

  defp file_request({:position, at}, state) do
    case :file.whence(at) do
      {from, offset} ->
        state = unread(state)
        {:vial_file.position(state.handle, from, offset), state}

      :error ->
        {{:error, :einval}, state}
    end
  end

  defp file_request({:pread, at, count}, state) do
    case :vial_file.pread(state.handle, at, count) do
      "" -> {:eof, state}
      reply -> {:file.data(reply, state.binary), state}
    end
  end

  defp file_request({:pwrite, at, data}, state),
    do: {:vial_file.pwrite(state.handle, at, :erlang.iolist_to_binary(data)), unread(state)}

  defp file_request(:truncate, state) do
    state = unread(state)
    {:vial_file.truncate(state.handle), state}
  end

  defp file_request(:sync, state), do: {:vial_file.sync(state.handle), state}
  defp file_request(:info, state), do: {:vial_file.handle_info(state.handle), state}
  defp file_request(:name, state), do: {{:ok, state.path}, state}
  defp file_request(_, state), do: {{:error, :enotsup}, state}
end
