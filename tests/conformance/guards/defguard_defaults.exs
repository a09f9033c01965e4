# Arguments of guards with defaults.
defmodule Divides do
  defguard divides(value, by \\ 2, rest \\ 0) when is_integer(value) and rem(value, by) == rest
end

defmodule Sorts do
  import Divides
  def sort(x) when divides(x), do: :even
  def sort(x) when divides(x, 3), do: :three
  def sort(x) when divides(x, 3, 1), do: :one_over
  def sort(_), do: :other
end

IO.inspect(Enum.map(1..9, &Sorts.sort/1)) # expect: [:one_over, :even, :three, :even, :other, :even, :one_over, :even, :three]

defmodule Uses do
  require Divides
  def all, do: {Divides.divides(4), Divides.divides(4, 4), Divides.divides(7, 4, 3)}
end

IO.inspect(Uses.all()) # expect: {true, true, true}

# A guard may use those that stand before it in its module.
defmodule Chained do
  defguardp small(n) when n < 3
  defguard tiny(n) when is_integer(n) and small(n)
  defguard tiny_pair(a, b) when tiny(a) and tiny(b)
  def own(a) when tiny(a), do: :tiny
  def own(_), do: :big
end

defmodule Chains do
  require Chained
  def pair(a, b) when Chained.tiny_pair(a, b), do: :tiny
  def pair(_, _), do: :big
end

IO.inspect({Chains.pair(1, 2), Chains.pair(1, 3), Chained.own(1), Chained.own(:a)}) # expect: {:tiny, :big, :tiny, :big}

try do
  Code.eval_string("defmodule NoGuard do\n defguard foo(a) when nowhere(a)\nend")
rescue
  e -> IO.puts(Exception.message(e)) # expect: nofile:2: cannot find or invoke local nowhere/1 inside guards. Only macros can be invoked in a guards and they must be defined before their invocation. Called as: nowhere(a)
end

defmodule AtOnce do
  defguard same(a, b) when a == b
  defguard none() when true
end

defmodule UsesAtOnce do
  require AtOnce

  def all do
    x = 1
    same? = AtOnce.same(x = 2, x)
    {same?, x, AtOnce.none()}
  end
end

IO.inspect(UsesAtOnce.all()) # expect: {false, 2, true}

told = fn code ->
  try do
    Code.eval_string(code)
  rescue
    e -> Exception.message(e)
  end
end

IO.puts(told.("defmodule L1 do\ndefguard 42\nend")) # expect: invalid syntax in defguard 42
IO.puts(told.("defmodule L2 do\ndefguard even(n) when is_integer(n) when rem(n, 2) == 0\nend")) # expect: invalid syntax in defguard even(n), only a single when clause is allowed
