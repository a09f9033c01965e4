# tests/elixir/text/string_check.exs: our String against the reference's.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
Shadow.load(["elixir/string.ex", "elixir/string/break.ex", "elixir/string/chars.ex", "elixir/list/chars.ex"])

Check.start()

strings = [
  "", "a", "abc", " a  b ", "\t\na\u00a0b\u2003c\u3000", "é", "e\u0301x", "ÀÉÎ", "straße", "İstanbul", "ΣΑΣ ΑΣ.Σ", "ǆx", "ﬁx",
  "aaxaa", "a,b,,c,", ",", ",,", "elixir", <<?a, 255, ?b>>, <<255>>, "abc\0def", "日本語テキスト", "👨‍👩‍👧x🇩🇪🇫🇷", "\r\n\n", "foo bar foo",
  "lowerUPPER", "x\u00a0", "\u00a0x", "\u0085x\u0085", "a\u0308", "ÿ", "Dwayne", "Duane", "1.5", "12", "-7", "ab\d\e", "\u2028x", "ab\x80", "aé\xE2\x82"
]

one = [
  :split, :reverse, :codepoints, :next_codepoint, :graphemes, :next_grapheme, :next_grapheme_size, :first, :last, :length, :to_charlist,
  :to_integer, :to_float, :downcase, :upcase, :capitalize, :valid?, :printable?, :trim, :trim_leading, :trim_trailing, :to_existing_atom
]

for f <- one, s <- strings ++ [:a, nil, 1, <<1::3>>],
    do: Check.same("#{f} #{inspect(s)}", fn -> apply(String, f, [s]) end, fn -> apply(V.String, f, [s]) end)

two = [
  :split, :starts_with?, :ends_with?, :contains?, :trim, :trim_leading, :trim_trailing, :equivalent?, :bag_distance, :jaro_distance, :myers_difference
]

patterns = ["", "a", "aa", ",", " ", "foo", "é", "\u0301", "elixir", "b "]

for f <- two, s <- strings, p <- patterns ++ strings,
    do: Check.same("#{f} #{inspect({s, p})}", fn -> apply(String, f, [s, p]) end, fn -> apply(V.String, f, [s, p]) end)

for f <- [:split, :starts_with?, :ends_with?, :contains?, :split_at, :at], s <- strings,
    p <- [[], ["a"], ["a", "b"], ["", "a"], [","], :a, nil, 1, -1, 0, 100, -100, ["x", "aa"]],
    not (f in [:starts_with?, :ends_with?] and not is_list(p)),
    do: Check.same("#{f} #{inspect({s, p})}", fn -> apply(String, f, [s, p]) end, fn -> apply(V.String, f, [s, p]) end)

for s <- strings, p <- patterns ++ [[], [",", "a"], ~r/a/, ~r/\d?/, :binary.compile_pattern("a")], o <- [[], [trim: true], [parts: 1], [parts: 2], [parts: 3], [parts: 2, trim: true], [parts: :infinity]] do
  Check.same("split #{inspect({s, p, o})}", fn -> String.split(s, p, o) end, fn -> V.String.split(s, p, o) end)
  if not is_struct(p) and o[:parts] == nil, do: Check.same("splitter #{inspect({s, p, o})}", fn -> Enum.to_list(String.splitter(s, p, o)) end, fn -> Enum.to_list(V.String.splitter(s, p, o)) end)
end

for s <- strings, p <- patterns ++ [[], [",", "a"], ~r/a/, :binary.compile_pattern("a")], r <- ["", "xy", "[]"], o <- [[], [global: false], [insert_replaced: 1], [insert_replaced: [0, 0]]] do
  Check.same("replace #{inspect({s, p, r, o})}", fn -> String.replace(s, p, r, o) end, fn -> V.String.replace(s, p, r, o) end)
end

for s <- strings, p <- patterns, f <- [:replace_leading, :replace_trailing, :replace_prefix, :replace_suffix], r <- ["", "xy"],
    do: Check.same("#{f} #{inspect({s, p, r})}", fn -> apply(String, f, [s, p, r]) end, fn -> apply(V.String, f, [s, p, r]) end)

Check.same("replace with function", fn -> String.replace("abcb", "b", &(&1 <> &1)) end, fn -> V.String.replace("abcb", "b", &(&1 <> &1)) end)
Check.same("replace with iodata", fn -> String.replace("abcb", "b", &[&1, ?x]) end, fn -> V.String.replace("abcb", "b", &[&1, ?x]) end)

for s <- strings, a <- [-9, -3, -1, 0, 1, 2, 5, 9], b <- [-9, -3, -1, 0, 1, 2, 5, 9] do
  Check.same("slice #{inspect({s, a, b})}", fn -> String.slice(s, a, b) end, fn -> V.String.slice(s, a, b) end)
  Check.same("slice #{inspect({s, a..b})}", fn -> String.slice(s, a..b) end, fn -> V.String.slice(s, a..b) end)
  Check.same("slice #{inspect({s, a..b//1})}", fn -> String.slice(s, a..b//1) end, fn -> V.String.slice(s, a..b//1) end)
  Check.same("slice #{inspect({s, a..b//2})}", fn -> String.slice(s, a..b//2) end, fn -> V.String.slice(s, a..b//2) end)
  Check.same("slice #{inspect({s, a..b//-2})}", fn -> String.slice(s, a..b//-2) end, fn -> V.String.slice(s, a..b//-2) end)
end

for s <- strings, n <- [0, 1, 3, 8, -1], p <- [" ", "ab", ["é", "bc"], [], [:a], ""], f <- [:pad_leading, :pad_trailing],
    p != "",
    do: Check.same("#{f} #{inspect({s, n, p})}", fn -> apply(String, f, [s, n, p]) end, fn -> apply(V.String, f, [s, n, p]) end)

for s <- strings do
  for m <- [:default, :ascii, :greek, :turkic], f <- [:downcase, :upcase, :capitalize],
      do: Check.same("#{f} #{inspect({s, m})}", fn -> apply(String, f, [s, m]) end, fn -> apply(V.String, f, [s, m]) end)

  for m <- [:nfd, :nfc, :nfkd, :nfkc, :foo], do: Check.same("normalize #{inspect({s, m})}", fn -> String.normalize(s, m) end, fn -> V.String.normalize(s, m) end)
  for m <- [:valid, :printable, :foo], do: Check.same("chunk #{inspect({s, m})}", fn -> String.chunk(s, m) end, fn -> V.String.chunk(s, m) end)
  for n <- [0, 1, 3, :infinity], do: Check.same("printable? #{inspect({s, n})}", fn -> String.printable?(s, n) end, fn -> V.String.printable?(s, n) end)
end

for t <- [:a, nil, "x", 'abc', ["a", 'b'], 1, 1.5, [1, :a], %{}, {1}, <<1::3>>, [0x110000], [255, <<255>>], []] do
  Check.same("to_string #{inspect(t)}", fn -> String.Chars.to_string(t) end, fn -> V.String.Chars.to_string(t) end)
  Check.same("to_charlist #{inspect(t)}", fn -> List.Chars.to_charlist(t) end, fn -> V.List.Chars.to_charlist(t) end)
end

for module <- [String, String.Chars, List.Chars, String.Break],
    do: Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)

Check.finish()
