# What is done in place of a call leaves no entry of :erlang in a stack trace; evaluated code calls.
defmodule Sums do
  def small(a, _), do: {:x, a + 1}
  def small_left(a, _), do: {:x, 1 + a}
  def both(a, b), do: {:x, a + b}
  def float(a, _), do: {:x, a + 1.0}
  def big(a, _), do: {:x, a + 10_000_000_000_000_000_000_000_000}
  def less(a, _), do: {:x, a - 1}
  def from_one(a, _), do: {:x, 1 - a}
  def quotient(a, b), do: {:x, a / b}
  def half(a, _), do: {:x, a / 2}
  def product(a, _), do: {:x, a * 2}
  def float_product(a, _), do: {:x, a * 2.0}
  def whole(a, b), do: {:x, div(a, b)}
  def remainder(a, b), do: {:x, rem(a, b)}
  def negated(a, _), do: {:x, -a}
  def bits(a, b), do: {:x, Bitwise.band(a, b)}
  def absolute(a, _), do: {:x, abs(a)}
  def applied(a, b), do: {:x, apply(:erlang, :+, [a, b])}
  def closure(a, _), do: Enum.map([a], &(&1 + 1))
end

first = fn f ->
  try do
    f.()
  rescue
    e -> {e.__struct__, Exception.message(Exception.blame(:error, e, __STACKTRACE__) |> elem(0)) |> String.split("\n") |> hd(), elem(hd(__STACKTRACE__), 0), elem(hd(__STACKTRACE__), 1)}
  end
end

for {f, 2} <- Sums.__info__(:functions), do: IO.inspect({f, first.(fn -> apply(Sums, f, [:b, 0]) end)}, width: 200)
# expect: {:absolute, {ArgumentError, "errors were found at the given arguments:", :erlang, :abs}}
# expect: {:applied, {ArithmeticError, "bad argument in arithmetic expression: :b + 0", :erlang, :+}}
# expect: {:big, {ArithmeticError, "bad argument in arithmetic expression: :b + 10000000000000000000000000", :erlang, :+}}
# expect: {:bits, {ArithmeticError, "bad argument in arithmetic expression: Bitwise.band(:b, 0)", :erlang, :band}}
# expect: {:both, {ArithmeticError, "bad argument in arithmetic expression: :b + 0", :erlang, :+}}
# expect: {:closure, {ArithmeticError, "bad argument in arithmetic expression", Sums, :"-closure/2-fun-0-"}}
# expect: {:float, {ArithmeticError, "bad argument in arithmetic expression", Sums, :float}}
# expect: {:float_product, {ArithmeticError, "bad argument in arithmetic expression", Sums, :float_product}}
# expect: {:from_one, {ArithmeticError, "bad argument in arithmetic expression: 1 - :b", :erlang, :-}}
# expect: {:half, {ArithmeticError, "bad argument in arithmetic expression", Sums, :half}}
# expect: {:less, {ArithmeticError, "bad argument in arithmetic expression", Sums, :less}}
# expect: {:negated, {ArithmeticError, "bad argument in arithmetic expression: -(:b)", :erlang, :-}}
# expect: {:product, {ArithmeticError, "bad argument in arithmetic expression: :b * 2", :erlang, :*}}
# expect: {:quotient, {ArithmeticError, "bad argument in arithmetic expression", Sums, :quotient}}
# expect: {:remainder, {ArithmeticError, "bad argument in arithmetic expression: rem(:b, 0)", :erlang, :rem}}
# expect: {:small, {ArithmeticError, "bad argument in arithmetic expression", Sums, :small}}
# expect: {:small_left, {ArithmeticError, "bad argument in arithmetic expression", Sums, :small_left}}
# expect: {:whole, {ArithmeticError, "bad argument in arithmetic expression: div(:b, 0)", :erlang, :div}}
x = :a
IO.inspect(first.(fn -> x + 1 end), width: 200) # expect: {ArithmeticError, "bad argument in arithmetic expression: :a + 1", :erlang, :+}
IO.inspect(first.(fn -> x / 2 end), width: 200) # expect: {ArithmeticError, "bad argument in arithmetic expression: :a / 2", :erlang, :/}
IO.inspect(first.(fn -> div(1, 0) end), width: 200) # expect: {ArithmeticError, "bad argument in arithmetic expression: div(1, 0)", :erlang, :div}
IO.inspect(first.(fn -> hd([]) end), width: 200) # expect: {ArgumentError, "errors were found at the given arguments:", :erlang, :hd}
