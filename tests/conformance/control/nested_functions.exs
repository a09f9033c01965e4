# Early exits by throw, nested cases, recursion in closures.
find = fn l, p -> try do Enum.each(l, &(if p.(&1), do: throw({:found, &1}))); :none catch {:found, x} -> x end end
IO.inspect(find.([1, 5, 8], &(&1 > 3))) # expect: 5
IO.inspect(find.([1], &(&1 > 3))) # expect: :none
r = for x <- 1..3 do
  case rem(x, 2) do
    0 -> (if x > 1, do: :even_big, else: :even)
    1 -> (with 1 <- x, do: :one, else: (n -> {:odd, n}))
  end
end
IO.inspect(r) # expect: [:one, :even_big, {:odd, 3}]
loop = fn loop, n, acc -> if n == 0, do: acc, else: loop.(loop, n - 1, [n | acc]) end
IO.inspect(loop.(loop, 5, [])) # expect: [1, 2, 3, 4, 5]
