# stdlib/kernel/code/fragment/behind.ex: what stands right before a place in a line.
# Here: contexts of names, aliases, calls, operators, read backwards.
# Not here: lines and columns (code/fragment.ex), incomplete text to quoted form (the parser).
defmodule Code.Fragment.Behind do
  @moduledoc false
  # The text before the place is a charlist, nearest character first. Readers give `{context, rest}`, where
  # `rest` is what stands before the thing read, or `:none`.

  @signs '\\<>+-*/:=|&~^%!'
  @openings ',([{;'
  @blanks ' \t'
  @no_name @signs ++ @openings ++ @blanks ++ ')]}"\'.$?!'
  @operators [:&, :!, :^, :not, :+, :-, :"~~~", :@, :<-, :\\, :when, :"::", :|, :=, :||, :|||, :or, :&&, :&&&] ++
               [:and, :==, :!=, :=~, :===, :!==, :<, :<=, :>=, :>, :|>, :<<<, :>>>, :<~, :~>, :<<~, :~>>, :<~>] ++
               [:"<|>", :in, :"^^^", :"//", :++, :--, :.., :<>, :+++, :---, :*, :/, :**]
  @operator_texts Enum.map(@operators, &Atom.to_charlist/1)
  @atom_signs @operator_texts ++ ['%', '->', '<<>>', '...']
  @keywords ['do', 'end', 'after', 'catch', 'else', 'rescue', 'fn', 'true', 'false', 'nil']
  @word_operators ['when', 'not', 'or', 'and', 'in']

  @doc """
  What a cursor at the end stands in.
  """
  def context(behind) do
    near = trim(behind)
    start(near, near != behind, behind)
  end

  defp start([], _, _), do: {:expr, []}
  defp start([?%, ?:, ?: | _] = near, _, _), do: {{:struct, ''}, tl(near)}
  defp start([?%, ?: | rest], _, _), do: {{:unquoted_atom, '%'}, rest}
  defp start([?% | rest], _, _), do: {{:struct, ''}, rest}
  defp start([?>, c | rest] = near, apart?, behind) when c in '=-', do: opens(rest, ?:, near, apart?, behind)
  defp start([?<, ?< | rest] = near, apart?, behind), do: opens(rest, ?<, near, apart?, behind)
  defp start([?:, ?: | _] = near, apart?, behind), do: other(near, apart?, behind)
  defp start([?: | rest], apart?, _), do: {if(apart?, do: :expr, else: {:unquoted_atom, ''}), rest}
  defp start([?.], _, _), do: :none
  defp start([?., c | rest], _, _) when c not in '.:', do: after_dot([c | rest], '')
  defp start([?( | rest], _, _), do: rest |> trim() |> call()
  defp start([?/ | rest], _, _), do: rest |> trim() |> arity()
  defp start([c | _] = near, _, _) when c in @openings, do: {:expr, near}
  defp start(near, apart?, behind), do: other(near, apart?, behind)

  # `=>`, `->` and `<<` begin an expression unless they belong to something longer.
  defp opens([c | _], c, near, apart?, behind), do: other(near, apart?, behind)
  defp opens(_, _, near, _, _), do: {:expr, near}

  defp other(near, true, _behind), do: call(near)
  defp other(_near, false, behind), do: name(behind, false)

  defp call(near) do
    case name(near, true) do
      {{:local_or_var, text}, rest} -> {{:local_call, text}, rest}
      {{:dot, base, text}, rest} -> {{:dot_call, base, text}, rest}
      {{:operator, text}, rest} -> {{:operator_call, text}, rest}
      _ -> :none
    end
  end

  defp arity(near) do
    case name(near, true) do
      {{:local_or_var, text}, rest} -> {{:local_arity, text}, rest}
      {{:dot, base, text}, rest} -> {{:dot_arity, base, text}, rest}
      {{:operator, text}, rest} -> {{:operator_arity, text}, rest}
      _ -> :none
    end
  end

  # --- names -------------------------------------------------------------------------------------------

  # complete?: something follows, so words that are operators are no names.
  defp name([?., ?., ?: | rest], _), do: {{:unquoted_atom, '..'}, rest}
  defp name([?., ?., ?. | rest], _), do: {{:local_or_var, '...'}, rest}
  defp name([?., ?. | rest], _), do: {{:operator, '..'}, rest}
  defp name([?., ?: | rest], _), do: {{:unquoted_atom, '.'}, rest}

  defp name(behind, complete?) do
    case word(behind) do
      :none -> :none
      :sign -> operator(behind, [], complete?)
      {:alias, text, rest} -> aliased(text, rest)
      {:identifier, text, rest} -> identifier(text, rest, complete?)
      {:module_attribute, [_ | _] = text, [?% | rest]} -> {{:struct, {:module_attribute, text}}, rest}
      {kind, text, rest} -> {{kind, text}, rest}
    end
  end

  defp aliased(text, rest) do
    case trim(rest) do
      [?. | before] = near -> if single_dot?(near), do: below(before, text), else: {{:alias, text}, rest}
      [?% | before] -> {{:struct, text}, before}
      _ -> {{:alias, text}, rest}
    end
  end

  defp identifier(text, rest, true) when text in @word_operators, do: {{:operator, text}, rest}
  defp identifier(text, '%', _) when text in @word_operators, do: :none
  defp identifier(text, '%', _), do: {{:struct, {:local_or_var, text}}, ''}

  defp identifier(text, rest, _) do
    near = trim(rest)
    if single_dot?(near), do: after_dot(tl(near), text), else: {{:local_or_var, text}, rest}
  end

  defp single_dot?([?., ?. | _]), do: false
  defp single_dot?([?. | _]), do: true
  defp single_dot?(_), do: false

  # An alias after a dot.
  defp below(rest, text) do
    case rest |> trim() |> name(true) do
      {{:struct, above}, rest} -> {{:struct, joined(above, text)}, rest}
      {above, rest} -> {alias_below(above, text), rest}
      :none -> :none
    end
    |> known()
  end

  defp joined(above, text) when is_list(above), do: above ++ '.' ++ text
  defp joined(above, text), do: alias_below(above, text)

  defp alias_below({:alias, above}, text), do: {:alias, above ++ '.' ++ text}
  defp alias_below({:alias, base, above}, text), do: {:alias, base, above ++ '.' ++ text}
  defp alias_below({kind, _} = base, text) when kind in [:local_or_var, :module_attribute], do: {:alias, base, text}
  defp alias_below(_, _), do: :none

  # A name (or nothing) after a dot.
  defp after_dot(rest, text) do
    case rest |> trim() |> name(true) do
      {{:struct, above}, rest} -> {{:struct, dotted(in_dot(above), text)}, rest}
      {{:local_or_var, above}, rest} -> {{:dot, {:var, above}, text}, rest}
      {above, rest} -> {dotted(above, text), rest}
      :none -> :none
    end
    |> known()
  end

  defp in_dot(above) when is_list(above), do: {:alias, above}
  defp in_dot(above), do: above

  defp dotted({kind, _} = base, text) when kind in [:unquoted_atom, :alias, :module_attribute, :local_or_var], do: {:dot, base, text}
  defp dotted({kind, _, _} = base, text) when kind in [:dot, :alias], do: {:dot, base, text}
  defp dotted(_, _), do: :none

  defp known({:none, _}), do: :none
  defp known({{:struct, :none}, _}), do: :none
  defp known(context), do: context

  # --- one word ----------------------------------------------------------------------------------------

  defp word([c | rest]) when c in '?!', do: letters(rest, [c])
  defp word(behind), do: letters(behind, [])

  defp letters([c | rest], text) when c not in @no_name, do: more_letters(rest, [c | text])
  defp letters(_, _), do: :sign

  defp more_letters([c | rest], text) when c not in @no_name, do: more_letters(rest, [c | text])
  defp more_letters(rest, text), do: named(rest, text)

  defp named(rest, [?@ | text]) do
    case {text, kind(text)} do
      {[], _} -> {:module_attribute, '', rest}
      {_, :identifier} -> {:module_attribute, text, rest}
      _ -> :none
    end
  end

  defp named([?~ | before] = rest, [c] = text) when c in ?a..?z or c in ?A..?Z do
    if ends_sign?(before), do: plain(rest, text), else: {:sigil, text, before}
  end

  defp named([?:, ?: | _] = rest, text), do: plain(rest, text)
  defp named([?: | rest], text), do: if(kind(text) == :none, do: :none, else: {:unquoted_atom, text, rest})
  defp named([?? | _], _text), do: :none
  defp named(rest, text), do: plain(rest, text)

  # `~` that is the end of an operator begins no sigil.
  defp ends_sign?([c | _]) when c in '<=~', do: true
  defp ends_sign?(_), do: false

  defp plain(rest, text) do
    case kind(text) do
      kind when kind in [:alias, :identifier] -> {kind, text, rest}
      _ -> :none
    end
  end

  # What a whole text is: :identifier, :alias, :atom (good only after a colon), :none.
  defp kind(text) do
    name = without_mark(text)

    case name != [] and :vial_unicode.identifier_kind(List.to_string(for c <- name, do: if(c == ?@, do: ?_, else: c))) do
      none when none in [false, :none] -> :none
      _ when hd(name) == ?@ -> :none
      :lower -> if ?@ in name, do: :atom, else: :identifier
      :upper -> if Enum.any?(name, &(&1 > 127 or &1 == ?@)), do: :atom, else: :alias
    end
  end

  defp without_mark(text) do
    if List.last(text) in '?!', do: Enum.drop(text, -1), else: text
  end

  # --- operators ---------------------------------------------------------------------------------------

  defp operator([c | rest], text, complete?) when c in @signs, do: operator(rest, [c | text], complete?)

  defp operator([letter, ?~ | before], [c], _) when c in '<|/' and (letter in ?a..?z or letter in ?A..?Z) do
    if ends_sign?(before), do: signs([letter, ?~ | before], [c]), else: :none
  end

  defp operator(rest, '~', complete?) do
    if complete? or single_dot?(trim(rest)), do: :none, else: {{:sigil, ''}, rest}
  end

  defp operator(rest, text, _complete?), do: signs(rest, text)

  defp signs(rest, [?: | name]) when name in @atom_signs, do: {{:unquoted_atom, name}, rest}

  defp signs(rest, text) when text in @operator_texts do
    near = trim(rest)
    if single_dot?(near), do: after_dot(tl(near), text), else: {{:operator, text}, rest}
  end

  defp signs(_, _), do: :none

  # --- what surrounds a place --------------------------------------------------------------------------

  @doc """
  The context of what a place stands in, given what is before (backwards) and after it: `{context, from, to}` with
  the number of characters before its start and before its end, or `:none`.
  """
  def surround(behind, ahead) do
    with {_, _, to} = found when to > length(behind) <- around(behind, ahead), do: found, else: (_ -> :none)
  end

  defp around(behind, ahead) do
    {moved, start, rest} = settle(behind, ahead)

    with {name, left} <- name_from(moved, start, rest),
         {context, _, _} = found <- name |> Enum.reverse(start) |> around_name(left),
         true <- moved != :dot or elem(context, 0) in [:dot, :alias, :struct, :module_attribute, :operator] do
      found
    else
      _ -> around_sign(behind, ahead)
    end
  end

  # A sigil has a name of one letter.
  defp name_from(:sigil, _, [letter | left]), do: {[letter], left}

  defp name_from(moved, behind, ahead) do
    {name, left} = Enum.split_while(ahead, &(&1 not in @no_name))

    case left do
      [c | left] when c in '?!' and (name != [] or (behind != [] and hd(behind) not in @no_name)) -> {name ++ [c], left}
      _ when name == [] and hd(behind) == ?@ and moved != :no -> {[], left}
      _ when name == [] -> :none
      _ -> {name, left}
    end
  end

  # A place on blanks or a sign that belong to the name behind them counts as that name's start.
  defp settle(behind, ahead) do
    {blanks, next} = Enum.split_while(ahead, &(&1 in @blanks))

    cond do
      single_dot?(next) and not part_of_range?(behind, next) -> next |> tl() |> over([?. | Enum.reverse(blanks, behind)], :dot)
      blanks != [] and begins?(trim(behind), '.%') -> {:dot, Enum.reverse(blanks, behind), next}
      true -> over_sign(behind, ahead, :no)
    end
  end

  # The second dot of two begins no name, only an alias.
  defp part_of_range?(behind, [?., c | _]) when c in ?A..?Z, do: behind == []
  defp part_of_range?(behind, _), do: begins?(behind, '.')

  defp over(ahead, behind, moved) do
    {blanks, next} = Enum.split_while(ahead, &(&1 in @blanks))
    over_sign(Enum.reverse(blanks, behind), next, moved)
  end

  defp over_sign(behind, [?% | ahead], moved), do: over(ahead, [?% | behind], moved)
  defp over_sign(behind, [?:, ?: | _] = ahead, moved), do: {moved, behind, ahead}
  defp over_sign([?: | _] = behind, [?: | _] = ahead, moved), do: {moved, behind, ahead}
  defp over_sign(behind, [c | ahead], _) when c in ':@', do: {:sign, [c | behind], ahead}

  defp over_sign(behind, [?~, letter | _] = ahead, moved) when letter in ?a..?z or letter in ?A..?Z do
    if begins?(behind, [?. | @signs]), do: {moved, behind, ahead}, else: {:sigil, [?~ | behind], tl(ahead)}
  end

  defp over_sign(behind, ahead, moved), do: {moved, behind, ahead}

  defp begins?([c | _], set), do: c in set
  defp begins?([], _), do: false

  defp around_name(whole, left) do
    case context(whole) do
      {{:alias, text}, rest} -> extended({:alias, text}, rest, left, whole)
      {{:alias, base, text}, rest} -> extended({:alias, base, text}, rest, left, whole)
      {{:struct, [_ | _]} = context, rest} -> extended(context, rest, left, whole)
      {{:struct, {_, _, _}} = context, rest} -> extended(context, rest, left, whole)
      {{:struct, {_, _}} = context, rest} -> extended(context, rest, left, whole)
      {{:dot, _, [_ | _]} = context, rest} -> found(context, rest, whole)
      {{:local_or_var, text}, rest} -> unless alias_follows?(left), do: found(local(text, trim(left)), rest, whole)
      {{:module_attribute, ''}, rest} -> found({:operator, '@'}, rest, whole)
      {{:module_attribute, _} = context, rest} -> found(context, rest, whole)
      {{:sigil, [_ | _]} = context, rest} -> found(context, rest, whole)
      {{:unquoted_atom, [_ | _]} = context, rest} -> found(context, rest, whole)
      _ -> :none
    end
  end

  defp found(context, rest, whole), do: {context, length(rest), length(whole)}

  defp alias_follows?(left) do
    near = trim(left)
    single_dot?(near) and match?([c | _] when c in ?A..?Z, near |> tl() |> trim())
  end

  defp local(text, [?( | _]), do: {:local_call, text}
  defp local(text, [?/ | _]), do: {:local_arity, text}
  defp local(text, _) when text in @word_operators, do: {:operator, text}
  defp local(text, _) when text in @keywords, do: {:keyword, text}
  defp local(text, _), do: {:local_or_var, text}

  # Aliases go on behind the place.
  defp extended(context, rest, left, whole) do
    {blanks, next} = Enum.split_while(left, &(&1 in @blanks))

    with true <- single_dot?(next),
         {more, next} = Enum.split_while(tl(next), &(&1 in @blanks)),
         {[_ | _] = name, left} <- name_from(:no, [], next),
         longer = Enum.reverse(name, Enum.reverse(more, [?. | Enum.reverse(blanks, whole)])),
         {context, rest} <- alias_context(longer) do
      extended(context, rest, left, longer)
    else
      _ -> found(context, rest, whole)
    end
  end

  defp alias_context(whole) do
    case context(whole) do
      {{:alias, _}, _} = found -> found
      {{:alias, _, _}, _} = found -> found
      {{:struct, [_ | _]}, _} = found -> found
      {{:struct, {:alias, _, _}}, _} = found -> found
      _ -> :none
    end
  end

  defp around_sign(behind, ahead) do
    {signs, _} = Enum.split_while(ahead, &(&1 in [?. | @signs]))
    whole = Enum.reverse(signs, behind)

    case context(whole) do
      {{:operator, _} = context, rest} -> found(context, rest, whole)
      {{:dot, _, [_ | _]} = context, rest} -> found(context, rest, whole)
      _ -> :none
    end
  end

  @doc """
  A backwards text without the blanks it begins with.
  """
  def trim([c | rest]) when c in @blanks, do: trim(rest)
  def trim(rest), do: rest
end
