# only: vial the reference interprets evaluated code
# Evaluated code is freed with its last closure; it makes no atoms that stay.
evaluate = fn n ->
  for i <- 1..n do
    {{f, list}, _} = Code.eval_string("x = #{i}; {fn a -> {a, x, [\"text of this one\", 4.5]} end, [:a, %{n: #{i}}]}")
    {_, ^i, _} = f.(0)
    [:a, %{n: ^i}] = list
  end
  :ok
end

settle = fn settle, left ->
  # Rounds end when a scheduler has nothing else to do.
  Process.sleep(1)
  if left > 0, do: settle.(settle, left - 1)
end

kept = for i <- 1..20, do: elem(Code.eval_string("fn -> {#{i}, [\"kept\", %{i: #{i}}]} end"), 0)
literals = for i <- 1..20, do: elem(Code.eval_string("{:literal, [#{i}.5, \"a text beyond the size of what is copied, so it is shared by all: #{i}\"]}"), 0)
table = :ets.new(:t, [])
for i <- 1..20, do: :ets.insert(table, {i, elem(Code.eval_string("fn -> {:row, #{i}} end"), 0)})
me = self()
pids =
  for i <- 1..20 do
    {fun, _} = Code.eval_string("fn p -> receive do: (:go -> send(p, {:sent, #{i}, [\"by\", #{i}]})) end")
    spawn(fn -> fun.(me) end)
  end
timer = elem(Code.eval_string("fn -> :from_timer end"), 0)
Process.send_after(self(), {:timer, timer}, 300)

evaluate.(500)
settle.(settle, 20)
atoms = :erlang.system_info(:atom_count)
bytes = :erlang.memory(:code)
evaluate.(1500)
settle.(settle, 20)
IO.inspect(:erlang.system_info(:atom_count) - atoms < 700) # expect: true
IO.inspect(:erlang.memory(:code) - bytes < 1_000_000) # expect: true

IO.inspect(Enum.all?(Enum.with_index(kept, 1), fn {f, i} -> f.() == {i, ["kept", %{i: i}]} end)) # expect: true
IO.inspect(List.last(literals), width: 200) # expect: {:literal, [20.5, "a text beyond the size of what is copied, so it is shared by all: 20"]}
IO.inspect(Enum.all?(1..20, fn i -> [{^i, f}] = :ets.lookup(table, i); f.() == {:row, i} end)) # expect: true
for pid <- pids, do: send(pid, :go)
IO.inspect(for(i <- 1..20, do: (receive do: ({:sent, ^i, l} -> l))) |> List.last()) # expect: ["by", 20]
IO.inspect((receive do: ({:timer, f} -> f.()))) # expect: :from_timer
