# Tuples match by size and place.
{a, {b, c}, _} = {1, {2, 3}, 4}
IO.inspect({a, b, c}) # expect: {1, 2, 3}
f = fn
  {} -> 0
  {_} -> 1
  {:ok, v} -> v
  {_, _} -> 2
  t when is_tuple(t) -> tuple_size(t)
end
IO.inspect(Enum.map([{}, {1}, {:ok, :x}, {:error, :x}, {1, 2, 3, 4}], f)) # expect: [0, 1, :x, 2, 4]
try do
  {_, _} = Process.get(:none, {1})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: {1}"
end
