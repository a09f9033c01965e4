# ++, --, in, hd, tl.
IO.inspect([1, 2] ++ [3]) # expect: [1, 2, 3]
IO.inspect([1] ++ 2) # expect: [1 | 2]
IO.inspect([1, 2, 3, 2] -- [2]) # expect: [1, 3, 2]
IO.inspect([1, 1.0] -- [1.0]) # expect: [1]
IO.inspect([3, 2, 1] -- [1, 3, 3]) # expect: [2]
IO.inspect([] ++ []) # expect: []
IO.inspect(hd([1, 2])) # expect: 1
IO.inspect(tl([1, 2])) # expect: [2]
IO.inspect(length([1, [2, 3]])) # expect: 2
IO.inspect([1 | [2 | [3]]]) # expect: [1, 2, 3]
IO.inspect([1, 2 | 3]) # expect: [1, 2 | 3]
try do
  hd([])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"
end
try do
  tl([])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"
end
try do
  length([1 | 2])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"
end
try do
  [1 | 2] ++ [3]
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "argument error"
end
