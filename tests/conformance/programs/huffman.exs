# Huffman codes with a tree of tuples.
defmodule Huff do
  def tree(text) do
    text |> String.graphemes() |> Enum.frequencies() |> Enum.map(fn {c, n} -> {n, c} end) |> Enum.sort() |> build()
  end
  defp build([{_, t}]), do: t
  defp build([{n, a}, {m, b} | rest]), do: build(Enum.sort([{n + m, {a, b}} | rest]))
  def codes(t), do: walk(t, "") |> Map.new()
  defp walk({l, r}, p), do: walk(l, p <> "0") ++ walk(r, p <> "1")
  defp walk(c, p), do: [{c, p}]
  def encode(text), do: (codes = codes(tree(text)); text |> String.graphemes() |> Enum.map_join(&codes[&1]))
  def decode(bits, t), do: decode(String.graphemes(bits), t, t)
  defp decode(bits, c, t) when is_binary(c), do: c <> decode(bits, t, t)
  defp decode([], _, _), do: ""
  defp decode(["0" | r], {l, _}, t), do: decode(r, l, t)
  defp decode(["1" | r], {_, x}, t), do: decode(r, x, t)
end
text = "abracadabra alakazam"
IO.inspect(String.length(Huff.encode(text))) # expect: 55
IO.inspect(Huff.decode(Huff.encode(text), Huff.tree(text)) == text) # expect: true
IO.inspect(Huff.codes(Huff.tree("aab"))) # expect: %{"a" => "1", "b" => "0"}
