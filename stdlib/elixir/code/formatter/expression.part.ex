# stdlib/elixir/code/formatter/expression.part.ex: one expression.
# Here: what kind of form it is, and which function makes its document; keys and values, captures, attributes.

defp doc({{:special, :clause_args}, _meta, [args]}, _at, state) do
  {doc, state} = head_args(args, state)
  {group(doc), state}
end

defp doc({{:special, :segment}, _meta, [arg, last]}, _at, state), do: segment({arg, -1}, state, last)

defp doc({name, _meta, context}, _at, state) when is_atom(context) and is_atom(name),
  do: {name |> Atom.to_string() |> string(), state}

defp doc({:<<>>, meta, parts}, _at, state) do
  cond do
    parts == [] -> {"<<>>", state}
    not interpolated?(parts) -> bitstring(meta, parts, state)
    meta[:delimiter] == ~s["""] -> heredoc(parts, ~s["""], state)
    true -> interpolation(parts, "\"", state, "\"", "\"")
  end
end

defp doc({{:., _, [List, :to_charlist]}, meta, [parts]} = call, at, state) do
  cond do
    not list_interpolated?(parts) -> remote(call, at, state)
    meta[:delimiter] == "'''" -> parts |> as_segments() |> heredoc("'''", state)
    true -> parts |> as_segments() |> interpolation("'", state, "'", "'")
  end
end

defp doc({{:., _, [:erlang, :binary_to_atom]}, _, [{:<<>>, _, parts}, :utf8]} = call, at, state) do
  if interpolated?(parts),
    do: interpolation(parts, "\"", state, ":\"", "\""),
    else: remote(call, at, state)
end

defp doc({{:., _, [Access, :get]}, meta, [target | args]}, _at, state) do
  {target_doc, state} = remote_target(target, state)
  {key_doc, state} = list(meta, args, state)
  {concat(target_doc, key_doc), state}
end

defp doc({:%, _, [name, {:%{}, meta, args}]}, _at, state) do
  {name_doc, state} = doc(name, :parens_arg, state)
  map(meta, name_doc, args, state)
end

defp doc({:%{}, meta, args}, _at, state), do: map(meta, @empty, args, state)
defp doc({:{}, meta, args}, _at, state), do: tuple(meta, args, :flex_break, state)
defp doc({:__block__, meta, [{left, right}]}, _at, state), do: tuple(meta, [left, right], :flex_break, state)

defp doc({:__block__, _, [[{:->, _, _} | _] = clauses]}, _at, state),
  do: paren_clauses(clauses, @no_line, @first_line, state)

defp doc({:__block__, meta, [list]}, _at, state) when is_list(list) do
  case meta[:delimiter] do
    "'''" -> {quoted_text(List.to_string(list), "'''"), state}
    "'" -> {quoted_text(List.to_string(list), "'"), state}
    _ -> list(meta, list, state)
  end
end

defp doc({:__block__, meta, [text]}, _at, state) when is_binary(text),
  do: {quoted_text(text, if(meta[:delimiter] == ~s["""], do: ~s["""], else: "\"")), state}

defp doc({:__block__, meta, [atom]}, _at, state) when is_atom(atom), do: {atom_doc(atom, meta), state}
defp doc({:__block__, meta, [n]}, _at, state) when is_integer(n), do: {meta |> Keyword.fetch!(:token) |> integer_doc(), state}
defp doc({:__block__, meta, [f]}, _at, state) when is_float(f), do: {meta |> Keyword.fetch!(:token) |> float_doc(), state}

defp doc({:__block__, _, [{:unquote_splicing, meta, [_] = args}]}, at, state) do
  {doc, state} = local(:unquote_splicing, meta, args, at, state)
  {in_parens(doc), state}
end

defp doc({:__block__, _meta, [expr]}, at, state), do: doc(expr, at, state)
defp doc({:__block__, _meta, []}, _at, state), do: {"nil", state}

defp doc({:__block__, meta, _} = expr, _at, state) do
  {doc, state} = block(expr, line_of(meta), closing_line(meta), state)
  {enclose("(", doc, ")"), state}
end

defp doc({:__aliases__, _meta, [head | tail]}, at, state) do
  {doc, state} = if is_atom(head), do: {Atom.to_string(head), state}, else: doc_in_parens_if_operator(head, at, state)
  {Enum.reduce(tail, doc, &concat(&2, "." <> Atom.to_string(&1))), state}
end

defp doc({:&, _, [arg]}, at, state), do: capture(arg, at, state)
defp doc({:@, meta, [arg]}, at, state), do: attribute(meta, arg, at, state)
defp doc({:not, meta, [{:in, _, [left, right]}]}, at, state), do: binary(:in, "not in", meta, left, right, at, state)

