# Tables between processes: protection, heirs, giving away, the owner's end.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
me = self()
t = :ets.new(:t, [:public, {:heir, me, :inherited}])
IO.puts(inspect(Task.async(fn -> :ets.insert(t, {:from, :other}) end) |> Task.await(), width: 900)) # expect: true
IO.puts(inspect(:ets.lookup(t, :from), width: 900)) # expect: [from: :other]
p = :ets.new(:p, [:protected])
:ets.insert(p, {1, 2})
IO.puts(inspect(Task.async(fn -> :ets.lookup(p, 1) end) |> Task.await(), width: 900)) # expect: [{1, 2}]
IO.puts(inspect(Task.async(fn -> error.(fn -> :ets.insert(p, {1, 3}) end) end) |> Task.await(), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: the table identifier refers to an ETS table with insufficient access rights\n"}
q = :ets.new(:q, [:private])
IO.puts(inspect(Task.async(fn -> error.(fn -> :ets.lookup(q, 1) end) end) |> Task.await(), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: the table identifier refers to an ETS table with insufficient access rights\n"}
owner = spawn(fn ->
  x = :ets.new(:x, [:named_table, {:heir, me, :data}])
  :ets.insert(x, {:k, :v})
  send(me, :made)
  receive do :end -> :ok end
end)
IO.puts(inspect((receive do :made -> :ets.info(:x, :owner) == owner end), width: 900)) # expect: true
send(owner, :end)
IO.puts(inspect((receive do {:"ETS-TRANSFER", :x, ^owner, data} -> data end), width: 900)) # expect: :data
IO.puts(inspect(:ets.info(:x, :owner) == me, width: 900)) # expect: true
IO.puts(inspect(:ets.lookup(:x, :k), width: 900)) # expect: [k: :v]
pid = spawn(fn -> receive do {:"ETS-TRANSFER", tab, from, gift} -> send(from, {:thanks, gift, :ets.info(tab, :size)}) end; receive do :end -> :ok end end)
IO.puts(inspect(:ets.give_away(:x, pid, :gift), width: 900)) # expect: true
IO.puts(inspect((receive do {:thanks, g, n} -> {g, n} end), width: 900)) # expect: {:gift, 1}
IO.puts(inspect(error.(fn -> :ets.delete(:x) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: the table identifier refers to an ETS table with insufficient access rights\n"}
ref = Process.monitor(pid)
send(pid, :end)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.puts(inspect((receive do {:"ETS-TRANSFER", :x, _, d} -> d after 100 -> :none end), width: 900)) # expect: :data
gone = spawn(fn -> :ets.new(:gone, [:named_table, :public]); send(me, :made); receive do :end -> :ok end end)
receive do :made -> :ok end
ref = Process.monitor(gone)
send(gone, :end)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.puts(inspect(:ets.whereis(:gone), width: 900)) # expect: :undefined
counter = :ets.new(:c, [:public, write_concurrency: true])
:ets.insert(counter, {:n, 0})
1..8 |> Enum.map(fn _ -> Task.async(fn -> for _ <- 1..500, do: :ets.update_counter(counter, :n, 1) end) end) |> Task.await_many()
IO.puts(inspect(:ets.lookup(counter, :n), width: 900)) # expect: [n: 4000]
IO.puts(inspect(error.(fn -> :ets.lookup(:gone, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: the table identifier does not refer to an existing ETS table\n"}
