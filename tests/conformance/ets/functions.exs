# Each function of :ets on each kind of table.
for type <- [:set, :ordered_set, :bag, :duplicate_bag] do
  t = :ets.new(:t, [type])
  :ets.insert(t, [{:b, 1}, {:a, 1}, {:b, 2}, {:b, 1}])
  IO.inspect({type, :ets.lookup(t, :b), :ets.info(t, :size), :ets.member(t, :a)}) # expect: {:set, [b: 1], 2, true}
end
# expect: {:ordered_set, [b: 1], 2, true}
# expect: {:bag, [b: 1, b: 2], 3, true}
# expect: {:duplicate_bag, [b: 1, b: 2, b: 1], 4, true}
t = :ets.new(:t, [:ordered_set])
IO.inspect(:ets.insert(t, for(n <- [5, 3, 1, 4, 2], do: {n, n * n}))) # expect: true
IO.inspect(:ets.tab2list(t)) # expect: [{1, 1}, {2, 4}, {3, 9}, {4, 16}, {5, 25}]
IO.inspect(:ets.first(t)) # expect: 1
IO.inspect(:ets.last(t)) # expect: 5
IO.inspect(:ets.next(t, 3)) # expect: 4
IO.inspect(:ets.next(t, 3.5)) # expect: 4
IO.inspect(:ets.prev(t, 1)) # expect: :"$end_of_table"
IO.inspect(:ets.lookup(t, 3.0)) # expect: [{3, 9}]
IO.inspect(:ets.lookup_element(t, 2, 2)) # expect: 4
IO.inspect(:ets.insert_new(t, {3, :x})) # expect: false
IO.inspect(:ets.insert_new(t, [{9, 1}, {3, :x}])) # expect: false
IO.inspect(:ets.delete(t, 3)) # expect: true
IO.inspect(:ets.take(t, 4)) # expect: [{4, 16}]
IO.inspect(:ets.update_counter(t, 1, 10)) # expect: 11
IO.inspect(:ets.update_counter(t, 1, {2, 5})) # expect: 16
IO.inspect(:ets.update_counter(t, 1, {2, 100, 50, 0})) # expect: 0
IO.inspect(:ets.update_counter(t, 1, [{2, 1}, {2, 2}])) # expect: [1, 3]
IO.inspect(:ets.update_counter(t, 7, {2, 1}, {7, 0})) # expect: 1
IO.inspect(:ets.update_element(t, 7, {2, :new})) # expect: true
IO.inspect(:ets.update_element(t, :none, {2, :new})) # expect: false
IO.inspect(:ets.foldl(fn {k, _}, acc -> [k | acc] end, [], t)) # expect: [7, 5, 2, 1]
IO.inspect(:ets.foldr(fn {k, _}, acc -> [k | acc] end, [], t)) # expect: [1, 2, 5, 7]
IO.inspect(:ets.match(t, {:"$1", :_})) # expect: [[1], [2], [5], '\a']
IO.inspect(:ets.match(t, {:"$2", :"$1"}, 2) |> elem(0)) # expect: [[3, 1], [4, 2]]
IO.inspect(:ets.match_object(t, {7, :_})) # expect: [{7, :new}]
IO.inspect(:ets.match_delete(t, {7, :_})) # expect: true
IO.inspect(:ets.select(t, [{{:"$1", :"$2"}, [{:>, :"$1", 1}], [{{:"$2", :"$1"}}]}])) # expect: [{4, 2}, {25, 5}]
IO.inspect(:ets.select(t, [{{:"$1", :_}, [], [:"$_"]}], 1) |> elem(0)) # expect: [{1, 3}]
IO.inspect(:ets.select_count(t, [{{:_, :_}, [], [true]}])) # expect: 3
IO.inspect(:ets.select_delete(t, [{{2, :_}, [], [true]}])) # expect: 1
IO.inspect(:ets.select_reverse(t, [{{:"$1", :_}, [], [:"$1"]}])) # expect: [5, 1]
IO.inspect(:ets.tab2list(t)) # expect: [{1, 3}, {5, 25}]
IO.inspect(:ets.delete_object(t, {5, 25})) # expect: true
IO.inspect(:ets.delete_all_objects(t)) # expect: true
IO.inspect(:ets.info(t, :size)) # expect: 0
IO.inspect(:ets.first(t)) # expect: :"$end_of_table"
IO.inspect(:ets.info(t, :type)) # expect: :ordered_set
IO.inspect(:ets.info(t, :protection)) # expect: :protected
IO.inspect(:ets.info(t, :keypos)) # expect: 1
IO.inspect(:ets.info(t, :owner) == self()) # expect: true
IO.inspect(:ets.info(t, :named_table)) # expect: false
IO.inspect(:ets.info(t, :name)) # expect: :t
n = :ets.new(:named, [:named_table, :public, keypos: 2])
IO.inspect(n) # expect: :named
IO.inspect(:ets.insert(:named, {:v, :key})) # expect: true
IO.inspect(:ets.lookup(:named, :key)) # expect: [v: :key]
IO.inspect(:ets.rename(:named, :renamed)) # expect: :renamed
IO.inspect(:ets.whereis(:named)) # expect: :undefined
IO.inspect(is_reference(:ets.whereis(:renamed))) # expect: true
IO.inspect(:ets.delete(:renamed)) # expect: true
IO.inspect(:ets.info(:renamed)) # expect: :undefined
IO.inspect(:ets.all() |> Enum.member?(t)) # expect: true
IO.inspect(:ets.test_ms({1, 2}, [{{:"$1", :"$2"}, [{:<, :"$1", :"$2"}], [:"$$"]}])) # expect: {:ok, [1, 2]}
ms = :ets.match_spec_compile([{{:"$1", :_}, [{:is_atom, :"$1"}], [:"$1"]}])
IO.inspect(:ets.match_spec_run([{:a, 1}, {2, 2}, {:b, 3}], ms)) # expect: [:a, :b]
IO.inspect(:ets.is_compiled_ms(ms)) # expect: true
