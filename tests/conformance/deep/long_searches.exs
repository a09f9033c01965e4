# Searches that take many slices: matches across their borders, scopes, several patterns, bytes off their border.
text = :binary.copy("abcdefgh", 40_000) <> "needle" <> :binary.copy("xyneedl", 40_000)
IO.inspect(:binary.match(text, "needle")) # expect: {320000, 6}
IO.inspect(:binary.match(text, ["nothing", "needlex", "eed"])) # expect: {320000, 7}
IO.inspect(:binary.match(text, "zz")) # expect: :nomatch
IO.inspect(length(:binary.matches(text, "gha"))) # expect: 39999
IO.inspect(length(:binary.matches(text, ["ha", "needle", "needl", "habc"]))) # expect: 80000
IO.inspect(Enum.take(:binary.matches(text, ["needle", "needl"], scope: {320_001, 560_000 - 320_001}), 2)) # expect: [{320008, 5}, {320015, 5}]
IO.inspect(:binary.match(text, "a", scope: {320_000, -5})) # expect: :nomatch
IO.inspect(:binary.match(text, "a", scope: {320_000, -8})) # expect: {319992, 1}
<<_::3, odd::binary-size(500_000), _::bitstring>> = <<0::3, text::binary, 0::5>>
IO.inspect(:binary.matches(odd, "needle") == [{320_000, 6}]) # expect: true
IO.inspect(length(:binary.matches(odd, "needl"))) # expect: 25714
found = :binary.matches(text, ["ha", "needl"])
IO.inspect(found == Enum.sort(found) and length(Enum.uniq(found)) == length(found)) # expect: true
long = :binary.copy("a", 300_000)
IO.inspect(:binary.match(long <> "b", long)) # expect: {0, 300000}
