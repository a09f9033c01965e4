# Sets of :sets, both versions.
for v <- [1, 2] do
  s = :sets.from_list([1, 2, 2, 3], version: v)
  IO.inspect({:sets.size(s), Enum.sort(:sets.to_list(s)), :sets.is_element(2, s)}) # expect: {3, [1, 2, 3], true}
end
# expect: {3, [1, 2, 3], true}
s = :sets.from_list([1, 2], version: 2)
IO.inspect(s) # expect: %{1 => [], 2 => []}
IO.inspect(:sets.add_element(5, s)) # expect: %{1 => [], 2 => [], 5 => []}
IO.inspect(:sets.del_element(1, s)) # expect: %{2 => []}
IO.inspect(:sets.union(s, :sets.from_list([9], version: 2))) # expect: %{1 => [], 2 => [], 9 => []}
IO.inspect(:sets.intersection(s, :sets.from_list([2, 9], version: 2))) # expect: %{2 => []}
IO.inspect(:sets.subtract(s, :sets.from_list([2], version: 2))) # expect: %{1 => []}
IO.inspect(:sets.is_subset(s, :sets.add_element(3, s))) # expect: true
IO.inspect(:sets.is_disjoint(s, :sets.from_list([7], version: 2))) # expect: true
IO.inspect(:sets.fold(&+/2, 0, s)) # expect: 3
IO.inspect(:sets.filter(&(&1 > 1), s)) # expect: %{2 => []}
IO.inspect(:sets.is_set(s)) # expect: true
IO.inspect(:sets.is_empty(:sets.new())) # expect: true
