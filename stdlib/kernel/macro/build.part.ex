# stdlib/kernel/macro/build.part.ex: building and taking apart quoted forms.
# Here: escape, pipe, var, struct!, decompose_call, names of arguments, metadata.

@doc """
A value as the quoted form that gives it.

With `unquote: true` the value may hold `unquote` and `unquote_splicing`. Functions other than
`&Mod.fun/arity`, references and ports have no such form and raise `ArgumentError`.

## Examples

    iex> Macro.escape({:a, 1, %{b: []}})
    {:{}, [], [:a, 1, {:%{}, [], [b: []]}]}
"""
@spec escape(term, keyword) :: t
def escape(expr, opts \\ []) do
  unquote = Keyword.get(opts, :unquote, false)
  expr = if Keyword.get(opts, :prune_metadata, false), do: prune_metadata(expr), else: expr
  Kernel.Escape.escape(expr, unquote)
end

defp prune_metadata(expr) do
  prewalk(expr, fn
    {left, meta, right} when is_list(meta) ->
      {left, Keyword.take(meta, [:no_parens, :line]), right}

    other ->
      other
  end)
end

@doc """
Puts `expr` at `position` among the arguments of `call`.

## Examples

    iex> Macro.pipe(1, quote(do: f(2)), 0) |> Macro.to_string()
    "f(1, 2)"
"""
@spec pipe(t, t, integer) :: t
def pipe(expr, call, position) when is_integer(position), do: Kernel.Utils.pipe(expr, call, position)

@doc """
The steps of a pipe, each with the position where the one before goes in.

## Examples

    iex> Macro.unpipe(quote(do: 100 |> div(5))) |> hd()
    {100, 0}
"""
@spec unpipe(t) :: [t]
def unpipe(expr), do: Kernel.Utils.unpipe(expr)

@doc """
Applies `fun` to the metadata of a node; other forms stay as they are.

## Examples

    iex> Macro.update_meta({:a, [line: 1], nil}, &Keyword.delete(&1, :line))
    {:a, [], nil}
"""
@spec update_meta(t, (keyword -> keyword)) :: t
def update_meta(quoted, fun)

def update_meta({left, meta, right}, fun) when is_list(meta) do
  {left, fun.(meta), right}
end

def update_meta(other, _fun), do: other

@doc """
Variables `arg1`, `arg2`, … in `context`.

## Examples

    iex> Macro.generate_arguments(2, __MODULE__) |> Enum.map(&elem(&1, 0))
    [:arg1, :arg2]
"""
@spec generate_arguments(0, context :: atom) :: []
@spec generate_arguments(pos_integer, context) :: [{atom, [], context}, ...] when context: atom
def generate_arguments(amount, context), do: generate(amount, context, &var/2)

@doc """
As `generate_arguments/2`, each differing from any other variable.

## Examples

    iex> [{:arg1, [counter: c], _}] = Macro.generate_unique_arguments(1, __MODULE__)
    iex> is_integer(c)
    true
"""
@spec generate_unique_arguments(0, context :: atom) :: []
@spec generate_unique_arguments(pos_integer, context) :: [{atom, [counter: integer], context}, ...]
      when context: atom
def generate_unique_arguments(amount, context), do: generate(amount, context, &unique_var/2)

defp generate(0, context, _fun) when is_atom(context), do: []

defp generate(amount, context, fun) when is_integer(amount) and amount > 0 and is_atom(context) do
  :lists.map(fn i -> fun.(:"arg#{i}", context) end, :lists.seq(1, amount))
end

@doc """
The variable `var` of `context`.

## Examples

    iex> Macro.var(:foo, __MODULE__) == {:foo, [], __MODULE__}
    true
"""
@spec var(var, context) :: {var, [], context} when var: atom, context: atom
def var(var, context) when is_atom(var) and is_atom(context), do: {var, [], context}

@doc """
The variable `var` of `context`, differing from all others of that name.

## Examples

    iex> {:foo, [counter: _], nil} = Macro.unique_var(:foo, nil)
    iex> :ok
    :ok
"""
@spec unique_var(var, context) :: {var, [counter: integer], context} when var: atom, context: atom
def unique_var(var, context) when is_atom(var) and is_atom(context) do
  {var, [counter: :erlang.unique_integer([:positive])], context}
end

@doc """
A local or remote call as its name and arguments; `:error` for what is no call.

## Examples

    iex> Macro.decompose_call(quote(do: foo(1)))
    {:foo, [1]}
    iex> Macro.decompose_call(1)
    :error
"""
@spec decompose_call(t) :: {atom, [t]} | {t, atom, [t]} | :error
def decompose_call(ast)
def decompose_call({:{}, _, args}) when is_list(args), do: :error
def decompose_call({{:., _, [remote, function]}, _, args}) when is_tuple(remote) or is_atom(remote), do: {remote, function, args}
def decompose_call({name, _, args}) when is_atom(name) and is_atom(args), do: {name, []}
def decompose_call({name, _, args}) when is_atom(name) and is_list(args), do: {name, args}
def decompose_call(_), do: :error

@doc """
The struct of `module` as the code being compiled sees it.

## Examples

    iex> Macro.struct!(URI, __ENV__).__struct__
    URI
"""
@spec struct!(module, Macro.Env.t()) :: %{required(:__struct__) => module, optional(atom) => any}
      when module: module
def struct!(module, env) when is_atom(module) do
  if module == env.module do
    Module.get_attribute(module, :__struct__)
  end || given_struct!(module, env)
end

defp given_struct!(module, env) do
  if Code.ensure_loaded?(module) and function_exported?(module, :__struct__, 0) do
    Kernel.Utils.checked_struct(module, module.__struct__(), 0)
  else
    struct_error!(
      env,
      "#{inspect(module)}.__struct__/0 is undefined, cannot expand struct #{inspect(module)}. Make sure the struct name is correct. " <>
        "If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code"
    )
  end
rescue
  error in ArgumentError -> struct_error!(env, error.message)
end

@spec struct_error!(Macro.Env.t(), String.t()) :: no_return
defp struct_error!(env, text), do: raise(CompileError, file: env.file, line: env.line, description: text)

@doc """
Whether a quoted form is made of literals only.

## Examples

    iex> Macro.quoted_literal?(quote(do: {1, "a", %{b: :c}}))
    true
    iex> Macro.quoted_literal?(quote(do: x))
    false
"""
@spec quoted_literal?(t) :: boolean
def quoted_literal?(term)

def quoted_literal?({:__aliases__, _, args}), do: quoted_literal?(args)

def quoted_literal?({:%, _, [left, right]}) do
  quoted_literal?(left) and quoted_literal?(right)
end

def quoted_literal?({:%{}, _, args}), do: quoted_literal?(args)
def quoted_literal?({:{}, _, args}), do: quoted_literal?(args)
def quoted_literal?({left, right}), do: quoted_literal?(left) and quoted_literal?(right)
def quoted_literal?(list) when is_list(list), do: :lists.all(&quoted_literal?/1, list)
def quoted_literal?(term), do: is_atom(term) or is_number(term) or is_binary(term) or is_function(term)
