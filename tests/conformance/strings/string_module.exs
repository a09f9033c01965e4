# String, the first half: bytes, graphemes, search and split.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
s = "héllo wörld"
IO.inspect(String.length(s)) # expect: 11
IO.inspect(byte_size(s)) # expect: 13
IO.inspect(String.at(s, 1)) # expect: "é"
IO.inspect(String.at(s, -1)) # expect: "d"
IO.inspect(String.at(s, 99)) # expect: nil
IO.inspect(String.first("")) # expect: nil
IO.inspect(String.last("añ")) # expect: "ñ"
IO.inspect(String.slice(s, 1, 3)) # expect: "éll"
IO.inspect(String.slice(s, -5, 2)) # expect: "wö"
IO.inspect(String.slice(s, 1..-2)) # expect: "éllo wörl"
IO.inspect(String.slice(s, 6..20)) # expect: "wörld"
IO.inspect(String.slice(s, 20..30)) # expect: ""
IO.inspect(String.slice("abc", 3, 1)) # expect: ""
IO.inspect(String.slice("abcdef", 0..-1//2)) # expect: "ace"
IO.inspect(String.split_at(s, 4)) # expect: {"héll", "o wörld"}
IO.inspect(String.split_at(s, -3)) # expect: {"héllo wö", "rld"}
IO.inspect(String.split_at(s, 99)) # expect: {"héllo wörld", ""}
IO.inspect(String.split("a b  c")) # expect: ["a", "b", "c"]
IO.inspect(String.split("a,b,c", ",")) # expect: ["a", "b", "c"]
IO.inspect(String.split("a,b,c", ",", parts: 2)) # expect: ["a", "b,c"]
IO.inspect(String.split("a,b;c", [",", ";"])) # expect: ["a", "b", "c"]
IO.inspect(String.split("abc", "")) # expect: ["", "a", "b", "c", ""]
IO.inspect(String.split("", "")) # expect: ["", ""]
IO.inspect(String.split("", ",")) # expect: [""]
IO.inspect(String.split("", ",", trim: true)) # expect: []
IO.inspect(String.split(",a,,b,", ",", trim: true)) # expect: ["a", "b"]
IO.inspect(String.split("a1b2c", ~r/\d/)) # expect: ["a", "b", "c"]
IO.inspect(String.split("a1b2c", ~r/\d/, include_captures: true)) # expect: ["a", "1", "b", "2", "c"]
IO.inspect(String.split("a1b2c3", ~r/\d/, parts: 2, trim: true)) # expect: ["a", "b2c3"]
IO.inspect(String.split("abc", ~r//)) # expect: ["", "a", "b", "c", ""]
IO.inspect(String.splitter("a,b,c", ",") |> Enum.take(2)) # expect: ["a", "b"]
IO.inspect(String.graphemes("e\u0301x👨‍👩‍👧🇩🇪")) # expect: ["é", "x", "👨‍👩‍👧", "🇩🇪"]
IO.inspect(String.codepoints("e\u0301x")) # expect: ["e", "́", "x"]
IO.inspect(String.next_grapheme("e\u0301x")) # expect: {"é", "x"}
IO.inspect(String.next_grapheme("")) # expect: nil
IO.inspect(String.next_codepoint("e\u0301x")) # expect: {"e", "́x"}
IO.inspect(String.to_charlist("é")) # expect: [233]
IO.inspect(String.contains?(s, "wör")) # expect: true
IO.inspect(String.contains?(s, ["x", "h"])) # expect: true
IO.inspect(String.contains?("a", "")) # expect: true
IO.inspect(String.contains?(s, [])) # expect: false
IO.inspect(String.starts_with?(s, ["a", "hé"])) # expect: true
IO.inspect(String.starts_with?(s, "")) # expect: true
IO.inspect(String.ends_with?(s, "d")) # expect: true
IO.inspect(String.match?("foo1", ~r/\d/)) # expect: true
IO.inspect(String.myers_difference("abc", "axc")) # expect: [eq: "a", del: "b", ins: "x", eq: "c"]
IO.inspect(String.jaro_distance("Dwayne", "Duane")) # expect: 0.8222222222222223
IO.inspect(String.jaro_distance("same", "same")) # expect: 1.0
IO.inspect(String.jaro_distance("", "x")) # expect: 0.0
IO.inspect(String.bag_distance("abc", "abd")) # expect: 0.6666666666666667
IO.inspect(String.equivalent?("é", "e\u0301")) # expect: true
IO.inspect(String.valid?("a\xff")) # expect: false
IO.inspect(String.valid?("é")) # expect: true
IO.inspect(String.chunk("a\xffb", :valid)) # expect: ["a", <<255>>, "b"]
IO.inspect(String.chunk("ab\u0007", :printable)) # expect: ["ab\a"]
IO.inspect(String.printable?("a\n\tb")) # expect: true
IO.inspect(String.printable?("a\u0000")) # expect: false
IO.inspect(String.printable?("abc\u0000", 2)) # expect: true
IO.puts(inspect(error.(fn -> String.length(nil) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.length/1"}
IO.puts(inspect(error.(fn -> String.split(1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a binary\n"}
IO.puts(inspect(error.(fn -> String.split("a", 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a valid pattern\n"}
IO.puts(inspect(error.(fn -> String.at("a", :x) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.at/2"}
IO.puts(inspect(error.(fn -> String.slice("a", 0, -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.slice/3"}
IO.puts(inspect(error.(fn -> String.graphemes(1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.graphemes/1"}
IO.puts(inspect(error.(fn -> String.contains?("a", nil) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a valid pattern\n"}
IO.puts(inspect(error.(fn -> String.starts_with?("a", 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a valid pattern\n"}
IO.puts(inspect(error.(fn -> String.first(:a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.first/1"}
