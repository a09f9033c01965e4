# Binary search over tuples; Levenshtein; longest common subsequence.
defmodule Search2 do
  def binary(t, x), do: binary(t, x, 0, tuple_size(t) - 1)
  defp binary(_, _, lo, hi) when lo > hi, do: :none
  defp binary(t, x, lo, hi) do
    mid = div(lo + hi, 2)
    case elem(t, mid) do
      ^x -> mid
      y when y < x -> binary(t, x, mid + 1, hi)
      _ -> binary(t, x, lo, mid - 1)
    end
  end
  def distance(a, b) do
    first = Enum.to_list(0..String.length(b))
    String.graphemes(a) |> Enum.with_index(1) |> Enum.reduce(first, fn {x, i}, [h | _] = row ->
      {new, _, _} = Enum.reduce(Enum.zip(String.graphemes(b), tl(row)), {[i], h, i}, fn {y, up}, {acc, diag, left} ->
        v = Enum.min([up + 1, left + 1, diag + if(x == y, do: 0, else: 1)])
        {[v | acc], up, v}
      end)
      Enum.reverse(new)
    end) |> List.last()
  end
  def lcs([], _), do: []
  def lcs(_, []), do: []
  def lcs([x | a], [x | b]), do: [x | lcs(a, b)]
  def lcs([_ | a] = l, [_ | b] = r), do: Enum.max_by([lcs(a, r), lcs(l, b)], &length/1)
end
t = List.to_tuple(Enum.to_list(0..100//7))
IO.inspect(Enum.map([0, 49, 98, 50], &Search2.binary(t, &1))) # expect: [0, 7, 14, :none]
IO.inspect(Search2.distance("kitten", "sitting")) # expect: 3
IO.inspect(Search2.distance("", "abc")) # expect: 3
IO.inspect(Search2.lcs('thisisatest', 'testing123')) # expect: 'test'
