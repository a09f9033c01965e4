# stdlib/erlang/io_lib/build.part.ex: the characters a control makes of its arguments.
# Here: build, fields and padding, ~s and ~c.
# Not here: numbers (number.part.ex), terms (write.part.ex, io_lib_pretty.ex).
# Holds: numbers, characters and atoms under ~s are spliced into the result; terms and text are one element each.

defp build(parts, limit) do
  if limit < 0, do: built(parts, []), else: parts |> limited(limit) |> built([])
end

defp built([%{control_char: char} = control | rest], acc) do
  case built_control(char, control, acc) do
    {:splice, chars} -> built(rest, :lists.reverse(:lists.flatten(chars), acc))
    {:one, chars} -> built(rest, [chars | acc])
  end
end

defp built([c | rest], acc), do: built(rest, [c | acc])
defp built([], acc), do: :lists.reverse(acc)

defp built_control(char, %{args: args} = c, acc) do
  case {char, args} do
    {?p, [term]} -> {:one, pretty(term, -1, c, acc)}
    {?P, [term, depth]} when is_integer(depth) -> {:one, pretty(term, depth, c, acc)}
    {?w, [term]} -> {:one, in_field(write(term, -1, c.encoding), c)}
    {?W, [term, depth]} when is_integer(depth) -> {:one, in_field(write(term, depth, c.encoding), c)}
    {?s, [atom]} when is_atom(atom) -> {:splice, text_field(atom_chars(atom, c.encoding), c)}
    {?s, [text]} -> {:one, text_field(text_chars(text, c.encoding), c)}
    {?c, [char]} when is_integer(char) -> {:splice, repeated(encoded(char, c.encoding), c)}
    {?n, []} -> {:splice, repeated_to_width(?\n, c)}
    {?~, []} -> {:splice, repeated(?~, c)}
    {?i, [_]} -> {:splice, []}
    _ -> {:splice, number_control(char, args, c)}
  end
end

defp encoded(char, :unicode), do: char
defp encoded(char, :latin1), do: :erlang.band(char, 255)

defp repeated_to_width(char, %{width: :none}), do: [char]
defp repeated_to_width(char, %{width: width}), do: chars(char, width)

defp repeated(char, %{width: :none, precision: :none}), do: [char]
defp repeated(char, %{width: :none, precision: precision}), do: chars(char, precision)
defp repeated(char, %{width: width, precision: :none}), do: chars(char, width)

defp repeated(char, %{width: width, precision: precision} = c) when precision <= width,
  do: adjusted(chars(char, precision), width - precision, c)

defp repeated(_, _), do: throw(:bad_argument)

defp chars(char, count) when count > 0, do: :lists.duplicate(count, char)
defp chars(_char, _count), do: []

defp adjusted(text, missing, _) when missing <= 0, do: text
defp adjusted(text, missing, %{adjust: :right, pad_char: pad}), do: [chars(pad, missing) | text]
defp adjusted(text, missing, %{pad_char: pad}), do: [text | chars(pad, missing)]

# A term or number in its field: stars where it does not fit.
defp in_field(text, %{width: :none, precision: :none}), do: text
defp in_field(text, %{width: :none, precision: precision} = c), do: in_field(text, %{c | width: precision})

defp in_field(text, %{width: width, precision: precision} = c) do
  length = chars_length(text)
  most = if precision == :none, do: width, else: min(precision, width)

  if length > most do
    adjusted(chars(?*, most), width - most, c)
  else
    adjusted(text, width - length, c)
  end
end

defp text_field(text, %{width: :none, precision: :none}), do: text
defp text_field(text, %{width: :none, precision: p} = c), do: fitted(text, p, %{c | adjust: :left})
defp text_field(text, %{width: width, precision: :none} = c), do: fitted(text, width, c)
defp text_field(text, %{width: w, precision: w} = c), do: fitted(text, w, %{c | adjust: :left})

