# with: steps, guards, else clauses, errors.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
f = fn opts ->
  with {:ok, a} <- Map.fetch(opts, :a),
       b = a * 2,
       {:ok, c} when c > b <- Map.fetch(opts, :c) do
    {a, b, c}
  end
end
IO.inspect(f.(%{a: 1, c: 5})) # expect: {1, 2, 5}
IO.inspect(f.(%{a: 1})) # expect: :error
IO.inspect(f.(%{c: 1})) # expect: :error
IO.inspect(f.(%{a: 10, c: 5})) # expect: {:ok, 5}
g = fn x ->
  with {:ok, n} <- x, true <- is_integer(n) do
    n + 1
  else
    :error -> :plain_error
    {:error, why} when is_atom(why) -> {:why, why}
    false -> :no_integer
  end
end
IO.inspect(g.({:ok, 1})) # expect: 2
IO.inspect(g.({:ok, "x"})) # expect: :no_integer
IO.inspect(g.(:error)) # expect: :plain_error
IO.inspect(g.({:error, :bad})) # expect: {:why, :bad}
IO.puts(inspect(error.(fn -> g.({:error, "text"}) end), width: 900)) # expect: {WithClauseError, "no with clause matching: {:error, \"text\"}"}
IO.puts(inspect(error.(fn -> g.(nil) end), width: 900)) # expect: {WithClauseError, "no with clause matching: nil"}
IO.inspect(with(do: 1)) # expect: 1
IO.inspect(with(a <- 1, do: a)) # expect: 1
IO.inspect((with %{} = m <- %{a: 1}, %{a: v} <- m, do: v)) # expect: 1
IO.inspect((with [h | _] <- [], do: h)) # expect: []
IO.inspect((with {:ok, x} <- {:ok, 1}, x = x + 1, {:ok, x} <- {:ok, x * 10}, do: x)) # expect: 20
x = :kept
IO.inspect((with x <- 1, do: x)) # expect: 1
IO.inspect(x) # expect: :kept
IO.inspect((with :ok <- :ok, :ok <- {:nope}, do: 1, else: (e -> {:else, e}))) # expect: {:else, {:nope}}
IO.inspect((with _ <- 1, do: (y = 2; y))) # expect: 2
IO.puts(inspect(error.(fn -> (with {:ok, v} = {:error, 1}, do: v) end), width: 900)) # expect: {MatchError, "no match of right hand side value: {:error, 1}"}
IO.inspect((with <<a, _::binary>> <- "hi", do: a)) # expect: 104
IO.inspect((with ^x <- :kept, do: :pinned)) # expect: :pinned
IO.inspect((with a <- 1, b <- a + 1, a <- b + 1, do: {a, b})) # expect: {3, 2}
IO.inspect((with nil <- nil, do: :was_nil)) # expect: :was_nil
IO.inspect((with true <- 1 > 2, do: 1)) # expect: false
