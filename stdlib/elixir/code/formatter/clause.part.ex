# stdlib/elixir/code/formatter/clause.part.ex: anonymous functions and clauses.
# Here: fn … end, (a -> b), the clauses of blocks, their heads.

defp anonymous([{:->, meta, [[], body]}] = clauses, _first, last, state, _eol?) do
  {body_doc, state} = block(body, line_of(meta), last, state)
  {"fn ->" |> glue(body_doc) |> nest(2) |> glue("end") |> forced_if_eol(clauses, state) |> group(), state}
end

defp anonymous([{:->, meta, [args, body]}] = clauses, _first, last, state, false) do
  line = line_of(meta)
  {head, state} = head(args, line, state)
  {body_doc, state} = block(body, line, last, state)
  head = head |> without_group() |> concat(" ->") |> nest(:cursor) |> group()

  doc =
    "fn " |> concat(head) |> glue(body_doc) |> nest(2) |> glue("end") |> forced_if_eol(clauses, state) |> group()

  {doc, state}
end

defp anonymous(clauses, first, last, state, _eol?) do
  {doc, state} = clauses(clauses, first, last, state)
  {"fn" |> line(doc) |> nest(2) |> line("end") |> force_unfit(), state}
end

# (() -> b), (a -> b), and several of them.
defp paren_clauses([{:->, meta, [[], body]}] = clauses, _first, last, state) do
  {body_doc, state} = block(body, line_of(meta), last, state)
  doc = "(() -> " |> concat(nest(body_doc, :cursor)) |> concat(")") |> forced_if_eol(clauses, state) |> group()
  {doc, state}
end

defp paren_clauses([{:->, meta, [args, body]}] = clauses, _first, last, state) do
  line = line_of(meta)
  {head, state} = head(args, line, state)
  {body_doc, state} = block(body, line, last, state)

  doc =
    head
    |> without_group()
    |> concat(" ->")
    |> group()
    |> concat(break() |> concat(body_doc) |> nest(2))
    |> in_parens()
    |> forced_if_eol(clauses, state)
    |> group()

  {doc, state}
end

defp paren_clauses(clauses, first, last, state) do
  {doc, state} = clauses(clauses, first, last, state)
  {"(" |> line(doc) |> nest(2) |> line(")") |> force_unfit(), state}
end

defp forced_if_eol(doc, clauses, state) do
  if Enum.any?(clauses, fn {:->, meta, _} -> eol?(meta, state) end), do: force_unfit(doc), else: doc
end

# All clauses break if one does, and then empty lines stand between them.
defp clauses([{:->, _, _} | _] = clauses, first, last, state) do
  clauses = closing_at(clauses, last)
  {doc, state} = clause(hd(clauses), first, state)

  {doc, state} =
    Enum.reduce(tl(clauses), {doc, state}, fn clause, {acc, state} ->
      {doc, state} = clause(clause, first, state)
      {acc |> concat(nest(break(""), :reset)) |> line(doc), state}
    end)

  {doc |> forced_if_eol(clauses, state) |> group(), state}
end

defp clauses(content, first, last, state) do
  case block(content, first, last, state) do
    {@empty, state} -> {@empty, state}
    {doc, state} -> {group(doc), state}
  end
end

# The comments of the last clause end where the block does.
defp closing_at([{op, meta, args}], line), do: [{op, [closing: [line: line]] ++ meta, args}]
defp closing_at([clause | rest], line), do: [clause | closing_at(rest, line)]

defp clause({:->, meta, [[], body]}, _first, state) do
  {body_doc, state} = block(body, line_of(meta), closing_line(meta), state)
  {"() ->" |> glue(body_doc) |> nest(2), state}
end

# Operators in a head are indented so that they do not stand under its body.
defp clause({:->, meta, [args, body]}, first, %{nesting: nesting} = state) do
  {head, state} = head(args, first, %{state | nesting: nesting + 2})
  state = %{state | nesting: nesting}
  {body_doc, state} = block(body, line_of(meta), closing_line(meta), state)

  doc =
    head
    |> without_group()
    |> concat(" ->")
    |> group()
    |> concat(break() |> concat(body_doc) |> nest(2))

  {doc, state}
end

# What stands before the arrow, with comments above it.
defp head(args, first, state) do
  build = fn args, _rest, state ->
    {doc, state} = head_args(args, state)
    {{doc, @empty, 1}, state}
  end

  {docs, comments?, state} = with_comments([args], [], first, @first_line, state, build)
  {if(comments?, do: in_lines(docs), else: glued(docs)), state}
end

defp head_args([{:when, meta, args}], state) do
  {args, guard} = split_last(args)
  binary(:when, "when", meta, {{:special, :clause_args}, meta, [args]}, guard, :no_parens_arg, state)
end

defp head_args([], state), do: {"()", state}

defp head_args([arg | args], state) do
  Enum.reduce(args, doc(arg, :no_parens_arg, state), fn arg, {acc, state} ->
    {doc, state} = doc(arg, :no_parens_arg, state)
    {glue(concat(acc, ","), doc), state}
  end)
end
