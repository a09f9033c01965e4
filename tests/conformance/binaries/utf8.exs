# Text is UTF-8.
s = "héllo wörld ✓"
IO.inspect(byte_size(s)) # expect: 17
IO.inspect(String.length(s)) # expect: 13
IO.inspect(String.upcase(s)) # expect: "HÉLLO WÖRLD ✓"
IO.inspect(String.reverse(s)) # expect: "✓ dlröw olléh"
IO.inspect(String.at(s, 1)) # expect: "é"
IO.inspect(String.to_charlist("aé")) # expect: [97, 233]
IO.inspect("é" == "e\u0301") # expect: false
IO.inspect(String.graphemes("e\u0301x")) # expect: ["é", "x"]
IO.inspect(String.codepoints("e\u0301")) # expect: ["e", "́"]
IO.inspect(String.valid?(<<255>>)) # expect: false
IO.inspect(String.valid?("ok")) # expect: true
IO.inspect(<<104, 233>>) # expect: <<104, 233>>
IO.inspect("tab\tnl\nquote\" \e") # expect: "tab\tnl\nquote\" \e"
IO.puts(inspect("\0 \x01", width: 400)) # expect: <<0, 32, 1>>
IO.inspect("\u{1F600}") # expect: "😀"
