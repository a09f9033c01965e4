# stdlib/elixir/string/break.ex: white space: splitting at it, trimming it.
# Holds: ASCII white space is told by its byte; the rest of Unicode's is a short list that
# has not changed since Unicode 6.3.
defmodule String.Break do
  @moduledoc false

  @doc false
  def trim_leading(<<c, rest::binary>>) when c in 9..13 or c == ?\s, do: trim_leading(rest)

  def trim_leading(<<c, _::binary>> = string) when c < 128, do: string

  def trim_leading(<<c::utf8, rest::binary>> = string) do
    if space?(c), do: trim_leading(rest), else: string
  end

  def trim_leading(string) when is_binary(string), do: string

  @doc false
  def do_trim_leading(string), do: trim_leading(string)

  @doc false
  def trim_trailing(string) when is_binary(string), do: trim_trailing(string, byte_size(string))

  defp trim_trailing(_string, 0), do: ""

  defp trim_trailing(string, size) do
    case :binary.at(string, size - 1) do
      c when c in 9..13 or c == ?\s -> trim_trailing(string, size - 1)
      c when c < 128 -> binary_part(string, 0, size)
      _ -> trim_wide(string, size)
    end
  end

  # White space beyond ASCII is two or three bytes long.
  defp trim_wide(string, size) do
    cond do
      size >= 2 and wide_space?(binary_part(string, size - 2, 2)) -> trim_trailing(string, size - 2)
      size >= 3 and wide_space?(binary_part(string, size - 3, 3)) -> trim_trailing(string, size - 3)
      true -> binary_part(string, 0, size)
    end
  end

  defp wide_space?(<<c::utf8>>), do: space?(c)
  defp wide_space?(_), do: false

  defp space?(c), do: break?(c) or c in [0xA0, 0x2007, 0x202F]

  defp break?(c) do
    c in 9..13 or c == ?\s or c == 0x85 or c == 0x1680 or c in 0x2000..0x2006 or
      c in 0x2008..0x200A or c == 0x2028 or c == 0x2029 or c == 0x205F or c == 0x3000
  end

  @doc false
  def split(string) when is_binary(string), do: skip(string, string, 0)

  def split(bits) when is_bitstring(bits),
    do: :vial_error.badarg([bits], %{1 => "is a bitstring (expected a binary)"})

  def split(string), do: :vial_error.badarg([string], %{1 => "not a binary"})

  # Between two words.
  defp skip(<<c, rest::binary>>, string, from) when c in 9..13 or c == ?\s,
    do: skip(rest, string, from + 1)

  defp skip(<<c, rest::binary>>, string, from) when c < 128, do: word(rest, string, from, 1)
  defp skip(<<>>, _string, _from), do: []

  defp skip(<<c::utf8, rest::binary>>, string, from) do
    if break?(c),
      do: skip(rest, string, from + utf8_size(c)),
      else: word(rest, string, from, utf8_size(c))
  end

  defp skip(<<_, rest::binary>>, string, from), do: word(rest, string, from, 1)

  # Inside the word that starts at `from` and has `size` bytes so far.
  defp word(<<c, rest::binary>>, string, from, size) when c in 9..13 or c == ?\s,
    do: [binary_part(string, from, size) | skip(rest, string, from + size + 1)]

  defp word(<<c, rest::binary>>, string, from, size) when c < 128,
    do: word(rest, string, from, size + 1)

  defp word(<<>>, string, from, size), do: [binary_part(string, from, size)]

  defp word(<<c::utf8, rest::binary>>, string, from, size) do
    if break?(c),
      do: [binary_part(string, from, size) | skip(rest, string, from + size + utf8_size(c))],
      else: word(rest, string, from, size + utf8_size(c))
  end

  defp word(<<_, rest::binary>>, string, from, size), do: word(rest, string, from, size + 1)

  defp utf8_size(c) when c < 0x80, do: 1
  defp utf8_size(c) when c < 0x800, do: 2
  defp utf8_size(c) when c < 0x10000, do: 3
  defp utf8_size(_), do: 4

  @doc false
  def decompose(codepoint, _map) do
    text = List.to_string([codepoint])

    case :vial_unicode.normalize(text, :nfd) do
      ^text -> nil
      other -> String.to_charlist(other)
    end
  end
end
