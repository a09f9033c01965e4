# tests/stdlib/elixir/text_test.exs: strings, inspection and devices beyond what their doctests say.
ExUnit.start()

defmodule TextTest do
  use ExUnit.Case, async: true

  test "case: one character may become several, bytes that are no text stay" do
    assert String.upcase("straße ﬁ") == "STRASSE FI"
    assert String.downcase("ΑΣ ΑΣ.Α", :greek) == "ας ασ.α"
    assert String.upcase(<<?a, 255>>) == <<?A, 255>>
    assert String.capitalize("ǆx") == "ǅx"
  end

  test "graphemes are not cut" do
    assert String.length("e\u0301🇩🇪👨‍👩‍👧\r\n") == 4
    assert String.reverse("e\u0301a") == "ae\u0301"
    assert String.slice("e\u0301ab", 0, 2) == "e\u0301a"
    assert String.split_at("🇩🇪🇫🇷", 1) == {"🇩🇪", "🇫🇷"}
  end

  test "splitting: parts, trimming, the empty pattern" do
    assert String.split("a,b,,c,", ",", trim: true, parts: 3) == ["a", "b", ",c,"]
    assert String.split("", ",") == [""]
    assert String.split(" a\u00a0b  c ") == ["a\u00a0b", "c"]
    assert :binary.split("a-b-c-", "-", [:global, :trim]) == ["a", "b", "c"]
  end

  test "inspect: limits, widths, quoting" do
    assert inspect([1, 2, 3], limit: 2) == "[1, 2, ...]"
    assert inspect(%{a: %{b: [1]}}, limit: 2) == "%{a: %{b: [...]}}"
    assert inspect("a\"\#{\n\0é" <> <<255>>, binaries: :as_strings) == ~S("a\"\#{\n\0é\xFF")
    assert inspect([:"a b", :"Elixir.x", :"::", :é, :"ª"]) == ~S([:"a b", :"Elixir.x", :"::", :é, :"ª"])
    assert inspect([a: 1, b: 2], pretty: true, width: 8) == "[\n  a: 1,\n  b: 2\n]"
    assert inspect({1, <<1::3>>, 'ab', 1.0e22, -0.0}) == "{1, <<1::size(3)>>, 'ab', 1.0e22, -0.0}"
  end

  test "messages of exceptions" do
    assert Exception.message(%KeyError{key: :a, term: %{b: 1}}) == "key :a not found in: %{b: 1}"
    assert Exception.format(:throw, :ball, [{Foo, :bar, 1, [file: 'a.ex', line: 3]}]) == "** (throw) :ball\n    a.ex:3: Foo.bar/1\n"
    assert Exception.format_exit({:noproc, {Foo, :bar, []}}) =~ "exited in: Foo.bar()\n    ** (EXIT) no process"
  end

  test "a device over a string" do
    {:ok, device} = StringIO.open("ab\ncé")
    assert IO.gets(device, "") == "ab\n"
    assert IO.getn(device, "", 9) == "cé"
    assert IO.read(device, :line) == :eof
    IO.puts(device, ["x", ?y, 'z'])
    assert StringIO.contents(device) == {"", "xyz\n"}
  end
end
