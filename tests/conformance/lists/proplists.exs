# Property lists.
p = [:flag, {:a, 1}, {:b, 2}, {:a, 3}, "other", {:off, false}]
IO.inspect(:proplists.get_value(:a, p)) # expect: 1
IO.inspect(:proplists.get_value(:flag, p)) # expect: true
IO.inspect(:proplists.get_value(:z, p)) # expect: :undefined
IO.inspect(:proplists.get_value(:z, p, :d)) # expect: :d
IO.inspect(:proplists.get_all_values(:a, p)) # expect: [1, 3]
IO.inspect(:proplists.get_bool(:flag, p)) # expect: true
IO.inspect(:proplists.get_bool(:off, p)) # expect: false
IO.inspect(:proplists.is_defined(:b, p)) # expect: true
IO.inspect(:proplists.lookup(:flag, p)) # expect: {:flag, true}
IO.inspect(:proplists.lookup(:z, p)) # expect: :none
IO.inspect(:proplists.lookup_all(:a, p)) # expect: [a: 1, a: 3]
IO.inspect(:proplists.delete(:a, p)) # expect: [:flag, {:b, 2}, "other", {:off, false}]
IO.inspect(:proplists.get_keys(p) |> Enum.sort()) # expect: [:a, :b, :flag, :off]
IO.inspect(:proplists.unfold([:a, {:b, 1}])) # expect: [a: true, b: 1]
IO.inspect(:proplists.compact([{:a, true}, {:b, 1}])) # expect: [:a, {:b, 1}]
IO.inspect(:proplists.property(:a, true)) # expect: :a
IO.inspect(:proplists.property(:a, 2)) # expect: {:a, 2}
IO.inspect(:proplists.append_values(:a, a: [1], a: 2)) # expect: [1, 2]
IO.inspect(:proplists.substitute_aliases([x: :y], x: 1)) # expect: [y: 1]
IO.inspect(:proplists.substitute_negations([no: :yes], [:no])) # expect: [yes: false]
IO.inspect(:proplists.expand([{:a, [:x, :y]}], [:a])) # expect: [:x, :y]
IO.inspect(:proplists.normalize([:a, {:b, 1}], aliases: [b: :c])) # expect: [:a, {:c, 1}]
IO.inspect(:proplists.split([{:a, 1}, {:b, 2}, {:a, 3}, :c], [:a])) # expect: {[[a: 1, a: 3]], [{:b, 2}, :c]}
IO.inspect(:proplists.to_map([:a, {:b, 2}])) # expect: %{a: true, b: 2}
IO.inspect(:proplists.from_map(%{a: 1})) # expect: [a: 1]
