# stdlib/kernel/kernel/control.part.ex: control flow.
# Here: if, unless, and, or, &&, ||, !, |>, then, tap, match?, destructure.
# Holds: what is false or nil is false; everything else is true.

@doc """
Runs the `do` block when `condition` is true, the `else` block otherwise.

Only `false` and `nil` count as false. Without `else` the value is `nil` then.

## Examples

    iex> if 1 > 0, do: :yes, else: :no
    :yes
    iex> if nil, do: :yes
    nil
"""
defmacro if(condition, clauses) do
  {yes, no} = branches(:if, clauses)
  choose(condition, yes, no)
end

@doc """
Runs the `do` block when `condition` is false, the `else` block otherwise.

## Examples

    iex> unless false, do: :no
    :no
    iex> unless true, do: :no, else: :yes
    :yes
"""
defmacro unless(condition, clauses) do
  {no, yes} = branches(:unless, clauses)
  {:if, [context: Kernel, imports: [{2, Kernel}]], [condition, [do: yes, else: no]]}
end

defp branches(_, do: body), do: {body, nil}
defp branches(_, do: body, else: other), do: {body, other}
defp branches(_, else: other, do: body), do: {body, other}

defp branches(name, _) do
  name = :erlang.atom_to_binary(name)

  :"Elixir.Kernel.Utils".fail(
    <<"invalid or duplicate keys for ", name::binary, ", only \"do\" and an optional \"else\" are permitted">>
  )
end

defp choose(condition, yes, no) do
  quote generated: true do
    case unquote(condition) do
      x when :erlang.orelse(:erlang."=:="(x, false), :erlang."=:="(x, nil)) -> unquote(no)
      _ -> unquote(yes)
    end
  end
end

@doc """
Whether both sides are true; the right one is run only when the left one is `true`.

The left side must be a boolean, else `BadBooleanError` is raised; the right one may be anything.
Allowed in guards.

## Examples

    iex> true and false
    false
    iex> true and "yes"
    "yes"
"""
defmacro left and right do
  {{:., [], [:erlang, :andalso]}, [generated: true], [left, right]}
end

@doc """
Whether one of the sides is true; the right one is run only when the left one is `false`.

The left side must be a boolean, else `BadBooleanError` is raised; the right one may be anything.
Allowed in guards.

## Examples

    iex> true or false
    true
    iex> false or 42
    42
"""
defmacro left or right do
  {{:., [], [:erlang, :orelse]}, [generated: true], [left, right]}
end

@doc """
The right side when the left one is neither `false` nor `nil`, else the left one.

Not for guards: use `and/2` there.

## Examples

    iex> 1 && 2
    2
    iex> nil && raise("never run")
    nil
"""
defmacro left && right do
  quote generated: true do
    case unquote(left) do
      x when :erlang.orelse(:erlang."=:="(x, false), :erlang."=:="(x, nil)) -> x
      _ -> unquote(right)
    end
  end
end

@doc """
The left side when it is neither `false` nor `nil`, else the right one.

Not for guards: use `or/2` there.

## Examples

    iex> 1 || raise("never run")
    1
    iex> nil || 3
    3
"""
defmacro left || right do
  quote generated: true do
    case unquote(left) do
      x when :erlang.orelse(:erlang."=:="(x, false), :erlang."=:="(x, nil)) -> unquote(right)
      x -> x
    end
  end
end

@doc """
`true` for `false` and `nil`, `false` for everything else.

Not for guards: use `not/1` there.

## Examples

    iex> !nil
    true
    iex> !0
    false
"""
defmacro !value

defmacro !{:!, _, [value]} do
  quote generated: true do
    case unquote(value) do
      x when :erlang.orelse(:erlang."=:="(x, false), :erlang."=:="(x, nil)) -> false
      _ -> true
    end
  end
end

defmacro !value do
  quote generated: true do
    case unquote(value) do
      x when :erlang.orelse(:erlang."=:="(x, false), :erlang."=:="(x, nil)) -> true
      _ -> false
    end
  end
end

@doc """
Hands the left side to the call on the right as its first argument.

`x |> f(y)` is `f(x, y)`, so nested calls read in the order in which they run. The right side must
be a call; to pipe into a function value use `then/2` or `fun.()`.

## Examples

    iex> [1, [2], 3] |> List.flatten() |> Enum.map(&(&1 * 2))
    [2, 4, 6]
"""
defmacro left |> right do
  [{first, _} | rest] = :"Elixir.Kernel.Utils".unpipe({:|>, [], [left, right]})
  :"Elixir.Kernel.Utils".pipe_all(first, rest)
end

@doc """
Hands `value` to `fun` and gives what that returns: a function value in a pipe.

## Examples

    iex> 3 |> then(&(10 - &1))
    7
"""
defmacro then(value, fun) do
  {{:., [], [fun]}, [], [value]}
end

@doc """
Hands `value` to `fun` for its effect and gives `value` back.

## Examples

    iex> 3 |> tap(fn x -> send(self(), x) end)
    3
"""
defmacro tap(value, fun) do
  quote bind_quoted: [fun: fun, value: value] do
    _ = fun.(value)
    value
  end
end

@doc """
Whether `expr` matches `pattern`, which may have a guard.

Variables the pattern binds are seen by its guard only; `^` pins those from outside.

## Examples

    iex> match?({:ok, _}, {:ok, 1})
    true
    iex> Enum.filter([a: 1, b: 2], &match?({_, x} when x > 1, &1))
    [b: 2]
"""
defmacro match?(pattern, expr) do
  accepted = {:->, [generated: true], [[pattern], true]}
  refused = {:->, [generated: true], [[{:_, [], __MODULE__}], false]}

  case pattern do
    {:_, _, context} when is_atom(context) ->
      {:__block__, [], [{:=, [], [{:_, [], __MODULE__}, expr]}, true]}

    _ ->
      {:case, [generated: true], [expr, [do: [accepted, refused]]]}
  end
end

@doc """
Matches a list against a list of patterns of another length: what is missing is `nil`, what is too
much is dropped.

## Examples

    iex> destructure([x, y, z], [1, 2])
    iex> {x, y, z}
    {1, 2, nil}
"""
defmacro destructure(left, right) when is_list(left) do
  quote do
    unquote(left) = :"Elixir.Kernel.Utils".destructure(unquote(right), unquote(length(left)))
  end
end
