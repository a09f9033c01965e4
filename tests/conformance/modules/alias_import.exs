# alias, import, require.
defmodule Lib.Math do
  def double(x), do: x * 2
  def triple(x), do: x * 3
  defmacro quad(x), do: quote(do: unquote(x) * 4)
end
defmodule User do
  alias Lib.Math
  alias Lib.Math, as: M
  import Lib.Math, only: [double: 1]
  require Lib.Math
  def a, do: Math.double(1)
  def b, do: M.triple(1)
  def c, do: double(5)
  def d, do: M.quad(5)
  def e do
    import Lib.Math
    quad(triple(1))
  end
end
IO.inspect({User.a(), User.b(), User.c(), User.d(), User.e()}) # expect: {2, 3, 10, 20, 12}
defmodule Multi do
  alias String.{Chars, Nope}
  def names, do: {Chars, Nope}
end
IO.inspect(Multi.names()) # expect: {String.Chars, String.Nope}
