# A loop over a binary whose other clause looks at the same argument; no clause may fit in the middle of it.
defmodule Sum do
  def text(<<c, rest::binary>>, n), do: text(rest, n + c)
  def text("", n), do: n

  def list(<<c, rest::binary>>, acc), do: list(rest, [c | acc])
  def list([], acc), do: acc

  def last(<<c, rest::binary>>, n), do: last(rest, n + c)
  def last(<<0::3>>, n), do: n
end

IO.inspect(Sum.text("abc", 1)) # expect: 295
IO.inspect(Sum.list([], [1])) # expect: [1]
IO.inspect(try(do: Sum.list("ab", []), rescue: (e -> {e.__struct__, e.function, e.arity}))) # expect: {FunctionClauseError, :list, 2}
IO.inspect(try(do: Sum.last(<<1, 1::3>>, 0), rescue: (e -> e.__struct__))) # expect: FunctionClauseError
IO.inspect(try(do: Sum.text(:a, 0), rescue: (e -> e.__struct__))) # expect: FunctionClauseError
