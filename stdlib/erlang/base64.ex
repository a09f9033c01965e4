# stdlib/erlang/base64.ex: Base 64 as RFC 4648 has it.
# Not here: the other bases and Elixir's options (Base).
defmodule :base64 do
  @moduledoc """
  Base 64 encoding and decoding.
  """

  @doc """
  Encodes a binary or a list of bytes.

  ## Examples

      iex> :base64.encode("hello")
      "aGVsbG8="
  """
  @spec encode(binary | list) :: binary
  def encode(data) when is_binary(data) or is_list(data), do: Base.encode64(:erlang.iolist_to_binary(data))

  @doc "Encodes to a charlist."
  @spec encode_to_string(binary | list) :: charlist
  def encode_to_string(data) when is_binary(data) or is_list(data), do: :erlang.binary_to_list(encode(data))

  @doc """
  Decodes; white space is skipped, another illegal character or a wrong length is an error.

  ## Examples

      iex> :base64.decode("aGVs bG8=")
      "hello"
  """
  @spec decode(binary | list) :: binary
  def decode(data) when is_binary(data) or is_list(data) do
    data = :erlang.iolist_to_binary(data)
    decode_strict(data, data, <<>>)
  end

  @doc "Decodes to a charlist."
  @spec decode_to_string(binary | list) :: charlist
  def decode_to_string(data) when is_binary(data) or is_list(data), do: :erlang.binary_to_list(decode(data))

  @doc """
  Decodes; every character that is not of the alphabet is skipped.

  ## Examples

      iex> :base64.mime_decode("aGVs*bG8=")
      "hello"
  """
  @spec mime_decode(binary | list) :: binary
  def mime_decode(data) when is_binary(data) or is_list(data) do
    sextets = for <<c <- :erlang.iolist_to_binary(data)>>, value(c) != :bad, do: value(c)
    mime(until_padding(sextets), <<>>)
  end

  @doc "Decodes as `mime_decode/1`, to a charlist."
  @spec mime_decode_to_string(binary | list) :: charlist
  def mime_decode_to_string(data) when is_binary(data) or is_list(data), do: :erlang.binary_to_list(mime_decode(data))

  defp until_padding(sextets), do: :lists.takewhile(&(&1 != :pad), sextets)

  defp mime([a, b, c, d | rest], acc), do: mime(rest, <<acc::binary, a::6, b::6, c::6, d::6>>)

  defp mime([a, b, c], acc) do
    <<bytes::binary-size(2), _::2>> = <<a::6, b::6, c::6>>
    acc <> bytes
  end

  defp mime([a, b], acc) do
    <<byte, _::4>> = <<a::6, b::6>>
    <<acc::binary, byte>>
  end

  defp mime(_, acc), do: acc

  # Four characters at a time, white space left out.
  defp decode_strict(data, all, acc) do
    with {a, rest} when is_integer(a) <- next(data),
         {b, rest} when is_integer(b) <- next(rest),
         {c, rest} when is_integer(c) or c == :pad <- next(rest),
         {d, rest} when is_integer(d) or d == :pad <- next(rest) do
      case {c, d} do
        {:pad, :pad} -> finish(rest, all, <<acc::binary, bits(<<a::6, b::6>>, 1)::binary>>)
        {:pad, _} -> bad(all)
        {c, :pad} -> finish(rest, all, <<acc::binary, bits(<<a::6, b::6, c::6>>, 2)::binary>>)
        {c, d} -> decode_strict(rest, all, <<acc::binary, a::6, b::6, c::6, d::6>>)
      end
    else
      :end -> if only_space?(data), do: acc, else: bad(all)
      _ -> bad(all)
    end
  end

  defp bits(bits, size) do
    <<bytes::binary-size(size), _::bitstring>> = bits
    bytes
  end

  defp finish(rest, all, acc), do: if(only_space?(rest), do: acc, else: bad(all))

  defp only_space?(<<c, rest::binary>>) when c in [?\s, ?\t, ?\r, ?\n], do: only_space?(rest)
  defp only_space?(rest), do: rest == ""

  defp bad(all), do: :erlang.error(:badarg, [all])

  defp next(<<c, rest::binary>>) when c in [?\s, ?\t, ?\r, ?\n], do: next(rest)
  defp next(<<c, rest::binary>>), do: {value(c), rest}
  defp next(<<>>), do: :end

  defp value(c) when c in ?A..?Z, do: c - ?A
  defp value(c) when c in ?a..?z, do: c - ?a + 26
  defp value(c) when c in ?0..?9, do: c - ?0 + 52
  defp value(?+), do: 62
  defp value(?/), do: 63
  defp value(?=), do: :pad
  defp value(_), do: :bad
end
