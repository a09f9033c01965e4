# Large tables: one that is deleted as the program ends, and some that are left to their end with their owner.
t = :ets.new(:t, [])
:ets.insert(t, for(i <- 1..20_000, do: {i, "row #{i}"}))
left = :ets.new(:left, [:public])
tree = :ets.new(:tree, [:ordered_set, :public])
tasks = for table <- [left, tree], do: Task.async(fn -> :ets.insert(table, for(i <- 1..20_000, do: {i, i})) end)
Task.await_many(tasks)
IO.inspect({:ets.info(t, :size), :ets.delete(t), :ets.info(left, :size), :ets.info(tree, :size)}) # expect: {20000, true, 20000, 20000}
