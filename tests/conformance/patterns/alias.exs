# = inside a pattern binds the whole and its parts.
f = fn {a, b} = t, [h | _] = l -> {a, b, t, h, l} end
IO.inspect(f.({1, 2}, [3, 4])) # expect: {1, 2, {1, 2}, 3, [3, 4]}
{:ok, %{x: x} = m} = {:ok, %{x: 1, y: 2}}
IO.inspect({x, m}) # expect: {1, %{x: 1, y: 2}}
a = b = 3
IO.inspect({a, b}) # expect: {3, 3}
case [1, 2] do
  [_, _] = [p, q] -> IO.inspect({p, q}) # expect: {1, 2}
end
