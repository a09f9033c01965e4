# stdlib/ex_unit/ex_unit/diff.ex: what differs between two values, or between a pattern and a value.
# Here: two trees whose leaves are marked as same or different, and their layout.
# Not here: colours (ExUnit.Formatter gives a function that marks text).
# Holds: a node is {:same | :diff, document}, {:text, string}, {:list, open, nodes, close} or
# {:concat, nodes}; documents are those of Inspect.Algebra.
defmodule ExUnit.Diff do
  @moduledoc false

  alias Inspect.Algebra

  defstruct equivalent?: true, left: nil, right: nil

  @opts %Inspect.Opts{}

  @doc """
  Compares `left` with `right`; with a context `{:match, pins}` left is a pattern as quoted code.

  Answers the difference and the variables that the pattern bound.
  """
  def compute(left, right, context)
  def compute(left, right, {:match, pins}), do: pattern(left, right, Map.new(pins))
  def compute(left, right, operator) when operator in [:===, :!==], do: {values(left, right, &===/2), %{}}
  def compute(left, right, _operator), do: {values(left, right, &==/2), %{}}

  @doc """
  The layout of one side; `mark` is called with the parts that differ.
  """
  def to_algebra(node, mark)
  def to_algebra({:same, document}, _mark), do: document
  def to_algebra({:diff, document}, mark), do: mark.(document)
  def to_algebra({:text, text}, _mark), do: text
  def to_algebra({:concat, nodes}, mark), do: nodes |> Enum.map(&to_algebra(&1, mark)) |> Algebra.concat()

  def to_algebra({:list, open, nodes, close}, mark) do
    documents = Enum.map(nodes, &to_algebra(&1, mark))
    Algebra.container_doc(open, documents, close, %{@opts | limit: :infinity}, fn document, _ -> document end, break: :strict)
  end

  # -- values ---------------------------------------------------------------------------------------------------

  defp values(left, right, equal?) do
    if equal?.(left, right), do: same(shown(left), shown(right)), else: different(left, right, equal?)
  end

  defp different(left, right, equal?) when is_list(left) and is_list(right) do
    if {left, right} != {[], []} and List.ascii_printable?(left) and List.ascii_printable?(right),
      do: charlists(left, right),
      else: different_lists(left, right, equal?)
  end


  defp different(left, right, equal?) when is_tuple(left) and is_tuple(right) do
    {lefts, rights} = side_by_side(Tuple.to_list(left), Tuple.to_list(right), equal?)
    differ({:list, "{", lefts, "}"}, {:list, "{", rights, "}"})
  end

  # What is inspected in a way of its own is compared as shown, where that tells the two apart.
  defp different(%name{} = left, %name{} = right, equal?) do
    {left_text, right_text} = {inspect(left), inspect(right)}

    if Inspect.impl_for(left) in [Inspect.Any, Inspect.Map] or left_text == right_text,
      do: maps(Map.from_struct(left), Map.from_struct(right), "%#{inspect(name)}{", equal?),
      else: texts(left_text, right_text)
  end

  # Structs of two kinds, or one and a map: their names differ, and what fields do.
  defp different(%_{} = left, right, equal?) when is_map(right), do: other_kinds(left, right, equal?)
  defp different(left, %_{} = right, equal?) when is_map(left), do: other_kinds(left, right, equal?)

  defp different(left, right, equal?) when is_map(left) and is_map(right), do: maps(left, right, "%{", equal?)

  defp different(left, right, _equal?) when is_binary(left) and is_binary(right) do
    if String.valid?(left) and String.valid?(right), do: strings(left, right), else: bytes(left, right)
  end

  defp different(left, right, _equal?) when is_integer(left) and is_integer(right), do: texts(inspect(left), inspect(right))
  defp different(left, right, _equal?) when is_float(left) and is_float(right), do: texts(inspect(left), inspect(right))

  defp different(left, right, _equal?), do: whole(left, right)

  defp same(left, right), do: %__MODULE__{equivalent?: true, left: {:same, left}, right: {:same, right}}
  defp differ(left, right), do: %__MODULE__{equivalent?: false, left: left, right: right}
  defp whole(left, right), do: differ({:diff, shown(left)}, {:diff, shown(right)})
  defp shown(value), do: Algebra.to_doc(value, @opts)

  defp proper?([_ | tail]), do: proper?(tail)
  defp proper?(tail), do: tail == []

  defp different_lists(left, right, equal?) do
    if proper?(left) and proper?(right), do: lists(left, right, equal?), else: improper(left, right, equal?, [], [])
  end

  defp other_kinds(left, right, equal?) do
    diff = maps(Map.delete(left, :__struct__), Map.delete(right, :__struct__), "{", equal?)
    differ({:concat, [kind(left), diff.left]}, {:concat, [kind(right), diff.right]})
  end

  defp kind(%name{}), do: {:concat, [{:text, "%"}, {:diff, inspect(name)}]}
  defp kind(_map), do: {:text, "%"}

  # Elements that were taken out and put in at the same place are compared with each other.
  defp lists(left, right, equal?) do
    keywords? = left != [] and right != [] and Keyword.keyword?(left) and Keyword.keyword?(right)
    edits = List.myers_difference(left, right)
    {lefts, rights} = edits(edits, [], [], {equal?, keywords?})

    # A side with an entry the other has not shows them as tuples.
    {left_tuples, right_tuples} = if keywords?, do: edits(edits, [], [], {equal?, false}), else: {lefts, rights}
    lefts = if Enum.any?(lefts, &match?({:diff, _}, &1)), do: left_tuples, else: lefts
    rights = if Enum.any?(rights, &match?({:diff, _}, &1)), do: right_tuples, else: rights
    differ({:list, "[", lefts, "]"}, {:list, "[", rights, "]"})
  end

  # Side by side, with what stands behind the bars.
  defp improper([left | lefts], [right | rights], equal?, left_nodes, right_nodes) do
    diff = values(left, right, equal?)
    improper(lefts, rights, equal?, [diff.left | left_nodes], [diff.right | right_nodes])
  end

  defp improper(left, right, equal?, left_nodes, right_nodes) do
    {left_rest, right_rest} = tails(left, right, equal?)
    differ(with_tail(left_nodes, left_rest), with_tail(right_nodes, right_rest))
  end

  defp tails(left, right, equal?) when not is_list(left) and not is_list(right) do
    diff = values(left, right, equal?)
    {{[], diff.left}, {[], diff.right}}
  end

  defp tails(left, right, _equal?), do: {all_different(left, []), all_different(right, [])}

  defp all_different([head | tail], nodes), do: all_different(tail, [{:diff, shown(head)} | nodes])
  defp all_different([], nodes), do: {Enum.reverse(nodes), nil}
  defp all_different(tail, nodes), do: {Enum.reverse(nodes), {:diff, shown(tail)}}

  defp with_tail(reversed, {nodes, nil}), do: {:list, "[", Enum.reverse(reversed, nodes), "]"}

  defp with_tail(reversed, {nodes, tail}) do
    {others, [last]} = reversed |> Enum.reverse(nodes) |> Enum.split(-1)
    {:list, "[", others ++ [{:concat, [last, {:text, " | "}, tail]}], "]"}
  end

  defp edits([], lefts, rights, _how), do: {Enum.reverse(lefts), Enum.reverse(rights)}

  defp edits([{:eq, equal} | rest], lefts, rights, how) do
    nodes = Enum.map(equal, &{:same, element(&1, how)})
    edits(rest, Enum.reverse(nodes, lefts), Enum.reverse(nodes, rights), how)
  end

  defp edits([{:del, gone}, {:ins, new} | rest], lefts, rights, how), do: replaced(gone, new, rest, lefts, rights, how)
  defp edits([{:ins, new}, {:del, gone} | rest], lefts, rights, how), do: replaced(gone, new, rest, lefts, rights, how)

  defp edits([{:del, gone} | rest], lefts, rights, how) do
    edits(rest, Enum.reverse(Enum.map(gone, &{:diff, element(&1, how)}), lefts), rights, how)
  end

  defp edits([{:ins, new} | rest], lefts, rights, how) do
    edits(rest, lefts, Enum.reverse(Enum.map(new, &{:diff, element(&1, how)}), rights), how)
  end

  defp replaced([left | gone], [right | new], rest, lefts, rights, how) do
    %{left: left, right: right} = pair(left, right, how)
    replaced(gone, new, rest, [left | lefts], [right | rights], how)
  end

  defp replaced([], [], rest, lefts, rights, how), do: edits(rest, lefts, rights, how)
  defp replaced(gone, [], rest, lefts, rights, how), do: edits([{:del, gone} | rest], lefts, rights, how)
  defp replaced([], new, rest, lefts, rights, how), do: edits([{:ins, new} | rest], lefts, rights, how)

  defp pair({left_key, left}, {right_key, right}, {equal?, true}) do
    value = values(left, right, equal?)
    mark = if left_key == right_key, do: :same, else: :diff

    differ(
      {:concat, [{mark, keyword_key(left_key)}, {:text, " "}, value.left]},
      {:concat, [{mark, keyword_key(right_key)}, {:text, " "}, value.right]}
    )
  end

  defp pair(left, right, {equal?, _}), do: values(left, right, equal?)

  defp element({key, value}, {_, true}), do: Algebra.concat([keyword_key(key), " ", shown(value)])
  defp element(value, _how), do: shown(value)

  # `[a: 1]` shows its key as `a:`.
  defp keyword_key(key) do
    text = inspect([{key, 1}])
    binary_part(text, 1, byte_size(text) - 4)
  end

  defp side_by_side([left | lefts], [right | rights], equal?) do
    %{left: left, right: right} = values(left, right, equal?)
    {lefts, rights} = side_by_side(lefts, rights, equal?)
    {[left | lefts], [right | rights]}
  end

  defp side_by_side(lefts, rights, _equal?) do
    {Enum.map(lefts, &{:diff, shown(&1)}), Enum.map(rights, &{:diff, shown(&1)})}
  end

  defp maps(left, right, open, equal?) do
    compared = Map.new(for {key, value} <- left, is_map_key(right, key), do: {key, values(value, Map.fetch!(right, key), equal?)})

    differ(
      {:list, open, entries(left, compared, & &1.left), "}"},
      {:list, open, entries(right, compared, & &1.right), "}"}
    )
  end

  defp entries(map, compared, side) do
    keywords? = Enum.all?(Map.keys(map), &is_atom/1)

    # What both have comes first.
    {both, one} = map |> Enum.sort() |> Enum.split_with(fn {key, _} -> is_map_key(compared, key) end)

    for {key, value} <- both ++ one do
      case compared do
        %{^key => diff} -> {:concat, [{:text, map_key(key, keywords?)}, side.(diff)]}
        _ -> {:diff, Algebra.concat(map_key(key, keywords?), shown(value))}
      end
    end
  end

  defp map_key(key, true), do: keyword_key(key) <> " "
  defp map_key(key, false), do: inspect(key) <> " => "

  # As strings with escapes, which are compared.
  defp bytes(left, right) do
    escaped_bytes(left) |> fragments(escaped_bytes(right)) |> quoted("\"")
  end

  defp escaped_bytes(bytes) do
    text = inspect(bytes, binaries: :as_strings, printable_limit: :infinity)
    binary_part(text, 1, byte_size(text) - 2)
  end

  # Within quotes, the letters that differ.
  defp strings(left, right), do: escaped(left) |> fragments(escaped(right)) |> quoted("\"")
  defp charlists(left, right), do: escaped(List.to_string(left)) |> fragments(escaped(List.to_string(right))) |> quoted("'")

  defp quoted({lefts, rights}, quote) do
    differ({:concat, [{:text, quote} | lefts] ++ [{:text, quote}]}, {:concat, [{:text, quote} | rights] ++ [{:text, quote}]})
  end

  defp texts(left, right) do
    {lefts, rights} = fragments(left, right)
    differ({:concat, lefts}, {:concat, rights})
  end

  defp fragments(left, right) do
    if alike?(left, right) do
      left
      |> String.myers_difference(right)
      |> Enum.reduce({[], []}, fn
        {:eq, text}, {lefts, rights} -> {[{:text, text} | lefts], [{:text, text} | rights]}
        {:del, text}, {lefts, rights} -> {[{:diff, text} | lefts], rights}
        {:ins, text}, {lefts, rights} -> {lefts, [{:diff, text} | rights]}
      end)
      |> then(fn {lefts, rights} -> {Enum.reverse(lefts), Enum.reverse(rights)} end)
    else
      {[{:diff, left}], [{:diff, right}]}
    end
  end

  # Strings that have little in common would show as confetti; long ones take too long.
  defp alike?(left, right) do
    byte_size(left) < 4_096 and byte_size(right) < 4_096 and String.bag_distance(left, right) > 0.4
  end

  defp escaped(text) do
    text = inspect(text, printable_limit: :infinity)
    binary_part(text, 1, byte_size(text) - 2)
  end

  # -- patterns -------------------------------------------------------------------------------------------------

  # The environment holds pinned values and what variables were bound to, both by {name, context}.
  defp pattern({:when, _, [pattern, guard]}, right, env) do
    {diff, env} = pattern(pattern, right, env)
    guard = if diff.equivalent?, do: guard(guard, bindings(env)), else: {:same, Macro.to_string(guard)}
    {%{diff | left: {:concat, [diff.left, {:text, " when "}, guard]}}, env}
  end

  # The difference is that of what a macro stands for; the call shows as it is written.
  defp pattern({name, meta, args} = call, right, env) when is_atom(name) and is_list(args) do
    case Keyword.pop(meta, :expanded) do
      {nil, _} ->
        plain_pattern(call, right, env)

      {expanded, meta} ->
        {diff, env} = pattern(expanded, right, env)
        mark = if diff.equivalent?, do: :same, else: :diff
        {%{diff | left: {mark, Macro.to_string({name, meta, args})}}, env}
    end
  end

  defp pattern(code, right, env), do: plain_pattern(code, right, env)

  # Of `and` and `or` the parts that do not hold.
  defp guard({operator, _, [left, right]}, bindings) when operator in [:and, :or],
    do: {:concat, [guard(left, bindings), {:text, " #{operator} "}, guard(right, bindings)]}

  defp guard(guard, bindings), do: {if(holds?(guard, bindings), do: :same, else: :diff), Macro.to_string(guard)}

  # What cannot be told, as it needs other variables, is not held against the guard.
  defp holds?(guard, bindings) do
    if Enum.all?(variables(guard), &List.keymember?(bindings, &1, 0)) do
      {value, _} = Code.eval_quoted(guard, bindings)
      value == true
    else
      true
    end
  rescue
    _ -> false
  end

  defp variables(guard) do
    {_, found} =
      Macro.prewalk(guard, [], fn
        {name, _, nil} = variable, found when is_atom(name) -> {variable, [name | found]}
        {name, _, context} = variable, found when is_atom(name) and is_atom(context) -> {variable, [{name, context} | found]}
        other, found -> {other, found}
      end)

    found
  end

  defp bindings(env) do
    for {key, value} <- env do
      case key do
        {:bound, name, context} -> {{name, context}, value}
        {name, context} -> {{name, context}, value}
      end
    end
    |> Enum.map(fn
      {{name, nil}, value} -> {name, value}
      pair -> pair
    end)
  end

  defp plain_pattern({:_, _, context}, right, env) when is_atom(context), do: {same("_", shown(right)), env}

  defp plain_pattern({:^, _, [{name, _, context}]} = pin, right, env) when is_atom(name) and is_atom(context) do
    case env do
      %{{^name, ^context} => value} when value !== right -> {differ({:diff, Macro.to_string(pin)}, {:diff, shown(right)}), env}
      _ -> {same(Macro.to_string(pin), shown(right)), env}
    end
  end

  defp plain_pattern({name, _, context}, right, env) when is_atom(name) and is_atom(context) do
    key = {:bound, name, context}
    text = Atom.to_string(name)

    case env do
      %{^key => value} when value !== right -> {differ({:diff, text}, {:diff, shown(right)}), env}
      _ -> {same(text, shown(right)), Map.put(env, key, right)}
    end
  end

  defp plain_pattern({:=, _, [left, {name, _, context} = variable]}, right, env) when is_atom(name) and is_atom(context) do
    {diff, env} = pattern(left, right, env)
    {_, env} = pattern(variable, right, env)
    {%{diff | left: {:concat, [diff.left, {:text, " = #{name}"}]}}, env}
  end

  defp plain_pattern({:=, _, [left, right_pattern]}, right, env) do
    {diff, env} = pattern(right_pattern, right, env)
    {%{diff | left: {:concat, [{:text, Macro.to_string(left) <> " = "}, diff.left]}}, env}
  end

  defp plain_pattern({:{}, _, elements}, right, env) when is_tuple(right), do: tuple_pattern(elements, right, env)
  defp plain_pattern({left, right_element}, right, env) when is_tuple(right), do: tuple_pattern([left, right_element], right, env)

  defp plain_pattern({:%{}, _, pairs}, right, env) when is_map(right), do: map_pattern(pairs, right, "%{", "%{", env)

  # A name that is bound is a field like the others.
  defp plain_pattern({:%, _, [{name, _, context} = variable, {:%{}, _, pairs}]}, right, env)
       when is_map(right) and is_atom(name) and is_atom(context) do
    map_pattern([{:__struct__, variable} | pairs], right, "%{", "%{", env)
  end

  defp plain_pattern({:%, _, [name, {:%{}, _, pairs}]}, right, env) when is_map(right) do
    case right do
      %actual{} ->
        {same?, text} = struct_name(name, actual)
        {diff, env} = map_pattern(pairs, right, "{", "{", env)
        mark = if same?, do: :text, else: :diff

        {%{
           diff
           | equivalent?: same? and diff.equivalent?,
             left: {:concat, [{:text, "%"}, {mark, text}, diff.left]},
             right: {:concat, [{:text, "%"}, {mark, inspect(actual)}, diff.right]}
         }, env}

      _ ->
        {diff, env} = map_pattern(pairs, right, "{", "%{", env)
        {%{diff | equivalent?: false, left: {:concat, [{:text, "%"}, {:diff, Macro.to_string(name)}, diff.left]}}, env}
    end
  end

  defp plain_pattern({:<>, _, [prefix, rest]}, right, env) when is_binary(prefix) and is_binary(right) do
    if String.starts_with?(right, prefix) do
      tail = binary_part(right, byte_size(prefix), byte_size(right) - byte_size(prefix))
      {diff, env} = pattern(rest, tail, env)
      left = {:concat, [{:text, inspect(prefix) <> " <> "}, diff.left]}
      {%{diff | left: left, right: if(diff.equivalent?, do: {:same, shown(right)}, else: {:diff, shown(right)})}, env}
    else
      {start, tail} = String.split_at(right, String.length(prefix))
      {lefts, rights} = fragments(escaped(prefix), escaped(start))

      left = {:concat, [{:text, "\""} | lefts] ++ [{:text, "\" <> " <> Macro.to_string(rest)}]}
      right = {:concat, [{:text, "\""} | rights] ++ [{:text, escaped(tail) <> "\""}]}
      {differ(left, right), env}
    end
  end

  defp plain_pattern({:++, _, [heads, tail]}, right, env) when is_list(heads) and is_list(right) do
    {diff, env} = open_list(heads, tail, right, env)

    case diff.left do
      {:list, "[", nodes, "]"} ->
        {others, [{:concat, [last, _bar, tail]}]} = Enum.split(nodes, -1)
        {%{diff | left: {:concat, [{:list, "[", others ++ [last], "]"}, {:text, " ++ "}, tail]}}, env}

      _ ->
        {diff, env}
    end
  end

  defp plain_pattern([_ | _] = list, right, env) when is_list(right) do
    if Enum.all?(list, &is_integer/1), do: {values(list, right, &===/2), env}, else: list_pattern(list, right, env)
  end

  defp plain_pattern([], right, env) when is_list(right), do: {values([], right, &===/2), env}

  defp plain_pattern({:-, _, [number]}, right, env) when is_number(number), do: {values(-number, right, &===/2), env}

  defp plain_pattern({:__aliases__, _, _} = name, right, env) when is_atom(right) do
    {same?, text} = struct_name(name, right)
    if same?, do: {same(text, shown(right)), env}, else: {differ({:diff, text}, {:diff, shown(right)}), env}
  end

  defp plain_pattern({_, _, _} = code, right, env) do
    {differ({:diff, Macro.to_string(code)}, {:diff, shown(right)}), env}
  end

  defp plain_pattern({_, _} = code, right, env), do: {differ({:diff, Macro.to_string(code)}, {:diff, shown(right)}), env}
  defp plain_pattern(list, right, env) when is_list(list), do: {differ({:diff, Macro.to_string(list)}, {:diff, shown(right)}), env}
  defp plain_pattern(literal, right, env), do: {values(literal, right, &===/2), env}

  defp struct_name({:__aliases__, _, _} = name, actual) do
    text = Macro.to_string(name)
    {inspect(actual) == text or String.ends_with?(inspect(actual), "." <> text), text}
  end

  defp struct_name(name, actual) when is_atom(name), do: {name == actual, inspect(name)}
  defp struct_name(name, _actual), do: {true, Macro.to_string(name)}

  defp tuple_pattern(elements, right, env) do
    {nodes, env, same?} = elements(elements, Tuple.to_list(right), [], env, true)
    {lefts, rights} = Enum.unzip(nodes)
    result({:list, "{", compact(lefts), "}"}, {:list, "{", compact(rights), "}"}, same?, env)
  end

  # [{left node | nil, right node | nil}]
  defp elements(patterns, rights, nodes, env, same?, keywords? \\ false)

  defp elements([{left_key, pattern} | patterns], [{right_key, right} | rights], nodes, env, same?, true) do
    {diff, env} = pattern(pattern, right, env)
    mark = if left_key == right_key, do: :same, else: :diff
    left = {:concat, [{mark, keyword_key(left_key)}, {:text, " "}, diff.left]}
    right = {:concat, [{mark, keyword_key(right_key)}, {:text, " "}, diff.right]}
    elements(patterns, rights, [{left, right} | nodes], env, same? and diff.equivalent? and mark == :same, true)
  end

  defp elements([pattern | patterns], [right | rights], nodes, env, same?, keywords?) do
    {diff, env} = pattern(pattern, right, env)
    elements(patterns, rights, [{diff.left, diff.right} | nodes], env, same? and diff.equivalent?, keywords?)
  end

  defp elements([], [], nodes, env, same?, _keywords?), do: {Enum.reverse(nodes), env, same?}

  defp elements(patterns, rights, nodes, env, _same?, _keywords?) do
    extra = Enum.map(patterns, &{{:diff, Macro.to_string(&1)}, nil}) ++ Enum.map(rights, &{nil, {:diff, shown(&1)}})
    {Enum.reverse(nodes, extra), env, false}
  end

  defp compact(nodes), do: Enum.reject(nodes, &is_nil/1)

  defp list_pattern(patterns, right, env) do
    case List.last(patterns) do
      {:|, _, [head, tail]} -> open_list(Enum.drop(patterns, -1) ++ [head], tail, right, env)
      _ -> closed_list(patterns, right, env)
    end
  end

  defp closed_list(patterns, right, env) do
    if proper?(right) do
      keywords? = Keyword.keyword?(patterns) and Keyword.keyword?(right)
      {nodes, after_env, same?} = elements(patterns, right, [], env, true, keywords?)
      {lefts, rights} = Enum.unzip(nodes)
      {lefts, rights} = {compact(lefts), compact(rights)}

      # As with values, a side with more entries shows them as tuples.
      {tuples, _, _} = if keywords?, do: elements(patterns, right, [], env, true), else: {nodes, env, same?}
      lefts = if length(lefts) > length(rights), do: tuples |> Enum.map(&elem(&1, 0)) |> compact(), else: lefts
      rights = if length(rights) > length(lefts), do: tuples |> Enum.map(&elem(&1, 1)) |> compact(), else: rights
      result({:list, "[", lefts, "]"}, {:list, "[", rights, "]"}, same?, after_env)
    else
      {differ({:diff, Macro.to_string(patterns)}, {:diff, shown(right)}), env}
    end
  end

  defp open_list(heads, tail, right, env) do
    if proper?(right) and length(right) >= length(heads) do
      {firsts, rest} = Enum.split(right, length(heads))
      {nodes, env, same?} = elements(heads, firsts, [], env, true)
      {diff, env} = pattern(tail, rest, env)
      {lefts, rights} = Enum.unzip(nodes)
      {others, [last]} = Enum.split(lefts, -1)
      left = {:list, "[", others ++ [{:concat, [last, {:text, " | "}, diff.left]}], "]"}
      rest_mark = if diff.equivalent?, do: :same, else: :diff
      result(left, {:list, "[", rights ++ Enum.map(rest, &{rest_mark, shown(&1)}), "]"}, same? and diff.equivalent?, env)
    else
      short_list(heads, tail, right, env)
    end
  end

  # The heads that the list has not are what differs.
  defp short_list(heads, tail, right, env) do
    if proper?(right) do
      {given, missing} = Enum.split(heads, length(right))
      {nodes, env, _} = elements(given, right, [], env, true)
      {lefts, rights} = Enum.unzip(nodes)
      {others, [last]} = Enum.split(lefts ++ Enum.map(missing, &{:diff, Macro.to_string(&1)}), -1)
      left = {:list, "[", others ++ [{:concat, [last, {:text, " | " <> Macro.to_string(tail)}]}], "]"}
      result(left, {:list, "[", rights, "]"}, false, env)
    else
      {differ({:diff, Macro.to_string(Enum.drop(heads, -1) ++ [{:|, [], [List.last(heads), tail]}])}, {:diff, shown(right)}), env}
    end
  end

  defp map_pattern(pairs, right, left_open, right_open, env) do
    # A struct shows as one, whatever pattern it is held against.
    shown = Map.delete(right, :__struct__)
    right_open = if left_open == "%{" and is_struct(right), do: "%#{inspect(right.__struct__)}{", else: right_open

    short? = Enum.all?(pairs, fn {key, _} -> is_atom(key) end)
    pairs = if short?, do: pairs, else: Enum.sort_by(pairs, &elem(&1, 0))
    {nodes, compared, env} = Enum.reduce(pairs, {[], %{}, env}, &pair_pattern(&1, right, short?, &2))
    same? = Enum.all?(nodes, fn {_, same?} -> same? end)
    keywords? = Enum.all?(Map.keys(shown), &is_atom/1)

    # What the pattern names comes first.
    named = for {key, _} <- pairs, {:ok, key, value} <- [fetch(shown, key, env)], do: {key, value}
    others = shown |> Map.drop(Enum.map(named, &elem(&1, 0))) |> Map.to_list() |> Enum.sort()

    rights =
      for {key, value} <- Enum.uniq(named) ++ others do
        {:concat, [{:text, map_key(key, keywords?)}, Map.get(compared, key, {:same, shown(value)})]}
      end

    left = {:list, left_open, nodes |> Enum.reverse() |> Enum.map(&elem(&1, 0)), "}"}
    result(left, {:list, right_open, rights, "}"}, same?, env)
  end

  defp pair_pattern({key, pattern}, map, short?, {nodes, compared, env}) do
    text = if short?, do: keyword_key(key) <> " ", else: Macro.to_string(key) <> " => "

    case fetch(map, key, env) do
      {:ok, actual_key, value} ->
        {diff, env} = pattern(pattern, value, env)
        {[{{:concat, [{:text, text}, diff.left]}, diff.equivalent?} | nodes], Map.put(compared, actual_key, diff.right), env}

      :error ->
        {[{{:diff, text <> Macro.to_string(pattern)}, false} | nodes], compared, env}
    end
  end

  defp fetch(map, {:^, _, [{name, _, context}]}, env) do
    with {:ok, key} <- Map.fetch(env, {name, context}), {:ok, value} <- Map.fetch(map, key), do: {:ok, key, value}
  end

  defp fetch(map, key, _env) do
    key = if match?({:{}, _, _}, key), do: key |> elem(2) |> List.to_tuple(), else: key
    with {:ok, value} <- Map.fetch(map, key), do: {:ok, key, value}
  end

  defp result(left, right, same?, env), do: {%__MODULE__{equivalent?: same?, left: left, right: right}, env}
end
