# stdlib/elixir/code/formatter/container.part.ex: lists, tuples, maps, bitstrings.

defp list(meta, args, state) do
  {doc, _join, state} = elements(meta, args, :break, state)
  {enclose("[", doc, "]"), state}
end

defp elements(meta, args, join, state) do
  join = if eol?(meta, state), do: :line, else: join
  args(args, meta, false, :none, join, state, &doc(&1, :parens_arg, &2))
end

defp map(meta, name, [{:|, _, [map, pairs]}], state) do
  {map_doc, state} = doc(map, :parens_arg, state)
  {pairs_doc, _join, state} = elements(meta, pairs, :break, state)
  doc = map_doc |> in_parens_if_binary(map) |> glue(concat("| ", nest(pairs_doc, 2)))
  {enclose("%" |> concat(name) |> concat("{"), doc, "}"), state}
end

defp map(meta, name, pairs, state) do
  {doc, _join, state} = elements(meta, pairs, :break, state)
  {enclose("%" |> concat(name) |> concat("{"), doc, "}"), state}
end

defp tuple(meta, args, join, state) do
  {doc, join, state} = elements(meta, args, join, state)

  if join == :flex_break,
    do: {"{" |> concat(doc) |> nest(1) |> concat("}") |> group(), state},
    else: {enclose("{", doc, "}"), state}
end

defp bitstring(meta, args, state) do
  last = length(args) - 1
  join = if eol?(meta, state), do: :line, else: :flex_break
  build = &segment(&1, &2, last)
  {doc, join, state} = args |> Enum.with_index() |> args(meta, false, :none, join, state, build)

  if join == :flex_break,
    do: {"<<" |> concat(doc) |> nest(2) |> concat(">>") |> group(), state},
    else: {enclose("<<", doc, ">>"), state}
end

defp segment({{:<-, meta, [left, right]}, i}, state, last) do
  left = {{:special, :segment}, meta, [left, last]}
  {doc, state} = doc({:<-, meta, [left, right]}, :parens_arg, state)
  {edge_parens(doc, i, last), state}
end

defp segment({{:"::", _, [value, spec]}, i}, state, last) do
  {value_doc, state} = doc(value, :parens_arg, state)
  {spec_doc, state} = segment_spec(spec, state)
  spec_doc = if i == last, do: edge_parens(spec_doc, i, last), else: spec_doc
  value_doc = edge_parens(value_doc, i, -1)
  {value_doc |> concat("::") |> concat(spec_doc), state}
end

defp segment({value, i}, state, last) do
  {doc, state} = doc(value, :parens_arg, state)
  {edge_parens(doc, i, last), state}
end

defp segment_spec({op, _, [left, right]}, state) when op in [:-, :*] do
  {left_doc, state} = segment_spec(left, state)
  {right_doc, state} = spec_part(right, state)
  {concat(concat(left_doc, Atom.to_string(op)), right_doc), state}
end

defp segment_spec(spec, state), do: spec_part(spec, state)

defp spec_part(spec, state), do: doc_in_parens_if_operator(spec, :parens_arg, state)

# `<<<<a>>>>` and `<<~~~a>>` would be read as something else.
defp edge_parens(doc, i, last) when i == 0 or i == last do
  text = text_of(doc)

  if (i == 0 and String.starts_with?(text, ["~", "<<"])) or (i == last and String.ends_with?(text, [">>"])),
    do: in_parens(doc),
    else: doc
end

defp edge_parens(doc, _, _), do: doc
