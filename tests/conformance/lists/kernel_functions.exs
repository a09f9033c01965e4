# hd, tl, length, ++, --, in and their errors.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.puts(inspect(error.(fn -> hd([]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"}
IO.puts(inspect(error.(fn -> tl([]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"}
IO.puts(inspect(error.(fn -> hd(1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"}
IO.puts(inspect(error.(fn -> length([1 | 2]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.puts(inspect(error.(fn -> length(:a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.puts(inspect(error.(fn -> [1 | 2] ++ [3] end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> :a ++ [1] end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.inspect([] ++ :a) # expect: :a
IO.inspect([1] ++ 2) # expect: [1 | 2]
IO.puts(inspect(error.(fn -> [1] -- 2 end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> 1 -- [1] end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.inspect([1, 2, 3, 2, 1] -- [1, 2]) # expect: [3, 2, 1]
IO.inspect([1, 2, 3] -- [1] -- [1, 2]) # expect: [1, 2, 3]
IO.inspect([1, 1.0] -- [1.0]) # expect: [1]
IO.inspect([1] ++ [2] ++ [3 | 4]) # expect: [1, 2, 3 | 4]
IO.inspect(hd([1 | 2])) # expect: 1
IO.inspect(tl([1 | 2])) # expect: 2
IO.inspect([[1 | [2 | [3 | []]]], [1 | [2]]]) # expect: [[1, 2, 3], [1, 2]]
IO.inspect([1, 2 | [3]]) # expect: [1, 2, 3]
IO.inspect(1 in [1.0]) # expect: false
IO.inspect(nil in []) # expect: false
IO.inspect(:a in [a: 1]) # expect: false
IO.inspect([a: 1] == [{:a, 1}]) # expect: true
IO.inspect(List.flatten(for _ <- 1..3, do: []) == []) # expect: true
IO.inspect([1, [2 | 3] | 4]) # expect: [1, [2 | 3] | 4]
IO.inspect([1, 2] < [1, 2, 3]) # expect: true
IO.inspect([2] > [1, 2, 3]) # expect: true
IO.inspect([] < [1]) # expect: true
IO.inspect([1 | 2] < [1, 2]) # expect: true
IO.inspect(elem({[1]}, 0)) # expect: [1]
