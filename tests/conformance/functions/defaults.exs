# Default arguments make functions of lower arity.
defmodule D do
  def f(a, b \\ 2, c \\ a_default()), do: {a, b, c}
  def a_default, do: :c
  def g(x \\ 1)
  def g(x) when x > 0, do: {:pos, x}
  def g(x), do: {:neg, x}
  defp h(a \\ [], b), do: {a, b}
  def call, do: {h(1), h(1, 2)}
end
IO.inspect(D.f(1)) # expect: {1, 2, :c}
IO.inspect(D.f(1, 3)) # expect: {1, 3, :c}
IO.inspect(D.f(1, 3, 4)) # expect: {1, 3, 4}
IO.inspect({D.g(), D.g(-1)}) # expect: {{:pos, 1}, {:neg, -1}}
IO.inspect(D.call()) # expect: {{[], 1}, {1, 2}}
IO.inspect(function_exported?(D, :f, 1)) # expect: true
IO.inspect(D.__info__(:functions)) # expect: [a_default: 0, call: 0, f: 1, f: 2, f: 3, g: 0, g: 1]
