# What is said of a segment that cannot be made.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
import Bitwise
g = fn x -> Process.get(:none, x) end
IO.puts(inspect(error.(fn -> <<g.("a")>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'integer': expected an integer but got: \"a\""}
IO.puts(inspect(error.(fn -> <<1, g.("a")>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 2 of type 'integer': expected an integer but got: \"a\""}
IO.puts(inspect(error.(fn -> <<"a", g.(1.5)::16>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 2 of type 'integer': expected an integer but got: 1.5"}
IO.puts(inspect(error.(fn -> <<g.(:x)::float>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'float': expected a float or an integer but got: :x"}
IO.puts(inspect(error.(fn -> <<g.("s")::float-32>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'float': expected a float or an integer but got: \"s\""}
IO.puts(inspect(error.(fn -> <<g.(1)::binary>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': expected a binary but got: 1"}
IO.puts(inspect(error.(fn -> <<g.(:a)::bits>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': expected a binary but got: :a"}
IO.puts(inspect(error.(fn -> <<g.("abc")::binary-size(5)>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': the value \"abc\" is shorter than the size of the segment"}
IO.puts(inspect(error.(fn -> <<g.(<<1::3>>)::binary>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': the size of the value <<1::size(3)>> is not a multiple of the unit for the segment"}
IO.puts(inspect(error.(fn -> <<g.(<<1::3>>)::bits-size(9)>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': the value <<1::size(3)>> is shorter than the size of the segment"}
IO.puts(inspect(error.(fn -> <<g.(-1)::utf8>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'utf8': expected a non-negative integer encodable as utf8 but got: -1"}
IO.puts(inspect(error.(fn -> <<g.(0xD800)::utf8>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'utf8': expected a non-negative integer encodable as utf8 but got: 55296"}
IO.puts(inspect(error.(fn -> <<g.(0x110000)::utf16>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'utf16': expected a non-negative integer encodable as utf16 but got: 1114112"}
IO.puts(inspect(error.(fn -> <<g.("a")::utf32>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'utf32': expected a non-negative integer encodable as utf32 but got: \"a\""}
IO.puts(inspect(error.(fn -> <<1::size(g.(-1))>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'integer': expected a non-negative integer as size but got: -1"}
IO.puts(inspect(error.(fn -> <<1::size(g.(:a))>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'integer': expected a non-negative integer as size but got: :a"}
IO.puts(inspect(error.(fn -> <<1, 2, g.("abc")::binary-size(g.("x"))>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 3 of type 'binary': expected a non-negative integer as size but got: \"x\""}
IO.puts(inspect(error.(fn -> <<1.0::float-size(g.(17))>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'float': expected one of the supported sizes 16, 32, or 64 but got: 17"}
IO.puts(inspect(error.(fn -> <<(1 <<< 2000)::float>> |> then(fn x -> x end) end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'float': the value 114813069527425452423283320117768198402231770208869520047764273682576626139237031385665948631650626991844596463898746277344711896086305533142593135616665318539129989145312280000688779148240044871428926990063486244781615463646388363947317026040466353970904996558162398808944629605623311649536164221970332681344168908984458505602379484807914058900934776500429002716706625830522008132236281291761267883317206598995396418127021779858404042159853183251540889433902091920554957783589672039160081957216630582755380425583726015528348786419432054508915275783882625175435528800822842770817965453762184851149029376 is outside the range expressible as a float"}
IO.puts(inspect(error.(fn -> "a" <> g.(1) end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 2 of type 'binary': expected a binary but got: 1"}
IO.puts(inspect(error.(fn -> "a#{1}" <> g.(nil) <> "c" end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 3 of type 'binary': expected a binary but got: nil"}
IO.puts(inspect(error.(fn -> g.(:x) <> "a" end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': expected a binary but got: :x"}
IO.puts(inspect(error.(fn -> <<g.("ok")::binary, g.(3)::binary>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 2 of type 'binary': expected a binary but got: 3"}
IO.puts(inspect(error.(fn -> for x <- [1, g.("b")], into: <<>>, do: <<x>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'integer': expected an integer but got: \"b\""}
IO.puts(inspect(error.(fn -> <<1.0e308 * g.(1)::float-32>> end), width: 900)) # expect: {:ok, <<127, 128, 0, 0>>}
IO.puts(inspect(error.(fn -> <<g.(70000.0)::float-16>> end), width: 900)) # expect: {:ok, <<124, 0>>}
IO.puts(inspect(error.(fn -> <<g.("x")::signed-little-32>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'integer': expected an integer but got: \"x\""}
IO.puts(inspect(error.(fn -> <<g.(<<1, 2, 3>>)::binary-size(2)-unit(8), g.(:q)>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 2 of type 'integer': expected an integer but got: :q"}
IO.puts(inspect(error.(fn -> <<(for _ <- 1..2, into: <<>>, do: <<1::1>>)::binary>> end), width: 900)) # expect: {ArgumentError, "construction of binary failed: segment 1 of type 'binary': the size of the value <<3::size(2)>> is not a multiple of the unit for the segment"}
IO.inspect(<<g.(-1)>>) # expect: <<255>>
IO.inspect(<<g.(256)>>) # expect: <<0>>
IO.inspect(<<g.(1)::float>>) # expect: <<63, 240, 0, 0, 0, 0, 0, 0>>
IO.inspect(<<g.("abc")::binary-size(2)>>) # expect: "ab"
