# A large table that is deleted as the program ends, and one that is left.
t = :ets.new(:t, [])
:ets.insert(t, for(i <- 1..20_000, do: {i, "row #{i}"}))
left = :ets.new(:left, [:public])
:ets.insert(left, for(i <- 1..20_000, do: {i, i}))
IO.inspect({:ets.info(t, :size), :ets.delete(t), :ets.info(left, :size)}) # expect: {20000, true, 20000}
