# Match specifications and patterns.
t = :ets.new(:m, [:ordered_set])
for i <- 1..10, do: :ets.insert(t, {i, rem(i, 3), "n#{i}"})
IO.inspect(:ets.match(t, {:"$1", 0, :_})) # expect: [[3], [6], '\t']
IO.inspect(:ets.match_object(t, {:_, 1, :_})) # expect: [{1, 1, "n1"}, {4, 1, "n4"}, {7, 1, "n7"}, {10, 1, "n10"}]
IO.inspect(:ets.select(t, [{{:"$1", :"$2", :_}, [{:>, :"$1", 7}], [{{:"$2", :"$1"}}]}])) # expect: [{2, 8}, {0, 9}, {1, 10}]
IO.inspect(:ets.select(t, [{{:"$1", :_, :"$3"}, [{:<, :"$1", 3}], [:"$_"]}])) # expect: [{1, 1, "n1"}, {2, 2, "n2"}]
IO.inspect(:ets.select(t, [{{:"$1", 2, :_}, [], [:"$$"]}])) # expect: [[2], [5], '\b']
IO.inspect(:ets.select_count(t, [{{:"$1", 0, :_}, [], [true]}])) # expect: 3
IO.inspect(:ets.select_delete(t, [{{:"$1", :_, :_}, [{:orelse, {:==, :"$1", 1}, {:>, :"$1", 8}}], [true]}])) # expect: 3
IO.inspect(:ets.info(t, :size)) # expect: 7
IO.inspect(:ets.select(t, [{{:"$1", :_, :_}, [{:is_integer, :"$1"}], [{:+, :"$1", {:const, 100}}]}])) # expect: 'fghijkl'
IO.inspect(:ets.match_delete(t, {:_, 2, :_})) # expect: true
IO.inspect(:ets.tab2list(t)) # expect: [{3, 0, "n3"}, {4, 1, "n4"}, {6, 0, "n6"}, {7, 1, "n7"}]
IO.inspect(:ets.select(t, [{{3, :_, :"$1"}, [], [:"$1"]}])) # expect: ["n3"]
IO.inspect(:ets.foldl(fn {k, _, _}, acc -> acc + k end, 0, t)) # expect: 20
