# stdlib/elixir/code/formatter/literal.part.ex: text, sigils, atoms and numbers.
# Holds: text is as it stands in the source, escapes and all; only its delimiter is escaped anew.

# The parts of a charlist in the form those of a string have.
defp as_segments(parts) do
  Enum.map(parts, fn
    part when is_binary(part) -> part
    part -> {:"::", [], [part, {:binary, [], nil}]}
  end)
end

defp heredoc(parts, delimiter, state) do
  {doc, state} = parts |> below_opening() |> interpolation(delimiter, state, delimiter, delimiter)
  {force_unfit(doc), state}
end

defp below_opening([text | parts]) when is_binary(text), do: ["\n" <> text | parts]
defp below_opening(parts), do: ["\n" | parts]

defp interpolation([text | parts], delimiter, state, doc, closing) when is_binary(text),
  do: interpolation(parts, delimiter, state, concat(doc, escaped(text, delimiter)), closing)

defp interpolation([part | parts], delimiter, state, doc, closing) do
  {:"::", _, [{{:., _, [Kernel, :to_string]}, meta, [expr]}, {:binary, _, _}]} = part
  {inner, state} = block(expr, line_of(meta), closing_line(meta), state)
  doc = concat(doc, no_limit(enclose("\#{", inner, "}")))
  interpolation(parts, delimiter, state, doc, closing)
end

defp interpolation([], _delimiter, state, doc, closing), do: {concat(doc, closing), state}

defp quoted_text(text, delimiter) when delimiter in @heredocs,
  do: delimiter |> concat(escaped("\n" <> text, delimiter)) |> concat(delimiter) |> force_unfit()

defp quoted_text(text, delimiter), do: delimiter |> concat(escaped(text, delimiter)) |> concat(delimiter)

# Lines of a heredoc are indented with it, other text goes on at the beginning of the line.
defp escaped(text, <<_, _, _>> = delimiter), do: text |> String.replace(delimiter, "\\" <> delimiter) |> String.split("\n") |> heredoc_lines()

defp escaped(text, delimiter) do
  [first | rest] = text |> String.replace(delimiter, "\\" <> delimiter) |> String.split("\n")
  Enum.reduce(rest, string(first), fn line, doc -> concat(doc, concat(nest(line(), :reset), string(line))) end)
end

defp heredoc_lines([line]), do: string(line)
defp heredoc_lines(["" | rest]), do: concat(heredoc_break(rest), heredoc_lines(rest))
defp heredoc_lines([line | rest]), do: line |> string() |> concat(heredoc_break(rest)) |> concat(heredoc_lines(rest))

# An empty line gets no spaces, but for the last, where the closing delimiter stands.
defp heredoc_break(["", _ | _]), do: nest(line(), :reset)
defp heredoc_break(_), do: line()

defp sigil(name, meta, [{:<<>>, _, parts}, modifiers], state) when is_list(modifiers) do
  with <<"sigil_", char>> <- Atom.to_string(name),
       delimiter when delimiter != nil <- meta[:delimiter] do
    parts = sigil_parts(state.sigils[char], parts, char, modifiers, meta, state)
    sigil_doc(parts, <<?~, char, delimiter::binary>>, delimiter, List.to_string(modifiers), state)
  else
    _ -> :error
  end
end

defp sigil(_, _, _, _), do: :error

defp sigil_parts(nil, parts, _, _, _, _), do: parts

defp sigil_parts(callback, [text], char, modifiers, meta, state) do
  info = [
    file: state.file,
    line: meta[:line],
    sigil: List.to_atom([char]),
    modifiers: modifiers,
    opening_delimiter: meta[:delimiter]
  ]

  case callback.(text, info) do
    text when is_binary(text) -> [text]
    other -> raise ArgumentError, "expected sigil callback to return a binary, got: #{inspect(other)}"
  end
end

defp sigil_doc(parts, opening, delimiter, modifiers, state) when delimiter in @heredocs do
  {doc, state} = parts |> below_opening() |> interpolation(delimiter, state, opening, concat(delimiter, modifiers))
  {force_unfit(doc), state}
end

defp sigil_doc(parts, opening, delimiter, modifiers, state) do
  closing = closing_delimiter(delimiter)
  interpolation(parts, closing, state, opening, concat(closing, modifiers))
end

defp closing_delimiter("("), do: ")"
defp closing_delimiter("["), do: "]"
defp closing_delimiter("{"), do: "}"
defp closing_delimiter("<"), do: ">"
defp closing_delimiter(delimiter), do: delimiter

defp atom_doc(atom, _meta) when atom in [nil, true, false], do: Atom.to_string(atom)

# :\\ and :"\\" are the same atom where escapes are left as they stand.
defp atom_doc(:\\, meta), do: if(meta[:delimiter] == "\"", do: ~S(:"\\"), else: ~S(:\\))

# The step of a range is no operator that stands alone.
defp atom_doc(:"..//", _), do: string(~S(:"..//"))

defp atom_doc(atom, _meta) do
  text = Atom.to_string(atom)

  if Code.Identifier.classify(atom) in [:identifier, :unquoted],
    do: string(":" <> text),
    else: string(":\"" <> String.replace(text, "\"", "\\\"") <> "\"")
end

defp key_text(:"..//"), do: ~S("..//":)

defp key_text(atom) do
  text = Atom.to_string(atom)

  if Code.Identifier.classify(atom) in [:identifier, :unquoted] and plain_key?(atom, text),
    do: text <> ":",
    else: "\"" <> String.replace(text, "\"", "\\\"") <> "\":"
end

defp plain_key?(atom, text), do: Macro.inspect_atom(:key, atom) == text <> ":"

defp remote_name(name) do
  text = Atom.to_string(name)
  if Macro.inspect_atom(:remote_call, name) == text, do: text, else: "\"" <> String.replace(text, "\"", "\\\"") <> "\""
end

defp integer_doc(<<"0x", digits::binary>>), do: "0x" <> String.upcase(digits)
defp integer_doc(<<"0", base, _::binary>> = text) when base in [?b, ?o], do: text
defp integer_doc(<<"?", _::binary>> = text), do: text
defp integer_doc(text), do: underscored(text)

defp float_doc(text) do
  [whole, decimals] = :binary.split(text, ".")
  underscored(whole) <> "." <> String.downcase(decimals)
end

# Digits are grouped by three where the text has six characters or more and does not group them.
defp underscored(text) do
  if byte_size(text) < 6 or String.contains?(text, "_"), do: text, else: grouped_number(text)
end

defp grouped_number("-" <> digits), do: "-" <> grouped(digits)
defp grouped_number(digits), do: grouped(digits)

defp grouped(digits) when byte_size(digits) <= 3, do: digits

defp grouped(digits) do
  size = byte_size(digits) - 3
  <<first::binary-size(size), last::binary>> = digits
  grouped(first) <> "_" <> last
end
