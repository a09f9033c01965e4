# What match specifications can say.
t = :ets.new(:t, [:ordered_set])
:ets.insert(t, [{1, :a, "x"}, {2, :b, [1, 2]}, {3, :c, %{k: 1}}, {4.5, :d, {1, {2}}}, {:atom, :e, nil}])
s = fn head, guards, body -> :ets.select(t, [{head, guards, body}]) end
IO.inspect(s.({:"$1", :_, :_}, [{:is_integer, :"$1"}], [:"$1"])) # expect: [1, 2, 3]
IO.inspect(s.({:"$1", :"$2", :_}, [{:is_number, :"$1"}, {:>=, :"$1", 2}], [{{:"$2", :"$1"}}])) # expect: [b: 2, c: 3, d: 4.5]
IO.inspect(s.({:"$1", :_, :_}, [{:andalso, {:is_integer, :"$1"}, {:>, {:*, :"$1", 2}, 3}}], [{:+, :"$1", 100}])) # expect: 'fg'
IO.inspect(s.({:"$1", :_, :_}, [{:or, {:==, :"$1", 1}, {:"=:=", :"$1", :atom}}], [:"$1"])) # expect: [1, :atom]
IO.inspect(s.({:_, :_, {:"$1", {:"$2"}}}, [], [[:"$1", :"$2"]])) # expect: [[1, 2]]
IO.inspect(s.({:_, :_, [:"$1" | :"$2"]}, [], [:"$2"])) # expect: [[2]]
IO.inspect(s.({:_, :_, "x"}, [], [:"$_"])) # expect: [{1, :a, "x"}]
IO.inspect(s.({:"$1", :_, :"$3"}, [{:is_map, :"$3"}], [{:map_get, :k, :"$3"}])) # expect: [1]
IO.inspect(s.({:"$1", :_, :"$3"}, [{:is_list, :"$3"}], [{:length, :"$3"}])) # expect: [2]
IO.inspect(s.({:"$1", :_, :"$3"}, [{:is_list, :"$3"}], [{{:hd, :"$3"}}])) # expect: [hd: [1, 2]]
IO.inspect(s.({:"$1", :"$2", :_}, [{:is_float, :"$1"}], [{:round, :"$1"}])) # expect: [5]
IO.inspect(s.({:"$1", :_, :_}, [{:not, {:is_number, :"$1"}}], [:"$$"])) # expect: [[:atom]]
IO.inspect(s.({:"$1", :"$2", :_}, [{:"/=", :"$2", :a}, {:is_integer, :"$1"}], [{:rem, :"$1", 2}])) # expect: [0, 1]
IO.inspect(s.({:"$1", :_, :_}, [{:<, :"$1", {:const, 2}}], [{:const, {:a, :"$1"}}])) # expect: [a: :"$1"]
IO.inspect(s.({:"$1", :"$1", :_}, [], [:"$1"])) # expect: []
IO.inspect(s.(:"$1", [{:==, {:element, 2, :"$1"}, :c}], [{:size, :"$1"}]) |> length()) # expect: 1
IO.inspect(s.({:"$1", :_, :_}, [{:>, {:abs, :"$1"}, 2}], [:"$1"])) # expect: [3, 4.5]
IO.inspect(s.({:"$1", :_, :_}, [{:is_integer, :"$1"}], [%{n: :"$1"}])) # expect: [%{n: 1}, %{n: 2}, %{n: 3}]
IO.inspect(s.({:"$1", :_, :_}, [{:is_integer, :"$1"}], [[:"$1", "lit"]])) # expect: [[1, "lit"], [2, "lit"], [3, "lit"]]
IO.inspect(s.({:"$1", :_, :_}, [{:==, {:+, :"$1", 1}, 2}], [true])) # expect: [true]
IO.inspect(s.({:"$1", :"$2", :_}, [{:xor, {:==, :"$1", 1}, {:==, :"$2", :a}}], [:"$1"]) |> length()) # expect: 0
IO.inspect(:ets.select(t, [{{1, :_, :_}, [], [:one]}, {{:"$1", :_, :_}, [{:is_atom, :"$1"}], [:atom]}])) # expect: [:one, :atom]
IO.inspect(:ets.match(t, {:"$1", :"$0", :_}) |> hd()) # expect: [:a, 1]
IO.inspect(:ets.match(t, {2, :"$1", :"$2"})) # expect: [[:b, [1, 2]]]
IO.inspect(:ets.match_object(t, {:_, :_, %{k: 1}})) # expect: [{3, :c, %{k: 1}}]
{rows, cont} = :ets.select(t, [{{:"$1", :_, :_}, [], [:"$1"]}], 2)
IO.inspect(rows) # expect: [1, 2]
{rows, cont} = :ets.select(cont)
IO.inspect(rows) # expect: [3, 4.5]
IO.inspect((case :ets.select(cont) do {r, c} -> {r, :ets.select(c)}; end_ -> end_ end)) # expect: {[:atom], :"$end_of_table"}
