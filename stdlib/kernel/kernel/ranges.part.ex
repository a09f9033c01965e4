# stdlib/kernel/kernel/ranges.part.ex: ranges and membership.
# Here: .., ..//, in.
# Holds: a range of two literals is a constant; in guards `in` becomes comparisons.

@doc """
The full range `0..-1//1`: all of a collection, for functions that take a range.

## Examples

    iex> String.slice("abc", ..)
    "abc"
"""
defmacro unquote(:..)() do
  {:%{}, [], [__struct__: :"Elixir.Range", first: 0, last: -1, step: 1]}
end

@doc """
The range of integers from `first` to `last`, both included.

When `last` is smaller the range counts down. In a pattern it matches first and last of a range.

## Examples

    iex> Enum.to_list(1..3)
    [1, 2, 3]
    iex> first..last = 4..6
    iex> {first, last}
    {4, 6}
"""
defmacro first..last do
  first = :"Elixir.Kernel.Utils".expand(first, __CALLER__)
  last = :"Elixir.Kernel.Utils".expand(last, __CALLER__)
  check_bound(first, first, last)
  check_bound(last, first, last)
  range(:erlang.map_get(:context, __CALLER__), first, last)
end

defp check_bound(bound, first, last) when is_float(bound) when is_atom(bound) when is_binary(bound) when is_list(bound) do
  :"Elixir.Kernel.Utils".fail(
    "ranges (first..last//step) expect both sides to be integers, got: ",
    {:.., [], [first, last]}
  )
end

defp check_bound({_, _}, first, last), do: check_bound([], first, last)
defp check_bound(_, _, _), do: :ok

defp range(_, first, last) when :erlang.andalso(is_integer(first), is_integer(last)) do
  step =
    case first <= last do
      true -> 1
      false -> -1
    end

  {:%{}, [], [__struct__: :"Elixir.Range", first: first, last: last, step: step]}
end

defp range(nil, first, last) do
  {{:., [], [:"Elixir.Range", :new]}, [], [first, last]}
end

defp range(:guard, first, last) do
  # Guards have no `if`: the step is looked up in a map.
  up = {{:., [], [:erlang, :"=<"]}, [], [first, last]}
  steps = {:%{}, [], [{true, 1}, {false, -1}]}
  step = {{:., [], [:erlang, :map_get]}, [], [up, steps]}
  {:%{}, [], [__struct__: :"Elixir.Range", first: first, last: last, step: step]}
end

defp range(:match, first, last) do
  {:%{}, [], [__struct__: :"Elixir.Range", first: first, last: last]}
end

@doc """
The range from `first` to `last` in steps of `step`, which is not 0.

Empty when the step leads away from `last`.

## Examples

    iex> Enum.to_list(1..10//4)
    [1, 5, 9]
    iex> Enum.to_list(3..1//1)
    []
"""
defmacro first..last//step do
  first = :"Elixir.Kernel.Utils".expand(first, __CALLER__)
  last = :"Elixir.Kernel.Utils".expand(last, __CALLER__)
  step = :"Elixir.Kernel.Utils".expand(step, __CALLER__)
  check_bound(first, first, last)
  check_bound(last, first, last)
  check_step(step)
  stepped(:erlang.map_get(:context, __CALLER__), first, last, step)
end

defp check_step(step) when step == 0 when is_float(step) when is_atom(step) when is_binary(step) when is_list(step) do
  :"Elixir.Kernel.Utils".fail(
    "ranges (first..last//step) expect the step to be a non-zero integer, got: ",
    step
  )
end

defp check_step(_), do: :ok

defp stepped(nil, first, last, step)
     when :erlang.andalso(:erlang.andalso(is_integer(first), is_integer(last)), is_integer(step)) do
  {:%{}, [], [__struct__: :"Elixir.Range", first: first, last: last, step: step]}
end

defp stepped(nil, first, last, step) do
  {{:., [], [:"Elixir.Range", :new]}, [], [first, last, step]}
end

defp stepped(_, first, last, step) do
  {:%{}, [], [__struct__: :"Elixir.Range", first: first, last: last, step: step]}
end

