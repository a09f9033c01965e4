# :lists, the functions with keys, folds, predicates.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(:lists.seq(1, 10, 3)) # expect: [1, 4, 7, 10]
IO.inspect(:lists.seq(5, 1, -2)) # expect: [5, 3, 1]
IO.inspect(:lists.seq(1, 0)) # expect: []
IO.puts(inspect(error.(fn -> :lists.seq(1, -5) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.seq/2"}
IO.puts(inspect(error.(fn -> :lists.seq(1, 5, 0) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 3rd argument: not a positive increment\n"}
IO.inspect(:lists.append([[1], [2, 3], []])) # expect: [1, 2, 3]
IO.inspect(:lists.append([1], [2])) # expect: [1, 2]
IO.inspect(:lists.concat([:a, 1, 'b', 2.5])) # expect: 'a1b2.50000000000000000000e+00'
IO.inspect(:lists.delete(1, [1, 2, 1])) # expect: [2, 1]
IO.inspect(:lists.droplast([1, 2, 3])) # expect: [1, 2]
IO.puts(inspect(error.(fn -> :lists.droplast([]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.droplast/1"}
IO.inspect(:lists.dropwhile(&(&1 < 3), [1, 2, 3, 1])) # expect: [3, 1]
IO.inspect(:lists.duplicate(2, :x)) # expect: [:x, :x]
IO.inspect(:lists.filter(&(&1 > 1), [1, 2])) # expect: [2]
IO.inspect(:lists.filtermap(fn x -> if x > 1, do: {true, x * 10}, else: false end, [1, 2, 3])) # expect: [20, 30]
IO.inspect(:lists.filtermap(&(&1 > 1), [1, 2])) # expect: [2]
IO.inspect(:lists.flatlength([1, [2, [3]]])) # expect: 3
IO.inspect(:lists.flatmap(&[&1, &1], [1, 2])) # expect: [1, 1, 2, 2]
IO.inspect(:lists.flatten([[1, [2]], 3])) # expect: [1, 2, 3]
IO.inspect(:lists.foldl(&[&1 | &2], [], [1, 2])) # expect: [2, 1]
IO.inspect(:lists.foldr(&[&1 | &2], [], [1, 2])) # expect: [1, 2]
IO.inspect(:lists.foreach(& &1, [1])) # expect: :ok
IO.inspect(:lists.join(:x, [1, 2, 3])) # expect: [1, :x, 2, :x, 3]
IO.inspect(:lists.keymap(&(&1 * 2), 2, a: 1, b: 2)) # expect: [a: 2, b: 4]
IO.inspect(:lists.keymerge(1, [a: 1, c: 3], b: 2)) # expect: [a: 1, b: 2, c: 3]
IO.inspect(:lists.keysearch(:a, 1, a: 1)) # expect: {:value, {:a, 1}}
IO.inspect(:lists.keysearch(:z, 1, a: 1)) # expect: false
IO.inspect(:lists.keysort(2, [{1, :b}, {2, :a}])) # expect: [{2, :a}, {1, :b}]
IO.inspect(:lists.ukeysort(1, [{2, :a}, {1, :b}, {2, :c}])) # expect: [{1, :b}, {2, :a}]
IO.inspect(:lists.keyfind(1.0, 1, [{1, :x}])) # expect: {1, :x}
IO.inspect(:lists.last([1, 2])) # expect: 2
IO.puts(inspect(error.(fn -> :lists.last([]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.last/1"}
IO.inspect(:lists.map(&(-&1), [1, 2])) # expect: [-1, -2]
IO.inspect(:lists.mapfoldl(&{&1 * 2, &1 + &2}, 0, [1, 2, 3])) # expect: {[2, 4, 6], 6}
IO.inspect(:lists.mapfoldr(&{&1 * 2, [&1 | &2]}, [], [1, 2, 3])) # expect: {[2, 4, 6], [1, 2, 3]}
IO.inspect(:lists.max([1, 3, 2])) # expect: 3
IO.puts(inspect(error.(fn -> :lists.max([]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.max/1"}
IO.inspect(:lists.member(1, [1.0])) # expect: false
IO.inspect(:lists.merge([[1, 4], [2, 5], [3]])) # expect: [1, 2, 3, 4, 5]
IO.inspect(:lists.merge([1, 3], [2, 4])) # expect: [1, 2, 3, 4]
IO.inspect(:lists.merge(fn a, b -> a >= b end, [3, 1], [4, 2])) # expect: [4, 3, 2, 1]
IO.inspect(:lists.merge3([1], [2], [0, 3])) # expect: [0, 1, 2, 3]
IO.inspect(:lists.min([2, 1.0, 1])) # expect: 1.0
IO.inspect(:lists.nth(2, [:a, :b])) # expect: :b
IO.puts(inspect(error.(fn -> :lists.nth(3, [:a, :b]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.nth/2"}
IO.inspect(:lists.nthtail(1, [1, 2, 3])) # expect: [2, 3]
IO.puts(inspect(error.(fn -> :lists.nthtail(4, [1, 2, 3]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.nthtail/2"}
IO.inspect(:lists.partition(&(&1 > 1), [1, 2, 3])) # expect: {[2, 3], [1]}
IO.inspect(:lists.prefix([1], [1, 2])) # expect: true
IO.inspect(:lists.suffix([2], [1, 2])) # expect: true
IO.inspect(:lists.reverse([1, 2], [3])) # expect: [2, 1, 3]
IO.inspect(:lists.search(&(&1 > 1), [1, 2, 3])) # expect: {:value, 2}
IO.inspect(:lists.search(&(&1 > 5), [1])) # expect: false
IO.inspect(:lists.sort(fn a, b -> a > b end, [1, 3, 2])) # expect: [3, 2, 1]
IO.inspect(:lists.split(1, [1, 2, 3])) # expect: {[1], [2, 3]}
IO.puts(inspect(error.(fn -> :lists.split(4, [1]) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.inspect(:lists.splitwith(&(&1 < 2), [1, 2, 1])) # expect: {[1], [2, 1]}
IO.inspect(:lists.sublist([1, 2, 3, 4], 2)) # expect: [1, 2]
IO.inspect(:lists.sublist([1, 2, 3, 4], 2, 2)) # expect: [2, 3]
IO.inspect(:lists.subtract([1, 2, 1], [1])) # expect: [2, 1]
IO.inspect(:lists.sum([1, 2.5])) # expect: 3.5
IO.inspect(:lists.takewhile(&(&1 < 2), [1, 2, 1])) # expect: [1]
IO.inspect(:lists.umerge([1, 2], [2, 3])) # expect: [1, 2, 3]
IO.inspect(:lists.unzip([{1, :a}, {2, :b}])) # expect: {[1, 2], [:a, :b]}
IO.inspect(:lists.unzip3([{1, 2, 3}])) # expect: {[1], [2], [3]}
IO.inspect(:lists.usort([3, 1, 3, 1.0])) # expect: [1, 3]
IO.inspect(:lists.uniq([3, 1, 3])) # expect: [3, 1]
IO.inspect(:lists.zip([1, 2], [:a, :b])) # expect: [{1, :a}, {2, :b}]
IO.puts(inspect(error.(fn -> :lists.zip([1], []) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.zip/2"}
IO.inspect(:lists.zip3([1], [2], [3])) # expect: [{1, 2, 3}]
IO.inspect(:lists.zipwith(&+/2, [1, 2], [3, 4])) # expect: [4, 6]
IO.inspect(:lists.zipwith3(fn a, b, c -> a + b + c end, [1], [2], [3])) # expect: [6]
IO.inspect(:lists.enumerate([:a, :b])) # expect: [{1, :a}, {2, :b}]
IO.inspect(:lists.enumerate(5, [:a, :b])) # expect: [{5, :a}, {6, :b}]
IO.inspect(:lists.all(&is_atom/1, [:a])) # expect: true
IO.inspect(:lists.any(&is_atom/1, [])) # expect: false
IO.inspect(:lists.keydelete(:a, 1, a: 1, b: 2)) # expect: [b: 2]
IO.inspect(:lists.keyreplace(:a, 1, [a: 1], {:z, 0})) # expect: [z: 0]
IO.inspect(:lists.keystore(:q, 1, [a: 1], {:q, 0})) # expect: [a: 1, q: 0]
IO.inspect(:lists.keytake(:a, 1, b: 1, a: 2)) # expect: {:value, {:a, 2}, [b: 1]}
