# stdlib/ex_unit/ex_unit/assertions.ex: what tests claim.
# Here: the module, in parts (assertions/*.part.ex); patterns and the code shown with a failure.
# Not here: the text of a failure (ExUnit.Formatter).
# Holds: each value in an assertion is computed once, left before right.
defmodule ExUnit.Assertions do
  @moduledoc """
  Claims that a test makes.

  `assert` looks at the code it is given. For an operator or a match, the failure shows both sides:

      assert sum([1, 2]) == 4

      Assertion with == failed
      code:  assert sum([1, 2]) == 4
      left:  3
      right: 4

  `assert {:ok, user} = fetch(1)` matches, binds `user`, and shows the pattern and the value if they do
  not fit. `refute` claims that something is `false` or `nil`. Messages have `assert_receive` and
  its kin, exceptions `assert_raise/2`, numbers `assert_in_delta/4`.

  Macros and functions are imported by `use ExUnit.Case`. Those that hold answer a value: `assert` what was
  asserted, `assert_raise` the exception, `assert_receive` the message.
  """

  require Kernel.Part

  alias ExUnit.AssertionError

  Kernel.Part.include("assertions/truth.part.ex")
  Kernel.Part.include("assertions/messages.part.ex")
  Kernel.Part.include("assertions/errors.part.ex")
  Kernel.Part.include("assertions/numbers.part.ex")

  # -- code and patterns ----------------------------------------------------------------------------------------

  # The assertion's own code, for the failure.
  defp escape_expr(kind, expr), do: Macro.escape({kind, [], [expr]}, prune_metadata: true)

  # The pattern as a failure shows it: as written, but for what names other things by short names.
  defp escape_pattern(pattern, caller) do
    pattern |> annotated(Macro.Env.to_match(caller)) |> Macro.escape()
  end

  defp annotated({:when, meta, [pattern, guard]}, env),
    do: {:when, meta, [annotated(pattern, env), annotated(guard, %{env | context: :guard})]}

  # The difference of the sides is that of what macros stand for; they are kept in the meta data of the calls.
  defp annotated(pattern, env) do
    Macro.prewalk(pattern, fn
      {:__aliases__, _, _} = alias ->
        Macro.expand(alias, env)

      {:@, _, [{name, _, context}]} = attribute when is_atom(name) and is_atom(context) ->
        Macro.expand(attribute, env)

      {name, meta, args} = call when is_atom(name) and is_list(args) and name not in [:^, :quote, :<<>>, :"::", :<>] ->
        case Macro.expand(call, env) do
          ^call -> call
          expanded -> {name, Keyword.put(meta, :expanded, expand(expanded, env)), args}
        end

      other ->
        other
    end)
  end

  # Code that the compiler gives no warnings for.
  defp generated(quoted) do
    Macro.prewalk(quoted, &Macro.update_meta(&1, fn meta -> Keyword.put(meta, :generated, true) end))
  end

  @doc false
  # A pattern, or a pattern and its guards, without macros.
  def __expand_pattern__({:when, meta, [left, right]}, caller) do
    {:when, meta, [expand(left, Macro.Env.to_match(caller)), expand(right, %{caller | context: :guard})]}
  end

  def __expand_pattern__(pattern, caller), do: expand(pattern, Macro.Env.to_match(caller))

  defp expand({:quote, _, [_ | _]} = quoted, _env), do: quoted
  defp expand({:^, _, [_]} = pin, _env), do: pin
  defp expand({:"::", meta, [left, right]}, env), do: {:"::", meta, [expand(left, env), right]}
  defp expand({name, _, context} = variable, _env) when is_atom(name) and is_atom(context), do: variable

  defp expand({_, _, _} = call, env) do
    case Macro.expand(call, env) do
      {name, meta, args} when is_list(args) -> {expand(name, env), meta, Enum.map(args, &expand(&1, env))}
      {:__block__, _, _} = block -> block
      other -> other
    end
  end

  defp expand({left, right}, env), do: {expand(left, env), expand(right, env)}
  defp expand(list, env) when is_list(list), do: Enum.map(list, &expand(&1, env))
  defp expand(other, _env), do: other

  # The variables that a pattern binds, each once.
  defp variables({:when, _, [left, _]}), do: variables(left)

  defp variables(pattern) do
    pattern
    |> bound([])
    |> Enum.reverse()
    |> Enum.uniq_by(fn {name, meta, context} -> {name, meta[:counter] || context} end)
  end

  defp bound({:"::", _, [left, _]}, found), do: bound(left, found)
  defp bound({skip, _, [_]}, found) when skip in [:^, :@], do: found
  defp bound({skip, _, [_ | _]}, found) when skip in [:quote, :fn], do: found
  defp bound({:_, _, context}, found) when is_atom(context), do: found

  defp bound({name, meta, context}, found) when is_atom(name) and is_atom(context) do
    if name in [:__MODULE__, :__ENV__, :__DIR__, :__CALLER__, :__STACKTRACE__],
      do: found,
      else: [{name, Keyword.put(meta, :generated, true), context} | found]
  end

  defp bound({left, right}, found), do: bound(right, bound(left, found))
  defp bound({name, _, args}, found) when is_list(args), do: bound(args, bound(name, found))
  defp bound([head | tail], found), do: bound(tail, bound(head, found))
  defp bound(_, found), do: found

  # The pinned variables, as code for a list of [{{name, context}, value}].
  defp pins(pattern) do
    pattern
    |> pinned([])
    |> Enum.reverse()
    |> Enum.uniq_by(fn {name, _, context} -> {name, context} end)
    |> Enum.map(fn {name, _, context} = variable -> {{name, context}, variable} end)
  end

  defp pinned({:^, _, [{name, _, context} = variable]}, found) when is_atom(name) and is_atom(context), do: [variable | found]
  defp pinned({left, right}, found), do: pinned(right, pinned(left, found))
  defp pinned({name, _, args}, found) when is_list(args), do: pinned(args, pinned(name, found))
  defp pinned([head | tail], found), do: pinned(tail, pinned(head, found))
  defp pinned(_, found), do: found

  @doc false
  # What a failure says of pinned variables.
  def __pins__(pins) do
    # Those of macros are not the reader's.
    case for {{name, nil}, value} <- pins, do: "\n  #{name} = #{inspect(value)}" do
      [] -> ""
      lines -> "\nThe following variables were pinned:" <> Enum.join(lines)
    end
  end
end
