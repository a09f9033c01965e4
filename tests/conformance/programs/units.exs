# A DSL of units with operators and protocols.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Unit do
  defstruct [:n, :u]
  defmacro sigil_u({:<<>>, _, [s]}, _) do
    {n, u} = Float.parse(s)
    quote do: %Unit{n: unquote(n), u: unquote(String.to_atom(u))}
  end
  import Kernel, except: [+: 2, *: 2]
  def %Unit{u: u, n: a} + %Unit{u: u, n: b}, do: %Unit{u: u, n: Kernel.+(a, b)}
  def %Unit{u: a} + %Unit{u: b}, do: raise(ArgumentError, "cannot add #{b} to #{a}")
  def a + b, do: Kernel.+(a, b)
  def a * b, do: Kernel.*(a, b)
  defimpl String.Chars do
    def to_string(%{n: n, u: u}), do: "#{n}#{u}"
  end
end
defmodule UseUnit do
  import Kernel, except: [+: 2, *: 2]
  import Unit
  def a, do: "#{~u(1.5km) + ~u(2km)}"
  def b, do: 1 + 2 * 3
  def c, do: ~u(1m) + ~u(1s)
end
IO.inspect(UseUnit.a()) # expect: "3.5km"
IO.inspect(UseUnit.b()) # expect: 7
IO.puts(inspect(error.(fn -> UseUnit.c() end), width: 900)) # expect: {ArgumentError, "cannot add s to m"}
