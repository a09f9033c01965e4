# stdlib/erlang/string/search.part.ex: text found in text.
# Here: find, prefix, split, replace, lexemes, nth_lexeme.
# Holds: a pattern is found only where whole graphemes match.

@doc """
The text from where a pattern first stands (or last, with `:trailing`), or `:nomatch`.

## Examples

    iex> :string.find("abcb", "b")
    "bcb"
    iex> :string.find("abcb", "b", :trailing)
    "b"
"""
def find(text, pattern), do: find(text, pattern, :leading)

def find(text, pattern, direction) when direction in [:leading, :trailing] do
  binary = utf8(text)

  case position(binary, utf8(pattern), direction) do
    {at, _} -> binary |> behind(at) |> like(text)
    :nomatch -> if is_empty(pattern), do: text, else: :nomatch
  end
end

defp behind(binary, at) do
  <<_::binary-size(at), rest::binary>> = binary
  rest
end

defp position(_, "", _), do: :nomatch
defp position(binary, pattern, :leading), do: first_position(binary, pattern, 0)

defp position(binary, pattern, :trailing) do
  binary |> overlapping(pattern, 0, []) |> Enum.find(:nomatch, &whole?(binary, &1))
end

defp first_position(binary, pattern, from) do
  case :binary.match(binary, pattern, scope: {from, byte_size(binary) - from}) do
    {at, size} = found ->
      if whole?(binary, found), do: {at, size}, else: first_position(binary, pattern, at + 1)

    :nomatch ->
      :nomatch
  end
end

# Every place, the last first.
defp overlapping(binary, pattern, from, acc) do
  case :binary.match(binary, pattern, scope: {from, byte_size(binary) - from}) do
    {at, _} = found -> overlapping(binary, pattern, at + 1, [found | acc])
    :nomatch -> acc
  end
end

# Whether a grapheme ends where the match does.
defp whole?(binary, {at, size}) do
  case behind(binary, at + size) do
    "" -> true
    <<c, _::binary>> when c < 128 and c != ?\n -> true
    _ -> ends_at?(behind(binary, at), size)
  end
end

defp ends_at?(_, 0), do: true

defp ends_at?(text, left) when left > 0 do
  size = :vial_unicode.grapheme_size(text)
  ends_at?(behind(text, size), left - size)
end

defp ends_at?(_, _), do: false

@doc """
The text behind a prefix, or `:nomatch`.

## Examples

    iex> :string.prefix("prefix of", "pre")
    "fix of"
"""
def prefix(text, prefix) do
  binary = utf8(text)
  wanted = utf8(prefix)
  size = byte_size(wanted)

  case binary do
    <<^wanted::binary-size(size), rest::binary>> -> if whole?(binary, {0, size}), do: like(rest, text), else: :nomatch
    _ -> :nomatch
  end
end

@doc """
Splits at the first (`:leading`), the last (`:trailing`) or `:all` places of a separator.

## Examples

    iex> :string.split("a..b..c", "..")
    ["a", "b..c"]
    iex> :string.split("a..b..c", "..", :all)
    ["a", "b", "c"]
"""
def split(text, separator), do: split(text, separator, :leading)

def split(text, separator, where) when where in [:leading, :trailing, :all] do
  case pieces(utf8(text), utf8(separator), where) do
    [_] -> [text]
    pieces -> :lists.map(fn piece -> like(piece, text) end, pieces)
  end
end

defp pieces(binary, separator, where) do
  case position(binary, separator, if(where == :all, do: :leading, else: where)) do
    {at, size} ->
      <<first::binary-size(at), _::binary-size(size), rest::binary>> = binary
      [first | if(where == :all, do: pieces(rest, separator, :all), else: [rest])]

    :nomatch ->
      [binary]
  end
end

@doc """
Replaces a pattern at the first (`:leading`), the last (`:trailing`) or `:all` places.

## Examples

    iex> :string.replace("a-b-c", "-", "+", :all) |> IO.chardata_to_string()
    "a+b+c"
"""
def replace(text, pattern, replacement), do: replace(text, pattern, replacement, :leading)
def replace(text, pattern, replacement, where), do: :lists.join(replacement, split(text, pattern, where))

@doc """
The parts of text between separators, each a grapheme; empty parts are left out.

## Examples

    iex> :string.lexemes("abc de  f", ' ')
    ["abc", "de", "f"]
"""
def lexemes(text, separators) when is_list(separators) do
  set = set(separators)
  :lists.map(fn part -> like(part, text) end, text |> utf8() |> parts(set))
end

@doc """
The part between separators at a place (1 is the first); empty text when there are fewer.

## Examples

    iex> :string.nth_lexeme("abc de f", 2, ' ')
    "de"
"""
def nth_lexeme(text, n, separators) when is_list(separators) and is_integer(n) and n > 0 do
  set = set(separators)
  text |> utf8() |> parts(set) |> Enum.at(n - 1, "") |> like(text)
end

defp parts(text, set), do: parts(text, set, 0, text)

# `size` is that of the part that begins with `start`.
defp parts("", _, 0, _), do: []
defp parts("", _, size, start), do: [:erlang.binary_part(start, 0, size)]

defp parts(text, set, size, start) do
  {grapheme, rest} = first_grapheme(text)

  cond do
    not is_map_key(set, grapheme) -> parts(rest, set, size + byte_size(grapheme), start)
    size == 0 -> parts(rest, set, 0, rest)
    true -> [:erlang.binary_part(start, 0, size) | parts(rest, set, 0, rest)]
  end
end
