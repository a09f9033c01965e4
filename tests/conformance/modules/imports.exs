# alias, import, require with their options.
defmodule Lib.Math.Ops do
  def add(a, b), do: a + b
  def sub(a, b), do: a - b
  def neg(a), do: -a
  defmacro twice(x), do: quote(do: unquote(x) + unquote(x))
end
defmodule User do
  alias Lib.Math.Ops
  alias Lib.Math, as: M
  alias Lib.{Math, Nothing}
  import Lib.Math.Ops, only: [add: 2, twice: 1]
  require Lib.Math.Ops, as: O
  def a, do: add(1, 2)
  def b, do: Ops.sub(5, 1)
  def c, do: M.Ops.neg(1)
  def d, do: Math.Ops.neg(2)
  def e, do: twice(4)
  def f, do: O.twice(5)
  def g, do: inspect(Nothing)
  def i do
    import Kernel, except: [length: 1]
    length([1])
  end
  defp length(_), do: :mine
  def j do
    alias String, as: S
    S.upcase("x")
  end
  def k, do: __MODULE__.a()
  def l, do: [Elixir.String, :"Elixir.String"] |> Enum.uniq()
end
IO.inspect({User.a(), User.b(), User.c(), User.d(), User.e(), User.f(), User.g(), User.i(), User.j(), User.k(), User.l()}) # expect: {3, 4, -1, -2, 8, 10, "Lib.Nothing", :mine, "X", 3, [String]}
import Enum, only: :functions
IO.inspect(map([1], &(&1 + 1))) # expect: [2]
alias Enum, as: E
IO.inspect(E.sum([1, 2])) # expect: 3
import Integer, only: :macros
IO.inspect(is_odd(3)) # expect: true
IO.inspect(__ENV__.aliases) # expect: [{E, Enum}]
IO.inspect(Keyword.has_key?(__ENV__.functions, Enum)) # expect: true
defmodule Shadow do
  import Kernel, except: [+: 2]
  def a + b, do: {:plus, a, b}
  def run, do: 1 + 2
end
IO.inspect(Shadow.run()) # expect: {:plus, 1, 2}
defmodule Nested do
  alias __MODULE__.Sub
  defmodule Sub do
    def x, do: :sub
  end
  def go, do: Sub.x()
end
IO.inspect(Nested.go()) # expect: :sub
