# Calls with and without parentheses.
defmodule C do
  def f(a), do: {:f, a}
  def f(a, b), do: {:f, a, b}
  def kw(a, opts), do: {a, opts}
  def blk(x, do: y), do: {x, y}
  def blk(do: y), do: y
end
x = C.f 1, 2
IO.inspect(x) # expect: {:f, 1, 2}
x = C.kw 1, a: 2, b: 3
IO.inspect(x) # expect: {1, [a: 2, b: 3]}
IO.inspect(C.kw(1, a: 2, b: 3)) # expect: {1, [a: 2, b: 3]}
IO.inspect(C.kw(1, a: 2)) # expect: {1, [a: 2]}
x = C.kw 1, [{:a, 2}]
IO.inspect(x) # expect: {1, [a: 2]}
IO.inspect(C.blk(1, do: 2)) # expect: {1, 2}
r = C.blk 1 do
  3
end
IO.inspect(r) # expect: {1, 3}
r = C.blk do 4 end
IO.inspect(r) # expect: 4
IO.inspect(String.length "abc") # expect: 3
IO.inspect(Kernel.+(1, 2)) # expect: 3
IO.inspect(Kernel."+"(1, 2)) # expect: 3
IO.inspect(:erlang.+(1, 2)) # expect: 3
x = C.f(
  1,
  2
)
IO.inspect(x) # expect: {:f, 1, 2}
y = [1, 2,
 3]
z = %{
  :z => 0,
  "b" => 2
}
IO.inspect({y, z}) # expect: {[1, 2, 3], %{:z => 0, "b" => 2}}
