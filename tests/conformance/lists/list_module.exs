# Every function of List.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(List.duplicate(:a, 3)) # expect: [:a, :a, :a]
IO.inspect(List.duplicate(1, 0)) # expect: []
IO.puts(inspect(error.(fn -> List.duplicate(1, -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.duplicate/2"}
IO.inspect(List.flatten([1, [2, [3, []]], []])) # expect: [1, 2, 3]
IO.inspect(List.flatten([1, [2]], [3])) # expect: [1, 2, 3]
IO.inspect(List.foldl([1, 2, 3], 0, fn x, acc -> x - acc end)) # expect: 2
IO.inspect(List.foldr([1, 2, 3], 0, fn x, acc -> x - acc end)) # expect: 2
IO.inspect(List.first([1, 2])) # expect: 1
IO.inspect(List.first([])) # expect: nil
IO.inspect(List.first([], :none)) # expect: :none
IO.inspect(List.last([1, 2])) # expect: 2
IO.inspect(List.last([], :none)) # expect: :none
IO.inspect(List.keyfind([a: 1, b: 2], :b, 0)) # expect: {:b, 2}
IO.inspect(List.keyfind([a: 1], :z, 0, :default)) # expect: :default
IO.inspect(List.keyfind([{1, 2}, {3, 4}], 4, 1)) # expect: {3, 4}
IO.inspect(List.keyfind!([a: 1], :a, 0)) # expect: {:a, 1}
IO.puts(inspect(error.(fn -> List.keyfind!([a: 1], :b, 0) end), width: 900)) # expect: {KeyError, "key :b at position 0 not found in: [a: 1]"}
IO.inspect(List.keymember?([a: 1], :a, 0)) # expect: true
IO.inspect(List.keyreplace([a: 1, b: 2], :a, 0, {:a, 3})) # expect: [a: 3, b: 2]
IO.inspect(List.keysort([a: 5, b: 1, c: 3], 1)) # expect: [b: 1, c: 3, a: 5]
IO.inspect(List.keysort([a: 5, b: 1, c: 3], 1, :desc)) # expect: [a: 5, c: 3, b: 1]
IO.inspect(List.keysort([a: 5, b: 1, c: 3], 1, &>=/2)) # expect: [a: 5, c: 3, b: 1]
IO.inspect(List.keystore([a: 1], :b, 0, {:b, 2})) # expect: [a: 1, b: 2]
IO.inspect(List.keydelete([a: 1, b: 2, a: 3], :a, 0)) # expect: [b: 2, a: 3]
IO.inspect(List.keytake([a: 1, b: 2], :a, 0)) # expect: {{:a, 1}, [b: 2]}
IO.inspect(List.keytake([a: 1], :z, 0)) # expect: nil
IO.inspect(List.wrap(nil)) # expect: []
IO.inspect(List.wrap([1])) # expect: [1]
IO.inspect(List.wrap(%{})) # expect: [%{}]
IO.inspect(List.zip([[1, 2], [3, 4, 5]])) # expect: [{1, 3}, {2, 4}]
IO.inspect(List.zip([])) # expect: []
IO.inspect(List.improper?([1 | 2])) # expect: true
IO.inspect(List.improper?([1, 2])) # expect: false
IO.inspect(List.ascii_printable?('abc')) # expect: true
IO.inspect(List.ascii_printable?([0, ?a])) # expect: false
IO.inspect(List.ascii_printable?('abc' ++ [7], 2)) # expect: true
IO.inspect(List.insert_at([1, 2, 3], 1, :x)) # expect: [1, :x, 2, 3]
IO.inspect(List.insert_at([1, 2, 3], -1, :x)) # expect: [1, 2, 3, :x]
IO.inspect(List.insert_at([1, 2, 3], 10, :x)) # expect: [1, 2, 3, :x]
IO.inspect(List.insert_at([1, 2, 3], -10, :x)) # expect: [:x, 1, 2, 3]
IO.inspect(List.replace_at([1, 2, 3], -1, :x)) # expect: [1, 2, :x]
IO.inspect(List.replace_at([1, 2, 3], 5, :x)) # expect: [1, 2, 3]
IO.inspect(List.update_at([1, 2, 3], 1, &(&1 * 10))) # expect: [1, 20, 3]
IO.inspect(List.update_at([1, 2, 3], -4, &(&1 * 10))) # expect: [1, 2, 3]
IO.inspect(List.delete_at([1, 2, 3], -2)) # expect: [1, 3]
IO.inspect(List.delete_at([1, 2, 3], 9)) # expect: [1, 2, 3]
IO.inspect(List.pop_at([1, 2, 3], 0)) # expect: {1, [2, 3]}
IO.inspect(List.pop_at([1, 2, 3], 9, :none)) # expect: {:none, [1, 2, 3]}
IO.inspect(List.delete([1, 2, 1.0, 1], 1)) # expect: [2, 1.0, 1]
IO.inspect(List.starts_with?([1, 2, 3], [1, 2])) # expect: true
IO.inspect(List.starts_with?([], [])) # expect: true
IO.inspect(List.starts_with?([], [1])) # expect: false
IO.inspect(List.to_tuple([1, 2])) # expect: {1, 2}
IO.inspect(List.myers_difference([1, 4, 2, 3], [1, 2, 3, 4])) # expect: [eq: [1], del: [4], eq: [2, 3], ins: [4]]
IO.inspect(List.myers_difference([], [])) # expect: []
IO.inspect(List.myers_difference([%{a: 1}], [%{a: 2}], fn a, b -> {:nested, a, b} end)) # expect: [diff: {:nested, %{a: 1}, %{a: 2}}]
IO.inspect(List.to_atom('abc')) # expect: :abc
IO.inspect(List.to_existing_atom('ok')) # expect: :ok
IO.inspect(List.to_charlist([104, 'ell', "o"])) # expect: 'hello'
IO.inspect(List.to_string([104, 'ell', ["o", 233]])) # expect: "helloé"
IO.inspect(List.to_float('1.5e3')) # expect: 1500.0
IO.inspect(List.to_integer('-12')) # expect: -12
IO.inspect(List.to_integer('ff', 16)) # expect: 255
IO.puts(inspect(error.(fn -> List.to_float('1') end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of a float\n"}
IO.puts(inspect(error.(fn -> List.to_integer('1.5') end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> List.to_string([:a]) end), width: 900)) # expect: {ArgumentError, "cannot convert the given list to a string.\n\nTo be converted to a string, a list must either be empty or only\ncontain the following elements:\n\n  * strings\n  * integers representing Unicode code points\n  * a list containing one of these three elements\n\nPlease check the given list or call inspect/1 to get the list representation, got:\n\n[:a]\n"}
IO.puts(inspect(error.(fn -> List.to_string([1.5]) end), width: 900)) # expect: {ArgumentError, "cannot convert the given list to a string.\n\nTo be converted to a string, a list must either be empty or only\ncontain the following elements:\n\n  * strings\n  * integers representing Unicode code points\n  * a list containing one of these three elements\n\nPlease check the given list or call inspect/1 to get the list representation, got:\n\n[1.5]\n"}
IO.puts(inspect(error.(fn -> List.to_string([0xD800]) end), width: 900)) # expect: {UnicodeConversionError, "invalid code point 55296"}
IO.puts(inspect(error.(fn -> List.to_charlist([-1]) end), width: 900)) # expect: {UnicodeConversionError, "invalid code point -1"}
IO.puts(inspect(error.(fn -> List.to_existing_atom('never_an_atom_before_zzz') end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an already existing atom\n"}
IO.puts(inspect(error.(fn -> List.first(:a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in List.first/2"}
IO.puts(inspect(error.(fn -> List.flatten([1 | 2]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :lists.do_flatten/2"}
IO.puts(inspect(error.(fn -> List.to_tuple(1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.puts(inspect(error.(fn -> List.insert_at(1, 1, 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in List.insert_at/3"}
IO.puts(inspect(error.(fn -> List.zip([1]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in List.to_list/1"}
