# A guard that raises is false, the whole alternative of it.
f = fn
  x when hd(x) == 1 -> :starts_with_one
  x when map_size(x) > 0 -> :map
  x when elem(x, 1) == 2 when x == :other -> :second
  x when length(x) > 2 -> :long
  _ -> :none
end
IO.inspect(Enum.map([[1], %{a: 1}, {0, 2}, :other, [5, 6, 7], [5 | 6], 3, {}], f)) # expect: [:starts_with_one, :map, :second, :second, :long, :none, :none, :none]
g = fn
  x when hd(x) == 1 or is_atom(x) -> :yes
  _ -> :no
end
IO.inspect(Enum.map([[1], :a, [2]], g)) # expect: [:yes, :no, :no]
