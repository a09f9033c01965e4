# case with guards, nested, and its error.
f = fn x ->
  case x do
    {:ok, n} when n > 10 -> :big
    {:ok, n} -> case n do 0 -> :zero; _ -> :small end
    {:error, e} -> e
  end
end
IO.inspect(Enum.map([{:ok, 11}, {:ok, 0}, {:ok, 5}, {:error, :e}], f)) # expect: [:big, :zero, :small, :e]
try do
  f.(:other)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: CaseClauseError: "no case clause matching: :other"
end
y = case 1 do _ -> 2 end
IO.inspect(y) # expect: 2
