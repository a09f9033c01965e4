# Prefixes, sizes from earlier segments, utf8 in patterns.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect((case "key=value" do <<k::binary-size(3), "=", v::binary>> -> {k, v} end)) # expect: {"key", "value"}
IO.inspect((fn "a" <> <<c::utf8>> <> rest -> {c, rest} end).("aéz")) # expect: {233, "z"}
IO.inspect((case <<3, "abcde">> do <<n, s::binary-size(n), r::binary>> -> {s, r} end)) # expect: {"abc", "de"}
IO.inspect((case <<2, 1, 2, 9>> do <<n, s::binary-size(n), x>> -> {n, s, x} end)) # expect: {2, <<1, 2>>, 9}
IO.inspect(match?("abc" <> _, "abcd")) # expect: true
IO.inspect(match?(<<_, _>>, "é")) # expect: true
IO.inspect(match?("é", <<195, 169>>)) # expect: true
IO.puts(inspect(error.(fn -> ("x" <> r = "abc") end), width: 900)) # expect: {MatchError, "no match of right hand side value: \"abc\""}
