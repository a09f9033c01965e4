# for over a bitstring.
IO.inspect(for <<c <- "abc">>, do: c + 1) # expect: 'bcd'
IO.inspect(for <<r::8, g::8, b::8 <- <<1, 2, 3, 4, 5, 6>> >>, do: {r, g, b}) # expect: [{1, 2, 3}, {4, 5, 6}]
IO.inspect(for <<b::1 <- <<5>> >>, do: b) # expect: [0, 0, 0, 0, 0, 1, 0, 1]
IO.inspect(for <<c <- "hello">>, c != ?l, into: "", do: <<c>>) # expect: "heo"
IO.inspect(for <<a::4, b::4 <- <<0x12, 0x34>> >>, x <- [a, b], do: x) # expect: [1, 2, 3, 4]
IO.inspect(for <<c::utf8 <- "aé">>, do: c) # expect: [97, 233]
texts = fn bytes -> for <<"ab", n <- bytes>>, do: n end
IO.inspect(texts.("ab1ab2")) # expect: '12'
# What does not match is passed over, as wide as the pattern.
IO.inspect(texts.(<<"ab", 1, "xy", 2, "ab", 3, "a">>)) # expect: [1, 3]
IO.inspect(for <<x::4, 3::4 <- <<0x13, 0x24, 0x33>> >>, into: "", do: <<x>>) # expect: <<1, 3>>
