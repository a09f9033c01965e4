# stdlib/erlang/string/chars.part.ex: the older functions, over flat lists of characters.
# Here: len … to_upper, positions from 1. Not here: their successors by graphemes.

@doc "The length of a list of characters."
def len(chars), do: Kernel.length(chars)

@doc """
Two lists of characters as one.

## Examples

    iex> :string.concat('ab', 'c')
    'abc'
"""
def concat(a, b), do: a ++ b

@doc """
The position of a character, 0 where there is none.

## Examples

    iex> :string.chr('abcb', ?b)
    2
"""
def chr(chars, char), do: chr(chars, char, 1)
defp chr([char | _], char, at), do: at
defp chr([_ | rest], char, at), do: chr(rest, char, at + 1)
defp chr([], _, _), do: 0

@doc """
The last position of a character, 0 where there is none.

## Examples

    iex> :string.rchr('abcb', ?b)
    4
"""
def rchr(chars, char), do: rchr(chars, char, 1, 0)
defp rchr([char | rest], char, at, _), do: rchr(rest, char, at + 1, at)
defp rchr([_ | rest], char, at, found), do: rchr(rest, char, at + 1, found)
defp rchr([], _, _, found), do: found

@doc """
The position of a list of characters in another, 0 where it does not stand.

## Examples

    iex> :string.str('abcabc', 'bc')
    2
"""
def str(chars, part), do: str(chars, part, 1)
defp str([_ | rest] = chars, [_ | _] = part, at), do: if(:lists.prefix(part, chars), do: at, else: str(rest, part, at + 1))
defp str(_, _, _), do: 0

@doc """
The last position of a list of characters in another, 0 where it does not stand.

## Examples

    iex> :string.rstr('abcabc', 'bc')
    5
"""
def rstr(chars, part), do: rstr(chars, part, 1, 0)

defp rstr([_ | rest] = chars, [_ | _] = part, at, found),
  do: rstr(rest, part, at + 1, if(:lists.prefix(part, chars), do: at, else: found))

defp rstr(_, _, _, found), do: found

@doc """
How many characters at the beginning are in a set.

## Examples

    iex> :string.span('aab', 'a')
    2
"""
def span(chars, set), do: span(chars, set, 0)
defp span([c | rest], set, n), do: if(:lists.member(c, set), do: span(rest, set, n + 1), else: n)
defp span([], _, n), do: n

@doc "How many characters at the beginning are not in a set."
def cspan(chars, set), do: cspan(chars, set, 0)
defp cspan([c | rest], set, n), do: if(:lists.member(c, set), do: n, else: cspan(rest, set, n + 1))
defp cspan([], _, n), do: n

@doc """
The characters from a position, at most `count`.

## Examples

    iex> :string.substr('abcdef', 2, 3)
    'bcd'
"""
def substr(chars, 1) when is_list(chars), do: chars
def substr([_ | rest], start) when is_integer(start) and start > 1, do: substr(rest, start - 1)
def substr(chars, start, count) when is_integer(count) and count >= 0, do: chars |> substr(start) |> first(count)

defp first([c | rest], n) when n > 0, do: [c | first(rest, n - 1)]
defp first(_, _), do: []

@doc """
The characters from one position to another.

## Examples

    iex> :string.sub_string('abcdef', 2, 4)
    'bcd'
"""
def sub_string(chars, start), do: substr(chars, start)
def sub_string(chars, start, stop), do: substr(chars, start, max(stop - start + 1, 0))

@doc """
The parts between any of the separators.

## Examples

    iex> :string.tokens('a b,c', ' ,')
    ['a', 'b', 'c']
"""
def tokens(chars, separators), do: tokens(chars, separators, [], [])

defp tokens([c | rest], separators, part, parts) do
  cond do
    not :lists.member(c, separators) -> tokens(rest, separators, [c | part], parts)
    part == [] -> tokens(rest, separators, [], parts)
    true -> tokens(rest, separators, [], [:lists.reverse(part) | parts])
  end
end

defp tokens([], _, [], parts), do: :lists.reverse(parts)
defp tokens([], _, part, parts), do: :lists.reverse(parts, [:lists.reverse(part)])

@doc """
Lists of characters as one, with a separator between them.

## Examples

    iex> :string.join(['a', 'b'], ', ')
    'a, b'
"""
def join([], separator) when is_list(separator), do: []
def join([first | rest], separator), do: first ++ :lists.append(:lists.map(fn part -> separator ++ part end, rest))