defp text_field(text, %{width: width, precision: p} = c) when p < width,
  do: adjusted(fitted(text, p, %{c | adjust: :left}), width - p, c)

defp text_field(_, _), do: throw(:bad_argument)

defp fitted(text, width, c) do
  case chars_length(text) do
    length when length > width -> :lists.flatten(:string.slice(text, 0, width))
    length -> adjusted(text, width - length, c)
  end
end

defp atom_chars(atom, encoding), do: text_chars(:erlang.atom_to_list(atom), encoding)

# ~s: bytes and characters to 255; ~ts: any, binaries as UTF-8 or, failing that, Latin-1.
defp text_chars(text, :latin1) when is_binary(text), do: :erlang.binary_to_list(text)

defp text_chars(text, :latin1) when is_list(text) do
  :erlang.binary_to_list(:erlang.iolist_to_binary(text)) |> same_shape(text)
rescue
  ArgumentError -> throw(:bad_argument)
end

defp text_chars(text, :unicode) when is_binary(text) do
  case :unicode.characters_to_list(text) do
    chars when is_list(chars) -> chars
    _ -> :erlang.binary_to_list(text)
  end
end

defp text_chars(text, :unicode) when is_list(text) do
  case :unicode.characters_to_list(text) do
    chars when is_list(chars) -> chars
    _ -> throw(:bad_argument)
  end
rescue
  ArgumentError -> throw(:bad_argument)
end

defp text_chars(text, _) when is_bitstring(text), do: throw(:bad_argument)
defp text_chars(_, _), do: throw(:bad_argument)

# A list of characters and binaries keeps its depth.
defp same_shape(flat, text) do
  if :lists.all(&is_integer/1, text), do: flat, else: deep_chars(text)
end

defp deep_chars([h | t]), do: [deep_chars(h) | deep_chars(t)]
defp deep_chars(binary) when is_binary(binary), do: :erlang.binary_to_list(binary)
defp deep_chars(other), do: other

# The column where a term begins is that behind all that stands before it, unless the precision says so.
defp pretty(term, depth, %{adjust: :right} = c, acc) do
  column = if c.precision == :none, do: column_after(acc) + 1, else: c.precision
  width = if c.width == :none, do: 80, else: c.width

  :io_lib_pretty.print(term,
    column: column,
    line_length: width,
    depth: depth,
    encoding: c.encoding,
    strings: c.strings,
    chars_limit: Map.get(c, :chars_limit, -1)
  )
end

defp pretty(_, _, _, _), do: throw(:bad_argument)

# `acc` is backwards; what stands before the last line break does not count, but tabs do.
defp column_after(acc), do: acc |> last_line([]) |> indentation(0)

defp last_line([?\n | _], line), do: line
defp last_line([item | rest], line), do: last_line(rest, [item_chars(item) | line])
defp last_line([], line), do: line

defp item_chars(char) when is_integer(char), do: char
defp item_chars(chars), do: :lists.flatten(chars)

# Which argument is at fault, for messages.
defp wrong_argument([%{control_char: char, args: [arg | _] = args} = control | rest], position) do
  case wrong_kind(char, arg) do
    nil -> control |> try_control() |> wrong_or_next(rest, position + length(args))
    kind -> {:element, position, kind}
  end
end

defp wrong_argument([_ | rest], position), do: wrong_argument(rest, position)
defp wrong_argument([], _), do: :build

defp try_control(control) do
  _ = built([control], [])
  :ok
catch
  _, _ -> :error
end

defp wrong_or_next(:ok, rest, position), do: wrong_argument(rest, position)
defp wrong_or_next(:error, _, _), do: :build

defp wrong_kind(char, arg) when char in 'bBxX+#c' and not is_integer(arg), do: "integer"
defp wrong_kind(char, arg) when char in 'efg' and not is_float(arg), do: "float"
defp wrong_kind(?s, arg) when not (is_list(arg) or is_binary(arg) or is_atom(arg)), do: "string"
defp wrong_kind(_, _), do: nil
