# tests/elixir/programs/grammar.exs: draws text from a grammar, and knows which variables are in scope.
# Here: the meaning of templates. Not here: the grammars (untyped.exs, typed.exs).
#
# A grammar maps a rule's name to its templates, one of which is drawn. A template is text with holes:
#   $name     a text of the rule `name`; a rule with a companion `name_leaf` is an expression or pattern
#             that nests, and gives a variable of that name or a leaf when it is deep enough
#   $new_T    a fresh variable of type T, not visible yet        $old_T  one that may exist already
#   $bound    one of the variables that are not visible yet: what a guard can test
#   $.        makes the variables drawn so far visible
#   $( $)     a scope: variables that become visible inside are forgotten behind it
#   $same     an expression of the type that the enclosing rule gives
#   $call_T   a call of one of the scope's functions that return T
#   $guard    a guard, or nothing
defmodule Programs.Grammar do
  alias Programs.Draw

  defstruct vars: [], pending: [], functions: [], same: nil, depth: 0, pattern_depth: 0

  @deepest 4
  @deepest_pattern 2

  # One template a line.
  def rules(named), do: Map.new(named, fn {name, text} -> {to_string(name), lines(text)} end)

  defp lines(text), do: String.split(text, "\n", trim: true)

  def text(rules, template, scope), do: rules |> fill(template, scope) |> elem(0)

  defp fill(rules, template, scope) do
    {texts, [scope]} =
      ~r/\$(?:[().]|[a-z_]+)/
      |> Regex.split(template, include_captures: true)
      |> Enum.map_reduce([scope], &part(&1, &2, rules))

    {Enum.join(texts), scope}
  end

  defp part("$(", [scope | _] = scopes, _), do: {"", [%{scope | pending: []} | scopes]}
  defp part("$)", [_ | scopes], _), do: {"", scopes}

  defp part("$.", [scope | scopes], _),
    do: {"", [%{scope | vars: scope.pending ++ scope.vars, pending: []} | scopes]}

  defp part("$" <> hole, [scope | scopes], rules) do
    {text, scope} = hole(hole, scope, rules)
    {text, [scope | scopes]}
  end

  defp part(text, scopes, _), do: {text, scopes}

  defp hole("new_" <> type, scope, _), do: bind(Draw.fresh(type), type, scope)

  defp hole("old_" <> type, scope, rules) do
    case visible(scope, type) do
      [] -> hole("new_" <> type, scope, rules)
      names -> bind(Draw.pick([Draw.fresh(type) | names]), type, scope)
    end
  end

  defp hole("bound", scope, _), do: {scope.pending |> Draw.pick() |> elem(0), scope}
  defp hole("same", scope, rules), do: hole(scope.same, scope, rules)

  defp hole("guard", scope, rules) do
    if scope.pending != [] and Draw.percent?(45),
      do: fill(rules, Draw.pick(rules["guard"]), scope),
      else: {"", scope}
  end

  defp hole("call_" <> type, scope, rules) do
    case Enum.filter(scope.functions, fn {_, _, result} -> result == type end) do
      [] -> leaf(type, scope, rules)
      functions -> call(Draw.pick(functions), scope, rules)
    end
  end

  defp hole(name, scope, rules) do
    cond do
      not is_map_key(rules, name <> "_leaf") -> fill(rules, Draw.pick(rules[name]), scope)
      deep?(name, scope) or Draw.percent?(22) -> leaf(name, scope, rules)
      true -> nested(name, scope, rules)
    end
  end

  defp bind(name, type, scope), do: {name, %{scope | pending: [{name, type} | scope.pending]}}

  defp visible(scope, type), do: for({name, ^type} <- scope.vars, uniq: true, do: name)

  defp call({name, types, _}, scope, rules),
    do: fill(rules, "#{name}(#{Enum.map_join(types, ", ", &"$#{&1}")})", scope)

  defp leaf(name, scope, rules) do
    names = visible(scope, name)

    if names != [] and Draw.percent?(80),
      do: {Draw.pick(names), scope},
      else: fill(rules, Draw.pick(rules[name <> "_leaf"]), scope)
  end

  defp nested(name, scope, rules) do
    control? = name != "pattern" and Draw.percent?(16)
    template = Draw.pick(if control?, do: rules["control"], else: rules[name])
    {text, inner} = fill(rules, template, deeper(name, scope))
    {text, %{inner | same: scope.same, depth: scope.depth, pattern_depth: scope.pattern_depth}}
  end

  defp deep?("pattern", scope), do: scope.pattern_depth > @deepest_pattern
  defp deep?(_, scope), do: scope.depth > @deepest

  defp deeper("pattern", scope), do: %{scope | pattern_depth: scope.pattern_depth + 1}
  defp deeper(name, scope), do: %{scope | same: name, depth: scope.depth + 1}
end
