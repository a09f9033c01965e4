# A pinned variable is compared, not bound.
x = 1
IO.inspect(match?(^x, 1)) # expect: true
IO.inspect(match?(^x, 2)) # expect: false
f = fn ^x -> :hit; _ -> :miss end
x = 5
IO.inspect({x, f.(1), f.(5)}) # expect: {5, :hit, :miss}
key = :b
IO.inspect(match?(%{^key => 2}, %{a: 1, b: 2})) # expect: true
IO.inspect(case {5, 6} do {^x, y} -> y end) # expect: 6
try do
  ^x = Process.get(:none, 6)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: 6"
end