defp doc({:"..//", meta, [first, last, step]}, at, state),
  do: doc({:"//", meta, [{:.., meta, [first, last]}, step]}, at, state)

defp doc({:.., _meta, []}, at, state) when at in [:no_parens_arg, :no_parens_one_arg], do: {"(..)", state}
defp doc({:.., _meta, []}, _at, state), do: {"..", state}
defp doc({:..., _meta, []}, _at, state), do: {"...", state}
defp doc({:fn, meta, [_ | _] = clauses}, _at, state), do: anonymous(clauses, line_of(meta), closing_line(meta), state, eol?(meta, state))

defp doc({name, meta, args}, at, state) when is_atom(name) and is_list(args) do
  with :error <- sigil(name, meta, args, state),
       :error <- unary_or_error(name, args, at, state),
       :error <- binary_or_error(name, meta, args, at, state) do
    local(name, meta, args, at, state)
  end
end

defp doc({_, _, args} = call, at, state) when is_list(args), do: remote(call, at, state)
defp doc({key, value}, at, state), do: pair(key, value, at, state)

defp doc([{:->, _, _} | _] = clauses, _at, state), do: paren_clauses(clauses, @no_line, @first_line, state)

# Lists stand bare only where the text had keywords without brackets.
defp doc([{_, _} | _] = keywords, at, state) do
  {first, state} = doc(hd(keywords), at, state)

  Enum.reduce(tl(keywords), {first, state}, fn pair, {acc, state} ->
    {doc, state} = doc(pair, at, state)
    {glue(concat(acc, ","), doc), state}
  end)
end

defp doc(other, _at, state), do: {inspect(other), state}

defp doc_in_parens_if_operator(quoted, at, state) do
  {doc, state} = doc(quoted, at, state)
  {in_parens_if_operator(doc, quoted), state}
end

defp pair(key, value, at, state) do
  {left, arrow, state} = key_doc(key, at, state)
  {right, state} = doc(value, at, state)

  doc =
    with_fitting_break(fitting_break?(value, state), right, fn right ->
      concat(group(left), group(nest(glue(arrow, group(right)), 2, :break)))
    end)

  {doc, state}
end

defp key_doc({{:., _, [:erlang, :binary_to_atom]}, meta, [{:<<>>, _, parts}, :utf8]} = key, at, state) do
  if meta[:format] == :keyword do
    {doc, state} = interpolation(parts, "\"", state, "\"", "\":")
    {doc, "", state}
  else
    arrow_key(key, at, state)
  end
end

defp key_doc({:__block__, _, [atom]} = key, at, state) when is_atom(atom) do
  if keyword_key?(key), do: {string(key_text(atom)), "", state}, else: arrow_key(key, at, state)
end

defp key_doc(key, at, state), do: arrow_key(key, at, state)

defp arrow_key(key, at, state) do
  {doc, state} = doc(key, at, state)
  {in_parens_if_binary(doc, key), " =>", state}
end

# &1, &local/1, &Mod.remote/1, &local(&1), &(&1 + 1)
defp capture(n, _at, state) when is_integer(n), do: {"&" <> Integer.to_string(n), state}

defp capture(arg, at, state) do
  {doc, state} = capture_target(arg, at, state)
  {concat(if(doc |> text_of() |> String.starts_with?("&"), do: "& ", else: "&"), doc), state}
end

defp capture_target({:/, _, [{{:., _, [target, name]}, _, []}, {:__block__, _, [arity]}]}, _at, state)
     when is_atom(name) and is_integer(arity) do
  {doc, state} = remote_target(target, state)
  {doc |> nest(1) |> concat(string("." <> remote_name(name) <> "/" <> Integer.to_string(arity))), state}
end

defp capture_target({:/, _, [{name, _, context}, {:__block__, _, [arity]}]}, _at, state)
     when is_atom(name) and is_atom(context) and is_integer(arity) do
  {string("#{name}/#{arity}"), state}
end

defp capture_target(arg, at, state), do: doc_in_parens_if_operator(arg, at, state)

# @name, @name value; other things behind @ are operands.
defp attribute(_meta, {name, _, context}, _at, state) when is_atom(name) and is_atom(context),
  do: {string("@" <> Atom.to_string(name)), state}

defp attribute(_meta, {name, meta, [_] = args} = arg, at, state) when is_atom(name) and name not in [:__block__, :__aliases__] do
  if Code.Identifier.classify(name) == :identifier do
    {{call, state}, parens?} = call_args(args, meta, at, :skip_unless_many_args, false, state)
    doc = concat(string("@" <> Atom.to_string(name)), call)
    {if(parens?, do: in_parens(doc), else: doc), state}
  else
    unary(:@, arg, at, state)
  end
end

defp attribute(_meta, arg, at, state), do: unary(:@, arg, at, state)
