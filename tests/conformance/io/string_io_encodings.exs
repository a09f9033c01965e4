# A StringIO cuts its input by the encoding of the request, not its own; what collects input sees a line at a time.
device = fn text, options -> StringIO.open(text, options) |> elem(1) end
IO.inspect(IO.read(device.("thé", encoding: :latin1), :line))   # expect: "thé"
IO.inspect(IO.binread(device.("é!", []), 1))   # expect: <<195>>
IO.inspect(IO.binread(device.(<<255, 10, 65>>, []), :line))   # expect: <<255, 10>>
IO.inspect(IO.read(device.(<<255, 10, 65>>, []), :line))   # expect: {:error, :collect_line}
cup = device.("ab\ncd\n", capture_prompt: true)
IO.inspect(IO.getn(cup, "?", 3))   # expect: "ab\n"
IO.inspect(:io.fread(cup, '>', '~s ~s'))   # expect: {:error, {:fread, :input}}
IO.inspect(StringIO.contents(cup))   # expect: {"", "?>>"}
