# round, trunc, ceil, floor.
IO.inspect(round(2.5)) # expect: 3
IO.inspect(round(-2.5)) # expect: -3
IO.inspect(round(3.4999)) # expect: 3
IO.inspect(trunc(-2.9)) # expect: -2
IO.inspect(ceil(2.1)) # expect: 3
IO.inspect(floor(-2.1)) # expect: -3
IO.inspect(ceil(-0.5)) # expect: 0
IO.inspect(round(7)) # expect: 7
IO.inspect(trunc(1.0e20)) # expect: 100000000000000000000
IO.inspect(Float.round(3.14159, 2)) # expect: 3.14
IO.inspect(Float.round(2.675, 2)) # expect: 2.67
IO.inspect(Float.ceil(1.234, 2)) # expect: 1.24
IO.inspect(Float.floor(-1.234, 1)) # expect: -1.3
