# stdlib/elixir/code/formatter/operator.part.ex: operators and where lines break at them.
# Here: unary and binary operators. Five ways to break: never (`..`), not at all but spaced (`in`), before each operator
# of a chain on the left (pipes) or on the right (`|`, `when`), and behind the operator (all others).

# Operators in chains on the left: each stands before its operand on a line of its own.
@pipes [:|>, :~>>, :<<~, :~>, :<~, :<~>, :"<|>"]
# The same on the right.
@bars [:|, :when]
@tight [:.., :"//"]
@unbroken [:\\, :in]
@logical [:||, :|||, :or, :&&, :&&&, :and]
@fitting [:<-, :==, :!=, :=~, :===, :!==, :=, :\\, :"::"]
# Operands that are operators get parentheses below these.
@explicit [:|>, :<<<, :>>>, :<~, :~>, :<<~, :~>>, :<~>, :"<|>", :"^^^", :+++, :---, :in, :++, :--, :.., :<>]
@capture_precedence 90

defp left_at(at), do: many_args_or(at, :parens_arg)
defp right_at(at), do: many_args_or(at, :operand)

defp many_args_or(:no_parens_one_arg, _), do: :no_parens_arg
defp many_args_or(:parens_one_arg, _), do: :parens_arg
defp many_args_or(:no_parens_arg, _), do: :no_parens_arg
defp many_args_or(:parens_arg, _), do: :parens_arg
defp many_args_or(at, choice) when at in [:operand, :block], do: choice

defp unary_or_error(op, [arg], at, state) do
  if Code.Identifier.unary_op(op) == :error, do: :error, else: unary(op, arg, at, state)
end

defp unary_or_error(_, _, _, _), do: :error

defp unary(op, arg, at, state) do
  {doc, state} = doc(arg, many_args_or(at, :operand), state)

  doc =
    case arg do
      {^op, _, [_]} when op in [:!, :not] -> doc
      _ -> in_parens_if_operator(doc, arg)
    end

  {concat(if(op == :not, do: "not ", else: Atom.to_string(op)), doc), state}
end

defp binary_or_error(op, meta, [left, right], at, state) do
  if Code.Identifier.binary_op(op) == :error,
    do: :error,
    else: binary(op, Atom.to_string(op), meta, left, right, at, state)
end

defp binary_or_error(_, _, _, _, _), do: :error

defp binary(op, text, meta, left, right, at, state), do: binary(op, text, meta, left, right, at, state, state.nesting)

defp binary(op, text, meta, left, right, at, state, _nesting) when op in @bars do
  text = text <> " "
  min_line = first_line(left, meta)
  {operands, max_line} = chain_right(right, op, meta, right_at(at), [{{:root, left_at(at)}, left}])

  build = fn
    {{:root, at}, arg}, _rest, state ->
      {doc, state} = operand(arg, at, state, op, :left, 2)
      {{doc, @empty, 1}, state}

    {{side, at}, arg}, _rest, state ->
      {doc, state} = operand(arg, at, state, op, side, 0)
      {{concat(text, nest_operand(doc, text)), @empty, 1}, state}
  end

  {docs, comments?, state} = with_comments(operands, [], min_line, max_line, state, build)
  {chained(docs, comments? or eol?(meta, state)), state}
end

defp binary(op, _text, meta, left, right, at, state, _nesting) when op in @pipes do
  {operands, min_line} = chain_left(left, meta, left_at(at), [{{op, right_at(at)}, right}])

  build = fn
    {{:root, at}, arg}, _rest, state ->
      {doc, state} = operand(arg, at, state, op, :left, 2)
      {{doc, @empty, 1}, state}

    {{op, at}, arg}, _rest, state ->
      {doc, state} = operand(arg, at, state, op, :right, 0)
      {{concat(Atom.to_string(op) <> " ", doc), @empty, 1}, state}
  end

  {docs, comments?, state} = with_comments(operands, [], min_line, line_of(meta), state, build)
  {chained(docs, comments? or eol?(meta, state)), state}
end

defp binary(op, text, meta, left, right, at, state, nesting) do
  {left_doc, state} = operand(left, left_at(at), state, op, :left, 2)
  {right_doc, state} = operand(right, right_at(at), state, op, :right, 0)

  cond do
    op in @tight ->
      {concat(concat(group(left_doc), text), group(right_doc)), state}

    op in @unbroken ->
      {concat(concat(group(left_doc), " " <> text <> " "), group(right_doc)), state}

    true ->
      eol? = eol?(meta, state)
      fits? = op in @fitting and fitting_break?(right, state) and not eol?

      doc =
        with_fitting_break(fits?, right_doc, fn right_doc ->
          rest = nest(glue(" " <> text, group(right_doc)), nesting, :break)
          concat(group(left_doc), group(if(eol?, do: force_unfit(rest), else: rest)))
        end)

      {doc, state}
  end
end

defp nest_operand(doc, text), do: nest(doc, String.length(text))

defp chained(docs, true), do: docs |> in_lines() |> force_unfit()
defp chained(docs, false), do: glued(docs)

defp first_line({_, meta, _}, _), do: line_of(meta)
defp first_line(_, meta), do: line_of(meta)

defp chain_right({op, meta, [left, right]}, op, _meta, at, operands),
  do: chain_right(right, op, meta, right_at(at), [{{:left, left_at(at)}, left} | operands])

defp chain_right(right, _op, meta, at, operands), do: {Enum.reverse([{{:right, at}, right} | operands]), line_of(meta)}

defp chain_left({op, meta, [left, right]}, _meta, at, operands) when op in @pipes,
  do: chain_left(left, meta, left_at(at), [{{op, right_at(at)}, right} | operands])

defp chain_left(left, meta, at, operands), do: {[{{:root, at}, left} | operands], first_line(left, meta)}

# (not x) in y: the parser would turn it round without the parentheses.
defp operand({:__block__, _, [{op, _, [arg]}]}, at, state, :in, :left, _nesting) when op in [:not, :!] do
  {doc, state} = unary(op, arg, at, state)
  {in_parens(doc), state}
end

defp operand(arg, at, state, parent, side, nesting) do
  {parent_side, parent_precedence} = Code.Identifier.binary_op(parent)

  case arg do
    {op, meta, [left, right]} when is_atom(op) ->
      case Code.Identifier.binary_op(op) do
        :error ->
          doc(arg, at, state)

        {_, precedence} ->
          text = Atom.to_string(op)
          same? = parent_precedence == precedence

          cond do
            same? and parent_side == side and (side == :left or op == parent) ->
              binary(op, text, meta, left, right, at, state, nesting)

            explicit?(parent, op) or parent_precedence > precedence or (same? and parent_side != side) ->
              {doc, state} = binary(op, text, meta, left, right, at, state, 2)
              {in_parens(doc), state}

            true ->
              binary(op, text, meta, left, right, at, state, 2)
          end
      end

    {:&, _, [inner]}
    when not is_integer(inner) and
           (side == :left or (parent_side == :left and parent_precedence > @capture_precedence)) ->
      {doc, state} = doc(arg, at, state)
      {in_parens(doc), state}

    _ ->
      doc(arg, at, state)
  end
end

defp explicit?(parent, op), do: (parent in @explicit and op not in @tight) or (parent in @logical and op in @logical)
