# stdlib/elixir/base.ex: bytes as text in bases 16, 32 and 64.
# Here: the alphabets, encoding and decoding with padding, case and white space options.
# Holds: each base is a width in bits and two functions between digit and character, made
# as clauses by the macros below; groups that make whole bytes are done at once.
defmodule Base do
  @moduledoc """
  Encodes and decodes data as text in the bases of RFC 4648.

  Decoding returns `{:ok, data}` or `:error`; the functions with `!` raise `ArgumentError`.

      iex> Base.encode16("foobar")
      "666F6F626172"
      iex> Base.decode64!("Zm9vYmFy")
      "foobar"
  """

  @type encode_case :: :upper | :lower
  @type decode_case :: :upper | :lower | :mixed

  @b16 '0123456789ABCDEF'
  @b16_lower '0123456789abcdef'
  @b32 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  @b32_lower 'abcdefghijklmnopqrstuvwxyz234567'
  @b32hex '0123456789ABCDEFGHIJKLMNOPQRSTUV'
  @b32hex_lower '0123456789abcdefghijklmnopqrstuv'
  @b64 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  @b64url 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

  for {base, alphabet} <- [
        b16: @b16,
        b16_lower: @b16_lower,
        b32: @b32,
        b32_lower: @b32_lower,
        b32hex: @b32hex,
        b32hex_lower: @b32hex_lower,
        b64: @b64,
        b64url: @b64url
      ] do
    table = List.to_tuple(alphabet)
    defp alphabet(unquote(base)), do: unquote(Macro.escape(table))
  end

  for {base, alphabets} <- [
        b16: [@b16],
        b16_lower: [@b16_lower],
        b16_mixed: [@b16, @b16_lower],
        b32: [@b32],
        b32_lower: [@b32_lower],
        b32_mixed: [@b32, @b32_lower],
        b32hex: [@b32hex],
        b32hex_lower: [@b32hex_lower],
        b32hex_mixed: [@b32hex, @b32hex_lower],
        b64: [@b64],
        b64url: [@b64url]
      ] do
    values = for alphabet <- alphabets, {char, value} <- Enum.with_index(alphabet), into: %{}, do: {char, value}
    table = for char <- 0..127, do: Map.get(values, char)
    defp values(unquote(base)), do: unquote(Macro.escape(List.to_tuple(table)))
  end

  @doc """
  Encodes in base 16; the option `:case` is `:upper` (default) or `:lower`.

  ## Examples

      iex> Base.encode16("foobar")
      "666F6F626172"
      iex> Base.encode16("foobar", case: :lower)
      "666f6f626172"
  """
  @spec encode16(binary, case: encode_case) :: binary
  def encode16(data, opts \\ []) when is_binary(data),
    do: encode(data, 4, alphabet(cased(:b16, Keyword.get(opts, :case, :upper))), false)

  @doc """
  Decodes base 16; the option `:case` is `:upper` (default), `:lower` or `:mixed`.

  ## Examples

      iex> Base.decode16("666F6F626172")
      {:ok, "foobar"}
      iex> Base.decode16("666f", case: :mixed)
      {:ok, "fo"}
      iex> Base.decode16("6")
      :error
  """
  @spec decode16(binary, case: decode_case) :: {:ok, binary} | :error
  def decode16(string, opts \\ []) do
    {:ok, decode16!(string, opts)}
  rescue
    ArgumentError -> :error
  end

  @doc """
  Decodes base 16; raises `ArgumentError` for what is not.

  ## Examples

      iex> Base.decode16!("666F6F626172")
      "foobar"
  """
  @spec decode16!(binary, case: decode_case) :: binary
  def decode16!(string, opts \\ [])

  def decode16!(string, opts) when is_binary(string) and rem(byte_size(string), 2) == 0,
    do: sextets(string, 4, values(cased(:b16, Keyword.get(opts, :case, :upper))), <<>>)

  def decode16!(string, _opts) when is_binary(string) do
    raise ArgumentError,
          "string given to decode has wrong length. An even number of bytes was expected, got: #{byte_size(string)}. " <>
            "Double check your string for unwanted characters or pad it accordingly"
  end

  @doc """
  Encodes in base 64; `padding: false` leaves out the `=` at the end.

  ## Examples

      iex> Base.encode64("foob")
      "Zm9vYg=="
      iex> Base.encode64("foob", padding: false)
      "Zm9vYg"
  """
  @spec encode64(binary, padding: boolean) :: binary
  def encode64(data, opts \\ []) when is_binary(data),
    do: encode(data, 6, alphabet(:b64), Keyword.get(opts, :padding, true))

  @doc """
  Decodes base 64; `ignore: :whitespace` skips white space, `padding: false` asks for no `=`.

  ## Examples

      iex> Base.decode64("Zm9vYmFy")
      {:ok, "foobar"}
      iex> Base.decode64("Zm9vYmFy\\n", ignore: :whitespace)
      {:ok, "foobar"}
      iex> Base.decode64("Zm9vYg", padding: false)
      {:ok, "foob"}
  """
  @spec decode64(binary, ignore: :whitespace, padding: boolean) :: {:ok, binary} | :error
  def decode64(string, opts \\ []) when is_binary(string) do
    {:ok, decode64!(string, opts)}
  rescue
    ArgumentError -> :error
  end

  @doc """
  Decodes base 64; raises `ArgumentError` for what is not.

  ## Examples

      iex> Base.decode64!("Zm9vYmFy")
      "foobar"
  """
  @spec decode64!(binary, ignore: :whitespace, padding: boolean) :: binary
  def decode64!(string, opts \\ []) when is_binary(string),
    do: decode_padded(string, 6, values(:b64), opts)

  @doc """
  Encodes in base 64 with `-` and `_`, which URLs and file names bear.

  ## Examples

      iex> Base.url_encode64(<<255, 127, 254, 252>>)
      "_3_-_A=="
  """
  @spec url_encode64(binary, padding: boolean) :: binary
  def url_encode64(data, opts \\ []) when is_binary(data),
    do: encode(data, 6, alphabet(:b64url), Keyword.get(opts, :padding, true))

  @doc """
  Decodes base 64 with `-` and `_`; options as for `decode64/2`.

  ## Examples

      iex> Base.url_decode64("_3_-_A==")
      {:ok, <<255, 127, 254, 252>>}
  """
  @spec url_decode64(binary, ignore: :whitespace, padding: boolean) :: {:ok, binary} | :error
  def url_decode64(string, opts \\ []) when is_binary(string) do
    {:ok, url_decode64!(string, opts)}
  rescue
    ArgumentError -> :error
  end

  @doc """
  Decodes base 64 with `-` and `_`; raises `ArgumentError` for what is not.

  ## Examples

      iex> Base.url_decode64!("_3_-_A==")
      <<255, 127, 254, 252>>
  """
  @spec url_decode64!(binary, ignore: :whitespace, padding: boolean) :: binary
  def url_decode64!(string, opts \\ []) when is_binary(string),
    do: decode_padded(string, 6, values(:b64url), opts)

  @doc """
  Encodes in base 32; options `:case` and `:padding`.

  ## Examples

      iex> Base.encode32("foobar")
      "MZXW6YTBOI======"
      iex> Base.encode32("foobar", case: :lower, padding: false)
      "mzxw6ytboi"
  """
  @spec encode32(binary, case: encode_case, padding: boolean) :: binary
  def encode32(data, opts \\ []) when is_binary(data), do: encode_32(data, :b32, opts)

  @doc """
  Decodes base 32; options `:case` and `:padding`.

  ## Examples

      iex> Base.decode32("MZXW6YTBOI======")
      {:ok, "foobar"}
  """
  @spec decode32(binary, case: decode_case, padding: boolean) :: {:ok, binary} | :error
  def decode32(string, opts \\ []) do
    {:ok, decode32!(string, opts)}
  rescue
    ArgumentError -> :error
  end

  @doc """
  Decodes base 32; raises `ArgumentError` for what is not.

  ## Examples

      iex> Base.decode32!("mzxw6ytboi", case: :lower, padding: false)
      "foobar"
  """
  @spec decode32!(binary, case: decode_case, padding: boolean) :: binary
  def decode32!(string, opts \\ []) when is_binary(string), do: decode_32(string, :b32, opts)

  @doc """
  Encodes in base 32 with the extended hexadecimal alphabet, which keeps the order of data.

  ## Examples

      iex> Base.hex_encode32("foobar")
      "CPNMUOJ1E8======"
  """
  @spec hex_encode32(binary, case: encode_case, padding: boolean) :: binary
  def hex_encode32(data, opts \\ []) when is_binary(data), do: encode_32(data, :b32hex, opts)

  @doc """
  Decodes base 32 with the extended hexadecimal alphabet.

  ## Examples

      iex> Base.hex_decode32("CPNMUOJ1E8======")
      {:ok, "foobar"}
  """
  @spec hex_decode32(binary, case: decode_case, padding: boolean) :: {:ok, binary} | :error
  def hex_decode32(string, opts \\ []) do
    {:ok, hex_decode32!(string, opts)}
  rescue
    ArgumentError -> :error
  end

  @doc """
  Decodes base 32 with the extended hexadecimal alphabet; raises `ArgumentError`.

  ## Examples

      iex> Base.hex_decode32!("CPNMUOJ1E8======")
      "foobar"
  """
  @spec hex_decode32!(binary, case: decode_case, padding: boolean) :: binary
  def hex_decode32!(string, opts \\ []) when is_binary(string), do: decode_32(string, :b32hex, opts)

  defp encode_32(data, base, opts) do
    table = alphabet(cased(base, Keyword.get(opts, :case, :upper)))
    encode(data, 5, table, Keyword.get(opts, :padding, true))
  end

  defp decode_32(string, base, opts) do
    decode_padded(string, 5, values(cased(base, Keyword.get(opts, :case, :upper))), opts)
  end

  defp cased(base, letters) do
    case letters do
      :upper -> base
      :lower when base == :b16 -> :b16_lower
      :lower when base == :b32 -> :b32_lower
      :lower -> :b32hex_lower
      :mixed when base == :b16 -> :b16_mixed
      :mixed when base == :b32 -> :b32_mixed
      :mixed -> :b32hex_mixed
    end
  end

  # Characters of `bits` bits each; the padding fills up to whole groups of bytes.
  defp encode(data, bits, table, padding?) do
    text = digits(data, bits, table, <<>>)
    if padding?, do: pad(text, group(bits)), else: text
  end

  defp group(5), do: 8
  defp group(6), do: 4

  defp pad(text, group) do
    case rem(byte_size(text), group) do
      0 -> text
      n -> text <> :binary.copy("=", group - n)
    end
  end

  defp digits(<<a::6, b::6, c::6, d::6, rest::binary>>, 6, t, acc) do
    digits(rest, 6, t, <<acc::binary, elem(t, a), elem(t, b), elem(t, c), elem(t, d)>>)
  end

  defp digits(<<a::4, b::4, rest::binary>>, 4, t, acc),
    do: digits(rest, 4, t, <<acc::binary, elem(t, a), elem(t, b)>>)

  defp digits(<<>>, _bits, _t, acc), do: acc

  defp digits(data, bits, t, acc) do
    case data do
      <<digit::size(bits), rest::bitstring>> ->
        digits(rest, bits, t, <<acc::binary, elem(t, digit)>>)

      _ ->
        left = bit_size(data)
        <<digit::size(left)>> = data
        <<acc::binary, elem(t, :erlang.bsl(digit, bits - left))>>
    end
  end

  defp decode_padded(string, bits, table, opts) do
    string = without_space(string, Keyword.get(opts, :ignore))
    body = unpadded(string, bits, table, Keyword.get(opts, :padding, true))
    sextets(body, bits, table, <<>>)
  end

  defp without_space(string, nil), do: string

  defp without_space(string, :whitespace),
    do: for(<<c <- string>>, c not in [?\s, ?\t, ?\r, ?\n], into: <<>>, do: <<c>>)

  # The characters before the padding. A group may end where its bits make whole bytes; a
  # padding of another length is left for the alphabet to refuse.
  defp unpadded(string, bits, table, padding?) do
    size = byte_size(string)
    group = group(bits)
    signs = padding_signs(string, size, 0)

    cond do
      rem(size, group) == 0 and signs in paddings(bits) -> binary_part(string, 0, size - signs)
      rem(size, group) == 0 -> string
      padding? or not whole_bytes?(bits, rem(size, group)) -> incorrect_padding(string, bits, table)
      true -> string
    end
  end

  defp paddings(6), do: [1, 2]
  defp paddings(5), do: [1, 3, 4, 6]

  defp padding_signs(string, size, signs) when signs < size do
    case :binary.at(string, size - signs - 1) do
      ?= -> padding_signs(string, size, signs + 1)
      _ -> signs
    end
  end

  defp padding_signs(_string, _size, signs), do: signs

  defp whole_bytes?(6, left), do: left != 1
  defp whole_bytes?(5, left), do: left not in [1, 3, 6]

  # A character that is wrong in a whole group is told of first.
  defp incorrect_padding(string, bits, table) do
    size = byte_size(string)
    _ = sextets(binary_part(string, 0, size - rem(size, group(bits))), bits, table, <<>>)
    raise ArgumentError, "incorrect padding"
  end

  defp sextets(<<a, b, c, d, rest::binary>>, 6, t, acc) do
    quad = <<value(a, t)::6, value(b, t)::6, value(c, t)::6, value(d, t)::6>>
    sextets(rest, 6, t, <<acc::binary, quad::binary>>)
  end

  defp sextets(<<a, b, rest::binary>>, 4, t, acc),
    do: sextets(rest, 4, t, <<acc::binary, value(a, t)::4, value(b, t)::4>>)

  defp sextets(<<a, b, c, d, e, f, g, h, rest::binary>>, 5, t, acc) do
    five =
      <<value(a, t)::5, value(b, t)::5, value(c, t)::5, value(d, t)::5, value(e, t)::5,
        value(f, t)::5, value(g, t)::5, value(h, t)::5>>

    sextets(rest, 5, t, <<acc::binary, five::binary>>)
  end

  defp sextets(<<>>, _bits, _t, acc), do: acc

  defp sextets(rest, bits, t, acc) do
    tail = for <<c <- rest>>, into: <<>>, do: <<value(c, t)::size(bits)>>
    bytes = div(bit_size(tail), 8)
    <<whole::binary-size(bytes), _::bitstring>> = tail
    acc <> whole
  end

  defp value(c, table) when c < 128 do
    case elem(table, c) do
      nil -> bad_character(c)
      value -> value
    end
  end

  defp value(c, _table), do: bad_character(c)

  defp bad_character(c) do
    raise ArgumentError,
          "non-alphabet character found: #{inspect(<<c>>, binaries: :as_strings)} (byte #{c})"
  end
end
