# ordered_set: keys in order, 1 and 1.0 are one key.
t = :ets.new(:o, [:ordered_set])
for k <- [3, 1, 2, :a, "s", 2.5], do: :ets.insert(t, {k, k})
IO.inspect(:ets.tab2list(t)) # expect: [{1, 1}, {2, 2}, {2.5, 2.5}, {3, 3}, {:a, :a}, {"s", "s"}]
IO.inspect(:ets.first(t)) # expect: 1
IO.inspect(:ets.next(t, 1)) # expect: 2
IO.inspect(:ets.last(t)) # expect: "s"
IO.inspect(:ets.prev(t, :a)) # expect: 3
IO.inspect(:ets.next(t, "s")) # expect: :"$end_of_table"
IO.inspect(:ets.insert(t, {1.0, :float})) # expect: true
IO.inspect(:ets.lookup(t, 1)) # expect: [{1.0, :float}]
IO.inspect(:ets.next(t, 0)) # expect: 1.0
IO.inspect(:ets.delete_all_objects(t)) # expect: true
IO.inspect(:ets.first(t)) # expect: :"$end_of_table"
