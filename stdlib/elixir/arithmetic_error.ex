# stdlib/elixir/arithmetic_error.ex: raised when arithmetic is done on what is no number, or has no result.
defmodule ArithmeticError do
  @moduledoc """
  Raised when arithmetic is done on what is no number, or has no result.
  """

  defexception message: "bad argument in arithmetic expression"

  @unary [:+, :-]
  @binary [:+, :-, :*, :/]
  @named [:div, :rem]
  @bitwise [:band, :bor, :bxor, :bsl, :bsr, :bnot]

  @impl true
  def blame(%{message: message} = exception, [{:erlang, fun, args, _} | _] = stacktrace)
      when is_list(args) do
    text =
      case {fun, args} do
        {fun, [arg]} when fun in @unary -> "#{fun}(#{inspect(arg)})"
        {fun, [left, right]} when fun in @binary -> "#{inspect(left)} #{fun} #{inspect(right)}"
        {fun, [left, right]} when fun in @named -> "#{fun}(#{inspect(left)}, #{inspect(right)})"
        {fun, args} when fun in @bitwise -> "Bitwise.#{fun}(#{Enum.map_join(args, ", ", &inspect/1)})"
        _ -> nil
      end

    if text,
      do: {%{exception | message: "#{message}: #{text}"}, stacktrace},
      else: {exception, stacktrace}
  end

  def blame(exception, stacktrace), do: {exception, stacktrace}
end
