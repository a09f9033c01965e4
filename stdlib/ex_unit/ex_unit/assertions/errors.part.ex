# stdlib/ex_unit/ex_unit/assertions/errors.part.ex: claims about exceptions, throws and exits.
# Here: assert_raise, catch_throw, catch_exit, catch_error.

@doc """
Claims that `function` raises `exception` with a message that equals a string or matches a regular expression.

Answers the exception.

## Examples

    assert_raise ArithmeticError, "bad argument in arithmetic expression", fn -> 1 + Integer.parse("x") end
    assert_raise RuntimeError, ~r/today/, fn -> raise "not today" end
"""
@spec assert_raise(module, Regex.t() | String.t(), (() -> any)) :: Exception.t()
def assert_raise(exception, message, function) when is_function(function) do
  error = assert_raise(exception, function)
  actual = Exception.message(error)

  matches? =
    cond do
      is_binary(message) -> actual == message
      is_struct(message, Regex) -> actual =~ message
    end

  if matches? do
    error
  else
    flunk("""
    Wrong message for #{inspect(exception)}
    expected:
      #{inspect(message)}
    actual:
      #{inspect(actual)}\
    """)
  end
end

@doc """
Claims that `function` raises `exception`. Answers the exception.

## Examples

    assert_raise ArgumentError, fn -> String.to_existing_atom("no such atom here") end
"""
@spec assert_raise(module, (() -> any)) :: Exception.t()
def assert_raise(exception, function) when is_function(function) do
  try do
    function.()
  rescue
    error -> raised(exception, error, __STACKTRACE__)
  else
    _ -> flunk("Expected exception #{inspect(exception)} but nothing was raised")
  end
end

defp raised(exception, %{__struct__: exception} = error, trace) do
  exception.message(error)
  error
rescue
  failure ->
    message = """
    Got exception #{inspect(exception)} but it failed to produce a message with:

    #{Exception.format(:error, failure, Enum.take_while(__STACKTRACE__, &(elem(&1, 0) != __MODULE__)))}
    """

    reraise AssertionError, [message: message], trace
end

defp raised(_exception, %AssertionError{} = error, trace), do: reraise(error, trace)

defp raised(exception, error, trace) do
  message =
    "Expected exception #{inspect(exception)} " <>
      "but got #{inspect(error.__struct__)} (#{Exception.message(error)})"

  reraise AssertionError, [message: message], trace
end

@doc """
Claims that the expression throws. Answers what it throws.

## Examples

    assert catch_throw(throw(1)) == 1
"""
defmacro catch_throw(expression), do: caught(:throw, expression)

@doc """
Claims that the expression exits. Answers the reason.

## Examples

    assert catch_exit(exit(:stop)) == :stop
"""
defmacro catch_exit(expression), do: caught(:exit, expression)

@doc """
Claims that the expression fails with an error. Answers the error.

## Examples

    assert catch_error(:erlang.error(1)) == 1
"""
defmacro catch_error(expression), do: caught(:error, expression)

defp caught(kind, expression) do
  quote generated: true do
    try do
      _ = unquote(expression)
      :no_failure
    rescue
      # An assertion that fails within is not what is caught.
      error in [ExUnit.AssertionError] -> reraise(error, __STACKTRACE__)
    catch
      unquote(kind), value -> {:caught, value}
    end
    |> ExUnit.Assertions.__caught__(unquote(kind))
  end
end

@doc false
def __caught__({:caught, value}, _kind), do: value
def __caught__(:no_failure, kind), do: flunk("Expected to catch #{kind}, got nothing")