@doc """
Whether the left side is an element of the right one, a list, range or any `Enumerable`.

`left not in right` is `not(left in right)`. In guards the right side must be a list or range known
when the guard is compiled; elements are compared with `===/2`.

## Examples

    iex> 2 in [1, 2, 3]
    true
    iex> 5 not in 1..3
    true
    iex> small? = fn x when x in 0..9 -> true; _ -> false end
    iex> small?.(12)
    false
"""
defmacro left in right do
  body = :erlang."=:="(:erlang.map_get(:context, __CALLER__), nil)
  expanded = :"Elixir.Kernel.Utils".expand(right, __CALLER__)

  case expanded do
    [] when body -> {:__block__, [], [{:=, [], [{:_, [], __MODULE__}, left]}, false]}
    [] -> false
    list when is_list(list) -> in_list(left, list, body, right, __CALLER__)
    {:%{}, _, [__struct__: :"Elixir.Range", first: f, last: l, step: s]} -> in_range(left, f, l, s, body)
    %{} -> :"Elixir.Kernel.Utils".fail("found unescaped value on the right side of in/2: ", expanded)
    _ when body -> {{:., [], [:"Elixir.Enum", :member?]}, [], [right, left]}
    _ -> bad_in(right)
  end
end

defp bad_in(right) do
  :"Elixir.Kernel.Utils".fail(
    <<"invalid right argument for operator \"in\", it expects a compile-time proper list or ",
      "compile-time range on the right side when used in guard expressions, got: ">>,
    right
  )
end

defp in_list(left, list, body, right, env) do
  case {list_items(list, env), body} do
    {:improper, false} -> bad_in(right)
    {:improper, true} -> {{:., [], [:lists, :member]}, [], [left, list]}
    {items, false} -> any_equal(left, items)
    {items, true} -> bound_in(left, fn value -> any_equal_of(value, items) end)
  end
end

defp list_items([{:|, _, [item, tail]}], env) do
  case :"Elixir.Kernel.Utils".expand(tail, env) do
    list when is_list(list) -> list_items([item | list], env)
    _ -> :improper
  end
end

defp list_items([item | rest], env) do
  case list_items(rest, env) do
    :improper -> :improper
    items -> [item | items]
  end
end

defp list_items([], _), do: []

# Elements with effects are run once each, before the comparisons, in order.
defp any_equal_of(value, items) do
  case :"Elixir.Kernel.Utils".all(&simple?/1, items) do
    true -> any_equal(value, items)
    false -> {{:., [], [:lists, :member]}, [], [value, items]}
  end
end

defp simple?({_, _, context}) when is_atom(context), do: true
defp simple?({_, _, _}), do: false
defp simple?({a, b}), do: :erlang.andalso(simple?(a), simple?(b))
defp simple?(list) when is_list(list), do: :"Elixir.Kernel.Utils".all(&simple?/1, list)
defp simple?(_), do: true

defp any_equal(value, [item]), do: equal(value, item)

defp any_equal(value, [item | rest]) do
  {{:., [], [:erlang, :orelse]}, [generated: true], [equal(value, item), any_equal(value, rest)]}
end

defp equal(value, item), do: {{:., [], [:erlang, :"=:="]}, [generated: true], [value, item]}

defp bound_in({_, _, context} = left, fun) when is_atom(context), do: fun.(left)
defp bound_in(left, fun) when is_number(left) when is_atom(left), do: fun.(left)

defp bound_in(left, fun) do
  variable = {:value, [generated: true], __MODULE__}
  {:__block__, [], [{:=, [generated: true], [variable, left]}, fun.(variable)]}
end

defp in_range(left, first, last, step, true) do
  bound_in(left, fn value -> range_test(value, first, last, step) end)
end

defp in_range(left, first, last, step, false), do: range_test(left, first, last, step)

defp range_test(value, first, last, step) do
  tests = integer_test(first, integer_test(last, bounds(value, first, last, step)))
  op(:andalso, [op(:is_integer, [value]), tests])
end

defp integer_test(bound, test) when is_integer(bound), do: test
defp integer_test(bound, test), do: op(:andalso, [op(:is_integer, [bound]), test])

defp bounds(value, first, last, 1), do: op(:andalso, [op(:>=, [value, first]), op(:"=<", [value, last])])
defp bounds(value, first, last, -1), do: op(:andalso, [op(:"=<", [value, first]), op(:>=, [value, last])])

defp bounds(value, first, last, step) do
  up = op(:andalso, [op(:>, [step, 0]), bounds(value, first, last, 1)])
  down = op(:andalso, [op(:<, [step, 0]), bounds(value, first, last, -1)])
  on_step = op(:"=:=", [op(:rem, [op(:-, [value, first]), step]), 0])
  op(:andalso, [op(:orelse, [up, down]), on_step])
end

defp op(name, args), do: {{:., [], [:erlang, name]}, [generated: true], args}
