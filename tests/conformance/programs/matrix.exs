# Matrices, saddle points, spirals, triangles, primes.
defmodule Matrix do
  def parse(text), do: for(row <- String.split(text, "\n", trim: true), do: for(n <- String.split(row), do: String.to_integer(n)))
  def transpose(m), do: m |> Enum.zip() |> Enum.map(&Tuple.to_list/1)
  def saddles(m) do
    columns = transpose(m)
    for {row, i} <- Enum.with_index(m, 1), {v, j} <- Enum.with_index(row, 1), v == Enum.max(row), v == Enum.min(Enum.at(columns, j - 1)), do: {i, j}
  end
  def multiply(a, b), do: for(r <- a, do: for(c <- transpose(b), do: Enum.zip_reduce(r, c, 0, &(&1 * &2 + &3))))
  def spiral([]), do: []
  def spiral([row | rest]), do: row ++ (rest |> transpose() |> Enum.reverse() |> spiral())
  def pascal(n), do: [1] |> Stream.iterate(&Enum.zip_with([0 | &1], &1 ++ [0], fn a, b -> a + b end)) |> Enum.take(n)
  def determinant([[x]]), do: x
  def determinant([first | rest]) do
    for {x, i} <- Enum.with_index(first), reduce: 0 do
      acc -> acc + (if rem(i, 2) == 0, do: x, else: -x) * determinant(Enum.map(rest, &List.delete_at(&1, i)))
    end
  end
end

m = Matrix.parse("9 8 7\n5 3 2\n6 6 7\n")
IO.inspect(m) # expect: ['\t\b\a', [5, 3, 2], [6, 6, 7]]
IO.inspect(Matrix.transpose(m)) # expect: [[9, 5, 6], [8, 3, 6], [7, 2, 7]]
IO.inspect(Matrix.saddles(m)) # expect: [{2, 1}]
IO.inspect(Matrix.multiply(m, [[1, 0, 0], [0, 0, 1], [0, 1, 0]])) # expect: ['\t\a\b', [5, 2, 3], [6, 7, 6]]
IO.inspect(Matrix.spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]])) # expect: [1, 2, 3, 6, 9, 8, 7, 4, 5]
IO.inspect(Matrix.pascal(5)) # expect: [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1]]
IO.inspect(Matrix.determinant(m)) # expect: -19
IO.inspect(Matrix.determinant([[2.5, 1], [4, 2]])) # expect: 1.0
sieve = fn n -> Enum.reduce_while(2..n, Enum.to_list(2..n), fn i, acc -> if i * i > n, do: {:halt, acc}, else: {:cont, Enum.reject(acc, &(rem(&1, i) == 0 and &1 > i))} end) end
IO.inspect(sieve.(50)) # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
IO.inspect(Stream.unfold({1, 1}, fn {a, b} -> {a, {b, a + b}} end) |> Stream.filter(&(rem(&1, 2) == 0)) |> Enum.take_while(&(&1 < 1000))) # expect: [2, 8, 34, 144, 610]
collatz = fn n -> n |> Stream.iterate(&if(rem(&1, 2) == 0, do: div(&1, 2), else: 3 * &1 + 1)) |> Enum.find_index(&(&1 == 1)) end
IO.inspect(Enum.map([1, 16, 27], collatz)) # expect: [0, 4, 111]
IO.inspect(for(a <- 1..20, b <- a..20, c = :math.sqrt(a * a + b * b), c == trunc(c) and c <= 20, do: {a, b, trunc(c)})) # expect: [{3, 4, 5}, {5, 12, 13}, {6, 8, 10}, {8, 15, 17}, {9, 12, 15}, {12, 16, 20}]
IO.inspect(Enum.reduce(1..30, 1, &*/2) |> Integer.digits() |> Enum.sum()) # expect: 117
