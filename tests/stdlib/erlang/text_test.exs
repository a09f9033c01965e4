# tests/stdlib/erlang/text_test.exs: :io_lib, :io_lib_pretty, :io_lib_fread and :string where long terms break.
ExUnit.start()

defmodule ErlangTextTest do
  use ExUnit.Case, async: true

  test "long terms are broken into lines like OTP's" do
    text = fn format, args -> IO.chardata_to_string(:io_lib.format(format, args)) end
    assert text.("~20p", [[:aaaaaaaa, :bbbbbbbb, :cccccccc]]) == "[aaaaaaaa,\n bbbbbbbb,\n cccccccc]"
    assert text.("~20p", [{:tag, :bbbbbbbb, :cccccccc}]) == "{tag,bbbbbbbb,\n     cccccccc}"
    assert text.("~12p", [%{a: :bbbbbbbb, c: 1}]) == "\#{a =>\n      bbbbbbbb,\n  c => 1}"
    assert text.("abc ~12p", [[:aaaa, :bbbb]]) == "abc [aaaa,\n     bbbb]"
  end
end
