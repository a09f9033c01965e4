# throw and exit have classes of their own.
f = fn g ->
  try do
    g.()
  catch
    :throw, x -> {:thrown, x}
    :exit, r -> {:exited, r}
    :error, e -> {:error, e}
  end
end
IO.inspect(f.(fn -> throw(:ball) end)) # expect: {:thrown, :ball}
IO.inspect(f.(fn -> exit(:bye) end)) # expect: {:exited, :bye}
IO.inspect(f.(fn -> raise "x" end)) # expect: {:error, %RuntimeError{message: "x"}}
IO.inspect(f.(fn -> :erlang.error(:custom) end)) # expect: {:error, :custom}
IO.puts(inspect(f.(fn -> hd(Process.get(:zero, [])) end), width: 400)) # expect: {:error, :badarg}
IO.inspect((try do throw(1) catch x -> x + 1 end)) # expect: 2
IO.inspect((try do Enum.each(1..10, fn i -> if i == 4, do: throw(i) end) catch i -> i end)) # expect: 4
IO.inspect(catch_it = (try do exit({:shutdown, 1}) catch :exit, {:shutdown, n} -> n end)) # expect: 1
IO.inspect(catch_it) # expect: 1
