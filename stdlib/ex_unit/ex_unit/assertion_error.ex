defmodule ExUnit.AssertionError do
  @moduledoc """
  Raised when an assertion does not hold.

  Fields that have nothing to say hold `no_value/0`.
  """

  @no_value :ex_unit_no_meaningful_value

  defexception left: @no_value,
               right: @no_value,
               message: @no_value,
               expr: @no_value,
               args: @no_value,
               doctest: @no_value,
               context: :==

  @doc """
  What stands in a field without a value.
  """
  @spec no_value :: atom
  def no_value, do: @no_value

  @impl true
  def message(exception), do: "\n\n" <> ExUnit.Formatter.format_assertion_error(exception)
end
