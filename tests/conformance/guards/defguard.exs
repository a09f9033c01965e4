# A guard of one's own.
defmodule Parity do
  defguard is_even(n) when is_integer(n) and rem(n, 2) == 0
  defguardp is_small(n) when n < 10
  def kind(n) when is_even(n) and is_small(n), do: :small_even
  def kind(n) when is_even(n), do: :even
  def kind(_), do: :odd
end
IO.inspect(Enum.map([4, 40, 5, :x], &Parity.kind/1)) # expect: [:small_even, :even, :odd, :odd]
defmodule UsesParity do
  import Parity
  def f(n) when is_even(n), do: :ok
  def g(n), do: is_even(n)
end
IO.inspect(UsesParity.f(8)) # expect: :ok
IO.inspect({UsesParity.g(3), UsesParity.g(4)}) # expect: {false, true}
