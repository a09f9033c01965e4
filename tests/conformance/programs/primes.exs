# Sieve, factors, perfect and happy numbers.
factors = fn f, n, d -> cond do n == 1 -> []; rem(n, d) == 0 -> [d | f.(f, div(n, d), d)]; d * d > n -> [n]; true -> f.(f, n, d + 1) end end
IO.inspect(Enum.map([12, 97, 360, 1001], &factors.(factors, &1, 2))) # expect: [[2, 2, 3], 'a', [2, 2, 2, 3, 3, 5], '\a\v\r']
IO.inspect(for(n <- 2..50, Enum.all?(2..n//1, &(&1 == n or rem(n, &1) != 0)), do: n)) # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
IO.inspect(Enum.filter(2..500, fn n -> Enum.sum(for d <- 1..div(n, 2), rem(n, d) == 0, do: d) == n end)) # expect: [6, 28, 496]
happy = fn n -> Stream.iterate(n, fn n -> n |> Integer.digits() |> Enum.map(&(&1 ** 2)) |> Enum.sum() end) |> Enum.find(&(&1 in [1, 4])) == 1 end
IO.inspect(Enum.filter(1..40, happy)) # expect: [1, 7, 10, 13, 19, 23, 28, 31, 32]
