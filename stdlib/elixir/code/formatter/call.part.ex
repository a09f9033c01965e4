# stdlib/elixir/code/formatter/call.part.ex: calls, their arguments and do-blocks.
# Here: local and remote calls, arguments between commas, do … end.
# Holds: `parens` of a call is :skip_if_do_end, :skip_unless_many_args or :required.

@block_keys [:rescue, :catch, :else, :after]

# Mod.{a, b}
defp remote({{:., _, [target, :{}]}, meta, args}, _at, state) do
  {target_doc, state} = remote_target(target, state)
  {args_doc, state} = tuple(meta, args, :break, state)
  {concat(concat(target_doc, "."), args_doc), state}
end

# fun.(a)
defp remote({{:., _, [target]}, meta, args}, at, state) do
  {target_doc, state} = remote_target(target, state)
  {{args_doc, state}, parens?} = call_args(args, meta, at, :skip_if_do_end, true, state)
  called(concat(target_doc, "."), args_doc, parens?, state)
end

# Mod.name(a), map.name
defp remote({{:., _, [target, name]}, meta, args}, at, state) when is_atom(name) do
  {target_doc, state} = remote_target(target, state)
  doc = target_doc |> concat(".") |> concat(string(remote_name(name)))

  if args == [] and not module?(target) and not Keyword.has_key?(meta, :closing) do
    {doc, state}
  else
    {{args_doc, state}, parens?} = call_args(args, meta, at, :skip_if_do_end, true, state)
    called(doc, args_doc, parens?, state)
  end
end

# name(a)(b)
defp remote({target, meta, args}, at, state) do
  {target_doc, state} = doc(target, :no_parens_arg, state)
  {{args_doc, state}, parens?} = call_args(args, meta, at, :required, true, state)
  called(target_doc, args_doc, parens?, state)
end

defp called(doc, args_doc, parens?, state) do
  doc = concat(doc, args_doc)
  {if(parens?, do: in_parens(doc), else: doc), state}
end

defp module?({:__MODULE__, _, context}) when is_atom(context), do: true
defp module?({:__block__, _, [atom]}) when is_atom(atom), do: true
defp module?({:__aliases__, _, _}), do: true
defp module?(_), do: false

defp remote_target({:fn, _, [_ | _]} = target, state) do
  {doc, state} = doc(target, :no_parens_arg, state)
  {in_parens(doc), state}
end

defp remote_target(target, state), do: doc_in_parens_if_operator(target, :no_parens_arg, state)

defp local(name, meta, args, at, state) do
  # Parentheses that are there stay.
  bare? = local_without_parens?(name, length(args), state.locals) and not Keyword.has_key?(meta, :closing)
  parens = if bare?, do: :skip_unless_many_args, else: :skip_if_do_end
  {{args_doc, state}, parens?} = call_args(args, meta, at, parens, true, state)
  called(name |> Atom.to_string() |> string(), args_doc, parens?, state)
end

# {{doc, state}, parens?}: the second says that the whole call needs parentheses where it stands.
defp call_args([], meta, _at, _parens, _list?, state) do
  {doc, _join, state} = args([], meta, false, :none, :break, state, fn doc, state -> {doc, state} end)
  {{enclose("(", doc, ")"), state}, false}
end

defp call_args(args, meta, at, parens, list?, state) do
  {rest, last} = split_last(args)

  case do_blocks(meta, last, state) do
    nil ->
      skip? = parens == :skip_unless_many_args and at in [:block, :operand, :no_parens_one_arg, :parens_one_arg]
      {between_parens(meta, args, skip?, list?, @empty, state), false}

    blocks ->
      {doc, state} = before_do(rest, meta, parens, list?, state)
      {blocks_doc, state} = blocks_doc(blocks, state)
      doc = doc |> concat(blocks_doc) |> line("end") |> force_unfit()
      {{doc, state}, at in [:no_parens_arg, :no_parens_one_arg]}
  end
