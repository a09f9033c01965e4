# Code.string_to_quoted: static_atoms_encoder sees the atoms of the text, existing_atoms_only refuses new ones.
encode = fn text ->
  encoder = fn name, place -> {:ok, {name, place[:column]}} end
  IO.inspect(Code.string_to_quoted(text, static_atoms_encoder: encoder), width: 1000)
end

encode.("tea") # expect: {:ok, {{"tea", 1}, [line: 1], nil}}
encode.(":tea") # expect: {:ok, {"tea", 1}}
encode.("[cup: 1, do: 2]") # expect: {:ok, [{{"cup", 2}, 1}, {{"do", 10}, 2}]}
encode.("Tea.Cup.pour(x)") # expect: {:ok, {{:., [line: 1], [{:__aliases__, [line: 1], [{"Tea", 1}, {"Cup", 5}]}, {"pour", 9}]}, [line: 1], [{{"x", 14}, [line: 1], nil}]}}
encode.("x.nil") # expect: {:ok, {{:., [line: 1], [{{"x", 1}, [line: 1], nil}, {"nil", 3}]}, [no_parens: true, line: 1], []}}
encode.("nil") # expect: {:ok, nil}
encode.("a + b and :+") # expect: {:ok, {:and, [line: 1], [{:+, [line: 1], [{{"a", 1}, [line: 1], nil}, {{"b", 5}, [line: 1], nil}]}, :+]}}
encode.("[&&: 1, \"y z\": 2]") # expect: {:ok, [{:&&, 1}, {{"y z", 9}, 2}]}
encode.("if a do b else c end") # expect: {:ok, {{"if", 1}, [line: 1], [{{"a", 4}, [line: 1], nil}, [do: {{"b", 9}, [line: 1], nil}, else: {{"c", 16}, [line: 1], nil}]]}}
encode.("%Tea{cup | hot: true}") # expect: {:ok, {:%, [line: 1], [{:__aliases__, [line: 1], [{"Tea", 2}]}, {:%{}, [line: 1], [{:|, [line: 1], [{{"cup", 6}, [line: 1], nil}, [{{"hot", 12}, true}]]}]}]}}
encode.("fn x -> ~w(a)a end") # expect: {:ok, {:fn, [line: 1], [{:->, [line: 1], [[{{"x", 4}, [line: 1], nil}], {:sigil_w, [delimiter: "(", line: 1], [{:<<>>, [line: 1], ["a"]}, 'a']}]}]}}
encode.("&pour/1") # expect: {:ok, {:&, [line: 1], [{:/, [line: 1], [{{"pour", 2}, [line: 1], nil}, 1]}]}}
encode.(":\"a \#{b}\"") # expect: {:ok, {{:., [line: 1], [:erlang, :binary_to_atom]}, [line: 1], [{:<<>>, [line: 1], ["a ", {:"::", [line: 1], [{{:., [line: 1], [Kernel, :to_string]}, [line: 1], [{{"b", 7}, [line: 1], nil}]}, {:binary, [line: 1], nil}]}]}, :utf8]}}
IO.inspect(Code.string_to_quoted("a + :b", static_atoms_encoder: fn _, _ -> {:error, "refused"} end)) # expect: {:error, {[line: 1, column: 1], "refused: ", "a"}}
order = Code.string_to_quoted("one(two, [three: :four])", static_atoms_encoder: fn name, _ -> IO.write(name <> " "); {:ok, name} end)
IO.inspect(order) # expect: one two three four {:ok, {"one", [line: 1], [{"two", [line: 1], nil}, [{"three", "four"}]]}}

known = fn text -> IO.inspect(Code.string_to_quoted(text, existing_atoms_only: true), width: 1000) end
known.("never_made_1") # expect: {:error, {[line: 1, column: 1], "unsafe atom does not exist: ", "never_made_1"}}
known.("x = never_made_2(1)") # expect: {:error, {[line: 1, column: 5], "unsafe atom does not exist: ", "never_made_2"}}
known.("x.never_made_3") # expect: {:error, {[line: 1, column: 3], "unsafe atom does not exist: ", "never_made_3"}}
known.("[1, never_made_4: 1]") # expect: {:error, {[line: 1, column: 5], "unsafe atom does not exist: ", "never_made_4"}}
known.("{:\"never_made_5\"}") # expect: {:error, {[line: 1, column: 2], "unsafe atom does not exist: ", "never_made_5"}}
known.("@never_made_6") # expect: {:error, {[line: 1, column: 2], "unsafe atom does not exist: ", "never_made_6"}}
known.("inspect(12)") # expect: {:ok, {:inspect, [line: 1], '\f'}}
