# stdlib/erlang/vial_io_input.ex: what input requests take from the bytes a device has read.
# Here: get_line, get_chars and get_until over a buffer, in UTF-8 or Latin-1.
# Not here: where bytes come from (vial_io_device.ex, file_io_server.ex).
# Holds: every function answers {:done, reply, rest} or {:more, state}, to be called again
# with a longer buffer, or with eof? set when there is none.
defmodule :vial_io_input do
  @moduledoc false

  @doc """
  Tells whether a request asks for input.
  """
  def input?({:get_line, _, _}), do: true
  def input?({:get_chars, _, _, _}), do: true
  def input?({:get_until, _, _, _, _, _}), do: true
  def input?({:get_password, _}), do: true
  def input?(_), do: false

  @doc """
  Returns the prompt of an input request.
  """
  def prompt({:get_line, _, prompt}), do: prompt
  def prompt({:get_chars, _, prompt, _}), do: prompt
  def prompt({:get_until, _, prompt, _, _, _}), do: prompt
  def prompt({:get_password, _}), do: ''

  @doc """
  Serves an input request from `buffer`.

  `state` is `:start` or what the last `{:more, state}` held; `encoding` is the device's,
  `binary?` whether it answers with binaries.
  """
  def take(request, buffer, eof?, state, encoding, binary?)

  def take(_request, "", true, :start, _encoding, _binary?), do: {:done, :eof, ""}

  def take({:get_line, wanted, _}, buffer, eof?, state, encoding, binary?) do
    from = if state == :start, do: 0, else: state

    case :binary.match(buffer, "\n", scope: {from, byte_size(buffer) - from}) do
      {at, _} -> reply(buffer, at + 1, wanted, encoding, binary?, :collect_line)
      :nomatch when eof? -> reply(buffer, byte_size(buffer), wanted, encoding, binary?, :collect_line)
      :nomatch -> {:more, byte_size(buffer)}
    end
  end

  def take({:get_password, wanted}, buffer, eof?, state, encoding, binary?),
    do: take({:get_line, wanted, ''}, buffer, eof?, state, encoding, binary?)

  def take({:get_chars, wanted, _, count}, buffer, eof?, _state, encoding, binary?) do
    case chars_size(buffer, count, encoding, 0) do
      {:ok, size} -> reply(buffer, size, wanted, encoding, binary?, :collect_chars)
      :short when eof? -> reply(buffer, byte_size(buffer), wanted, encoding, binary?, :collect_chars)
      :short -> {:more, :continue}
      :invalid -> {:done, {:error, :collect_chars}, ""}
    end
  end

  def take({:get_until, wanted, _, module, fun, extra}, buffer, eof?, state, encoding, binary?) do
    continuation = if state == :start, do: [], else: state

    case decode(buffer, encoding) do
      {:error, _} -> {:done, {:error, :get_until}, ""}
      {:ok, [], _} when eof? -> until(module, fun, continuation, :eof, extra, wanted, encoding, binary?)
      {:ok, chars, ""} -> until(module, fun, continuation, chars, extra, wanted, encoding, binary?)
      {:ok, _, _} -> {:more, continuation}
    end
  end

  defp until(module, fun, continuation, chars, extra, _wanted, encoding, binary?) do
    case apply(module, fun, [continuation, chars | extra]) do
      {:done, result, rest} -> {:done, text(result, binary?), encode(rest, encoding)}
      {:more, continuation} -> {:more_empty, continuation}
    end
  catch
    _, _ -> {:done, {:error, :get_until}, ""}
  end

  defp text(result, true) when is_list(result), do: :unicode.characters_to_binary(result)
  defp text(result, _), do: result

  defp encode(:eof, _), do: ""
  defp encode([], _), do: ""
  defp encode(chars, encoding), do: :unicode.characters_to_binary(chars, :unicode, encoding)

  defp decode(buffer, encoding) do
    case :unicode.characters_to_list(buffer, encoding) do
      {:error, _, _} -> {:error, :invalid}
      {:incomplete, chars, rest} -> {:ok, chars, rest}
      chars -> {:ok, chars, ""}
    end
  end

  # Cuts `size` bytes off and gives them the form the client asked for.
  defp reply(buffer, size, wanted, encoding, binary?, what) do
    <<taken::binary-size(size), rest::binary>> = buffer

    case convert(taken, encoding, wanted, binary?) do
      {:ok, text} -> {:done, text, rest}
      :error -> {:done, {:error, what}, ""}
    end
  end

  defp convert(taken, :latin1, :latin1, true), do: {:ok, taken}
  defp convert(taken, :latin1, :latin1, false), do: {:ok, :erlang.binary_to_list(taken)}

  defp convert(taken, encoding, wanted, true) do
    case :unicode.characters_to_binary(taken, encoding, wanted) do
      text when is_binary(text) -> {:ok, text}
      _ -> :error
    end
  end

  defp convert(taken, encoding, wanted, false) do
    case :unicode.characters_to_list(taken, encoding) do
      chars when is_list(chars) -> if fits?(chars, wanted), do: {:ok, chars}, else: :error
      _ -> :error
    end
  end

  defp fits?(_, wanted) when wanted != :latin1, do: true
  defp fits?(chars, _), do: :lists.all(fn c -> c < 256 end, chars)

  defp chars_size(_buffer, 0, _encoding, size), do: {:ok, size}
  defp chars_size("", _count, _encoding, _size), do: :short

  defp chars_size(buffer, count, :latin1, _size) do
    if byte_size(buffer) >= count, do: {:ok, count}, else: :short
  end

  defp chars_size(<<c, rest::binary>>, count, encoding, size) when c < 128,
    do: chars_size(rest, count - 1, encoding, size + 1)

  defp chars_size(<<c::utf8, rest::binary>>, count, encoding, size),
    do: chars_size(rest, count - 1, encoding, size + utf8_size(c))

  defp chars_size(buffer, _count, _encoding, _size) do
    case :unicode.characters_to_list(buffer) do
      {:incomplete, _, _} -> :short
      _ -> :invalid
    end
  end

  defp utf8_size(c) when c < 0x800, do: 2
  defp utf8_size(c) when c < 0x10000, do: 3
  defp utf8_size(_), do: 4
end
