# Tables.
t = :ets.new(:t, [:set, :public])
IO.inspect(:ets.insert(t, {:a, 1})) # expect: true
IO.inspect(:ets.insert(t, [{:b, 2}, {:c, 3}])) # expect: true
IO.inspect(:ets.lookup(t, :a)) # expect: [a: 1]
IO.inspect(:ets.lookup(t, :zz)) # expect: []
IO.inspect(:ets.insert_new(t, {:a, 9})) # expect: false
IO.inspect(:ets.insert(t, {:a, 10, :more})) # expect: true
IO.inspect(:ets.lookup(t, :a)) # expect: [{:a, 10, :more}]
IO.inspect(:ets.member(t, :b)) # expect: true
IO.inspect(:ets.delete(t, :b)) # expect: true
IO.inspect(:ets.member(t, :b)) # expect: false
IO.inspect(:ets.info(t, :size)) # expect: 2
IO.inspect(:ets.lookup_element(t, :a, 2)) # expect: 10
IO.inspect(:ets.update_element(t, :c, {2, 33})) # expect: true
IO.inspect(:ets.update_counter(t, :c, 2)) # expect: 35
IO.inspect(:ets.update_counter(t, :c, {2, 10})) # expect: 45
IO.inspect(:ets.update_counter(t, :new, {2, 1}, {:new, 0})) # expect: 1
IO.inspect(Enum.sort(:ets.tab2list(t))) # expect: [{:c, 45}, {:new, 1}, {:a, 10, :more}]
IO.inspect(:ets.take(t, :a)) # expect: [{:a, 10, :more}]
IO.inspect(:ets.delete(t)) # expect: true
try do
  :ets.insert(t, {:x})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: the table identifier does not refer to an existing ETS table\n"
end
try do
  :ets.lookup_element(:ets.new(:q, []), :nokey, 1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 2nd argument: not a key that exists in the table\n"
end
