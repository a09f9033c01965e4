# try, rescue, catch, else, after in all forms.
f = fn g ->
  try do
    g.()
  rescue
    ArgumentError -> :argument
    e in [KeyError, RuntimeError] -> {:two, e.__struct__}
    e in ArithmeticError -> {:arith, Exception.message(e)}
    x in _ -> {:any, x.__struct__}
  catch
    :throw, v -> {:thrown, v}
    :exit, {:shutdown, r} -> {:shutdown, r}
    :exit, r -> {:exit, r}
  else
    :ok -> :was_ok
    n when is_integer(n) -> {:int, n}
  after
    IO.puts("after")
  end
end
for g <- [fn -> :ok end, fn -> 5 end, fn -> raise ArgumentError end, fn -> raise "x" end, fn -> %{}.a end, fn -> 1 / Process.get(:z, 0) end, fn -> throw(1) end, fn -> exit(:bye) end, fn -> exit({:shutdown, 2}) end, fn -> :erlang.error(:odd) end, fn -> hd([]) end] do
  IO.inspect(f.(g)) # expect: after
end
# expect: :was_ok
# expect: after
# expect: {:int, 5}
# expect: after
# expect: :argument
# expect: after
# expect: {:two, RuntimeError}
# expect: after
# expect: {:two, KeyError}
# expect: after
# expect: {:arith, "bad argument in arithmetic expression"}
# expect: after
# expect: {:thrown, 1}
# expect: after
# expect: {:exit, :bye}
# expect: after
# expect: {:shutdown, 2}
# expect: after
# expect: {:any, ErlangError}
# expect: after
# expect: :argument
try do
  f.(fn -> :unmatched end)
rescue
  e in TryClauseError -> IO.puts(Exception.message(e)) # expect: after
  # expect: no try clause matching: :unmatched
end
