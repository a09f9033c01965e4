# select_replace, select_reverse, slot, and specifications without a table.
refused = fn f ->
  try do
    f.()
  rescue
    e -> e.__struct__
  end
end

check = fn type ->
  t = :ets.new(:t, [type])
  :ets.insert(t, for(i <- 1..200, do: {i, i * 10}))
  replaced = :ets.select_replace(t, [{{:"$1", :"$2"}, [{:>, :"$1", 150}], [{{:"$1", {:+, :"$2", 1}, :w}}]}])
  one = :ets.select_replace(t, [{{3, :_}, [], [{{3, :x}}]}])

  key_changes = [[{{:"$1", :"$2"}, [], [{{:"$2", 1}}]}], [{{:"$1", :"$2"}, [], [1]}], [{{:_, :"$1"}, [], [{{:_, 9}}]}]]
  refusals = for spec <- key_changes, do: refused.(fn -> :ets.select_replace(t, spec) end)

  last = Enum.find(0..100_000, &(:ets.slot(t, &1) == :"$end_of_table"))
  in_slots = Enum.flat_map(0..(last - 1), &:ets.slot(t, &1))
  beyond = refused.(fn -> :ets.slot(t, last + 1) end)
  {replaced, one, :ets.lookup(t, 151), :ets.lookup(t, 3), Enum.uniq(refusals), length(in_slots), beyond, :ets.info(t, :size)}
end

IO.inspect(check.(:ordered_set)) # expect: {50, 1, [{151, 1511, :w}], [{3, :x}], [ArgumentError], 200, ArgumentError, 200}
IO.inspect(check.(:set)) # expect: {50, 1, [{151, 1511, :w}], [{3, :x}], [ArgumentError], 200, ArgumentError, 200}
IO.inspect(check.(:duplicate_bag)) # expect: {50, 1, [{151, 1511, :w}], [{3, :x}], [ArgumentError], 200, ArgumentError, 200}

o = :ets.new(:o, [:ordered_set])
:ets.insert(o, for(i <- 1..5, do: {i}))
IO.inspect(:ets.select_reverse(o, [{{:"$1"}, [{:>, :"$1", 2}], [:"$1"]}])) # expect: [5, 4, 3]
{first, more} = :ets.select_reverse(o, [{{:"$1"}, [], [:"$1"]}], 2)
IO.inspect(first) # expect: [5, 4]
{second, more} = :ets.select_reverse(more)
IO.inspect(second) # expect: [3, 2]
IO.inspect(:ets.select_reverse(more)) # expect: {[1], :"$end_of_table"}
IO.inspect(refused.(fn -> :ets.select_reverse(o, [{{:"$1"}, [], [:"$1"]}], 0) end)) # expect: ArgumentError

b = :ets.new(:b, [:bag])
IO.inspect(refused.(fn -> :ets.select_replace(b, []) end)) # expect: ArgumentError

ms = :ets.match_spec_compile([{{:"$1", :_}, [], [:"$1"]}])
IO.inspect(:ets.match_spec_run([{1, 2}, 7, {2, 3}, {3}], ms)) # expect: [1, 2]
IO.inspect(:ets.match_spec_run_r([{1, 2}, {2, 3}], ms, [:x])) # expect: [2, 1, :x]
IO.inspect(length(:ets.match_spec_run(for(i <- 1..20_000, do: {i, i}), ms))) # expect: 20000
IO.inspect(:ets.test_ms({1}, [{{:"$1"}, [:"$3"], [:"$5"]}])) # expect: {:error, [error: 'Variable $3 is unbound.', error: 'Variable $5 is unbound.']}
IO.inspect(:ets.test_ms({1}, [{{:"$1"}, [{:>, 1}], [1]}])) # expect: {:error, [error: 'Function \'>\'/1 does_not_exist.']}
IO.inspect(:ets.test_ms({1}, [])) # expect: {:error, [error: 'Match programs are not in a list.']}
IO.inspect(:ets.test_ms({1}, [{1, [], [1]}, {{:"$1"}, [], [{{:"$1", :"$_"}}]}])) # expect: {:ok, {1, {1}}}
{_, c} = :ets.select(o, [{:_, [], [:"$_"]}], 2)
IO.inspect(:ets.select(:ets.repair_continuation(c, [{:_, [], [:"$_"]}])) |> elem(0)) # expect: [{3}, {4}]

name = 'vial_conformance_table.tab'
:ets.new(:kept, [:named_table, keypos: 2])
:ets.insert(:kept, [{:v, 1}, {:w, 2}])
IO.inspect(:ets.tab2file(:kept, name)) # expect: :ok
IO.inspect(:ets.tabfile_info(name), width: 200) # expect: {:ok, [name: :kept, type: :set, protection: :protected, named_table: true, keypos: 2, size: 2, extended_info: [], version: {1, 0}]}
IO.inspect(:ets.file2tab(name)) # expect: {:error, :cannot_create_table}
:ets.delete(:kept)
IO.inspect(:ets.file2tab(name)) # expect: {:ok, :kept}
IO.inspect(Enum.sort(:ets.tab2list(:kept))) # expect: [v: 1, w: 2]
IO.inspect(:ets.tab2file(:kept, name, [:x])) # expect: {:error, {:unknown_option, :x}}
IO.inspect(:ets.file2tab('/nowhere/t')) # expect: {:error, {:read_error, {:file_error, '/nowhere/t', :enoent}}}
File.rm!(name)
