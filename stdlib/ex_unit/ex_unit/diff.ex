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
    Algebra.container_doc(open, documents, close, @opts, fn document, _ -> document end, break: :strict)
  end

  # -- values ---------------------------------------------------------------------------------------------------

  defp values(left, right, equal?) do
    if equal?.(left, right), do: same(shown(left), shown(right)), else: different(left, right, equal?)
  end

  defp different([_ | _] = left, [_ | _] = right, equal?) do
    cond do
      List.ascii_printable?(left) and List.ascii_printable?(right) -> charlists(left, right)
      proper?(left) and proper?(right) -> lists(left, right, equal?)
      true -> whole(left, right)
    end
  end

  defp different(left, right, equal?) when is_list(left) and is_list(right) do
    if proper?(left) and proper?(right), do: lists(left, right, equal?), else: whole(left, right)
  end

  defp different(left, right, equal?) when is_tuple(left) and is_tuple(right) do
    {lefts, rights} = side_by_side(Tuple.to_list(left), Tuple.to_list(right), equal?)
    differ({:list, "{", lefts, "}"}, {:list, "{", rights, "}"})
  end

  defp different(%name{} = left, %name{} = right, equal?) do
    if Inspect.impl_for(left) in [Inspect.Any, Inspect.Map],
      do: maps(left |> Map.from_struct(), Map.from_struct(right), "%#{inspect(name)}{", equal?),
      else: texts(inspect(left), inspect(right))
  end

  defp different(%_{} = left, right, _equal?), do: whole(left, right)
  defp different(left, %_{} = right, _equal?), do: whole(left, right)

  defp different(left, right, equal?) when is_map(left) and is_map(right), do: maps(left, right, "%{", equal?)

  defp different(left, right, _equal?) when is_binary(left) and is_binary(right) do
    if String.valid?(left) and String.valid?(right), do: strings(left, right), else: whole(left, right)
  end

  defp different(left, right, _equal?), do: whole(left, right)

  defp same(left, right), do: %__MODULE__{equivalent?: true, left: {:same, left}, right: {:same, right}}
  defp differ(left, right), do: %__MODULE__{equivalent?: false, left: left, right: right}
  defp whole(left, right), do: differ({:diff, shown(left)}, {:diff, shown(right)})
  defp shown(value), do: Algebra.to_doc(value, @opts)

  defp proper?([_ | tail]), do: proper?(tail)
  defp proper?(tail), do: tail == []

  # Elements that were taken out and put in at the same place are compared with each other.
  defp lists(left, right, equal?) do
    keywords? = left != [] and right != [] and Keyword.keyword?(left) and Keyword.keyword?(right)
    {lefts, rights} = left |> List.myers_difference(right) |> edits([], [], {equal?, keywords?})
    differ({:list, "[", lefts, "]"}, {:list, "[", rights, "]"})
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
    keywords? = Enum.all?(Map.keys(left) ++ Map.keys(right), &is_atom/1)
    compared = Map.new(for {key, value} <- left, is_map_key(right, key), do: {key, values(value, Map.fetch!(right, key), equal?)})

    differ(
      {:list, open, entries(left, compared, & &1.left, keywords?), "}"},
      {:list, open, entries(right, compared, & &1.right, keywords?), "}"}
    )
  end

  defp entries(map, compared, side, keywords?) do
    for {key, value} <- Enum.sort(map) do
      case compared do
        %{^key => diff} -> {:concat, [{:text, map_key(key, keywords?)}, side.(diff)]}
        _ -> {:diff, Algebra.concat(map_key(key, keywords?), shown(value))}
      end
    end
  end

  defp map_key(key, true), do: keyword_key(key) <> " "
  defp map_key(key, false), do: inspect(key) <> " => "

  # Within quotes, the letters that differ.
  defp strings(left, right), do: left |> fragments(right, &escaped/1) |> quoted("\"")
  defp charlists(left, right), do: List.to_string(left) |> fragments(List.to_string(right), &escaped/1) |> quoted("'")

  defp quoted({lefts, rights}, quote) do
    differ({:concat, [{:text, quote} | lefts] ++ [{:text, quote}]}, {:concat, [{:text, quote} | rights] ++ [{:text, quote}]})
  end

  defp texts(left, right) do
    {lefts, rights} = fragments(left, right, & &1)
    differ({:concat, lefts}, {:concat, rights})
  end

  defp fragments(left, right, show) do
    if alike?(left, right) do
      left
      |> String.myers_difference(right)
      |> Enum.reduce({[], []}, fn
        {:eq, text}, {lefts, rights} -> {[{:text, show.(text)} | lefts], [{:text, show.(text)} | rights]}
        {:del, text}, {lefts, rights} -> {[{:diff, show.(text)} | lefts], rights}
        {:ins, text}, {lefts, rights} -> {lefts, [{:diff, show.(text)} | rights]}
      end)
      |> then(fn {lefts, rights} -> {Enum.reverse(lefts), Enum.reverse(rights)} end)
    else
      {[{:diff, show.(left)}], [{:diff, show.(right)}]}
    end
  end

  # Strings that have little in common would show as confetti; long ones take too long.
  defp alike?(left, right) do
    byte_size(left) < 4_096 and byte_size(right) < 4_096 and String.bag_distance(left, right) > 0.5
  end

  defp escaped(text) do
    text = inspect(text, printable_limit: :infinity)
    binary_part(text, 1, byte_size(text) - 2)
  end

  # -- patterns -------------------------------------------------------------------------------------------------

  # The environment holds pinned values and what variables were bound to, both by {name, context}.
  defp pattern({:when, _, [pattern, guard]}, right, env) do
    {diff, env} = pattern(pattern, right, env)
    mark = if diff.equivalent?, do: :diff, else: :same
    left = {:concat, [diff.left, {:text, " when "}, {mark, Macro.to_string(guard)}]}
    {%{diff | left: left}, env}
  end

  defp pattern({:_, _, context}, right, env) when is_atom(context), do: {same("_", shown(right)), env}

  defp pattern({:^, _, [{name, _, context}]} = pin, right, env) when is_atom(name) and is_atom(context) do
    case env do
      %{{^name, ^context} => value} when value !== right -> {differ({:diff, Macro.to_string(pin)}, {:diff, shown(right)}), env}
      _ -> {same(Macro.to_string(pin), shown(right)), env}
    end
  end

  defp pattern({name, _, context}, right, env) when is_atom(name) and is_atom(context) do
    key = {:bound, name, context}
    text = Atom.to_string(name)

    case env do
      %{^key => value} when value !== right -> {differ({:diff, text}, {:diff, shown(right)}), env}
      _ -> {same(text, shown(right)), Map.put(env, key, right)}
    end
  end

  defp pattern({:=, _, [left, {name, _, context} = variable]}, right, env) when is_atom(name) and is_atom(context) do
    {diff, env} = pattern(left, right, env)
    {_, env} = pattern(variable, right, env)
    {%{diff | left: {:concat, [diff.left, {:text, " = #{name}"}]}}, env}
  end

  defp pattern({:=, _, [left, right_pattern]}, right, env) do
    {diff, env} = pattern(right_pattern, right, env)
    {%{diff | left: {:concat, [{:text, Macro.to_string(left) <> " = "}, diff.left]}}, env}
  end

  defp pattern({:{}, _, elements}, right, env) when is_tuple(right), do: tuple_pattern(elements, right, env)
  defp pattern({left, right_element}, right, env) when is_tuple(right), do: tuple_pattern([left, right_element], right, env)

  defp pattern({:%{}, _, pairs}, right, env) when is_map(right), do: map_pattern(pairs, right, "%{", "%{", env)

  defp pattern({:%, _, [name, {:%{}, _, pairs}]}, %actual{} = right, env) do
    {same?, text} = struct_name(name, actual)
    open = "%" <> text <> "{"

    if same?,
      do: map_pattern(pairs, right, open, "%#{inspect(actual)}{", env),
      else: {differ({:diff, Macro.to_string({:%, [], [name, {:%{}, [], pairs}]})}, {:diff, shown(right)}), env}
  end

  defp pattern({:<>, _, [prefix, rest]}, right, env) when is_binary(prefix) and is_binary(right) do
    if String.starts_with?(right, prefix) do
      tail = binary_part(right, byte_size(prefix), byte_size(right) - byte_size(prefix))
      {diff, env} = pattern(rest, tail, env)
      left = {:concat, [{:text, inspect(prefix) <> " <> "}, diff.left]}
      {%{diff | left: left, right: if(diff.equivalent?, do: {:same, shown(right)}, else: {:diff, shown(right)})}, env}
    else
      diff = strings(prefix, right)
      {%{diff | left: {:concat, [diff.left, {:text, " <> " <> Macro.to_string(rest)}]}}, env}
    end
  end

  defp pattern([_ | _] = list, right, env) when is_list(right) do
    if Enum.all?(list, &is_integer/1), do: {values(list, right, &===/2), env}, else: list_pattern(list, right, env)
  end

  defp pattern([], right, env) when is_list(right), do: {values([], right, &===/2), env}

  defp pattern({:-, _, [number]}, right, env) when is_number(number), do: {values(-number, right, &===/2), env}

  defp pattern({:__aliases__, _, _} = name, right, env) when is_atom(right) do
    {same?, text} = struct_name(name, right)
    if same?, do: {same(text, shown(right)), env}, else: {differ({:diff, text}, {:diff, shown(right)}), env}
  end

  defp pattern({_, _, _} = code, right, env) do
    {differ({:diff, Macro.to_string(code)}, {:diff, shown(right)}), env}
  end

  defp pattern({_, _} = code, right, env), do: {differ({:diff, Macro.to_string(code)}, {:diff, shown(right)}), env}
  defp pattern(list, right, env) when is_list(list), do: {differ({:diff, Macro.to_string(list)}, {:diff, shown(right)}), env}
  defp pattern(literal, right, env), do: {values(literal, right, &===/2), env}

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
  defp elements([pattern | patterns], [right | rights], nodes, env, same?) do
    {diff, env} = pattern(pattern, right, env)
    elements(patterns, rights, [{diff.left, diff.right} | nodes], env, same? and diff.equivalent?)
  end

  defp elements([], [], nodes, env, same?), do: {Enum.reverse(nodes), env, same?}

  defp elements(patterns, rights, nodes, env, _same?) do
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
      {nodes, env, same?} = elements(patterns, right, [], env, true)
      {lefts, rights} = Enum.unzip(nodes)
      result({:list, "[", compact(lefts), "]"}, {:list, "[", compact(rights), "]"}, same?, env)
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
      {differ({:diff, Macro.to_string(heads ++ [{:|, [], [:_, tail]}])}, {:diff, shown(right)}), env}
    end
  end

  defp map_pattern(pairs, right, left_open, right_open, env) do
    map = if is_struct(right) and left_open != "%{", do: Map.from_struct(right), else: Map.delete(right, :__struct__)
    map = if left_open == "%{" and is_struct(right), do: Map.put(map, :__struct__, right.__struct__), else: map

    {nodes, compared, env} = Enum.reduce(pairs, {[], %{}, env}, &pair_pattern(&1, map, &2))
    same? = Enum.all?(nodes, fn {_, same?} -> same? end)
    keywords? = Enum.all?(Map.keys(map), &is_atom/1)

    rights =
      for {key, value} <- Enum.sort(map) do
        {:concat, [{:text, map_key(key, keywords?)}, Map.get(compared, key, {:same, shown(value)})]}
      end

    left = {:list, left_open, nodes |> Enum.reverse() |> Enum.map(&elem(&1, 0)), "}"}
    result(left, {:list, right_open, rights, "}"}, same?, env)
  end

  defp pair_pattern({key, pattern}, map, {nodes, compared, env}) do
    text = if is_atom(key), do: keyword_key(key) <> " ", else: Macro.to_string(key) <> " => "

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
