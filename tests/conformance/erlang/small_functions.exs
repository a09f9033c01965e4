# Small functions and bad arguments of :io_lib, :re, :binary, :base64, :proplists, :unicode, :code.
shown = fn name, f ->
  text =
    try do
      inspect(f.(), limit: :infinity, width: :infinity)
    rescue
      e -> "#{inspect(e.__struct__)} " <> (Exception.message(e) |> String.split("\n", trim: true) |> Enum.map_join(" ", &String.trim/1))
    end

  IO.puts("#{name}: #{text}")
end

shown.("chars", fn -> :io_lib.collect_chars(:start, 'abc', 2) end)
shown.("chars", fn -> :io_lib.collect_chars([], 'abc', 5) end)
shown.("chars", fn -> :io_lib.collect_chars(:start, "aéc", :unicode, 2) end)
shown.("chars", fn -> :io_lib.collect_chars(:start, :eof, :unicode, 2) end)
shown.("line", fn -> :io_lib.collect_line(:start, 'ab\ncd', :x) end)
shown.("line", fn -> :io_lib.collect_line(:start, "ab\r\ncd", :unicode, :x) end)
shown.("line", fn -> :io_lib.collect_line(:start, "abcd", :latin1, :x) |> :io_lib.collect_line("e\nf", :latin1, :x) end)
shown.("until", fn -> :io_lib.get_until(:start, 'ab', :unicode, {:io_lib, :collect_chars, [1]}) end)
shown.("re", fn -> :re.run(:a, "a") end)
shown.("re", fn -> :re.run("a", :a) end)
shown.("re", fn -> :re.compile(:a) end)
shown.("re", fn -> :re.replace("a", "a", :b) end)
shown.("re", fn -> :re.split(:a, "a") end)
shown.("replace", fn -> :binary.replace("abc", "b", fn x -> x end) end)
shown.("replace", fn -> :binary.replace("abc", "b", :a, [:global]) end)
shown.("base64", fn -> :base64.encode(:a) end)
shown.("base64", fn -> :base64.decode(:a) end)
shown.("proplists", fn -> :proplists.get_keys(:a) end)
shown.("proplists", fn -> :proplists.unfold(:a) end)
shown.("unicode", fn -> {:unicode.bin_is_7bit("abc"), :unicode.bin_is_7bit("é"), :unicode.characters_to_list_int(["é", 233], :unicode)} end)
shown.("code", fn -> {:code.prepare_loading([:no_such_module]), :code.get_chunk("abc", 'Docs'), is_list(:code.compiler_dir())} end)

# expect: chars: {:stop, 'ab', 'c'}
# expect: chars: {:more, {2, 'cba'}}
# expect: chars: {:stop, "aé", "c"}
# expect: chars: {:stop, :eof, :eof}
# expect: line: {:stop, 'ab\n', 'cd'}
# expect: line: {:stop, "ab\n", "cd"}
# expect: line: {:stop, "abcde\n", "f"}
# expect: until: {:stop, 'a', 'b'}
# expect: re: ArgumentError errors were found at the given arguments: * 1st argument: not an iodata term
# expect: re: ArgumentError errors were found at the given arguments: * 2nd argument: neither an iodata term nor a compiled regular expression
# expect: re: ArgumentError errors were found at the given arguments: * 1st argument: not an iodata term
# expect: re: ArgumentError errors were found at the given arguments: * 3rd argument: not an iodata term
# expect: re: ArgumentError errors were found at the given arguments: * 1st argument: not an iodata term
# expect: replace: ArgumentError errors were found at the given arguments: * 3rd argument: not a binary
# expect: replace: ArgumentError errors were found at the given arguments: * 3rd argument: not a binary
# expect: base64: FunctionClauseError no function clause matching in :base64.encode/1
# expect: base64: FunctionClauseError no function clause matching in :base64.decode/1
# expect: proplists: FunctionClauseError no function clause matching in :proplists.get_keys/2
# expect: proplists: FunctionClauseError no function clause matching in :proplists.unfold/1
# expect: unicode: {true, false, [233, 233]}
# expect: code: {{:error, [no_such_module: :nofile]}, :undefined, true}
