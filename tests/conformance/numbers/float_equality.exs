# 0.0 and -0.0 are one value; integers equal floats by ==, never by ===.
zero = 0.0
minus = -0.0
IO.inspect(zero === minus) # expect: true
IO.inspect(zero == minus) # expect: true
IO.inspect(match?(0.0, minus)) # expect: true
IO.inspect(%{0.0 => :hit}[minus]) # expect: :hit
IO.inspect(1 == 1.0) # expect: true
IO.inspect(1 === 1.0) # expect: false
IO.inspect(1 != 1.0) # expect: false
IO.inspect(9_007_199_254_740_993 == 9_007_199_254_740_992.0) # expect: false
IO.inspect(9_007_199_254_740_993 > 9_007_199_254_740_992.0) # expect: true
IO.inspect(1.0e30 > 10 ** 29) # expect: true
IO.inspect(10 ** 30 == 1.0e30) # expect: false
