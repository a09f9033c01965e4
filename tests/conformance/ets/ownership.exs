# A table ends with its owner, may be given away, has a name.
t = :ets.new(:named, [:named_table, :protected])
IO.inspect(t) # expect: :named
IO.inspect(:ets.whereis(:named) == :undefined) # expect: false
me = self()
{pid, ref} = spawn_monitor(fn ->
  r = try do :ets.insert(:named, {1}) rescue ArgumentError -> :refused end
  send(me, {r, :ets.lookup(:named, 1)})
  x = :ets.new(:mine, [:named_table, :public])
  :ets.insert(x, {:k, :v})
end)
IO.inspect((receive do {r, l} -> {r, l} end)) # expect: {:refused, []}
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.inspect(:ets.whereis(:mine)) # expect: :undefined
heir = :ets.new(:h, [{:heir, self(), :data}])
IO.inspect(:ets.info(heir, :owner) == self()) # expect: true
IO.inspect(:ets.rename(:named, :other)) # expect: :other
IO.inspect(:ets.info(:other, :name)) # expect: :other
IO.inspect(:ets.info(:nonexistent)) # expect: :undefined
