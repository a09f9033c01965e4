# stdlib/erlang/io.ex: the client side of the I/O protocol.
# Here: requests to a device process and what becomes of its answers.
# Not here: the devices (vial_io_device.ex, file_io_server.ex, StringIO), formats (io_lib.ex).
defmodule :io do
  @moduledoc """
  Talks to I/O devices: processes that answer `{:io_request, from, ref, request}`.

  A device is a pid, a registered name or `:standard_io`, the caller's group leader.
  """

  @type device :: atom | pid

  @doc """
  Writes characters to a device.

  ## Examples

      iex> :io.put_chars("")
      :ok
  """
  def put_chars(chars), do: put_chars(:standard_io, chars)

  def put_chars(device, chars) do
    case binary(chars) do
      {:ok, binary} -> done(request(device, {:put_chars, :unicode, binary}), [device, chars])
      :error -> bad_chars([device, chars])
    end
  end

  @doc "Writes characters given in an encoding, `:unicode` or `:latin1`."
  def put_chars(device, :unicode, chars), do: put_chars(device, chars)

  def put_chars(device, encoding, chars),
    do: done(request(device, {:put_chars, encoding, chars}), [device, encoding, chars])

  defp binary(chars) when is_binary(chars), do: valid(chars, :unicode.characters_to_binary(chars))

  defp binary(chars) when is_list(chars) do
    valid(chars, :unicode.characters_to_binary(chars))
  rescue
    _ -> :error
  end

  defp binary(_), do: :error

  defp valid(_, binary) when is_binary(binary), do: {:ok, binary}
  defp valid(_, _), do: :error

  defp bad_chars(args),
    do: :vial_error.badarg(args, %{2 => "not valid character data (an iodata term)"})

  @doc "Writes a new line."
  def nl, do: nl(:standard_io)
  def nl(device), do: done(request(device, {:put_chars, :unicode, "\n"}), [device])

  defp done(:ok, _args), do: :ok
  defp done({:error, reason}, args), do: failed(reason, args)
  defp done(other, _args), do: other

  defp failed(:arguments, args),
    do: :vial_error.badarg(args, %{1 => "the device does not exist"})

  defp failed(:put_chars, args),
    do: :vial_error.badarg(args, %{2 => "not valid character data (an iodata term)"})

  defp failed(:terminated, args) do
    cause = %{1 => "the device has terminated"}
    :erlang.error(:terminated, args, error_info: %{module: :vial_error, cause: cause})
  end

  defp failed({:no_translation, from, to}, args) do
    cause = %{general: "cannot translate from #{from} to #{to}"}
    :erlang.error(:no_translation, args, error_info: %{module: :vial_error, cause: cause})
  end

  defp failed(_other, args), do: :erlang.error(:badarg, args)

  @doc "Reads `count` characters after showing a prompt."
  def get_chars(prompt, count), do: get_chars(:standard_io, prompt, count)

  def get_chars(device, prompt, count) when is_integer(count) and count >= 0,
    do: request(device, {:get_chars, :unicode, prompt, count})

  @doc "Reads a line, with its new line, after showing a prompt."
  def get_line(prompt), do: get_line(:standard_io, prompt)
  def get_line(device, prompt), do: request(device, {:get_line, :unicode, prompt})

  @doc "Reads a line without echoing it, where the device can."
  def get_password, do: get_password(:standard_io)
  def get_password(device), do: request(device, {:get_password, :unicode})

  @doc "Returns the options of a device."
  def getopts, do: getopts(:standard_io)
  def getopts(device), do: request(device, :getopts)

  @doc "Sets options of a device."
  def setopts(options), do: setopts(:standard_io, options)
  def setopts(device, options), do: request(device, {:setopts, options})

  @doc "Returns `{:ok, count}` columns of the device, or `{:error, :enotsup}`."
  def columns, do: columns(:standard_io)
  def columns(device), do: geometry(device, :columns)

  @doc "Returns `{:ok, count}` rows of the device, or `{:error, :enotsup}`."
  def rows, do: rows(:standard_io)
  def rows(device), do: geometry(device, :rows)

  defp geometry(device, which) do
    case request(device, {:get_geometry, which}) do
      count when is_integer(count) and count > 0 -> {:ok, count}
      _ -> {:error, :enotsup}
    end
  end

  @doc "Writes a term as `~w` does."
  def write(term), do: write(:standard_io, term)
  def write(device, term), do: put_chars(device, :io_lib.format('~tw', [term]))

  @doc """
  Writes `args` as the format says; see `:io_lib.format/2`.

  ## Examples

      iex> :io.format("")
      :ok
  """
  def format(format), do: fwrite(format)
  def format(format, args), do: fwrite(format, args)
  def format(device, format, args), do: fwrite(device, format, args)

  def fwrite(format), do: written(:standard_io, format, [], [format], 0)
  def fwrite(format, args), do: written(:standard_io, format, args, [format, args], 0)
  def fwrite(device, format, args), do: written(device, format, args, [device, format, args], 1)

  # `before` is the count of arguments that stand before the format in the call.
  defp written(device, format, args, call, before) do
    case formatted(format, args) do
      {:ok, text} -> sent(request(device, {:put_chars, :unicode, text}), call)
      :error -> :vial_error.badarg(call, wrong_format(format, args, before))
    end
  end

  defp formatted(format, args) do
    case :unicode.characters_to_binary(:io_lib.format(format, args)) do
      text when is_binary(text) -> {:ok, text}
      _ -> :error
    end
  rescue
    _ -> :error
  end

  defp sent(:ok, _call), do: :ok
  defp sent({:error, reason}, call), do: failed(reason, call)
  defp sent(other, _call), do: other

  defp wrong_format(format, args, before) when not is_list(args) do
    causes = %{(before + 2) => "not a list"}

    if is_list(format) or is_binary(format) or is_atom(format),
      do: causes,
      else: Map.put(causes, before + 1, "not a valid format string")
  end

  defp wrong_format(format, args, before) do
    case :io_lib.wrong(format, args) do
      :arguments -> %{(before + 1) => "wrong number of arguments"}
      :format -> %{(before + 1) => "not a valid format string"}
      :truncated -> %{(before + 1) => "format string invalid (truncated)"}
      {:invalid, char} -> %{(before + 1) => "format string invalid (invalid control ~" <> <<char::utf8>> <> ")"}
      {:element, n, kind} -> %{(before + 2) => "element #{n} must be of type #{kind}"}
      :build -> %{(before + 1) => "failed to format string"}
    end
  end

  @doc "Reads input by a format; see `:io_lib.fread/2`."
  def fread(prompt, format), do: fread(:standard_io, prompt, format)

  def fread(device, prompt, format),
    do: request(device, {:get_until, :unicode, prompt, :io_lib, :fread, [format]})

  @doc "Returns which characters `~p` shows as text: `:latin1`."
  def printable_range, do: :latin1

  @reading [
    {:read, 1},
    {:read, 2},
    {:read, 3},
    {:read, 4},
    {:scan_erl_exprs, 1},
    {:scan_erl_exprs, 2},
    {:scan_erl_exprs, 3},
    {:scan_erl_exprs, 4},
    {:scan_erl_form, 1},
    {:scan_erl_form, 2},
    {:scan_erl_form, 3},
    {:scan_erl_form, 4},
    {:parse_erl_exprs, 1},
    {:parse_erl_exprs, 2},
    {:parse_erl_exprs, 3},
    {:parse_erl_exprs, 4},
    {:parse_erl_form, 1},
    {:parse_erl_form, 2},
    {:parse_erl_form, 3},
    {:parse_erl_form, 4}
  ]

  for {name, arity} <- @reading do
    args = Macro.generate_arguments(arity, __MODULE__)

    @doc "Not in Vial: Erlang's own syntax is left out."
    def unquote(name)(unquote_splicing(args)) do
      _ = unquote(args)
      :erlang.error({:not_supported, "Vial does not read Erlang's syntax"})
    end
  end

  @doc "Sends several requests as one."
  def requests(requests), do: requests(:standard_io, requests)
  def requests(device, requests), do: request(device, {:requests, requests})

  @doc """
  Sends a request and waits for the answer.

  A device that is not there gives `{:error, :arguments}` for a name and
  `{:error, :terminated}` for a pid.
  """
  def request(request), do: request(:standard_io, request)

  def request(:standard_io, request), do: request(:erlang.group_leader(), request)

  def request(pid, request) when is_pid(pid) do
    ref = :erlang.monitor(:process, pid)
    send(pid, {:io_request, self(), ref, request})

    receive do
      {:io_reply, ^ref, reply} ->
        :erlang.demonitor(ref, [:flush])
        reply

      {:DOWN, ^ref, _, _, _} ->
        late_reply(ref)
    end
  end

  def request(name, request) when is_atom(name) do
    case :erlang.whereis(name) do
      pid when is_pid(pid) -> request(pid, request)
      _ -> {:error, :arguments}
    end
  end

  def request(_device, _request), do: {:error, :arguments}

  defp late_reply(ref) do
    receive do
      {:io_reply, ^ref, reply} -> reply
    after
      0 -> {:error, :terminated}
    end
  end
end
