# Search by backtracking in comprehensions: dominoes, queens, knapsack, change.
defmodule Search do
  def chain?([]), do: true
  def chain?([{a, b} | rest]), do: walk(rest, b, a)
  defp walk([], last, first), do: last == first

  defp walk(rest, last, first) do
    Enum.any?(rest, fn
      {^last, b} = d -> walk(List.delete(rest, d), b, first)
      {a, ^last} = d -> walk(List.delete(rest, d), a, first)
      _ -> false
    end)
  end

  def queens(n), do: place(n, n)
  defp place(_, 0), do: [[]]

  defp place(n, k) do
    for rest <- place(n, k - 1),
        col <- Enum.to_list(1..n) -- rest,
        rest |> Enum.with_index(1) |> Enum.all?(fn {c, i} -> abs(c - col) != i end),
        do: [col | rest]
  end

  def change(coins, target) do
    table =
      Enum.reduce(1..target//1, %{0 => []}, fn t, acc ->
        options = for c <- coins, c <= t, prev = acc[t - c], do: [c | prev]
        if options == [], do: acc, else: Map.put(acc, t, Enum.min_by(options, &length/1))
      end)

    with %{^target => coins} <- table, do: {:ok, Enum.sort(coins)}, else: (_ -> {:error, :cannot})
  end

  def permutations([]), do: [[]]
  def permutations(list), do: for(x <- list, rest <- permutations(list -- [x]), do: [x | rest])
  def subsets([]), do: [[]]
  def subsets([x | rest]), do: for(s <- subsets(rest), y <- [s, [x | s]], do: y)
end

IO.inspect(Search.chain?([{1, 2}, {3, 1}, {2, 3}])) # expect: true
IO.inspect(Search.chain?([{1, 2}, {4, 1}, {2, 3}])) # expect: false
IO.inspect(Search.chain?([])) # expect: true
IO.inspect(Search.chain?([{1, 1}, {2, 2}])) # expect: false
IO.inspect(Search.chain?([{1, 2}, {5, 3}, {3, 1}, {1, 2}, {2, 4}, {1, 6}, {2, 3}, {3, 4}, {5, 6}])) # expect: true
IO.inspect(length(Search.queens(6))) # expect: 4
IO.inspect(hd(Search.queens(8))) # expect: [4, 2, 7, 3, 6, 8, 5, 1]
IO.inspect(Search.change([1, 5, 10, 25, 100], 15)) # expect: {:ok, [5, 10]}
IO.inspect(Search.change([1, 4, 15, 20, 50], 23)) # expect: {:ok, [4, 4, 15]}
IO.inspect(Search.change([5, 10], 3)) # expect: {:error, :cannot}
IO.inspect(Search.change([2, 5], 0)) # expect: {:ok, []}
IO.inspect(Search.permutations([1, 2, 3])) # expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
IO.inspect(Search.subsets([:a, :b, :c])) # expect: [[], [:a], [:b], [:a, :b], [:c], [:a, :c], [:b, :c], [:a, :b, :c]]
