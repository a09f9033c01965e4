# stdlib/erlang/io_lib/text.part.ex: atoms, text and characters as Erlang writes them; what lists of characters are.
# Here: write_atom, write_string, write_char and their Latin-1 kin; char_list, printable_list and their kin.

@reserved [
  :after, :begin, :case, :try, :cond, :catch, :andalso, :orelse, :end, :fun, :if, :let, :of, :receive, :when,
  :bnot, :not, :div, :rem, :band, :and, :bor, :bxor, :bsl, :bsr, :or, :xor
]

@doc """
An atom, quoted where Erlang needs it.

## Examples

    iex> :io_lib.write_atom(:"a b") |> List.to_string()
    "'a b'"
    iex> :io_lib.write_atom(:a) |> List.to_string()
    "a"
"""
def write_atom(atom), do: write_atom(atom, :unicode)

@doc "As `write_atom/1`; characters above 255 as escapes."
def write_atom_as_latin1(atom), do: write_atom(atom, :latin1)

defp write_atom(atom, encoding) do
  chars = :erlang.atom_to_list(atom)
  if quote_atom(atom, chars), do: quoted(chars, ?', encoding), else: chars
end

@doc """
Whether Erlang writes an atom of these characters with quotes.

## Examples

    iex> :io_lib.quote_atom(:Foo, 'Foo')
    true
"""
def quote_atom(atom, chars) do
  case chars do
    _ when atom in @reserved -> true
    [c | rest] -> not (atom_start?(c) and :lists.all(&atom_char?/1, rest))
    [] -> true
  end
end

defp atom_start?(c), do: c in ?a..?z or (c in 223..255 and c != 247)
defp atom_char?(c), do: atom_start?(c) or c in ?A..?Z or c in ?0..?9 or c == ?_ or c == ?@ or (c in 192..222 and c != 215)

@doc """
Text between double quotes, or between the given ones, with escapes.

## Examples

    iex> :io_lib.write_string('say "hi"') |> List.to_string()
    ~S("say \\"hi\\"")
"""
def write_string(chars), do: quoted(chars, ?", :unicode)
def write_string(chars, quote), do: quoted(chars, quote, :unicode)

def write_unicode_string(chars), do: write_string(chars)
def write_latin1_string(chars), do: write_latin1_string(chars, ?")
def write_latin1_string(chars, quote), do: quoted(chars, quote, :unicode)
def write_string_as_latin1(chars), do: write_string_as_latin1(chars, ?")
def write_string_as_latin1(chars, quote), do: quoted(chars, quote, :latin1)

defp quoted(chars, [], encoding), do: escaped(chars, [], encoding)
defp quoted(chars, quote, encoding), do: [quote | escaped(chars, quote, encoding)]

defp escaped([quote | rest], quote, encoding), do: [?\\, quote | escaped(rest, quote, encoding)]
defp escaped([c | rest], quote, encoding) when c > ?\s and c < 127 and c != ?\\, do: [c | escaped(rest, quote, encoding)]
defp escaped([?\s | rest], quote, encoding), do: [?\s | escaped(rest, quote, encoding)]
defp escaped([c | rest], quote, encoding), do: escape(c, encoding) ++ escaped(rest, quote, encoding)
defp escaped([], [], _), do: []
defp escaped([], quote, _), do: [quote]

defp escape(?\\, _), do: '\\\\'
defp escape(?\n, _), do: '\\n'
defp escape(?\r, _), do: '\\r'
defp escape(?\t, _), do: '\\t'
defp escape(?\v, _), do: '\\v'
defp escape(?\b, _), do: '\\b'
defp escape(?\f, _), do: '\\f'
defp escape(?\e, _), do: '\\e'
defp escape(127, _), do: '\\d'
defp escape(c, _) when c in 160..255, do: [c]
defp escape(c, :unicode) when c > 255, do: [c]
defp escape(c, :latin1) when c > 255, do: '\\x{' ++ :erlang.integer_to_list(c, 16) ++ '}'
defp escape(c, _), do: [?\\, div(c, 64) + ?0, div(rem(c, 64), 8) + ?0, rem(c, 8) + ?0]

@doc """
A character as Erlang writes it.

## Examples

    iex> :io_lib.write_char(?a)
    '$a'
"""
def write_char(?\s), do: '$\\s'
def write_char(c) when is_integer(c), do: [?$ | escaped([c], [], :unicode)]

def write_unicode_char(c), do: write_char(c)
def write_latin1_char(c) when c in 0..255, do: write_char(c)
def write_char_as_latin1(c) when c > 255, do: [?$ | escape(c, :latin1)]
def write_char_as_latin1(c), do: write_char(c)

@doc """
Whether a term is a flat list of characters.

## Examples

    iex> :io_lib.char_list('abc')
    true
    iex> :io_lib.char_list(['abc'])
    false
"""
def char_list(term), do: all_chars?(term, &char?/1)
def latin1_char_list(term), do: all_chars?(term, &latin1?/1)

@doc "Whether a term is a list of characters of any depth."
def deep_char_list(term), do: deep_all?(term, &char?/1)
def deep_latin1_char_list(term), do: deep_all?(term, &latin1?/1)
def deep_unicode_char_list(term), do: deep_all?(term, &char?/1)

@doc """
Whether a term is a flat list of characters that can be printed.

## Examples

    iex> :io_lib.printable_list('abc\\n')
    true
    iex> :io_lib.printable_list([0])
    false
"""
def printable_list(term), do: if(:io.printable_range() == :unicode, do: printable_unicode_list(term), else: printable_latin1_list(term))
def printable_latin1_list(term), do: all_chars?(term, &printable_latin1?/1)
def printable_unicode_list(term), do: all_chars?(term, &printable_unicode?/1)

defp all_chars?([c | rest], test), do: test.(c) and all_chars?(rest, test)
defp all_chars?([], _), do: true
defp all_chars?(_, _), do: false

defp deep_all?([h | t], test) when is_list(h), do: deep_all?(h, test) and deep_all?(t, test)
defp deep_all?([c | t], test), do: test.(c) and deep_all?(t, test)
defp deep_all?([], _), do: true
defp deep_all?(_, _), do: false

defp char?(c), do: is_integer(c) and (c in 0..0xD7FF or c in 0xE000..0x10FFFF)
defp latin1?(c), do: is_integer(c) and c in 0..255

@doc false
def printable_latin1?(c) when is_integer(c), do: c in 32..126 or c in 160..255 or c in 8..13 or c == 27
def printable_latin1?(_), do: false

@doc false
def printable_unicode?(c) when is_integer(c) and c > 255, do: c in 0x100..0xD7FF or c in 0xE000..0xFFFD or c in 0x10000..0x10FFFF
def printable_unicode?(c), do: printable_latin1?(c)

@doc "A new line."
def nl, do: '\n'

@doc """
The count of characters in deep text: of bytes where it is bytes, else of graphemes.

## Examples

    iex> :io_lib.chars_length(['é', 'ab'])
    3
"""
def chars_length(chars) do
  :erlang.iolist_size(chars)
rescue
  ArgumentError -> :string.length(chars)
end
