# stdlib/elixir/code/normalizer.ex: a plain quoted form as the formatter wants it.
# Here: literals wrapped in blocks that tell how they are written, and metadata that says where parentheses, do-blocks
# and keywords without brackets go.
# Not here: the documents (formatter.ex).
defmodule Code.Normalizer do
  @moduledoc false

  @doc """
  Wraps literals and adds metadata, as `Code.string_to_quoted/2` does when it is asked for all of it.

  Options are `:line`, `:escape` (whether text is escaped, `true`), `:locals_without_parens`.
  """
  def normalize(quoted, opts \\ []) do
    line = Keyword.get(opts, :line)

    state = %{
      escape: Keyword.get(opts, :escape, true),
      in_map: false,
      locals: Keyword.get(opts, :locals_without_parens, []) ++ Code.Formatter.locals_without_parens(),
      meta: if(line, do: [line: line], else: [])
    }

    form(quoted, state)
  end

  @doc """
  Whether these are the parts of a string with interpolations: text, and calls of `Kernel.to_string/1` as binaries.
  """
  def interpolated?(parts) do
    Enum.all?(parts, fn
      {:"::", _, [call, {:binary, _, _}]} -> to_string?(call)
      part -> is_binary(part)
    end)
  end

  @doc """
  Whether these are the parts of a charlist with interpolations.
  """
  def list_interpolated?(parts), do: match?([_ | _], parts) and Enum.all?(parts, &(is_binary(&1) or to_string?(&1)))

  defp to_string?(call), do: match?({{:., _, [Kernel, :to_string]}, _, [_]}, call)

  # Literals that are wrapped already keep what is known of them.
  defp form({:__block__, meta, [literal]}, state) when not is_tuple(literal) or tuple_size(literal) == 2 do
    case literal do
      [{:->, _, _} | _] -> {:__block__, meta, [clauses(literal, state)]}
      _ -> literal(literal, meta, state)
    end
  end

  defp form({:__aliases__, meta, [first | rest]}, state) when not is_atom(first) do
    meta = with_line(meta, state)
    {:__aliases__, meta, [form(first, %{state | meta: meta}) | rest]}
  end

  defp form({:__aliases__, _, _} = quoted, _state), do: quoted
  defp form({:&, meta, [n]}, state) when is_integer(n), do: {:&, with_line(meta, state), [n]}
  defp form({:<<>>, _, args} = quoted, state) when is_list(args), do: bitstring(quoted, state)

  defp form({{:., dot, [:erlang, :binary_to_atom]}, meta, [{:<<>>, _, parts} = text, :utf8]} = quoted, state)
       when is_list(parts) do
    if interpolated?(parts) do
      text = text |> bitstring(state) |> escaped_parts(state)
      {{:., with_line(dot, state), [:erlang, :binary_to_atom]}, with_line(meta, state), [text, :utf8]}
    else
      call(quoted, state)
    end
  end

  defp form({{:., dot, [List, :to_charlist]}, meta, [parts]} = quoted, state) do
    if list_interpolated?(parts) do
      parts = Enum.map(parts, &charlist_part(&1, state))
      {{:., with_line(dot, state), [List, :to_charlist]}, with_line(meta, state), [parts]}
    else
      call(quoted, state)
    end
  end

  defp form({:., meta, [Access, :get]}, state), do: {:., with_line(meta, state), [Access, :get]}

  defp form({:., meta, [left, name]}, state) do
    meta = with_line(meta, state)
    {:., meta, [form(left, %{state | meta: meta}), name]}
  end

  defp form([{:->, _, [_ | _]} | _] = clauses, state), do: clauses(clauses, state)

  defp form({:->, meta, [left, right]}, state) do
    meta = with_line(meta, state)
    state = %{state | meta: meta}
    {:->, meta, [args(left, state), form(right, state)]}
  end

  defp form({:%{}, meta, args}, state) when is_list(args) do
    meta = if meta == [], do: one_line(state), else: meta
    {:%{}, meta, map_args(args, %{state | meta: meta, in_map: false})}
  end

  defp form({name, meta, [{:<<>>, _, parts} = text, modifiers]} = quoted, state)
       when is_atom(name) and is_list(parts) and is_list(modifiers) do
    case Atom.to_string(name) do
      <<"sigil_", _::binary>> ->
        meta = meta |> with_line(state) |> Keyword.put_new(:delimiter, "\"")
        {name, meta, [sigil_text(text, %{state | meta: meta}), modifiers]}

      _ ->
        call(quoted, state)
    end
  end

  defp form({:{}, meta, args} = quoted, state) when is_list(args) do
    {last, rest} = List.pop_at(args, -1)

    if rest != [] and match?([_ | _], last) and keyword?(last) do
      {:{}, meta, args(rest, %{state | meta: meta}) ++ pairs(last, state, true)}
    else
      call(quoted, state)
    end
  end

  defp form({:__block__, meta, args}, state) when is_list(args), do: {:__block__, meta, args(args, state)}
  defp form({_, _, args} = quoted, state) when is_list(args), do: call(quoted, state)
  defp form({_, _, context} = variable, _state) when is_atom(context), do: variable
  defp form(literal, state), do: literal(literal, [], state)

  defp args(args, state), do: Enum.map(args, &form(&1, state))
  defp clauses(clauses, state), do: args(clauses, state)

  # -- literals

  defp literal({left, right}, meta, state) do
    meta = with_line(meta, state)
    state = %{state | meta: meta}

    if match?([_ | _], right) and keyword?(right) do
      {:__block__, meta, [{form(left, state), pairs(right, state, true)}]}
    else
      {:__block__, closed(meta), [{form(left, state), form(right, state)}]}
    end
  end

  defp literal([_ | _] = list, meta, state) do
    cond do
      meta[:delimiter] in ["'", "'''"] -> {:__block__, meta, [charlist(list, meta, state)]}
      List.ascii_printable?(list) -> {:__block__, [delimiter: "'"] ++ meta, [charlist(list, meta, state)]}
      true -> {:__block__, list_meta(meta, state), [pairs(list, state, false)]}
    end
  end

  defp literal([], meta, state), do: {:__block__, list_meta(meta, state), [[]]}

  defp literal(text, meta, state) when is_binary(text) do
    meta = Keyword.put_new(meta, :delimiter, "\"")
    {:__block__, with_line(meta, state), [if(state.escape, do: escaped_text(text, meta[:delimiter]), else: text)]}
  end

  defp literal(atom, meta, state) when is_atom(atom) do
    if Code.Identifier.classify(atom) == :alias do
      {:__aliases__, with_line(meta, state), [atom |> inspect() |> String.to_atom()]}
    else
      {:__block__, with_line(meta, state), [escaped_atom(atom, state)]}
    end
  end

  defp literal(number, meta, state) when is_number(number),
    do: {:__block__, meta |> with_line(state) |> Keyword.put_new(:token, inspect(number)), [number]}

  defp literal(first..last//step, _meta, state) do
    if step == 1,
      do: form({:.., [], [first, last]}, state),
      else: form({:"..//", [], [first, last, step]}, state)
  end

  defp literal(other, _meta, _state), do: other

  defp list_meta(meta, state) do
    if meta == [], do: one_line(state), else: meta
  end

  defp charlist(list, meta, state) do
    if state.escape do
      delimiter = Keyword.get(meta, :delimiter, "'")
      list |> List.to_string() |> escaped_text(delimiter) |> String.to_charlist()
    else
      list
    end
  end

  # The delimiter is escaped by the formatter; in a heredoc lines stay lines.
  defp escaped_text(text, delimiter) when delimiter in [~s["""], "'''"] do
    text |> String.split("\n") |> Enum.map_join("\n", &escaped_text(&1, nil))
  end

  defp escaped_text(text, _delimiter), do: text |> Code.Identifier.escape(-1) |> elem(0) |> IO.iodata_to_binary()

  defp escaped_atom(atom, state) do
    with true <- state.escape,
         text = Atom.to_string(atom),
         escaped when escaped != text <- escaped_text(text, nil) do
      String.to_atom(escaped)
    else
      _ -> atom
    end
  end

  # -- maps, lists with keys

  defp map_args([{:|, meta, [map, pairs]}], state), do: [{:|, meta, [form(map, state), map_args(pairs, state)]}]
  defp map_args([{_, _} | _] = pairs, state), do: pairs(pairs, %{state | in_map: true}, false)
  defp map_args(args, state), do: args(args, state)

  # `keywords?` is set where all are known to be written as `key: value`; else they are from the first on from which
  # only keys that can be written so follow.
  defp pairs(list, state, true), do: Enum.map(list, &keyword_pair(&1, state))

  defp pairs(list, state, false) do
    {plain, keywords} = split_keywords(list)
    Enum.map(plain, &element(&1, state)) ++ Enum.map(keywords, &keyword_pair(&1, state))
  end

  defp split_keywords(list) do
    {keywords, plain} = list |> Enum.reverse() |> Enum.split_while(&key_value?/1)
    {Enum.reverse(plain), Enum.reverse(keywords)}
  end

  defp key_value?({{:__block__, meta, [key]}, _}) when is_atom(key), do: meta[:format] == :keyword

  defp key_value?({key, _}) when is_atom(key), do: Code.Identifier.classify(key) != :alias
  defp key_value?(_), do: false

  defp keyword?([{_, _} = pair | rest]), do: key_value?(pair) and keyword?(rest)
  defp keyword?(rest), do: rest == []

  defp keyword_pair({key, value}, state) do
    state = %{state | in_map: false}
    {keyword_key(key, state), form(value, state)}
  end

  defp keyword_key({:__block__, meta, [key]}, state), do: {:__block__, meta, [escaped_atom(key, state)]}
  defp keyword_key(key, state) when is_atom(key), do: {:__block__, with_line([format: :keyword], state), [escaped_atom(key, state)]}
  defp keyword_key(key, state), do: form(key, state)

  # A pair in a list is a tuple; in a map it has an arrow.
  defp element({key, value}, %{in_map: true} = state) do
    state = %{state | in_map: false}
    {form(key, state), form(value, state)}
  end

  # In a list it keeps the brackets of keywords in it.
  defp element({left, right}, state) do
    meta = with_line([], state)
    {:__block__, closed(meta), [{form(left, state), form(right, %{state | meta: meta})}]}
  end

  defp element(other, state), do: form(other, state)

  # -- text with parts

  defp bitstring({:<<>>, meta, parts} = quoted, state) do
    meta = with_line(meta, state)
    inner = %{state | meta: meta}

    if interpolated?(parts) do
      meta = Keyword.put_new(meta, :delimiter, "\"")
      {:<<>>, meta, Enum.map(parts, &interpolation_part(&1, inner))}
    else
      {_, _, parts} = quoted
      {:<<>>, meta, Enum.map(parts, &segment(&1, inner))}
    end
  end

  defp sigil_text({:<<>>, meta, parts}, state), do: {:<<>>, meta, Enum.map(parts, &interpolation_part(&1, state))}

  # Text beside interpolations stands as it is; a line break in it is one in the code.
  defp interpolation_part({:"::", meta, [{{:., dot, [Kernel, :to_string]}, call, [expr]}, type]}, state) do
    call = Keyword.put_new(call, :closing, line: state.meta[:line])
    meta = with_line(meta, state)
    {:"::", meta, [{{:., dot, [Kernel, :to_string]}, call, [form(expr, %{state | meta: meta})]}, type]}
  end

  defp interpolation_part(text, _state), do: text

  defp segment({:"::", meta, [value, spec]}, state), do: {:"::", meta, [form(value, state), segment_spec(spec, state)]}
  defp segment(value, state), do: form(value, state)

  defp segment_spec({op, meta, [left, right]}, state) when op in [:-, :*],
    do: {op, meta, [segment_spec(left, state), segment_spec(right, state)]}

  defp segment_spec(spec, state), do: form(spec, state)

  defp charlist_part({{:., dot, [Kernel, :to_string]}, meta, args}, state),
    do: {{:., dot, [Kernel, :to_string]}, meta, args(args, state)}

  defp charlist_part(text, state), do: if(state.escape, do: escaped_text(text, "'"), else: text)

  defp escaped_parts(quoted, %{escape: false}), do: quoted

  defp escaped_parts({:<<>>, meta, parts}, _state),
    do: {:<<>>, meta, Enum.map(parts, fn part -> if is_binary(part), do: escaped_text(part, nil), else: part end)}

  # -- calls

  defp call({name, meta, args}, state) do
    meta = with_line(meta, state)
    name = if is_atom(name), do: name, else: form(name, %{state | meta: meta})
    last = List.last(args)

    cond do
      Keyword.has_key?(meta, :do) or match?([{{:__block__, _, [:do]}, _} | _], last) ->
        meta = if is_atom(name), do: meta, else: Keyword.delete(meta, :closing)
        with_blocks(name, meta, args, state)

      match?([{:do, _} | _], last) and Keyword.keyword?(last) ->
        line = meta[:line]
        blocks = if is_atom(name), do: call_meta(name, meta, args, state), else: Keyword.delete(meta, :closing)
        blocks = blocks |> Keyword.put_new(:do, line: line) |> Keyword.put_new(:end, line: line)
        with_blocks(name, blocks, args, state)

      true ->
        {name, call_meta(name, meta, args, state), call_args(name, args, state)}
    end
  end

  # Parentheses, unless it is an operator, a call written without, or one whose metadata says what it has.
  defp call_meta(name, meta, args, state) do
    cond do
      meta[:no_parens] || meta[:closing] || meta[:do] -> meta
      operator?(name, length(args)) -> meta
      is_atom(name) and Code.Formatter.local_without_parens?(name, length(args), state.locals) -> meta
      true -> [closing: [line: meta[:line]]] ++ meta
    end
  end

  defp operator?(name, arity) when is_atom(name), do: Macro.operator?(name, arity)
  defp operator?(_, _), do: false

  defp call_args(_name, [], _state), do: []

  # Keywords at the end of a call lose their brackets, but for those of operators.
  defp call_args(name, args, state) do
    {last, rest} = List.pop_at(args, -1)

    if match?([_ | _], last) and keyword?(last) and bare_keywords?(name, args),
      do: args(rest, state) ++ [pairs(last, state, true)],
      else: args(rest, state) ++ [form(last, state)]
  end

  defp bare_keywords?(:when, _), do: true
  defp bare_keywords?(name, args), do: not operator?(name, length(args))

  defp with_blocks(name, meta, args, state) do
    {blocks, rest} = List.pop_at(args, -1)
    inner = %{state | meta: meta}
    blocks = Enum.map(blocks, &block_pair(&1, inner))
    {name, meta, args(rest, inner) ++ [blocks]}
  end

  defp block_pair({key, body}, state) do
    key = if is_atom(key), do: {:__block__, with_line([], state), [key]}, else: key
    {key, block_body(body, state)}
  end

  defp block_body([{:->, _, _} | _] = clauses, state), do: clauses(clauses, state)
  defp block_body(body, state), do: form(body, state)

  # -- lines

  # A form without a line stands where the one around it does.
  defp with_line(meta, state) do
    case {Keyword.has_key?(meta, :line), state.meta[:line]} do
      {false, line} when line != nil -> [line: line] ++ meta
      _ -> meta
    end
  end

  defp one_line(state), do: [line: state.meta[:line], closing: [line: state.meta[:line]]]

  defp closed(meta), do: if(meta[:closing], do: meta, else: [closing: [line: meta[:line]]] ++ meta)
end
