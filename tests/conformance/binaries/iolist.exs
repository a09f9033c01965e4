# iodata.
IO.inspect(IO.iodata_to_binary(["a", [?b, ["c" | "d"]], []])) # expect: "abcd"
IO.inspect(IO.iodata_length([1, 2, "abc"])) # expect: 5
IO.inspect(:erlang.list_to_binary([1, 2, <<3>>])) # expect: <<1, 2, 3>>
IO.inspect(:erlang.binary_to_list("abc")) # expect: 'abc'
IO.inspect(:binary.bin_to_list("abcdef", 1, 2)) # expect: 'bc'
IO.inspect(IO.chardata_to_string(["é", ?é, 'x'])) # expect: "ééx"
try do
  IO.iodata_to_binary([256])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an iodata term\n"
end
try do
  IO.iodata_to_binary([:a])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an iodata term\n"
end
