# with goes on while patterns match.
get = fn m, k -> with {:ok, v} <- Map.fetch(m, k), do: v end
IO.inspect(get.(%{a: 1}, :a)) # expect: 1
IO.inspect(get.(%{}, :a)) # expect: :error
r = with {:ok, a} <- {:ok, 1}, b = a + 1, {:ok, c} when c > 0 <- {:ok, b * 2} do
  {a, b, c}
else
  {:error, e} -> e
  other -> {:other, other}
end
IO.inspect(r) # expect: {1, 2, 4}
r = with {:ok, _} <- {:error, :bad} do
  1
else
  {:error, e} -> {:failed, e}
end
IO.inspect(r) # expect: {:failed, :bad}
IO.inspect((with 1 <- 2, do: 3)) # expect: 2
IO.inspect((with x when x > 1 <- 1, do: x, else: (_ -> :small))) # expect: :small
try do
  with {:ok, _} <- Process.get(:none, 5), do: 1, else: ({:error, _} -> 2)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: WithClauseError: "no with clause matching: 5"
end
