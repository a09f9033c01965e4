# stdlib/elixir/string/case.part.ex: part of String: case, normalisation, validity.

@doc """
Converts to lower case.

`mode` is `:default`, `:ascii` (only A to Z), `:greek` (a sigma at the end of a word takes
its final form) or `:turkic` (the dotless i).

## Examples

    iex> String.downcase("ABCÇ")
    "abcç"
    iex> String.downcase("AÇ", :ascii)
    "aÇ"
    iex> String.downcase("ΣΣ", :greek)
    "σς"
"""
@spec downcase(t, :default | :ascii | :greek | :turkic) :: t
def downcase(string, mode \\ :default)

def downcase(string, mode)
    when is_binary(string) and mode in [:default, :ascii | @conditional_mappings],
    do: :vial_unicode.downcase(string, mode)

@doc """
Converts to upper case; one character may become several.

The modes are those of `downcase/2`.

## Examples

    iex> String.upcase("abcç")
    "ABCÇ"
    iex> String.upcase("straße")
    "STRASSE"
    iex> String.upcase("aç", :ascii)
    "Aç"
"""
@spec upcase(t, :default | :ascii | :greek | :turkic) :: t
def upcase(string, mode \\ :default)

def upcase(string, mode)
    when is_binary(string) and mode in [:default, :ascii | @conditional_mappings],
    do: :vial_unicode.upcase(string, mode)

@doc """
Converts the first character to title case and the rest to lower case.

## Examples

    iex> String.capitalize("abCD")
    "Abcd"
    iex> String.capitalize("ﬁN")
    "Fin"
"""
@spec capitalize(t, :default | :ascii | :greek | :turkic) :: t
def capitalize(string, mode \\ :default)

def capitalize(<<c, rest::binary>>, :ascii) do
  c = if c in ?a..?z, do: c - 32, else: c
  <<c, downcase(rest, :ascii)::binary>>
end

def capitalize("", mode) when mode in [:default, :ascii | @conditional_mappings], do: ""

def capitalize(string, mode) when is_binary(string) and mode in [:default | @conditional_mappings] do
  {size, first} = :vial_unicode.titlecase_first(string, mode)
  <<_::binary-size(size), rest::binary>> = string
  first <> :vial_unicode.downcase(rest, mode)
end

@doc """
Converts to a Unicode normalisation form: `:nfd`, `:nfc`, `:nfkd` or `:nfkc`.

Invalid bytes are kept.

## Examples

    iex> String.normalize("ÿ", :nfd) == "y\\u0308"
    true
    iex> String.normalize("y\\u0308", :nfc) == "ÿ"
    true
    iex> String.normalize("ﬁ", :nfkc)
    "fi"
"""
@spec normalize(t, :nfd | :nfc | :nfkd | :nfkc) :: t
def normalize(string, form)

def normalize(string, form) when is_binary(string) and form in [:nfd, :nfc, :nfkd, :nfkc] do
  case :vial_unicode.normalize(string, form) do
    normalized when is_binary(normalized) ->
      normalized

    {:error, good, <<byte, rest::binary>>} ->
      good <> <<byte>> <> normalize(rest, form)
  end
end

@doc """
Tells whether two strings are the same after canonical decomposition.

## Examples

    iex> String.equivalent?("man\\u0303ana", "mañana")
    true
    iex> String.equivalent?("a", "b")
    false
"""
@spec equivalent?(t, t) :: boolean
def equivalent?(string1, string2) when is_binary(string1) and is_binary(string2),
  do: string1 == string2 or normalize(string1, :nfd) == normalize(string2, :nfd)

@doc """
Tells whether a string is valid UTF-8.

## Examples

    iex> String.valid?("aé")
    true
    iex> String.valid?(<<0xFFFF::16>>)
    false
"""
@spec valid?(t) :: boolean
def valid?(string)
def valid?(string) when is_binary(string), do: :vial_unicode.valid(string)
def valid?(_), do: false

@doc """
Tells whether a string holds only printable characters, looking at the first `limit`.

## Examples

    iex> String.printable?("abc")
    true
    iex> String.printable?("abc" <> <<0>>)
    false
    iex> String.printable?("abc" <> <<0>>, 3)
    true
"""
@spec printable?(t, :infinity | non_neg_integer) :: boolean
def printable?(string, character_limit \\ :infinity)
    when is_binary(string) and (character_limit == :infinity or (is_integer(character_limit) and character_limit >= 0)) do
  if character_limit == :infinity,
    do: all_printable?(string, -1),
    else: all_printable?(string, character_limit)
end

defp all_printable?(_string, 0), do: true

defp all_printable?(<<c, rest::binary>>, limit) when c in ?\s..?~,
  do: all_printable?(rest, limit - 1)

defp all_printable?(<<c, rest::binary>>, limit) when c in 7..13 or c == ?\e or c == ?\d,
  do: all_printable?(rest, limit - 1)

defp all_printable?(<<c::utf8, rest::binary>>, limit)
     when c in 0xA0..0xD7FF or c in 0xE000..0xFFFD or c in 0x10000..0x10FFFF,
     do: all_printable?(rest, limit - 1)

defp all_printable?(<<>>, _limit), do: true
defp all_printable?(_, _), do: false

@doc """
Splits a string into runs that are all `:valid` or not, or all `:printable` or not.

## Examples

    iex> String.chunk(<<?a, ?b, ?c, 0>>, :valid)
    ["abc\\0"]
    iex> String.chunk(<<?a, ?b, ?c, 0>>, :printable)
    ["abc", <<0>>]
"""
@spec chunk(t, :valid | :printable) :: [t]
def chunk(string, trait)

def chunk("", _), do: []

def chunk(string, trait) when is_binary(string) and trait in [:valid, :printable] do
  {size, has?} = chunk_step(string, trait)
  chunk_run(string, size, has?, trait)
end

# `size` bytes of `string` are known to share the trait or its lack.
defp chunk_run(string, size, has?, trait) do
  <<run::binary-size(size), rest::binary>> = string

  case rest do
    "" ->
      [run]

    _ ->
      case chunk_step(rest, trait) do
        {more, ^has?} -> chunk_run(string, size + more, has?, trait)
        {more, other?} -> [run | chunk_run(rest, more, other?, trait)]
      end
  end
end

defp chunk_step(<<c::utf8, _::binary>>, trait) do
  char = <<c::utf8>>
  {byte_size(char), trait == :valid or printable?(char)}
end

defp chunk_step(_, _), do: {1, false}