end

defp before_do([], _meta, :required, _list?, state), do: {"() do", state}
defp before_do([], _meta, _parens, _list?, state), do: {" do", state}
defp before_do(args, meta, parens, list?, state), do: between_parens(meta, args, parens != :required and not Keyword.has_key?(meta, :closing), list?, " do", state)

# `extra` stands behind the arguments: nothing or " do".
defp between_parens(meta, args, skip?, list?, extra, state) do
  {left, last} = split_last(args)
  {keyword?, last} = last_as_keywords(last, list?, skip?, state.comments)
  args = if keyword?, do: left ++ last, else: left ++ [last]
  many_eol? = match?([_, _ | _], args) and eol?(meta, state)
  build = &doc(&1, arg_at(left, keyword?, skip?), &2)

  if left != [] and keyword? and not generators?(args) do
    two_parts(left, last, args, meta, skip?, many_eol?, extra, build, state)
  else
    one_part(args, last, meta, skip?, many_eol?, extra, build, state)
  end
end

defp arg_at([], false, true), do: :no_parens_one_arg
defp arg_at([], false, false), do: :parens_one_arg
defp arg_at(_, _, true), do: :no_parens_arg
defp arg_at(_, _, false), do: :parens_arg

defp generators?(args), do: Enum.any?(args, &match?({:<-, _, [_, _]}, &1))

# Arguments, then keywords that may break on their own.
defp two_parts(left, keywords, args, meta, skip?, many_eol?, extra, build, state) do
  join = if many_eol? or one_a_line?(left), do: :line, else: :break
  open_meta = Keyword.delete(meta, :closing)
  {left_doc, _, state} = args(left, open_meta, skip?, :comma, join, state, build)
  join = if many_eol? or one_a_line?(keywords) or one_a_line?(args), do: :line, else: :break
  {right_doc, _, state} = args(keywords, meta, false, :none, join, state, build)
  right_doc = concat(if(join == :line, do: line(), else: break()), right_doc)

  doc =
    if skip? do
      args_doc = left_doc |> concat(next_break_fits(group(right_doc, :inherit), :enabled)) |> nest(:cursor, :break)
      " " |> concat(args_doc) |> nest(2) |> concat(extra) |> group()
    else
      right_doc = right_doc |> nest(2, :break) |> concat(break("")) |> group(:inherit)
      args_doc = concat(nest(left_doc, 2, :break), next_break_fits(right_doc, :enabled))
      "(" |> concat(break("")) |> nest(2, :break) |> concat(args_doc) |> concat(")") |> concat(extra) |> group()
    end

  {next_break_fits(doc, :disabled), state}
end

defp one_part(args, last, meta, skip?, many_eol?, extra, build, state) do
  join = if many_eol? or one_a_line?(args), do: :line, else: :break
  fits? = join == :break and fitting_break?(last, state)
  {args_doc, _, state} = args(args, meta, skip?, if(fits?, do: :fits, else: :none), join, state, build)
  args_doc = without_group(args_doc)

  doc =
    if skip? do
      " " |> concat(nest(args_doc, :cursor, :break)) |> concat(extra) |> group()
    else
      args_doc = args_doc |> nest(2, :break) |> concat(break("")) |> concat(")")
      "(" |> concat(break("")) |> nest(2, :break) |> concat(args_doc) |> concat(extra) |> group()
    end

  {if(fits?, do: next_break_fits(doc, :disabled), else: doc), state}
end

# A list of keywords in brackets as last argument loses them, unless a comment would have to move.
defp last_as_keywords({:__block__, meta, [[_ | _] = list]} = arg, true, skip?, comments) do
  cond do
    not keyword?(list) -> {false, arg}
    skip? and comment_before_first?(list, meta, comments) -> {false, arg}
    true -> {true, list}
  end
end

defp last_as_keywords([_ | _] = list, _list?, _skip?, _comments), do: {keyword?(list), list}
defp last_as_keywords(arg, _, _, _), do: {false, arg}

