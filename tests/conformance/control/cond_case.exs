# case and cond in odd places.
c = fn x -> case x do
  nil -> :nil
  x when is_atom(x) and x in [:a, :b] -> {:ab, x}
  x when is_atom(x) -> {:atom, x}
  n when n in 1..9 -> :digit
  n when is_integer(n) and rem(n, 2) == 0 -> :even
  n when is_number(n) -> :number
  "pre" <> rest -> {:rest, rest}
  <<a, b>> -> {a, b}
  [] -> :empty
  [x] -> {:one, x}
  [x, x] -> {:twins, x}
  [x | _] when x > 100 -> :big_head
  %{__struct__: s} -> {:struct, s}
  %{type: t} when map_size(x) == 1 -> {:only, t}
  {a, {b, c}} when a == c -> {:eq, b}
  f when is_function(f, 1) -> f.(1)
  _ -> :other
end end
IO.puts(inspect(Enum.map([nil, :a, :z, 5, 10, 11, 1.5, "prefix", "xy", [], [1], [2, 2], [101, 2], [1, 2], 1..2, %{type: 1}, %{type: 1, b: 2}, {1, {2, 1}}, {1, 2}, &(&1 + 1), self()], c), width: 900)) # expect: [nil, {:ab, :a}, {:atom, :z}, :digit, :even, :number, :number, {:rest, "fix"}, {120, 121}, :empty, {:one, 1}, {:twins, 2}, :big_head, :other, {:struct, Range}, {:only, 1}, :other, {:eq, 2}, :other, 2, :other]
