# puts, write, inspect to devices, iodata.
IO.puts("a") # expect: a
IO.write("b") 
IO.puts("") # expect: b
IO.puts(["x", ?y, ["z"]]) # expect: xyz
IO.puts(:atom) # expect: atom
IO.puts(12) # expect: 12
IO.puts('chars') # expect: chars
IO.puts("ünï") # expect: ünï
{:ok, d} = StringIO.open("line1\nline2\n")
IO.inspect(IO.gets(d, "")) # expect: "line1\n"
IO.inspect(IO.read(d, :line)) # expect: "line2\n"
IO.inspect(IO.read(d, :line)) # expect: :eof
IO.write(d, "out")
IO.inspect(StringIO.contents(d)) # expect: {"", "out"}
IO.inspect(IO.binwrite(d, "x")) # expect: :ok
