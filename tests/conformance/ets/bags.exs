# bag and duplicate_bag.
b = :ets.new(:b, [:bag])
:ets.insert(b, [{:a, 1}, {:a, 2}, {:a, 1}])
IO.inspect(:ets.lookup(b, :a)) # expect: [a: 1, a: 2]
d = :ets.new(:d, [:duplicate_bag])
:ets.insert(d, [{:a, 1}, {:a, 2}, {:a, 1}])
IO.inspect(:ets.lookup(d, :a)) # expect: [a: 1, a: 2, a: 1]
IO.inspect(:ets.delete_object(d, {:a, 1})) # expect: true
IO.inspect(:ets.lookup(d, :a)) # expect: [a: 2]
IO.inspect(:ets.info(b, :type)) # expect: :bag
