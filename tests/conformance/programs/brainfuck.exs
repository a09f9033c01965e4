# An interpreter with a tape of two lists.
defmodule BF do
  def run(src), do: (for <<c <- src>>, c in '+-<>.[]', do: c) |> parse([]) |> elem(0) |> exec({[], 0, []}, []) |> elem(1) |> Enum.reverse() |> to_string()
  defp parse([?[ | r], acc), do: (({body, r} = parse(r, [])); parse(r, [{:loop, body} | acc]))
  defp parse([?] | r], acc), do: {Enum.reverse(acc), r}
  defp parse([c | r], acc), do: parse(r, [c | acc])
  defp parse([], acc), do: {Enum.reverse(acc), []}
  defp exec([], t, o), do: {t, o}
  defp exec([?+ | r], {l, c, x}, o), do: exec(r, {l, rem(c + 1, 256), x}, o)
  defp exec([?- | r], {l, c, x}, o), do: exec(r, {l, rem(c + 255, 256), x}, o)
  defp exec([?> | r], {l, c, []}, o), do: exec(r, {[c | l], 0, []}, o)
  defp exec([?> | r], {l, c, [h | x]}, o), do: exec(r, {[c | l], h, x}, o)
  defp exec([?< | r], {[h | l], c, x}, o), do: exec(r, {l, h, [c | x]}, o)
  defp exec([?. | r], {_, c, _} = t, o), do: exec(r, t, [c | o])
  defp exec([{:loop, _} | r], {_, 0, _} = t, o), do: exec(r, t, o)
  defp exec([{:loop, b} | _] = all, t, o), do: (({t, o} = exec(b, t, o)); exec(all, t, o))
end
IO.inspect(BF.run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.")) # expect: "Hello World!"
IO.inspect(BF.run("+[-].")) # expect: <<0>>
