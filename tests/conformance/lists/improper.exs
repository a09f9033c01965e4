# Improper lists everywhere.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
l = [1, 2 | 3]
IO.inspect(l) # expect: [1, 2 | 3]
IO.inspect([h | t] = l) # expect: [1, 2 | 3]
IO.inspect({h, t}) # expect: {1, [2 | 3]}
IO.inspect(match?([_, _ | x] when is_integer(x), l)) # expect: true
IO.inspect(List.improper?(l)) # expect: true
IO.puts(inspect(error.(fn -> Enum.count(l) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.puts(inspect(error.(fn -> length(l) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.inspect(l == [1 | [2 | 3]]) # expect: true
IO.inspect([0 | l]) # expect: [0, 1, 2 | 3]
IO.inspect(:lists.reverse([1, 2], 3)) # expect: [2, 1 | 3]
IO.inspect(inspect([[1 | 2], [3 | [4]]])) # expect: "[[1 | 2], [3, 4]]"
