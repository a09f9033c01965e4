# StringIO and group leaders.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
{:ok, io} = StringIO.open("line 1\nline 2\nrest")
IO.inspect(IO.gets(io, "> ")) # expect: "line 1\n"
IO.inspect(IO.read(io, :line)) # expect: "line 2\n"
IO.inspect(IO.read(io, 2)) # expect: "re"
IO.inspect(IO.getn(io, "", 2)) # expect: "st"
IO.inspect(IO.read(io, :eof)) # expect: :eof
IO.inspect(IO.read(io, :line)) # expect: :eof
IO.inspect(IO.gets(io, "")) # expect: :eof
IO.inspect(IO.puts(io, "out")) # expect: :ok
IO.inspect(IO.write(io, [?a, "b"])) # expect: :ok
IO.inspect(StringIO.contents(io)) # expect: {"", "out\nab"}
IO.inspect(StringIO.flush(io)) # expect: "out\nab"
IO.inspect(StringIO.contents(io)) # expect: {"", ""}
IO.inspect(StringIO.close(io)) # expect: {:ok, {"", ""}}
{:ok, io} = StringIO.open("é\nx", capture_prompt: true)
IO.inspect(IO.gets(io, "ask: ")) # expect: "é\n"
IO.inspect(IO.getn(io, "p", 1)) # expect: "x"
IO.inspect(StringIO.contents(io)) # expect: {"", "ask: p"}
IO.inspect(StringIO.open("in", fn d -> IO.read(d, :eof) <> "!" end)) # expect: {:ok, "in!"}
{:ok, io} = StringIO.open("a\nb\n")
IO.inspect(IO.stream(io, :line) |> Enum.to_list()) # expect: ["a\n", "b\n"]
{:ok, io} = StringIO.open("abc")
IO.inspect(IO.binstream(io, 2) |> Enum.to_list()) # expect: ["ab", "c"]
{:ok, io} = StringIO.open("")
old = Process.group_leader()
Process.group_leader(self(), io)
IO.puts("captured")
IO.inspect(:too)
Process.group_leader(self(), old)
IO.inspect(StringIO.contents(io)) # expect: {"", "captured\n:too\n"}
IO.inspect(Enum.into(["a", "b"], IO.stream(io, :line)) |> then(fn _ -> StringIO.contents(io) end)) # expect: {"", "captured\n:too\nab"}
IO.puts(inspect(error.(fn -> IO.read(io, :nonsense) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.read/2"}
IO.puts(inspect(error.(fn -> IO.puts(:no_device, "x") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: the device does not exist\n"}
