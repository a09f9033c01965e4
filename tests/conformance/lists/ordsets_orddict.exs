# Ordered lists as sets and dictionaries.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(:ordsets.from_list([3, 1, 2, 1])) # expect: [1, 2, 3]
IO.inspect(:ordsets.add_element(2, [1, 3])) # expect: [1, 2, 3]
IO.inspect(:ordsets.del_element(1, [1, 3])) # expect: [3]
IO.inspect(:ordsets.union([1, 2], [2, 3])) # expect: [1, 2, 3]
IO.inspect(:ordsets.union([[1], [3], [2]])) # expect: [1, 2, 3]
IO.inspect(:ordsets.intersection([1, 2], [2, 3])) # expect: [2]
IO.inspect(:ordsets.subtract([1, 2, 3], [2])) # expect: [1, 3]
IO.inspect(:ordsets.is_subset([1], [1, 2])) # expect: true
IO.inspect(:ordsets.is_element(1, [1])) # expect: true
IO.inspect(:ordsets.is_disjoint([1], [2])) # expect: true
IO.inspect(:ordsets.fold(&+/2, 0, [1, 2])) # expect: 3
IO.inspect(:ordsets.filter(&(&1 > 1), [1, 2])) # expect: [2]
d = :orddict.from_list(b: 2, a: 1)
IO.inspect(d) # expect: [a: 1, b: 2]
IO.inspect(:orddict.store(:c, 3, d)) # expect: [a: 1, b: 2, c: 3]
IO.inspect(:orddict.fetch(:a, d)) # expect: 1
IO.inspect(:orddict.find(:z, d)) # expect: :error
IO.inspect(:orddict.erase(:a, d)) # expect: [b: 2]
IO.inspect(:orddict.append(:l, 1, :orddict.append(:l, 2, []))) # expect: [l: [2, 1]]
IO.inspect(:orddict.append_list(:l, [1, 2], [])) # expect: [l: [1, 2]]
IO.inspect(:orddict.update(:a, &(&1 + 1), d)) # expect: [a: 2, b: 2]
IO.inspect(:orddict.update(:q, &(&1 + 1), 0, d)) # expect: [a: 1, b: 2, q: 0]
IO.inspect(:orddict.update_counter(:a, 5, d)) # expect: [a: 6, b: 2]
IO.inspect(:orddict.merge(fn _, x, y -> x + y end, d, a: 9)) # expect: [a: 10, b: 2]
IO.inspect(:orddict.fold(fn k, v, acc -> [{k, v} | acc] end, [], d)) # expect: [b: 2, a: 1]
IO.inspect(:orddict.map(fn _, v -> v * 2 end, d)) # expect: [a: 2, b: 4]
IO.inspect(:orddict.filter(fn _, v -> v > 1 end, d)) # expect: [b: 2]
IO.inspect(:orddict.fetch_keys(d)) # expect: [:a, :b]
IO.inspect(:orddict.take(:a, d)) # expect: {1, [b: 2]}
IO.inspect(:orddict.is_key(:a, d)) # expect: true
IO.inspect(:orddict.size(d)) # expect: 2
IO.puts(inspect(error.(fn -> :orddict.fetch(:z, d) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :orddict.fetch/2"}
IO.puts(inspect(error.(fn -> :orddict.update(:z, & &1, d) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :orddict.update/3"}
