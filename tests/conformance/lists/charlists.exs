# Charlists print as text when they are printable.
IO.inspect('abc') # expect: 'abc'
IO.inspect([97, 98]) # expect: 'ab'
IO.inspect([97, 0]) # expect: [97, 0]
IO.inspect(~c"x#{1 + 1}y") # expect: 'x2y'
IO.inspect('a' ++ 'b') # expect: 'ab'
IO.inspect(to_string('xyz')) # expect: "xyz"
IO.inspect(List.to_string([104, [105, "!"]])) # expect: "hi!"
IO.inspect('é') # expect: [233]
IO.inspect([?a, ?\n, ?\s, ?é]) # expect: [97, 10, 32, 233]
IO.inspect([]) # expect: []
