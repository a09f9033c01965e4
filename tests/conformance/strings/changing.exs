# String, the second half: case, padding, trimming, replacing.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(String.upcase("straße éà")) # expect: "STRASSE ÉÀ"
IO.inspect(String.downcase("ÀÉ ΑΣ İ")) # expect: "àé ασ i̇"
IO.inspect(String.downcase("ΑΣ ΑΣΑ", :greek)) # expect: "ας ασα"
IO.inspect(String.upcase("ıi", :turkic)) # expect: "Iİ"
IO.inspect(String.downcase("Iİ", :turkic)) # expect: "ıi"
IO.inspect(String.upcase("éa", :ascii)) # expect: "éA"
IO.inspect(String.capitalize("ÉCOLE dU")) # expect: "École du"
IO.inspect(String.capitalize("ǆ")) # expect: "ǅ"
IO.inspect(String.capitalize("")) # expect: ""
IO.inspect(String.reverse("e\u0301ab🇩🇪")) # expect: "🇩🇪baé"
IO.inspect(String.duplicate("ab", 3)) # expect: "ababab"
IO.inspect(String.duplicate("ab", 0)) # expect: ""
IO.puts(inspect(error.(fn -> String.duplicate("ab", -1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: out of range\n"}
IO.inspect(String.pad_leading("5", 3, "0")) # expect: "005"
IO.inspect(String.pad_leading("abc", 2)) # expect: "abc"
IO.inspect(String.pad_leading("a", 6, "12")) # expect: "12121a"
IO.inspect(String.pad_trailing("a", 6, ["x", "yz"])) # expect: "axyzxyzx"
IO.puts(inspect(error.(fn -> String.pad_leading("a", 3, "") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.pad_leading/3"}
IO.puts(inspect(error.(fn -> String.pad_leading("a", -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.pad_leading/3"}
IO.puts(inspect(error.(fn -> String.pad_trailing("a", 3, [""]) end), width: 900)) # expect: {:ok, "a"}
IO.inspect(String.trim("  \n a b\t ")) # expect: "a b"
IO.inspect(String.trim("xxaxx", "x")) # expect: "a"
IO.inspect(String.trim_leading("  a ")) # expect: "a "
IO.inspect(String.trim_trailing("  a ")) # expect: "  a"
IO.inspect(String.trim_leading("aab", "a")) # expect: "b"
IO.inspect(String.trim_trailing("baa", "a")) # expect: "b"
IO.inspect(String.trim("\u2003a\u00a0")) # expect: "a"
IO.inspect(String.replace("a-b-c", "-", "+")) # expect: "a+b+c"
IO.inspect(String.replace("a-b-c", "-", "+", global: false)) # expect: "a+b-c"
IO.inspect(String.replace("a-b-c", ["a", "c"], fn x -> x <> x end)) # expect: "aa-b-cc"
IO.inspect(String.replace("abc", "", "-")) # expect: "-a-b-c-"
IO.inspect(String.replace("a1b2", ~r/\d/, fn d -> "<#{d}>" end)) # expect: "a<1>b<2>"
IO.inspect(String.replace("a1b2", ~r/([a-z])(\d)/, "\\2\\1")) # expect: "1a2b"
IO.inspect(String.replace("abc", ~r/(?<x>b)/, "[\\0]")) # expect: "a[b]c"
IO.inspect(String.replace_leading("aaab", "a", "x")) # expect: "xxxb"
IO.inspect(String.replace_trailing("baaa", "a", "x")) # expect: "bxxx"
IO.inspect(String.replace_prefix("foobar", "foo", "")) # expect: "bar"
IO.inspect(String.replace_suffix("foobar", "bar", "!")) # expect: "foo!"
IO.inspect(String.replace_prefix("abc", "x", "y")) # expect: "abc"
IO.puts(inspect(error.(fn -> String.replace_leading("a", "", "x") end), width: 900)) # expect: {ArgumentError, "cannot use an empty string as the match to replace"}
IO.puts(inspect(error.(fn -> String.replace("a", 1, "b") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a valid pattern\n"}
IO.puts(inspect(error.(fn -> String.replace("abc", "b", 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.replace/4"}
IO.inspect(String.to_integer("0123")) # expect: 123
IO.inspect(String.to_atom("hi there")) # expect: :"hi there"
IO.inspect(String.to_existing_atom("ok")) # expect: :ok
IO.puts(inspect(error.(fn -> String.to_existing_atom("surely not existing") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an already existing atom\n"}
IO.inspect(String.normalize("é", :nfd) |> byte_size()) # expect: 3
IO.inspect(String.normalize("ﬁ", :nfkc)) # expect: "fi"
IO.inspect(String.normalize("e\u0301", :nfc)) # expect: "é"
IO.puts(inspect(error.(fn -> String.normalize("a", :foo) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in String.normalize/2"}
IO.inspect(Enum.map(["a", "é", "日", "🎉"], &{byte_size(&1), String.length(&1)})) # expect: [{1, 1}, {2, 1}, {3, 1}, {4, 1}]
IO.inspect(String.upcase("ﬀ ŉ ß")) # expect: "FF ʼN SS"
IO.inspect(String.downcase("ŸǄ")) # expect: "ÿǆ"
IO.inspect("abc" <> "def") # expect: "abcdef"
IO.inspect("a" < "b" and "a" < "aa" and "Z" < "a") # expect: true
IO.inspect("é" == "e\u0301") # expect: false
IO.inspect(String.codepoints("\u{1F468}\u200D\u{1F469}") |> length()) # expect: 3
IO.inspect(String.graphemes("\r\n\n")) # expect: ["\r\n", "\n"]
IO.inspect(String.split("a\u00a0b\u2009c")) # expect: ["a b", "c"]
IO.inspect(String.length("각")) # expect: 1
IO.inspect(String.graphemes("नमस्ते")) # expect: ["न", "म", "स्", "ते"]
IO.inspect(Enum.map(["I\u0307", "İ", "II\u0307X"], &String.downcase(&1, :turkic))) # expect: ["i", "i", "ıix"]
