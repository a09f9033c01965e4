# stdlib/kernel/macro/walk.part.ex: over all nodes of a quoted form.
# Here: prewalk, postwalk, traverse, their streams, path.

@doc """
Walks the form, with `pre` before the parts of a node and `post` after them, both given an accumulator.

## Examples

    iex> ast = quote(do: f(1, g(2)))
    iex> {_, calls} = Macro.traverse(ast, [], fn x, acc -> {x, acc} end, fn
    ...>   {name, _, args} = x, acc when is_list(args) -> {x, [name | acc]}
    ...>   x, acc -> {x, acc}
    ...> end)
    iex> calls
    [:f, :g]
"""
@spec traverse(t, any, (t, any -> {t, any}), (t, any -> {t, any})) :: {t, any}
def traverse(ast, acc, pre, post) when is_function(pre, 2) and is_function(post, 2) do
  {ast, acc} = pre.(ast, acc)
  do_traverse(ast, acc, pre, post)
end

defp do_traverse({form, meta, args}, acc, pre, post) when is_atom(form) do
  {args, acc} = traverse_args(args, acc, pre, post)
  post.({form, meta, args}, acc)
end

defp do_traverse({form, meta, args}, acc, pre, post) do
  {form, acc} = pre.(form, acc)
  {form, acc} = do_traverse(form, acc, pre, post)
  {args, acc} = traverse_args(args, acc, pre, post)
  post.({form, meta, args}, acc)
end

defp do_traverse({left, right}, acc, pre, post) do
  {left, acc} = pre.(left, acc)
  {left, acc} = do_traverse(left, acc, pre, post)
  {right, acc} = pre.(right, acc)
  {right, acc} = do_traverse(right, acc, pre, post)
  post.({left, right}, acc)
end

defp do_traverse(list, acc, pre, post) when is_list(list) do
  {list, acc} = traverse_args(list, acc, pre, post)
  post.(list, acc)
end

defp do_traverse(other, acc, _pre, post), do: post.(other, acc)

defp traverse_args(args, acc, _pre, _post) when is_atom(args), do: {args, acc}

defp traverse_args(args, acc, pre, post) when is_list(args) do
  :lists.mapfoldl(
    fn item, acc ->
      {item, acc} = pre.(item, acc)
      do_traverse(item, acc, pre, post)
    end,
    acc,
    args
  )
end

@doc """
Replaces each node by what `fun` makes of it, from the outside in.

## Examples

    iex> Macro.prewalk(quote(do: 5 + 3), fn n when is_integer(n) -> n * 7; x -> x end) |> Macro.to_string()
    "35 + 21"
"""
@spec prewalk(t, (t -> t)) :: t
def prewalk(ast, fun) when is_function(fun, 1) do
  elem(prewalk(ast, nil, fn node, nil -> {fun.(node), nil} end), 0)
end

@doc """
As `prewalk/2` with an accumulator.

## Examples

    iex> {_, sum} = Macro.prewalk(quote(do: 5 + 3), 0, fn
    ...>   n, acc when is_integer(n) -> {n, acc + n}
    ...>   x, acc -> {x, acc}
    ...> end)
    iex> sum
    8
"""
@spec prewalk(t, any, (t, any -> {t, any})) :: {t, any}
def prewalk(ast, acc, fun) when is_function(fun, 2) do
  traverse(ast, acc, fun, fn node, acc -> {node, acc} end)
end

@doc """
Replaces each node by what `fun` makes of it, from the inside out.

## Examples

    iex> Macro.postwalk(quote(do: 5 + 3), fn n when is_integer(n) -> n * 7; x -> x end) |> Macro.to_string()
    "35 + 21"
"""
@spec postwalk(t, (t -> t)) :: t
def postwalk(ast, fun) when is_function(fun, 1) do
  elem(postwalk(ast, nil, fn node, nil -> {fun.(node), nil} end), 0)
end

@doc """
As `postwalk/2` with an accumulator.

## Examples

    iex> {_, count} = Macro.postwalk(quote(do: f(1)), 0, fn x, n -> {x, n + 1} end)
    iex> count
    2
"""
@spec postwalk(t, any, (t, any -> {t, any})) :: {t, any}
def postwalk(ast, acc, fun) when is_function(fun, 2) do
  traverse(ast, acc, fn node, acc -> {node, acc} end, fun)
