# stdlib/kernel/macro/expand.part.ex: expansion.
# Here: expand, expand_once, expand_literal.

@doc """
Expands what stands outermost, once: a macro, an alias, `__MODULE__` and its like.

## Examples

    iex> Macro.expand_once(quote(do: __MODULE__), __ENV__) == __MODULE__
    true
"""
@spec expand_once(input, Macro.Env.t()) :: output
def expand_once(ast, env), do: elem(Kernel.Utils.expand_once(ast, env), 0)

@doc """
Expands what stands outermost until nothing changes. Parts inside are left as they are.

## Examples

    iex> Macro.expand(quote(do: Foo.Bar), __ENV__)
    Foo.Bar
"""
@spec expand(input, Macro.Env.t()) :: output
def expand(ast, env), do: Kernel.Utils.expand(ast, env)

@doc """
Expands aliases and macros in literals: lists, tuples, maps, structs and their parts.

## Examples

    iex> Macro.expand_literal(quote(do: [Foo, {Bar, 1}]), __ENV__)
    [Foo, {Bar, 1}]
"""
@spec expand_literal(input, Macro.Env.t()) :: output
def expand_literal(ast, env), do: elem(literal(ast, env), 0)

defp literal({:__aliases__, _, _} = alias, env), do: {expand(alias, %{env | function: {:__info__, 1}}), nil}

defp literal({:__MODULE__, _, context} = module, env) when is_atom(context), do: {expand(module, env), nil}

defp literal({:%, meta, [left, right]}, env) do
  {left, _} = literal(left, env)
  {right, _} = literal(right, env)
  {{:%, meta, [left, right]}, nil}
end

defp literal({:%{}, meta, args}, env), do: {{:%{}, meta, literals(args, env)}, nil}
defp literal({:{}, meta, args}, env), do: {{:{}, meta, literals(args, env)}, nil}

defp literal({left, right}, env) do
  {left, _} = literal(left, env)
  {right, _} = literal(right, env)
  {{left, right}, nil}
end

defp literal(list, env) when is_list(list), do: {literals(list, env), nil}
defp literal(other, _env), do: {other, nil}
defp literals(list, env), do: :lists.map(&elem(literal(&1, env), 0), list)
