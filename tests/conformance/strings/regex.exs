# Regular expressions.
IO.inspect(Regex.run(~r/(\w)(\d)/, "a1 b2")) # expect: ["a1", "a", "1"]
IO.inspect(Regex.scan(~r/\d+/, "1 22 333")) # expect: [["1"], ["22"], ["333"]]
IO.inspect(Regex.match?(~r/^a/, "ba")) # expect: false
IO.inspect(Regex.replace(~r/(a)(b)?/, "ab a", "<\\1\\2>")) # expect: "<ab> <a>"
IO.inspect(Regex.replace(~r/\d/, "a1b2", fn d -> "[#{d}]" end)) # expect: "a[1]b[2]"
IO.inspect(Regex.split(~r/,\s*/, "a, b,c")) # expect: ["a", "b", "c"]
IO.inspect(Regex.named_captures(~r/(?<y>\d+)-(?<m>\d+)/, "2020-05")) # expect: %{"m" => "05", "y" => "2020"}
IO.inspect(Regex.run(~r/b/, "abc", return: :index)) # expect: [{1, 1}]
IO.inspect("foo bar" =~ ~r/o b/) # expect: true
IO.inspect(Regex.source(~r/x/)) # expect: "x"
IO.inspect(Regex.compile("(")) # expect: {:error, {'missing )', 1}}
IO.inspect(Regex.escape("a.b*c")) # expect: "a\\.b\\*c"
IO.inspect(Regex.run(~r/é+/u, "caféé")) # expect: ["éé"]
IO.inspect(Regex.run(~r/A/i, "xa")) # expect: ["a"]
IO.inspect(Regex.run(~r/a.b/s, "a\nb")) # expect: ["a\nb"]
IO.inspect(Regex.scan(~r/(a)|(b)/, "ab")) # expect: [["a", "a"], ["b", "", "b"]]
IO.inspect(Regex.names(~r/(?<a>.)(?<b>.)/)) # expect: ["a", "b"]
