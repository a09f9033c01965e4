# stdlib/ex_unit/ex_unit/assertions/truth.part.ex: assert and refute.
# Here: matches, operators with two sides, calls with their arguments, any other value.

@operators [:==, :!=, :===, :!==, :<, :>, :<=, :>=, :=~, :in]

@doc """
Claims that an expression is neither `false` nor `nil`; for `pattern = value`, that it matches too.

Variables of the pattern are bound afterwards. Answers the value.

## Examples

    assert Enum.member?([1, 2], 2)
    assert 1 + 1 == 2
    assert {:ok, value} = Map.fetch(%{a: 1}, :a)
    assert match?({:ok, n} when n > 0, Map.fetch(%{a: 1}, :a))
"""
defmacro assert(assertion)

defmacro assert({:=, _, [left, right]} = assertion) do
  expr = escape_expr(:assert, assertion)
  shown = escape_pattern(left, __CALLER__)
  left = __expand_pattern__(left, __CALLER__)
  pins = pins(left)
  variables = variables(left)

  match =
    generated(
      quote do
        case right do
          unquote(left) ->
            unquote(variables)

          _ ->
            pins = unquote(pins)

            raise AssertionError,
              left: unquote(shown),
              right: right,
              expr: unquote(expr),
              message: "match (=) failed" <> ExUnit.Assertions.__pins__(pins),
              context: {:match, pins}
        end
      end
    )

  quote generated: true do
    right = unquote(right)
    unquote(variables) = unquote(match)
    if right, do: right, else: ExUnit.Assertions.__falsy__(right, unquote(expr))
  end
end

defmacro assert({:match?, _, [_, _]} = assertion), do: matching(:assert, assertion, __CALLER__)
defmacro assert({operator, _, [_, _]} = assertion) when operator in @operators, do: comparing(:assert, assertion)
defmacro assert(assertion), do: plain(:assert, assertion, __CALLER__)

@doc """
Claims that an expression is `false` or `nil`. Answers it.

A match that does not fit is an error even here: write `refute match?(pattern, value)`.

## Examples

    refute Enum.member?([1, 2], 3)
    refute 1 + 1 == 3
    refute match?({:ok, _}, :error)
"""
defmacro refute(assertion)

defmacro refute({:match?, _, [_, _]} = assertion), do: matching(:refute, assertion, __CALLER__)
defmacro refute({operator, _, [_, _]} = assertion) when operator in @operators, do: comparing(:refute, assertion)
defmacro refute(assertion), do: plain(:refute, assertion, __CALLER__)

defp matching(kind, {:match?, meta, [left, right]} = assertion, caller) do
  shown = escape_pattern(left, caller)
  left = __expand_pattern__(left, caller)
  match = generated({:match?, meta, [left, Macro.var(:right, __MODULE__)]})
  message = if kind == :assert, do: "match (match?) failed", else: "match (match?) succeeded, but should have failed"

  quote generated: true do
    right = unquote(right)

    if unquote(match) != unquote(kind == :assert) do
      pins = unquote(pins(left))

      raise AssertionError,
        left: unquote(shown),
        right: right,
        expr: unquote(escape_expr(kind, assertion)),
        message: unquote(message) <> ExUnit.Assertions.__pins__(pins),
        context: {:match, pins}
    end

    unquote(kind == :assert)
  end
end

defp comparing(kind, {operator, meta, [left, right]} = assertion) do
  call = {operator, meta, [Macro.var(:left, __MODULE__), Macro.var(:right, __MODULE__)]}

  quote generated: true do
    left = unquote(left)
    right = unquote(right)
    ExUnit.Assertions.__compare__(unquote(kind), unquote(operator), unquote(call), left, right, unquote(escape_expr(kind, assertion)))
  end
end

@doc false
def __compare__(:assert, operator, value, left, right, expr) do
  if value, do: value, else: raise(AssertionError, comparison("Assertion", operator, [:!=, :!==], left, right, expr))
end

def __compare__(:refute, operator, value, left, right, expr) do
  if value, do: raise(AssertionError, comparison("Refute", operator, [:==, :===], left, right, expr)), else: value
end

# What the difference of the two sides is shown by.
defp context(:===), do: :===
defp context(_operator), do: :==

# Two sides that are the same are shown once, where they were to differ.
defp comparison(what, operator, differing, left, right, expr) do
  if operator in differing and left === right do
    [left: left, expr: expr, message: "#{what} with #{operator} failed, both sides are exactly equal"]
  else
    [left: left, right: right, expr: expr, message: "#{what} with #{operator} failed", context: context(operator)]
  end
end

defp plain(kind, assertion, caller) do
  {args, value} = with_arguments(assertion, caller)
  expr = escape_expr(kind, assertion)

  case kind do
    :assert ->
      quote generated: true do
        value = unquote(value)
        if value, do: value, else: ExUnit.Assertions.__falsy__(value, unquote(expr), unquote(args))
      end

    :refute ->
      quote generated: true do
        value = unquote(value)
        if value, do: ExUnit.Assertions.__truthy__(value, unquote(expr), unquote(args)), else: value
      end
  end
end

@doc false
def __falsy__(value, expr, args \\ AssertionError.no_value()) do
  raise AssertionError, args: args, expr: expr, message: "Expected truthy, got #{inspect(value)}"
end

@doc false
def __truthy__(value, expr, args \\ AssertionError.no_value()) do
  raise AssertionError, args: args, expr: expr, message: "Expected false or nil, got #{inspect(value)}"
end

# The arguments of a call to a function are kept, to be shown. Macros and operators say little by them.
defp with_arguments({root, meta, [_ | _] = args} = call, caller) do
  arity = length(args)
  reserved? = is_atom(root) and (Macro.special_form?(root, arity) or Macro.operator?(root, arity))

  case Macro.expand_once(call, caller) do
    ^call when not reserved? ->
      if Enum.all?(args, &Macro.quoted_literal?/1), do: {AssertionError.no_value(), call}, else: kept(root, meta, args)

    expanded ->
      {AssertionError.no_value(), expanded}
  end
end

defp with_arguments(value, _caller), do: {AssertionError.no_value(), value}

defp kept(root, meta, args) do
  variables = for index <- 1..length(args), do: Macro.var(:"arg#{index}", __MODULE__)

  value =
    quote generated: true do
      {unquote_splicing(variables)} = {unquote_splicing(args)}
      unquote({root, meta, variables})
    end

  {variables, value}
end

@doc """
Claims that `value` is neither `false` nor `nil`, with a message for the failure.

## Examples

    assert 1 < 2, "one is less than two"
"""
@spec assert(any, String.t() | keyword) :: true
def assert(value, message) when is_binary(message), do: assert(value, message: message)

def assert(value, options) when is_list(options) do
  if value, do: true, else: raise(AssertionError, options)
end

@doc """
Claims that `value` is `false` or `nil`, with a message for the failure.

## Examples

    refute 2 < 1, "two is not less than one"
"""
@spec refute(any, String.t() | keyword) :: false
def refute(value, message), do: not assert(!value, message)

@doc """
Fails.

## Examples

    flunk("this is not to be reached")
"""
@spec flunk(String.t()) :: no_return
def flunk(message \\ "Flunked!") when is_binary(message), do: raise(AssertionError, message: message)
