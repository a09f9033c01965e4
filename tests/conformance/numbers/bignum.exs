# Integers of any size.
f = fn f, n -> if n == 0, do: 1, else: n * f.(f, n - 1) end
IO.inspect(f.(f, 30)) # expect: 265252859812191058636308480000000
IO.inspect(f.(f, 40) - f.(f, 39)) # expect: 795517401166700290986970987856212996915200000000
IO.inspect(div(f.(f, 50), f.(f, 48))) # expect: 2450
IO.inspect(rem(f.(f, 50) + 7, f.(f, 30))) # expect: 7
IO.inspect(div(-f.(f, 25), 7)) # expect: -2215887149047283712000000
IO.inspect(rem(-f.(f, 25), 1_000_007)) # expect: -913534
IO.inspect(f.(f, 25) > f.(f, 24)) # expect: true
IO.inspect(-f.(f, 25) < 0) # expect: true
IO.inspect(123_456_789_012_345_678_901_234_567_890 == 123456789012345678901234567890) # expect: true
IO.inspect(0xFFFFFFFFFFFFFFFFFFFF) # expect: 1208925819614629174706175
IO.inspect(Integer.to_string(f.(f, 21), 16)) # expect: "2C5077D36B8C40000"
IO.inspect(String.to_integer("-123456789012345678901234567890")) # expect: -123456789012345678901234567890
IO.inspect(Integer.digits(f.(f, 22))) # expect: [1, 1, 2, 4, 0, 0, 0, 7, 2, 7, 7, 7, 7, 6, 0, 7, 6, 8, 0, 0, 0, 0]
IO.inspect(2 ** 100) # expect: 1267650600228229401496703205376
IO.inspect(Integer.pow(-3, 51)) # expect: -2153693963075557766310747
