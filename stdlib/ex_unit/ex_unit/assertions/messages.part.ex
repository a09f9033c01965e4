# stdlib/ex_unit/ex_unit/assertions/messages.part.ex: claims about the mailbox.
# Here: assert_receive, assert_received, refute_receive, refute_received.

@shown_messages 10

@doc """
Claims that a message which matches `pattern` arrives within `timeout` milliseconds; takes and answers it.

Without a timeout, the option `:assert_receive_timeout` of `ExUnit.configure/1` holds (100).
Variables of the pattern are bound; the failure lists the last messages of the mailbox.

## Examples

    send(self(), {:ready, 1})
    assert_receive {:ready, number}
    assert_receive {:done, ^number}, 1_000
"""
defmacro assert_receive(pattern, timeout \\ nil, failure_message \\ nil) do
  receive_or_fail(:assert_receive, pattern, timeout, failure_message, __CALLER__)
end

@doc """
Claims that a message which matches `pattern` is in the mailbox; takes and answers it.

## Examples

    send(self(), :hello)
    assert_received :hello
"""
defmacro assert_received(pattern, failure_message \\ nil) do
  receive_or_fail(:assert_received, pattern, 0, failure_message, __CALLER__)
end

@doc """
Claims that no message which matches `pattern` arrives within `timeout` milliseconds.

Without a timeout, the option `:refute_receive_timeout` of `ExUnit.configure/1` holds (100).

## Examples

    refute_receive :bye, 10
"""
defmacro refute_receive(pattern, timeout \\ nil, failure_message \\ nil) do
  receive_and_fail(pattern, timeout, failure_message, __CALLER__)
end

@doc """
Claims that no message which matches `pattern` is in the mailbox.

## Examples

    refute_received :bye
"""
defmacro refute_received(pattern, failure_message \\ nil) do
  receive_and_fail(pattern, 0, failure_message, __CALLER__)
end

defp receive_or_fail(kind, pattern, timeout, failure_message, caller) do
  expr = escape_expr(kind, pattern)
  shown = escape_pattern(pattern, caller)
  pattern = __expand_pattern__(pattern, caller)
  variables = variables(pattern)
  pins = pins(pattern)

  taken =
    generated(
      quote do
        receive do
          unquote(with_received(pattern)) -> {received, unquote(variables)}
        after
          timeout ->
            ExUnit.Assertions.__not_received__(
              unquote(shown),
              unquote(expr),
              unquote(pins),
              timeout,
              unquote(failure_message),
              fn message -> match?(unquote(pattern), message) end
            )
        end
      end
    )

  quote generated: true do
    timeout = ExUnit.Assertions.__timeout__(unquote(timeout), :assert_receive_timeout)
    {received, unquote(variables)} = unquote(taken)
    received
  end
end

defp receive_and_fail(pattern, timeout, failure_message, caller) do
  text = Macro.to_string(pattern)
  pattern = __expand_pattern__(pattern, caller)

  taken =
    generated(
      quote do
        receive do
          unquote(with_received(pattern)) ->
            ExUnit.Assertions.flunk(
              unquote(failure_message) ||
                "Unexpectedly received message #{inspect(received)} (which matched #{unquote(text)})"
            )
        after
          timeout -> false
        end
      end
    )

  quote generated: true do
    timeout = ExUnit.Assertions.__timeout__(unquote(timeout), :refute_receive_timeout)
    unquote(taken)
  end
end

defp with_received({:when, meta, [left, right]}), do: {:when, meta, [with_received(left), right]}
defp with_received(pattern), do: {:=, [], [Macro.var(:received, __MODULE__), pattern]}

@doc false
def __timeout__(nil, key), do: Application.fetch_env!(:ex_unit, key)
def __timeout__(timeout, _key) when is_integer(timeout) and timeout >= 0, do: timeout

def __timeout__(timeout, _key) do
  raise ArgumentError, "timeout must be a non-negative integer, got: #{inspect(timeout)}"
end

@doc false
def __not_received__(_shown, _expr, _pins, _timeout, failure_message, _matches?) when failure_message != nil do
  flunk(failure_message)
end

def __not_received__(shown, expr, pins, timeout, nil, matches?) do
  {:messages, messages} = Process.info(self(), :messages)

  if Enum.any?(messages, matches?) do
    flunk(late(Macro.to_string(shown), timeout))
  else
    last = Enum.take(messages, -@shown_messages)

    raise AssertionError,
      left: shown,
      expr: expr,
      message: "Assertion failed, no matching message after #{timeout}ms" <> __pins__(pins) <> listing(messages, last),
      context: {:mailbox, pins, last}
  end
end

defp listing([], _last), do: "\nThe process mailbox is empty."

defp listing(messages, last) do
  plural = if length(messages) == 1, do: "message", else: "messages"
  "\nShowing #{length(last)} of #{length(messages)} #{plural} in the mailbox"
end

defp late(pattern, timeout) do
  """
  Found message matching #{pattern} after #{timeout}ms.

  This means the message was delivered too close to the timeout value, you may want to either:

    1. Give an increased timeout to `assert_receive/2`
    2. Increase the default timeout to all `assert_receive` in your
       test_helper.exs by setting ExUnit.configure(assert_receive_timeout: ...)
  """
end
