# String, mostly.
IO.inspect(String.split("a,b,,c", ",")) # expect: ["a", "b", "", "c"]
IO.inspect(String.split("a,b,,c", ",", trim: true)) # expect: ["a", "b", "c"]
IO.inspect(String.split(" a  b ")) # expect: ["a", "b"]
IO.inspect(String.split("abc", "")) # expect: ["", "a", "b", "c", ""]
IO.inspect(String.split("a1b2c", ["1", "2"])) # expect: ["a", "b", "c"]
IO.inspect(String.split("a,b,c", ",", parts: 2)) # expect: ["a", "b,c"]
IO.inspect(String.replace("banana", "an", "AN")) # expect: "bANANa"
IO.inspect(String.replace("banana", "an", "X", global: false)) # expect: "bXana"
IO.inspect(String.trim("  x ")) # expect: "x"
IO.inspect(String.trim("xxaxx", "x")) # expect: "a"
IO.inspect(String.slice("hello", 1, 3)) # expect: "ell"
IO.inspect(String.slice("hello", -3..-1)) # expect: "llo"
IO.inspect(String.slice("hello", 10, 2)) # expect: ""
IO.inspect(String.starts_with?("hello", ["x", "he"])) # expect: true
IO.inspect(String.ends_with?("hello", "lo")) # expect: true
IO.inspect(String.contains?("hello", "ell")) # expect: true
IO.inspect(String.pad_leading("7", 3, "0")) # expect: "007"
IO.inspect(String.pad_trailing("ab", 5, "12")) # expect: "ab121"
IO.inspect(String.capitalize("élan vital")) # expect: "Élan vital"
IO.inspect(String.downcase("ÀÉ")) # expect: "àé"
IO.inspect(String.upcase("straße")) # expect: "STRASSE"
IO.inspect(String.reverse("añb")) # expect: "bña"
IO.inspect(String.first("xyz")) # expect: "x"
IO.inspect(String.last("")) # expect: nil
IO.inspect(String.at("abc", -1)) # expect: "c"
IO.inspect(String.duplicate("ab", 3)) # expect: "ababab"
IO.inspect(String.graphemes("👩‍👩‍👧é")) # expect: ["👩‍👩‍👧", "é"]
IO.inspect(String.length("👩‍👩‍👧é")) # expect: 2
IO.inspect(String.next_codepoint("éa")) # expect: {"é", "a"}
IO.inspect(String.to_charlist("hi")) # expect: 'hi'
IO.inspect(String.jaro_distance("abc", "abd")) # expect: 0.7777777777777777
IO.inspect(String.myers_difference("abc", "abd")) # expect: [eq: "ab", del: "c", ins: "d"]
IO.inspect(String.split_at("hello", 2)) # expect: {"he", "llo"}
IO.inspect(String.equivalent?("é", "e\u0301")) # expect: true
IO.inspect(String.normalize("e\u0301", :nfc) == "é") # expect: true
IO.inspect(String.printable?("a\x00")) # expect: false
IO.inspect(String.match?("abc", ~r/b/)) # expect: true
IO.inspect(String.bag_distance("a", "b")) # expect: 0.0