defp comment_before_first?([{{_, first_meta, _}, _} | _], meta, comments) do
  opened = line_of(meta)

  case Enum.drop_while(comments, &(&1.line <= opened)) do
    [%{line: line} | _] -> line <= line_of(first_meta)
    [] -> false
  end
end

# Whether the text has each argument on a line of its own.
defp one_a_line?([_, _ | _] = args), do: one_a_line?(args, %{})
defp one_a_line?(_), do: false

defp one_a_line?([[arg | _] | args], seen), do: one_a_line?([arg | args], seen)

defp one_a_line?([arg | args], seen) do
  line =
    case arg do
      {{_, meta, _}, _} -> meta[:line]
      {_, meta, _} -> meta[:line]
      _ -> nil
    end

  cond do
    line == nil -> one_a_line?(args, seen)
    is_map_key(seen, line) -> false
    true -> one_a_line?(args, Map.put(seen, line, true))
  end
end

defp one_a_line?([], seen), do: map_size(seen) >= 2

# Arguments between commas: {doc, join, state}. `last` says what becomes of the last: :none, :comma behind it, or
# :fits. `join` is :line, :break or :flex_break; comments make it :line.
defp args(args, meta, skip?, last, join, state, build) do
  entry = fn arg, rest, state ->
    {doc, state} = build.(arg, state)
    {{arg_end(doc, rest, last), @empty, 1}, state}
  end

  # Without parentheses the comments of the first argument have no place to move to.
  {args, entries, state} = if skip?, do: first_entry(args, state, entry), else: {args, [], state}
  {docs, comments?, state} = with_comments(args, entries, line_of(meta), closing_line(meta), state, entry)

  cond do
    docs == [] -> {@empty, :empty, state}
    join == :line or comments? -> {docs |> in_lines() |> force_unfit(), :line, state}
    join == :break -> {glued(docs), :break, state}
    join == :flex_break -> {flex_glued(docs), :flex_break, state}
  end
end

defp arg_end(doc, [_ | _], _), do: behind(doc, ",")
defp arg_end(doc, [], :comma), do: behind(doc, ",")
defp arg_end(doc, [], :fits), do: next_break_fits(doc, :enabled)
defp arg_end(doc, [], :none), do: doc

defp first_entry([arg | rest], state, entry) do
  {made, state} = entry.(arg, rest, state)
  {rest, [made], state}
end

# Blocks as {key, first line, last line, content}, or nil where the text has none.
defp do_blocks(meta, [{{:__block__, _, [:do]}, _} | rest] = blocks, state) do
  if Keyword.has_key?(meta, :do) or forced_blocks?(rest, state) do
    blocks
    |> Enum.map(fn {{:__block__, meta, [key]}, content} -> {key, line_of(meta), content} end)
    |> with_last_lines(end_line(meta))
  end
end

defp do_blocks(_, _, _), do: nil

defp forced_blocks?(rest, state),
  do: state.force_do_end and Enum.all?(rest, fn {{:__block__, _, [key]}, _} -> key in @block_keys end)

defp with_last_lines([{key, line, content}, {_, next, _} = after_it | rest], last),
  do: [{key, line, next, content} | with_last_lines([after_it | rest], last)]

defp with_last_lines([{key, line, content}], last), do: [{key, line, last, content}]

defp blocks_doc([{:do, first, last, content} | rest], state) do
  {doc, state} = block_doc(@empty, first, last, content, state)

  Enum.reduce(rest, {doc, state}, fn {key, first, last, content}, {acc, state} ->
    {doc, state} = block_doc(Atom.to_string(key), first, last, content, state)
    {line(acc, doc), state}
  end)
end

defp block_doc(key, first, last, content, state) do
  case clauses(content, first, last, state) do
    {@empty, state} -> {key, state}
    {doc, state} -> {key |> line(doc) |> nest(2), state}
  end
end
