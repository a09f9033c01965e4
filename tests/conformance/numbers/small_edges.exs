# 62-bit integers overflow into bignums and come back.
max = 2_305_843_009_213_693_951
IO.inspect(max + 1) # expect: 2305843009213693952
IO.inspect(max + 1 - 1 == max) # expect: true
IO.inspect(-max - 1) # expect: -2305843009213693952
IO.inspect(-max - 2) # expect: -2305843009213693953
IO.inspect(-max - 2 + 2 == -max) # expect: true
IO.inspect(max * max) # expect: 5316911983139663487003542222693990401
IO.inspect(div(max * max, max) == max) # expect: true
IO.inspect(max * -1) # expect: -2305843009213693951
IO.inspect(-(-max - 1)) # expect: 2305843009213693952
IO.inspect(Bitwise.bsl(1, 61)) # expect: 2305843009213693952
IO.inspect(Bitwise.bsl(1, 62) - 1) # expect: 4611686018427387903
IO.inspect(Bitwise.bsl(1, 63)) # expect: 9223372036854775808
IO.inspect(Bitwise.bsl(1, 64) - 1) # expect: 18446744073709551615
