# Caesar, run-length, anagrams, isograms, pangrams, pig latin, acronyms.
defmodule Text do
  def caesar(text, n), do: for(<<c <- text>>, into: "", do: <<shift(c, n)>>)
  defp shift(c, n) when c in ?a..?z, do: Integer.mod(c - ?a + n, 26) + ?a
  defp shift(c, n) when c in ?A..?Z, do: Integer.mod(c - ?A + n, 26) + ?A
  defp shift(c, _), do: c
  def encode(s), do: Regex.replace(~r/(.)\1+/us, s, fn run, c -> "#{String.length(run)}#{c}" end)
  def decode(s), do: Regex.replace(~r/(\d+)(.)/us, s, fn _, n, c -> String.duplicate(c, String.to_integer(n)) end)
  def anagrams(word, words) do
    key = &(&1 |> String.downcase() |> String.graphemes() |> Enum.sort())
    for w <- words, String.downcase(w) != String.downcase(word), key.(w) == key.(word), do: w
  end
  def isogram?(s), do: s |> String.replace(~r/[\s-]/, "") |> String.downcase() |> String.graphemes() |> then(&(&1 == Enum.uniq(&1)))
  def pangram?(s), do: MapSet.subset?(MapSet.new(?a..?z), s |> String.downcase() |> String.to_charlist() |> MapSet.new())
  def pig(s), do: s |> String.split() |> Enum.map_join(" ", &(String.replace(&1, ~r/^(?!xr|yt)(y?[^aeiouy]*qu|y?[^aeiouy]*)(.*)$/, "\\2\\1ay")))
  def acronym(s), do: Regex.scan(~r/(?<![\p{L}'])\p{L}|(?<=\p{Ll})\p{Lu}/u, s) |> List.flatten() |> Enum.join() |> String.upcase()
  def bob(s) do
    shout? = s == String.upcase(s) and s != String.downcase(s)
    ask? = s |> String.trim() |> String.ends_with?("?")
    cond do
      String.trim(s) == "" -> "Fine. Be that way!"
      shout? and ask? -> "Calm down, I know what I'm doing!"
      shout? -> "Whoa, chill out!"
      ask? -> "Sure."
      true -> "Whatever."
    end
  end
  def wrap(text, width) do
    text |> String.split() |> Enum.reduce([""], fn w, [line | rest] ->
      if String.length(line) + String.length(w) + 1 > width and line != "", do: [w, line | rest], else: [String.trim_leading(line <> " " <> w) | rest]
    end) |> Enum.reverse()
  end
end

IO.puts(inspect(Text.caesar("The quick brown fox!", 13), width: 900)) # expect: "Gur dhvpx oebja sbk!"
IO.puts(inspect(Text.caesar(Text.caesar("Zebra", 5), -5), width: 900)) # expect: "Zebra"
IO.puts(inspect(Text.encode("WWWWBBX  ééé"), width: 900)) # expect: "4W2BX2 3é"
IO.puts(inspect(Text.decode("4W2BX2 3é"), width: 900)) # expect: "WWWWBBX  ééé"
IO.puts(inspect(Text.anagrams("Listen", ~w(enlists google inlets banana Silent listen)), width: 900)) # expect: ["inlets", "Silent"]
IO.puts(inspect(Enum.map(["six-year-old", "Alphabet", "Ångström", "éé"], &Text.isogram?/1), width: 900)) # expect: [true, false, true, false]
IO.puts(inspect(Text.pangram?("Five quacking Zephyrs jolt my wax bed."), width: 900)) # expect: true
IO.puts(inspect(Text.pig("apple quick square yellow rhythm xray"), width: 900)) # expect: "appleay ickquay aresquay ellowyay ythmrhay xray"
IO.puts(inspect(Text.acronym("Portable Network-graphics HyperText Halley's Comet"), width: 900)) # expect: "PNGHTHC"
IO.puts(inspect(Enum.map(["Tom-ay-to", "WATCH OUT!", "Does this?", "WHAT?", "  ", "1, 2, 3", "УХОДИ"], &Text.bob/1), width: 900)) # expect: ["Whatever.", "Whoa, chill out!", "Sure.", "Calm down, I know what I'm doing!", "Fine. Be that way!", "Whatever.", "Whoa, chill out!"]
IO.puts(inspect(Text.wrap("the quick brown fox jumps over the lazy dog", 10), width: 900)) # expect: ["the quick", "brown fox", "jumps over", "the lazy", "dog"]
