# Sorting algorithms written out.
defmodule Sorts do
  def quick([]), do: []
  def quick([p | rest]), do: (({l, r} = Enum.split_with(rest, &(&1 < p))); quick(l) ++ [p] ++ quick(r))
  def merge([]), do: []
  def merge([x]), do: [x]
  def merge(l), do: (({a, b} = Enum.split(l, div(length(l), 2))); join(merge(a), merge(b)))
  defp join([], b), do: b
  defp join(a, []), do: a
  defp join([x | a], [y | _] = b) when x <= y, do: [x | join(a, b)]
  defp join(a, [y | b]), do: [y | join(a, b)]
  def insertion(l), do: Enum.reduce(l, [], &insert/2)
  defp insert(x, [y | r]) when x > y, do: [y | insert(x, r)]
  defp insert(x, l), do: [x | l]
  def bubble(l), do: (case pass(l) do ^l -> l; other -> bubble(other) end)
  defp pass([a, b | r]) when a > b, do: [b | pass([a | r])]
  defp pass([a | r]), do: [a | pass(r)]
  defp pass([]), do: []
end
l = [5, 3, 9, -1, 3, 0, 12]
IO.inspect(Enum.map([:quick, :merge, :insertion, :bubble], &(apply(Sorts, &1, [l]) == Enum.sort(l)))) # expect: [true, true, true, true]
IO.inspect(Sorts.merge(~w(pear apple fig))) # expect: ["apple", "fig", "pear"]
