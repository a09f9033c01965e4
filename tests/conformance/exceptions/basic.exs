# raise, rescue, after, else.
f = fn g ->
  try do
    g.()
  rescue
    e in ArgumentError -> {:arg, e.message}
    e in [RuntimeError, KeyError] -> {:two, Exception.message(e)}
    ArithmeticError -> :arith
    e -> {:other, e.__struct__}
  else
    :special -> :else_special
    x -> {:else, x}
  after
    send(self(), :after_ran)
  end
end
IO.inspect(f.(fn -> raise ArgumentError end)) # expect: {:arg, "argument error"}
IO.inspect(f.(fn -> raise ArgumentError, "mine" end)) # expect: {:arg, "mine"}
IO.inspect(f.(fn -> raise "boom" end)) # expect: {:two, "boom"}
IO.inspect(f.(fn -> Map.fetch!(%{}, :k) end)) # expect: {:two, "key :k not found in: %{}"}
IO.inspect(f.(fn -> 1 / Process.get(:zero, 0) end)) # expect: :arith
IO.puts(inspect(f.(fn -> hd(Process.get(:zero, [])) end), width: 400)) # expect: {:arg, "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"}
IO.inspect(f.(fn -> :special end)) # expect: :else_special
IO.inspect(f.(fn -> 5 end)) # expect: {:else, 5}
IO.inspect(length(Enum.map(1..8, fn _ -> receive do :after_ran -> 1 after 0 -> raise "did not run" end end))) # expect: 8
