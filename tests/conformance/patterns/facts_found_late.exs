# One clause's body is reached by two ways of the decision tree, of which the first look at types drops one: what is
# known on the other holds for the body then.
defmodule Facts do
  def ident(x), do: hd([x])
  def log(x), do: Process.put(:log, x)

  def f(2305843009213693952, [[[3 | _] | _], {}], _), do: ident(%{a: 2}).a

  def f([%{a: {}} | ({v, 0.0, 1.0} = whole)], x, _) do
    try do
      [y, {y, 1}] = whole
      [y | x]
    rescue
      e in MatchError -> {v, e.term, log(v)}
    end
  end

  def g(2305843009213693952, [[[3 | _] | _], {}], _), do: ident(%{a: 2}).a
  def g([%{a: {}} | ({v, 0.0, 1.0} = whole)], _, _), do: (([y, {y, 1}] = whole; 1.0) ++ (fn _, _ -> whole end).(v, "")) <= log(v)
end

IO.inspect(Facts.f(2305843009213693952, [[[3]], {}], 0)) # expect: 2
IO.inspect(Facts.f([%{a: {}} | {1, 0.0, 1.0}], 0, 0)) # expect: {1, {1, 0.0, 1.0}, nil}

try do
  Facts.g([%{a: {}} | {1, 0.0, 1.0}], 0, 0)
rescue
  e in MatchError -> IO.inspect(e.term) # expect: {1, 0.0, 1.0}
end
