# Towers of Hanoi.
h = fn h, n, a, b, c -> if n == 0, do: [], else: h.(h, n - 1, a, c, b) ++ [{a, c}] ++ h.(h, n - 1, b, a, c) end
IO.inspect(h.(h, 3, :a, :b, :c)) # expect: [a: :c, a: :b, c: :b, a: :c, b: :a, b: :c, a: :c]
IO.inspect(length(h.(h, 10, 1, 2, 3))) # expect: 1023