@doc """
A character so many times, before a tail.

## Examples

    iex> :string.chars(?a, 3, 'b')
    'aaab'
"""
def chars(char, count), do: chars(char, count, [])
def chars(char, count, tail) when count > 0, do: chars(char, count - 1, [char | tail])
def chars(_, 0, tail), do: tail

@doc """
Characters so many times.

## Examples

    iex> :string.copies('ab', 2)
    'abab'
"""
def copies(chars, count) when is_list(chars) and is_integer(count) and count >= 0,
  do: :lists.append(:lists.duplicate(count, chars))

@doc """
How many words there are between separators.

## Examples

    iex> :string.words('a bc d')
    3
"""
def words(chars), do: words(chars, ?\s)
def words(chars, separator) when is_integer(separator), do: Kernel.length(tokens(chars, [separator]))

@doc """
The word at a position.

## Examples

    iex> :string.sub_word('a bc d', 2)
    'bc'
"""
def sub_word(chars, n), do: sub_word(chars, n, ?\s)
def sub_word(chars, n, separator) when is_integer(separator), do: Enum.at(tokens(chars, [separator]), n - 1, [])

@doc """
Characters without blanks, or another character, at the `:left`, `:right` or `:both` ends.

## Examples

    iex> :string.strip('  a ', :left)
    'a '
"""
def strip(chars), do: strip(chars, :both, ?\s)
def strip(chars, side), do: strip(chars, side, ?\s)
def strip(chars, :left, char), do: strip_left(chars, char)
def strip(chars, :right, char), do: chars |> :lists.reverse() |> strip_left(char) |> :lists.reverse()
def strip(chars, :both, char), do: chars |> strip(:left, char) |> strip(:right, char)

defp strip_left([char | rest], char), do: strip_left(rest, char)
defp strip_left(chars, _), do: chars

@doc """
Characters cut or filled up to a count, at the left.

## Examples

    iex> :string.left('ab', 4, ?.)
    'ab..'
"""
def left(chars, count), do: left(chars, count, ?\s)

def left(chars, count, char) when is_integer(count) and count >= 0 do
  case count - Kernel.length(chars) do
    missing when missing > 0 -> chars ++ chars(char, missing)
    _ -> first(chars, count)
  end
end

@doc """
Characters cut or filled up to a count, at the right.

## Examples

    iex> :string.right('ab', 4, ?.)
    '..ab'
"""
def right(chars, count), do: right(chars, count, ?\s)

def right(chars, count, char) when is_integer(count) and count >= 0 do
  case count - Kernel.length(chars) do
    missing when missing > 0 -> chars(char, missing, chars)
    extra -> :lists.nthtail(-extra, chars)
  end
end

@doc """
Characters cut or filled up to a count, in the middle.

## Examples

    iex> :string.centre('ab', 6)
    '  ab  '
"""
def centre(chars, count), do: centre(chars, count, ?\s)

def centre(_, 0, _), do: []

def centre(chars, count, char) when is_integer(count) and count > 0 do
  case count - Kernel.length(chars) do
    missing when missing > 0 ->
      half = div(missing, 2)
      chars(char, half, chars ++ chars(char, half + rem(missing, 2)))

    extra ->
      substr(chars, div(-extra, 2) + 1, count)
  end
end

@doc """
A Latin-1 character, or a list of them, in lower case.

## Examples

    iex> :string.to_lower('ABC')
    'abc'
"""
def to_lower(chars) when is_list(chars), do: :lists.map(&lower_char/1, chars)
def to_lower(char) when is_integer(char), do: lower_char(char)

@doc """
A Latin-1 character, or a list of them, in upper case.

## Examples

    iex> :string.to_upper(?a)
    ?A
"""
def to_upper(chars) when is_list(chars), do: :lists.map(&upper_char/1, chars)
def to_upper(char) when is_integer(char), do: upper_char(char)

defp lower_char(c) when c in ?A..?Z or (c in 0xC0..0xDE and c != 0xD7), do: c + 32
defp lower_char(c), do: c

defp upper_char(c) when c in ?a..?z or (c in 0xE0..0xFE and c != 0xF7), do: c - 32
defp upper_char(c), do: c

@doc "As `to_integer/1`, for lists of characters."
def list_to_integer(chars) when is_list(chars), do: to_integer(chars)

@doc "As `to_float/1`, for lists of characters."
def list_to_float(chars) when is_list(chars), do: to_float(chars)
