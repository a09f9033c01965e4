# stdlib/elixir/code/formatter/comment.part.ex: comments between expressions, and empty lines.
# Here: expressions one below the other or side by side, with the comments that stand among them.
# Holds: an entry is {doc, separator, newlines}: what stands between it and the next if the text has no empty line
# there, and how many line breaks followed it. A comment on a line of code moves above it.

# Comments with their text put right, those on lines of their own that follow each other as one.
defp placed_comments(comments), do: comments |> Enum.map(&%{&1 | text: comment_text(&1.text)}) |> gathered()

defp comment_text("#"), do: "#"
defp comment_text("#!" <> rest), do: "#!" <> rest
defp comment_text("##" <> rest), do: "#" <> comment_text("#" <> rest)
defp comment_text("# " <> rest), do: "# " <> rest
defp comment_text("#" <> rest), do: "# " <> rest

defp gathered([%{previous_eol_count: 0} = comment | rest]), do: [%{comment | previous_eol_count: 2} | gathered(rest)]

defp gathered([comment | rest]) do
  {comment, rest} = gather(comment, comment.line + 1, rest)
  [comment | gathered(rest)]
end

defp gathered([]), do: []

defp gather(comment, line, [%{line: line} = next | rest]) when next.previous_eol_count != 0 do
  gather(%{comment | next_eol_count: next.next_eol_count, text: line(comment.text, next.text)}, line + 1, rest)
end

defp gather(comment, _line, rest), do: {comment, rest}

# Documents of expressions and comments between two lines: {docs, comments?, state}. `build` makes the entry of one
# expression; `entries` are made already, the last first.
defp with_comments(exprs, entries, min_line, max_line, state, build) do
  {earlier, comments} = Enum.split_while(state.comments, &(&1.line <= min_line))
  state = %{state | comments: comments}

  {entries, comments?, state} =
    if comments == [] do
      plain_entries(exprs, entries, state, build)
    else
      commented_entries(exprs, entries, max_line, state, false, build)
    end

  docs = entries |> Enum.reverse() |> separated(@empty)
  {docs, comments?, %{state | comments: earlier ++ state.comments}}
end

defp plain_entries([], entries, state, _build), do: {entries, false, state}

defp plain_entries([expr | rest], entries, state, build) do
  {entry, state} = build.(expr, rest, state)
  plain_entries(rest, [entry | entries], state, build)
end

defp commented_entries([], entries, max_line, state, comments?, _build) do
  {entries, comments, more?} = comments_before(max_line, entries, state.comments, false)
  {entries, comments? or more?, %{state | comments: comments}}
end

defp commented_entries([expr | rest], entries, max_line, state, comments?, build) do
  case lines(expr, {@no_line, @first_line}) do
    {@no_line, @first_line} ->
      {entry, state} = build.(expr, rest, state)
      commented_entries(rest, [entry | entries], max_line, state, comments?, build)

    {first, last} ->
      {entries, comments, before?} = comments_before(first, entries, state.comments, false)
      {entry, state} = build.(expr, rest, %{state | comments: comments})
      {entries, comments, beside?} = comments_beside(first, last, entries, state.comments, false)
      entries = [follow_up(entry, last, comments) | entries]
      state = %{state | comments: comments}
      commented_entries(rest, entries, max_line, state, comments? or before? or beside?, build)
  end
end

defp comments_before(max_line, entries, [%{line: line} = comment | rest], _) when line < max_line do
  entries = [{comment.text, @empty, comment.next_eol_count} | at_least(entries, comment.previous_eol_count)]
  comments_before(max_line, entries, rest, true)
end

defp comments_before(_, entries, comments, found?), do: {entries, comments, found?}

defp at_least([{doc, separator, newlines} | entries], wanted) when newlines < wanted,
  do: [{doc, separator, wanted} | entries]

defp at_least(entries, _), do: entries

defp comments_beside(first, last, entries, [%{line: line} = comment | rest], _) when line >= first and line <= last,
  do: comments_beside(first, last, [{comment.text, @empty, 1} | entries], rest, true)

defp comments_beside(_, _, entries, comments, found?), do: {entries, comments, found?}

# A comment on the very next line has the empty lines behind it, not the expression.
defp follow_up({doc, separator, newlines}, last, [%{line: line} | _]) when newlines > 1 and line == last + 1,
  do: {doc, separator, 1}

defp follow_up(entry, _, _), do: entry

# The first and last line that metadata in a form speaks of.
defp lines({form, meta, args}, {min, max}) do
  found =
    case :lists.keyfind(:line, 1, meta) do
      {:line, line} -> {min(line, min), max(line, max)}
      false -> {min, max}
    end

  lines(args, lines(form, found))
end

defp lines({left, right}, found), do: lines(right, lines(left, found))
defp lines(list, found) when is_list(list), do: Enum.reduce(list, found, &lines/2)
defp lines(_, found), do: found

# An empty line where the text has one, and around expressions of several lines.
defp separated([{doc, separator, newlines} | rest], left) do
  right = if newlines >= 2, do: line(), else: separator
  doc = if left == @empty, do: doc, else: concat(left, doc)
  doc = if rest == [] or right == @empty, do: doc, else: concat(doc, concat(collapse_lines(2), right))
  [group(doc) | separated(rest, right)]
end

defp separated([], _), do: []

# Expressions one below the other.
defp block([{:->, _, _} | _] = clauses, min_line, max_line, state), do: paren_clauses(clauses, min_line, max_line, state)
defp block({:__block__, _, []}, min_line, max_line, state), do: block_of([], min_line, max_line, state)
defp block({:__block__, _, [_, _ | _] = exprs}, min_line, max_line, state), do: block_of(exprs, min_line, max_line, state)
defp block(expr, min_line, max_line, state), do: block_of([expr], min_line, max_line, state)

defp block_of(exprs, min_line, max_line, state) do
  {docs, _comments?, state} = with_comments(exprs, [], min_line, max_line, state, &block_entry/3)

  case docs do
    [] -> {@empty, state}
    [doc] -> {doc, state}
    docs -> {docs |> in_lines() |> force_unfit(), state}
  end
end

defp block_entry({kind, meta, _} = expr, _rest, state) do
  newlines = meta[:end_of_expression][:newlines] || 1
  {doc, state} = doc(expr, :block, state)
  {{doc, block_separator(kind), newlines}, state}
end

defp block_entry(expr, _rest, state) do
  {doc, state} = doc(expr, :block, state)
  {{doc, break(""), 1}, state}
end

# Attributes follow each other without empty lines.
defp block_separator(:@), do: @empty
defp block_separator(_), do: break("")