end

@doc """
An enumerable of all nodes, each before its parts.

## Examples

    iex> Enum.count(Macro.prewalker(quote(do: f(1, 2))))
    3
"""
@spec prewalker(t) :: Enumerable.t()
def prewalker(ast), do: &prewalker([ast], &1, &2)

defp prewalker(stack, {:suspend, acc}, fun), do: {:suspended, acc, &prewalker(stack, &1, fun)}
defp prewalker(_stack, {:halt, acc}, _fun), do: {:halted, acc}

defp prewalker([], {:cont, acc}, _fun), do: {:done, acc}

defp prewalker([node | rest], {:cont, acc}, fun) do
  prewalker(node_parts(node) ++ rest, fun.(node, acc), fun)
end

defp node_parts({form, _, args}) when is_atom(form) and is_list(args), do: args
defp node_parts({form, _, args}) when is_atom(form) and is_atom(args), do: []
defp node_parts({form, _, args}) when is_list(args), do: [form | args]
defp node_parts({form, _, args}) when is_atom(args), do: [form]
defp node_parts({left, right}), do: [left, right]
defp node_parts(list) when is_list(list), do: list
defp node_parts(_), do: []

@doc """
An enumerable of all nodes, each after its parts.

## Examples

    iex> Enum.take(Macro.postwalker(quote(do: f(1, 2))), 2)
    [1, 2]
"""
@spec postwalker(t) :: Enumerable.t()
def postwalker(ast), do: &postwalker([{:enter, ast}], &1, &2)

defp postwalker(stack, {:suspend, acc}, fun), do: {:suspended, acc, &postwalker(stack, &1, fun)}
defp postwalker(_stack, {:halt, acc}, _fun), do: {:halted, acc}
defp postwalker([], {:cont, acc}, _fun), do: {:done, acc}

defp postwalker([{:leave, node} | rest], {:cont, acc}, fun) do
  postwalker(rest, fun.(node, acc), fun)
end

defp postwalker([{:enter, node} | rest], {:cont, acc}, fun) do
  parts = :lists.map(&{:enter, &1}, node_parts(node))
  postwalker(parts ++ [{:leave, node} | rest], {:cont, acc}, fun)
end

@doc """
The nodes from the first one for which `fun` is true up to the whole form, or `nil`.

## Examples

    iex> Macro.path(quote(do: [1, {2, 3}]), &(&1 == 3))
    [3, {2, 3}, [1, {2, 3}]]
"""
@spec path(t, (t -> as_boolean(term))) :: [t] | nil
def path(ast, fun) when is_function(fun, 1), do: find_path(ast, [], fun)

defp find_path(node, above, fun) do
  path = [node | above]
  if fun.(node), do: path, else: find_path_in(node_parts(node), path, fun)
end

defp find_path_in([], _path, _fun), do: nil
defp find_path_in([part | rest], path, fun), do: find_path(part, path, fun) || find_path_in(rest, path, fun)

@doc """
Checks that a term is a quoted form: `:ok` or `{:error, offending part}`.

## Examples

    iex> Macro.validate({:f, [], [1]})
    :ok
    iex> Macro.validate({:f, 1})
    :ok
    iex> Macro.validate({1, 2, 3, 4})
    {:error, {1, 2, 3, 4}}
"""
@spec validate(term) :: :ok | {:error, term}
def validate(expr), do: find_invalid(expr) || :ok

defp find_invalid({left, right}), do: find_invalid(left) || find_invalid(right)

defp find_invalid({left, meta, right})
     when is_list(meta) and (is_atom(right) or is_list(right)) do
  find_invalid(left) || find_invalid(right)
end

defp find_invalid(list) when is_list(list), do: Enum.find_value(list, &find_invalid/1)
defp find_invalid(pid) when is_pid(pid), do: nil
defp find_invalid(atom) when is_atom(atom), do: nil
defp find_invalid(num) when is_number(num), do: nil
defp find_invalid(bin) when is_binary(bin), do: nil

defp find_invalid(fun) when is_function(fun) do
  unless Function.info(fun, :env) == {:env, []} and Function.info(fun, :type) == {:type, :external} do
    {:error, fun}
  end
end

defp find_invalid(other), do: {:error, other}
