# Regex, every function and option.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Regex.match?(~r/a.c/, "xabcx")) # expect: true
IO.inspect(Regex.match?(~r/a.c/s, "a\nc")) # expect: true
IO.inspect(Regex.run(~r/(\d+)-(\d+)/, "tel 12-34")) # expect: ["12-34", "12", "34"]
IO.inspect(Regex.run(~r/(\d+)-(\d+)/, "tel 12-34", return: :index)) # expect: [{4, 5}, {4, 2}, {7, 2}]
IO.inspect(Regex.run(~r/(?<a>\d)(?<b>\w)?/, "1", capture: :all_names)) # expect: ["1", ""]
IO.inspect(Regex.run(~r/(a)?(b)?(c)/, "c")) # expect: ["c", "", "", "c"]
IO.inspect(Regex.run(~r/(a)(b)?/, "a")) # expect: ["a", "a"]
IO.inspect(Regex.run(~r/x/, "abc")) # expect: nil
IO.inspect(Regex.run(~r/b/, "abcb", offset: 2)) # expect: ["b"]
IO.inspect(Regex.run(~r/(.)(.)/, "ab", capture: :first)) # expect: ["ab"]
IO.inspect(Regex.run(~r/(.)(.)/, "ab", capture: [2, 1])) # expect: ["b", "a"]
IO.inspect(Regex.run(~r/(?<q>.)(.)/, "ab", capture: ["q"])) # expect: ["a"]
IO.inspect(Regex.run(~r/(.)(.)/, "ab", capture: :none)) # expect: []
IO.inspect(Regex.scan(~r/\d/, "a1b22")) # expect: [["1"], ["2"], ["2"]]
IO.inspect(Regex.scan(~r/(\w)(\d)/, "a1b2", capture: :all_but_first)) # expect: [["a", "1"], ["b", "2"]]
IO.inspect(Regex.scan(~r/a|/, "ba")) # expect: [[""], ["a"], [""]]
IO.inspect(Regex.scan(~r/é/u, "éaé", return: :index)) # expect: [[{0, 2}], [{3, 2}]]
IO.inspect(Regex.split(~r/,/, "a,b,,c")) # expect: ["a", "b", "", "c"]
IO.inspect(Regex.split(~r/,/, "a,b,,c", trim: true)) # expect: ["a", "b", "c"]
IO.inspect(Regex.split(~r/(,)/, "a,b", include_captures: true)) # expect: ["a", ",", "b"]
IO.inspect(Regex.split(~r/(?<x>,)(;)?/, "a,;b", on: [:x])) # expect: ["a", ";b"]
IO.inspect(Regex.split(~r//, "abc")) # expect: ["", "a", "b", "c", ""]
IO.inspect(Regex.split(~r/b/, "abcbd", parts: 2)) # expect: ["a", "cbd"]
IO.inspect(Regex.split(~r/x/, "")) # expect: [""]
IO.inspect(Regex.replace(~r/a/, "banana", "o")) # expect: "bonono"
IO.inspect(Regex.replace(~r/a/, "banana", "o", global: false)) # expect: "bonana"
IO.inspect(Regex.replace(~r/(?<first>\w)(\w)/, "abcd", "\\2\\1-\\g{1}")) # expect: "ba-adc-c"
IO.inspect(Regex.replace(~r/(\w)(\w)?/, "abc", fn all, a, b -> "[#{all}|#{a}|#{b}]" end)) # expect: "[ab|a|b][c|c|]"
IO.inspect(Regex.replace(~r/x*/, "abc", "-")) # expect: "-a-b-c-"
IO.inspect(Regex.replace(~r/a/, "aa", "\\0\\0")) # expect: "aaaa"
IO.inspect(Regex.replace(~r/\d/, "a1", "\\\\")) # expect: "a\\"
IO.inspect(Regex.named_captures(~r/(?<y>\d{4})-(?<m>\d\d)/, "on 2024-05")) # expect: %{"m" => "05", "y" => "2024"}
IO.inspect(Regex.named_captures(~r/(?<y>\d)/, "none")) # expect: nil
IO.inspect(Regex.names(~r/(?<b>.)(?<a>.)/)) # expect: ["a", "b"]
IO.inspect(Regex.source(~r/a\/b/)) # expect: "a/b"
IO.inspect(Regex.opts(~r/a/im)) # expect: "im"
IO.inspect(Regex.escape("a.b*c[d]")) # expect: "a\\.b\\*c\\[d\\]"
IO.inspect(Regex.compile("a(b")) # expect: {:error, {'missing )', 3}}
IO.inspect(Regex.compile!("a", "i")) # expect: ~r/a/i
IO.puts(inspect(error.(fn -> Regex.compile!("(") end), width: 900)) # expect: {Regex.CompileError, "missing ) at position 1"}
IO.puts(inspect(error.(fn -> Regex.compile!("a", "z") end), width: 900)) # expect: {Regex.CompileError, "invalid_option at position z"}
IO.inspect(Regex.regex?(~r/a/)) # expect: true
IO.inspect(Regex.regex?("a")) # expect: false
IO.inspect("Foo" =~ ~r/foo/i) # expect: true
IO.inspect("foo" =~ "oo") # expect: true
IO.inspect("a\nb" =~ ~r/^b$/m) # expect: true
IO.inspect("a b" =~ ~r/a\ b # comment/x) # expect: true
IO.inspect(Regex.run(~r/a+?/, "aaa")) # expect: ["a"]
IO.inspect(Regex.run(~r/a+/U, "aaa")) # expect: ["a"]
IO.inspect(Regex.run(~r/^\p{Lu}\p{Ll}+$/u, "Éa")) # expect: ["Éa"]
IO.inspect(Regex.run(~r/(?i)ABC(?-i)d/, "abcd")) # expect: ["abcd"]
IO.inspect(Regex.run(~r/(\w+) \1/, "the the")) # expect: ["the the", "the"]
IO.inspect(Regex.run(~r/(?=b)b(?!c)/, "bcbd", return: :index)) # expect: [{2, 1}]
IO.inspect(Regex.run(~r/(?<!a)b/, "abb", return: :index)) # expect: [{2, 1}]
IO.inspect(~r/a#{1 + 1}/) # expect: ~r/a2/
IO.inspect(~r{a/b}) # expect: ~r/a\/b/
IO.inspect(inspect(~r/\//)) # expect: "~r/\\//"
IO.inspect(Regex.recompile!(~r/a/) == ~r/a/) # expect: true
IO.puts(inspect(error.(fn -> Regex.replace(~r/a/, "a", :b) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Regex.precompile_replacement/1"}
IO.puts(inspect(error.(fn -> Regex.run(~r/a/, :a) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Regex.run/3"}
IO.inspect(String.replace("a.b", ".", "-")) # expect: "a-b"
IO.inspect(Regex.run(~r/\bfoo\b/, "a foo b")) # expect: ["foo"]
IO.inspect(Regex.run(~r/[[:alpha:]]+/, "12ab")) # expect: ["ab"]
IO.inspect(Regex.scan(~r/(?:(?<k>\w)=(?<v>\w))/, "a=1,b=2", capture: :all_names)) # expect: [["a", "1"], ["b", "2"]]
IO.inspect(Regex.compile!("x\e1m\b\d/y\t\a")) # expect: ~r/x\x1B1m\x08\x7F\/y\t\a/
