# IO.puts, write, inspect, binwrite with chardata.
IO.puts(["a", ?b, [["c"]]]) # expect: abc
IO.puts(:atom) # expect: atom
IO.puts(1.5) # expect: 1.5
IO.puts('char') # expect: char
IO.puts("") # expect: 
IO.write("no newline") # expect: no newline then
IO.puts(" then")
IO.puts("é日") # expect: é日
IO.inspect({1, "a"}, label: "lab") # expect: lab: {1, "a"}
IO.inspect(1) |> IO.inspect(label: "again") # expect: 1
# expect: again: 1
IO.inspect([1], charlists: :as_lists, limit: 1) # expect: [1]
IO.binwrite("bin\n") # expect: bin
IO.puts(:stdio, "dev") # expect: dev
IO.write(:stdio, [?x, "\n"]) # expect: x
error = fn f -> try do f.() rescue e -> {e.__struct__, Exception.message(e)} end end
IO.inspect(error.(fn -> IO.puts({1}) end) |> elem(0)) # expect: Protocol.UndefinedError
IO.inspect(error.(fn -> IO.puts([{1}]) end) |> elem(0)) # expect: ArgumentError
IO.inspect(IO.puts("ret")) # expect: ret
# expect: :ok
