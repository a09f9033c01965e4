# stdlib/erlang/vial_io_device.ex: the processes behind :user and :standard_error.
# Here: the I/O protocol served over file descriptors, by the natives :vial_io.*.
# Not here: the client (io.ex), cutting input into lines (vial_io_input.ex), files
# (file_io_server.ex).
# Holds: writes never wait for input. A reader process waits on the descriptor, when asked;
# input requests queue, the first one is being served.
defmodule :vial_io_device do
  @moduledoc false

  @read_bytes 65_536

  @doc """
  Starts the process registered as `:user`, which is the first group leader.
  """
  def start_user, do: start(:user, %{out: 1, in: 0})

  @doc """
  Starts the process registered as `:standard_error`.
  """
  def start_standard_error, do: start(:standard_error, %{out: 2, in: nil})

  defp start(name, descriptors) do
    pid = :erlang.spawn(__MODULE__, :init, [descriptors])
    :erlang.register(name, pid)
    pid
  end

  @doc false
  def init(%{out: out, in: input}) do
    :erlang.process_flag(:trap_exit, true)

    loop(%{
      out: out,
      in: input,
      encoding: :unicode,
      binary: true,
      buffer: "",
      reader: nil,
      reading: false,
      pending: []
    })
  end

  defp loop(state) do
    receive do
      {:io_request, from, ref, {:put_chars, :unicode, chars}} when is_binary(chars) ->
        send(from, {:io_reply, ref, write(state.out, chars)})
        loop(state)

      {:io_request, from, ref, request} when is_pid(from) ->
        loop(handle(from, ref, request, state))

      {:vial_io_input, reader, result} when reader == state.reader ->
        loop(arrived(result, state))

      _other ->
        loop(state)
    end
  end

  defp write(out, bytes) do
    case :vial_io.write(out, bytes) do
      :ok -> :ok
      # Nobody reads any more: the end, without a word, by the status of SIGPIPE.
      {:error, :epipe} -> :erlang.halt(141)
      {:error, _} -> {:error, :terminated}
    end
  end

  defp handle(from, ref, request, state) do
    cond do
      not :vial_io_input.input?(request) ->
        {reply, state} = output(request, state)
        send(from, {:io_reply, ref, reply})
        state

      state.in == nil ->
        send(from, {:io_reply, ref, {:error, :enotsup}})
        state

      true ->
        first? = state.pending == []
        state = %{state | pending: state.pending ++ [{from, ref, request, :start}]}
        if first?, do: state |> prompt(request) |> serve(), else: state
    end
  end

  @doc false
  # What every device answers alike, over its own way to write. Also used for requests in a
  # list: the first error ends them.
  def output({:put_chars, encoding, chars}, state) do
    {put(chars, encoding, state), state}
  end

  def output({:put_chars, encoding, module, fun, args}, state) do
    chars =
      try do
        apply(module, fun, args)
      catch
        _, _ -> :failed
      end

    {put(chars, encoding, state), state}
  end

  def output({:put_chars, chars}, state), do: output({:put_chars, :latin1, chars}, state)

  def output({:put_chars, module, fun, args}, state),
    do: output({:put_chars, :latin1, module, fun, args}, state)

  def output({:requests, requests}, state), do: outputs(requests, :ok, state)

  def output({:setopts, options}, state) when is_list(options), do: set_options(options, state)

  def output(:getopts, state),
    do: {[binary: state.binary, encoding: state.encoding], state}

  def output({:get_geometry, which}, state), do: {geometry(which, state.out), state}
  def output(request, state), do: {{:error, {:request, request}}, state}

  defp outputs([], reply, state), do: {reply, state}

  defp outputs([request | rest], _reply, state) do
    case output(request, state) do
      {{:error, _}, _} = failed -> failed
      {reply, state} -> outputs(rest, reply, state)
    end
  end

  defp put(chars, encoding, state) do
    case to_bytes(chars, encoding, state.encoding) do
      bytes when is_binary(bytes) -> write(state.out, bytes)
      _ -> {:error, :put_chars}
    end
  end

  defp to_bytes(chars, from, to) do
    :unicode.characters_to_binary(chars, from, to)
  rescue
    _ -> :error
  end

  defp set_options([], state), do: {:ok, state}

  defp set_options([option | rest], state) do
    case option do
      :binary -> set_options(rest, %{state | binary: true})
      :list -> set_options(rest, %{state | binary: false})
      {:binary, flag} when is_boolean(flag) -> set_options(rest, %{state | binary: flag})
      {:encoding, :utf8} -> set_options(rest, %{state | encoding: :unicode})
      {:encoding, code} when code in [:unicode, :latin1] -> set_options(rest, %{state | encoding: code})
      {:echo, _} -> set_options(rest, state)
      {:expand_fun, _} -> set_options(rest, state)
      _ -> {{:error, :enotsup}, state}
    end
  end

  defp geometry(which, out) do
    case {which, :vial_io.geometry(out)} do
      {:columns, {columns, _}} -> columns
      {:rows, {_, rows}} -> rows
      _ -> {:error, :enotsup}
    end
  end

  defp prompt(state, request) do
    case prompt_text(:vial_io_input.prompt(request)) do
      "" -> :ok
      text -> write(state.out, text)
    end

    state
  end

  defp prompt_text(prompt) when is_list(prompt) or is_binary(prompt) do
    case to_bytes(prompt, :unicode, :unicode) do
      bytes when is_binary(bytes) -> bytes
      _ -> ""
    end
  end

  defp prompt_text(prompt) when is_atom(prompt), do: :erlang.atom_to_binary(prompt)
  defp prompt_text(_), do: ""

  # Serves the first request from the buffer, or asks the reader for more.
  defp serve(state), do: serve(state, false)

  defp serve(state, eof?) do
    case state.pending do
      [] ->
        state

      [{from, ref, request, continuation} | pending] ->
        case taken(request, continuation, eof?, state) do
          {:done, reply, rest} ->
            send(from, {:io_reply, ref, reply})
            next(%{state | pending: pending, buffer: rest})

          {:more, continuation} ->
            more(state, from, ref, request, continuation, pending)

          {:more_empty, continuation} ->
            more(%{state | buffer: ""}, from, ref, request, continuation, pending)
        end
    end
  end

  defp taken(request, continuation, eof?, state) do
    if state.buffer == "" and continuation == :start and not eof? do
      {:more, :start}
    else
      :vial_io_input.take(request, state.buffer, eof?, continuation, state.encoding, state.binary)
    end
  end

  defp next(state) do
    case state.pending do
      [{_, _, request, _} | _] -> state |> prompt(request) |> serve()
      [] -> state
    end
  end

  defp more(state, from, ref, request, continuation, pending) do
    state = %{state | pending: [{from, ref, request, continuation} | pending]}
    if state.reading, do: state, else: ask(state)
  end

  defp ask(%{reader: nil} = state) do
    reader = :erlang.spawn_link(__MODULE__, :reader, [self(), state.in])
    ask(%{state | reader: reader})
  end

  defp ask(state) do
    send(state.reader, :read)
    %{state | reading: true}
  end

  defp arrived(bytes, state) when is_binary(bytes),
    do: serve(%{state | reading: false, buffer: state.buffer <> bytes})

  defp arrived(:eof, state), do: serve(%{state | reading: false}, true)

  defp arrived({:error, reason}, state) do
    state = %{state | reading: false}

    case state.pending do
      [{from, ref, _, _} | pending] ->
        send(from, {:io_reply, ref, {:error, reason}})
        next(%{state | pending: pending})

      [] ->
        state
    end
  end

  @doc false
  def reader(device, descriptor) do
    receive do
      :read -> send(device, {:vial_io_input, self(), :vial_io.read(descriptor, @read_bytes)})
    end

    reader(device, descriptor)
  end
end
