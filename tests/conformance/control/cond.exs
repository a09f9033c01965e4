# cond takes the first true one.
f = fn n ->
  cond do
    n < 0 -> :negative
    n == 0 -> :zero
    rem(n, 2) == 0 and n > 100 -> :big_even
    n > 100 -> :big
    true -> :small
  end
end
IO.inspect(Enum.map([-1, 0, 102, 101, 5], f)) # expect: [:negative, :zero, :big_even, :big, :small]
IO.inspect((cond do nil -> 1; 5 -> :truthy end)) # expect: :truthy
try do
  cond do Process.get(:none) -> 1 end
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: CondClauseError: "no cond clause evaluated to a truthy value"
end
