# stdlib/elixir/code/formatter/help.part.ex: what all parts of the formatter use.
# Here: lines of metadata, what a form is, parentheses, documents.

defp line_of(meta), do: meta[:line] || @no_line
defp closing_line(meta), do: meta[:closing][:line] || @first_line
defp end_line(meta), do: meta[:end][:line] || @first_line

# Whether a line break follows what opens the form, in the text.
defp eol?(_meta, %{skip_eol: true}), do: false
defp eol?(meta, _state), do: Keyword.get(meta, :newlines, 0) > 0

defp eol_or_comments?(meta, state) do
  eol?(meta, state) or comments_between?(state.comments, line_of(meta), closing_line(meta))
end

defp comments_between?(comments, first, last), do: Enum.any?(comments, &(&1.line > first and &1.line < last))

defp split_last(list), do: Enum.split(list, -1) |> then(fn {rest, [last]} -> {rest, last} end)

defp keyword?([{_, _} | rest]), do: keyword?(rest)
defp keyword?(rest), do: rest == []

defp keyword_key?({:__block__, meta, [_]}), do: meta[:format] == :keyword
defp keyword_key?({{:., _, [:erlang, :binary_to_atom]}, meta, [{:<<>>, _, _}, :utf8]}), do: meta[:format] == :keyword
defp keyword_key?(_), do: false

defp binary_operator?({:"..//", _, [_, _, _]}), do: true
defp binary_operator?({op, _, [_, _]}) when is_atom(op), do: Code.Identifier.binary_op(op) != :error
defp binary_operator?(_), do: false

defp unary_operator?({:__block__, _, [expr]}), do: unary_operator?(expr)
defp unary_operator?({op, _, [_]}) when is_atom(op), do: Code.Identifier.unary_op(op) != :error
defp unary_operator?(_), do: false

defp operator?(quoted), do: binary_operator?(quoted) or unary_operator?(quoted)

defp attribute_read?({:@, _, [{name, _, context}]}) when is_atom(name) and is_atom(context),
  do: Code.Identifier.classify(name) == :identifier

defp attribute_read?(_), do: false

defp numbered_capture?({:&, _, [n]}) when is_integer(n), do: true
defp numbered_capture?(_), do: false

defp in_parens(doc), do: concat(concat("(", nest(doc, :cursor)), ")")

defp in_parens_if_binary(doc, quoted), do: if(binary_operator?(quoted), do: in_parens(doc), else: doc)

defp in_parens_if_operator(doc, quoted) do
  if operator?(quoted) and not attribute_read?(quoted) and not numbered_capture?(quoted),
    do: in_parens(doc),
    else: doc
end

# Something between two delimiters, on the next lines where it does not fit.
defp enclose(left, @empty, right), do: concat(left, right)
defp enclose(left, doc, right), do: group(glue(nest(glue(left, "", doc), 2), "", right))

defp without_group({:doc_group, doc, _mode}), do: doc
defp without_group(doc), do: doc

# Text behind a document, inside the group that ends it.
defp behind({:doc_cons, left, right}, text), do: {:doc_cons, left, behind(right, text)}
defp behind({:doc_group, doc, mode}, text), do: {:doc_group, {:doc_cons, doc, text}, mode}
defp behind(doc, text), do: {:doc_cons, doc, text}

defp in_lines([first | rest]), do: Enum.reduce(rest, first, &line(&2, &1))
defp glued([first | rest]), do: Enum.reduce(rest, first, &glue(&2, &1))
defp flex_glued([first | rest]), do: Enum.reduce(rest, first, &flex_glue(&2, &1))

defp text_of(doc), do: doc |> Inspect.Algebra.format(:infinity) |> IO.iodata_to_binary()

# The document of the last of several parts may break while what is before it stays on its line.
defp with_fitting_break(false, doc, build), do: build.(doc)

defp with_fitting_break(true, doc, build),
  do: doc |> next_break_fits(:enabled) |> build.() |> next_break_fits(:disabled)

@heredocs [~s["""], "'''"]

# Whether such a form may begin on the line and be broken inside.
defp fitting_break?({:{}, meta, _}, state), do: eol_or_comments?(meta, state)
defp fitting_break?({:__block__, meta, [{_, _}]}, state), do: eol_or_comments?(meta, state)

defp fitting_break?({:<<>>, meta, [_ | _] = parts}, state),
  do: meta[:delimiter] == ~s["""] or (not interpolated?(parts) and eol_or_comments?(meta, state))

defp fitting_break?({{:., _, [List, :to_charlist]}, meta, [[_ | _]]}, _), do: meta[:delimiter] == "'''"
defp fitting_break?({{:., _, [_, :{}]}, _, _}, _), do: true
defp fitting_break?({:__block__, meta, [text]}, _) when is_binary(text), do: meta[:delimiter] == ~s["""]
defp fitting_break?({:__block__, meta, [list]}, _) when is_list(list), do: meta[:delimiter] != "'"
defp fitting_break?({form, _, [_ | _]}, _) when form in [:fn, :%{}, :%], do: true
defp fitting_break?({name, meta, args}, _) when is_atom(name) and is_list(args), do: meta[:delimiter] in @heredocs
defp fitting_break?({{:__block__, _, [key]}, value}, state) when is_atom(key), do: fitting_break?(value, state)
defp fitting_break?(_, _), do: false
