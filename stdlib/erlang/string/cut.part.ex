# stdlib/erlang/string/cut.part.ex: parts of text.
# Here: slice, pad, trim, chomp, take.

@doc """
The part of text from grapheme `start` (0 is the first), at most `count` long.

## Examples

    iex> :string.slice("abcdef", 2, 3)
    "cde"
    iex> :string.slice('abc', 1)
    'bc'
"""
def slice(text, start), do: slice(text, start, :infinity)

def slice(text, start, count) when is_integer(start) and start >= 0 and (count == :infinity or (is_integer(count) and count >= 0)) do
  binary = utf8(text)
  {skip, _} = :vial_unicode.graphemes_offset(binary, start)
  <<_::binary-size(skip), rest::binary>> = binary
  rest |> taken(count) |> like(text)
end

defp taken(text, :infinity), do: text

defp taken(text, count) do
  {size, _} = :vial_unicode.graphemes_offset(text, count)
  :erlang.binary_part(text, 0, size)
end

@doc """
Text filled up to `count` graphemes with spaces or another character, `:trailing`, `:leading` or on `:both` sides.

## Examples

    iex> :string.pad("ab", 4, :leading, ?*) |> IO.chardata_to_string()
    "**ab"
"""
def pad(text, count), do: pad(text, count, :trailing, ?\s)
def pad(text, count, direction), do: pad(text, count, direction, ?\s)

def pad(text, count, direction, char) when is_integer(count) do
  missing = max(count - :string.length(text), 0)

  case direction do
    :trailing -> [text | :lists.duplicate(missing, char)]
    :leading -> [:lists.duplicate(missing, char), text]
    :both -> both_sides(text, div(missing, 2), rem(missing, 2), char)
  end
end

defp both_sides(text, half, odd, char) do
  side = :lists.duplicate(half, char)
  [side, text, side | :lists.duplicate(odd, char)]
end

@white [[?\r, ?\n], ?\t, ?\n, ?\v, ?\f, ?\r, ?\s, 133, 8206, 8207, 8232, 8233]

@doc """
Text without white space, or other graphemes, at its `:leading`, `:trailing` or `:both` ends.

## Examples

    iex> :string.trim("  a b ")
    "a b"
    iex> :string.trim("xxaxx", :trailing, 'x')
    "xxa"
"""
def trim(text), do: trim(text, :both, @white)
def trim(text, direction), do: trim(text, direction, @white)

def trim(text, direction, graphemes) when direction in [:leading, :trailing, :both] do
  set = set(graphemes)
  binary = utf8(text)
  binary = if direction == :trailing, do: binary, else: trim_leading(binary, set)
  binary = if direction == :leading, do: binary, else: trim_trailing(binary, set)
  like(binary, text)
end

defp trim_leading("", _), do: ""

defp trim_leading(text, set) do
  {grapheme, rest} = first_grapheme(text)
  if is_map_key(set, grapheme), do: trim_leading(rest, set), else: text
end

defp trim_trailing(text, set), do: :erlang.binary_part(text, 0, kept_size(text, set, 0, 0))

# `kept` is the size up to the last grapheme that stays.
defp kept_size("", _, _, kept), do: kept

defp kept_size(text, set, at, kept) do
  {grapheme, rest} = first_grapheme(text)
  at = at + byte_size(grapheme)
  kept_size(rest, set, at, if(is_map_key(set, grapheme), do: kept, else: at))
end

@doc """
Text without new lines at its end.

## Examples

    iex> :string.chomp("a\\r\\n")
    "a"
"""
def chomp(text), do: trim(text, :trailing, [[?\r, ?\n], ?\n])

@doc """
Takes graphemes of a set, or those not in it when `complement` is true, from one end: `{leading, trailing}`.

## Examples

    iex> :string.take("abc012", 'abc')
    {"abc", "012"}
    iex> :string.take("abc012", 'abc', true, :trailing)
    {"abc", "012"}
"""
def take(text, graphemes), do: take(text, graphemes, false, :leading)
def take(text, graphemes, complement), do: take(text, graphemes, complement, :leading)

def take(text, graphemes, complement, direction) when is_boolean(complement) do
  set = set(graphemes)
  binary = utf8(text)

  size =
    case direction do
      :leading -> leading_size(binary, set, not complement, 0)
      :trailing -> last_other(binary, set, not complement, 0, 0)
    end

  <<first::binary-size(size), rest::binary>> = binary
  {like(first, text), like(rest, text)}
end

defp leading_size("", _, _, size), do: size

defp leading_size(text, set, in?, size) do
  {grapheme, rest} = first_grapheme(text)
  if is_map_key(set, grapheme) == in?, do: leading_size(rest, set, in?, size + byte_size(grapheme)), else: size
end

defp last_other("", _, _, _, found), do: found

defp last_other(text, set, in?, at, found) do
  {grapheme, rest} = first_grapheme(text)
  at = at + byte_size(grapheme)
  last_other(rest, set, in?, at, if(is_map_key(set, grapheme) == in?, do: found, else: at))
end
