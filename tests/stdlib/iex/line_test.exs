ExUnit.start()

defmodule Vial.LineTest do
  use ExUnit.Case, async: true
  alias Vial.Line

  # The line after the bytes, and what was to be done besides.
  defp press(line, bytes) do
    {keys, ""} = Line.keys(bytes)

    Enum.reduce(keys, {line, []}, fn key, {line, done} ->
      case Line.key(line, key) do
        {:edit, line} -> {line, done}
        {what, line} -> {line, done ++ [what]}
      end
    end)
  end

  defp typed(bytes, history \\ []) do
    {line, _} = press(Line.new("> ", ". ", history), bytes)
    {line.left, line.right}
  end

  test "text, the cursor, rubbing out" do
    assert typed("abc") == {"abc", ""}
    assert typed("abc\e[D\e[Dx") == {"ax", "bc"}
    assert typed("abc\x01x\x05y") == {"xabcy", ""}
    assert typed("abc\x7f") == {"ab", ""}
    assert typed("añ😀\x7f\x7f") == {"a", ""}
    assert typed("e\u0301x\e[D\e[D") == {"", "e\u0301x"}
    assert typed("abc\e[D\e[3~") == {"ab", ""}
    assert typed("one two\x17") == {"one ", ""}
    assert typed("one two\x17\x19\x19") == {"one twotwo", ""}
    assert typed("one two\eb\eb\x0b") == {"", ""}
    assert typed("one two\x15x") == {"x", ""}
    assert typed("ab\e[D\x14") == {"ba", ""}
  end

  test "a key that is not complete waits for its rest" do
    assert {[{:text, "a"}], "\e["} = Line.keys("a\e[")
    assert {[], <<0xC3>>} = Line.keys(<<0xC3>>)
    assert {[{:text, "é"}], ""} = Line.keys(<<0xC3>> <> <<0xA9>>)
    assert {[], "\e[200~half"} = Line.keys("\e[200~half")
    assert {[{:text, "a\nb"}], ""} = Line.keys("\e[200~a\r\nb\e[201~")
  end

  test "what the reader has to do" do
    assert {_, [:enter]} = press(Line.new("", "", []), "a\r")
    assert {_, [:eof]} = press(Line.new("", "", []), "\x04")
    assert {_, []} = press(Line.new("", "", []), "a\x01\x04")
    assert {_, [:interrupt]} = press(Line.new("", "", []), "a\x03")
    assert {_, [:complete]} = press(Line.new("", "", []), "a\t")
  end

  test "history" do
    history = ["third", "second", "first"]
    assert typed("\e[A", history) == {"third", ""}
    assert typed("\e[A\e[A\e[A\e[A", history) == {"first", ""}
    assert typed("new\e[A\e[A\e[B\e[B", history) == {"new", ""}
    assert typed("\x12irs", history) == {"", ""}
    assert typed("\x12irs\e[C", history) == {"first", ""}
    assert typed("\x12d\x12\e[C", history) == {"second", ""}
    assert typed("kept\x12irs\x07", history) == {"kept", ""}
  end

  test "up and down go through the lines of an entry first" do
    assert typed("ab\e\rcd\e[A") == {"ab", "\ncd"}
    assert typed("ab\e\rc\e[A\e[B") == {"ab\nc", ""}
    assert typed("ab\e\rcd\e[A\e[A", ["old"]) == {"old", ""}
  end

  test "drawing puts the cursor where it is, over several rows too" do
    draw = fn bytes, columns ->
      {line, _} = press(Line.new("> ", ". ", []), bytes)
      {text, row} = Line.draw(line, columns)
      {IO.iodata_to_binary(text), row}
    end

    assert draw.("abc", 20) == {"> abc\r\e[5C", 0}
    assert draw.("abc\e[D", 20) == {"> abc\r\e[4C", 0}
    assert draw.("a\e\rb", 20) == {"> a\r\n. b\r\e[3C", 1}
    assert draw.("a\e\rb\e[A", 20) == {"> a\r\n. b\e[1A\r\e[3C", 0}
    assert draw.("12345678", 6) == {"> 12345678\r\e[4C", 1}
    assert draw.("世界", 20) == {"> 世界\r\e[6C", 0}
  end
end
