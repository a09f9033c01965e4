# Every modifier of a segment, building and matching.
IO.inspect(<<1::16-little, 1::16-big, 1::native-8>>) # expect: <<1, 0, 0, 1, 1>>
IO.inspect(<<-1::signed-8, -1::unsigned-8>>) # expect: <<255, 255>>
<<x::signed-8, y::unsigned-8>> = <<255, 255>>
IO.inspect({x, y}) # expect: {-1, 255}
IO.inspect(<<a::little-signed-16, b::big-signed-16>> = <<254, 255, 255, 254>>) # expect: <<254, 255, 255, 254>>
IO.inspect({a, b}) # expect: {-2, -2}
IO.inspect(<<3.5::float>>) # expect: <<64, 12, 0, 0, 0, 0, 0, 0>>
IO.inspect(<<3.5::float-little-32>>) # expect: <<0, 0, 96, 64>>
IO.inspect(<<0.5::16-float>>) # expect: <<56, 0>>
<<f::float-32, g::float-16-little, h::float>> = <<1.5::32-float, 0.25::16-float-little, -2.0::float>>
IO.inspect({f, g, h}) # expect: {1.5, 0.25, -2.0}
IO.inspect((case <<0x7FF0000000000000::64>> do <<f::float>> -> f; <<n::64>> -> {:no_float, n} end)) # expect: {:no_float, 9218868437227405312}
IO.inspect(<<"é"::utf16>>) # expect: <<0, 233>>
IO.inspect(<<"é"::utf32-little>>) # expect: <<233, 0, 0, 0>>
IO.inspect(<<?é::utf8, ?😀::utf16, ?😀::utf8>>) # expect: <<195, 169, 216, 61, 222, 0, 240, 159, 152, 128>>
<<a::utf8, b::utf16, c::utf32, rest::binary>> = <<"ß"::utf8, "😀"::utf16, "z"::utf32, "rest">>
IO.inspect({a, b, c, rest}) # expect: {223, 128512, 122, "rest"}
IO.inspect(match?(<<_::utf8>>, <<0xC0, 0x80>>)) # expect: false
IO.inspect(match?(<<_::utf8>>, <<0xED, 0xA0, 0x80>>)) # expect: false
IO.inspect(match?(<<_::utf16>>, <<0xD8, 0x00, 0x00, 0x41>>)) # expect: false
IO.inspect(<<1::3, 2::5>>) # expect: "\""
IO.inspect(<<1::3>>) # expect: <<1::size(3)>>
IO.inspect(<<5::3, 1::1, 0::4>> == <<177>> or <<5::3, 1::1, 0::4>>) # expect: <<176>>
IO.inspect(<<x::3, _::5>> = <<0b10100000>>) # expect: <<160>>
IO.inspect(x) # expect: 5
n = 4
IO.inspect(<<a::size(n), b::size(n)>> = <<0xAB>>) # expect: <<171>>
IO.inspect({a, b}) # expect: {10, 11}
<<len, body::binary-size(len), tail::bits>> = <<3, "abc", "de", 1::2>>
IO.inspect({len, body, tail}) # expect: {3, "abc", <<100, 101, 1::size(2)>>}
<<k, v::size(k)-unit(8), _::bits>> = <<2, 1, 0, 9>>
IO.inspect(v) # expect: 256
IO.inspect(<<1, 2, 3>> |> (fn <<a, rest::bytes>> -> {a, rest} end).()) # expect: {1, <<2, 3>>}
IO.inspect((fn <<"GET ", path::binary>> -> path; _ -> nil end).("GET /x")) # expect: "/x"
IO.inspect(<<a::2-unit(4), _::8>> = <<7, 8>>) # expect: "\a\b"
IO.inspect(a) # expect: 7
IO.inspect(<<"abc"::bytes, "d"::binary>>) # expect: "abcd"
IO.inspect(<<1::1, <<2::3>>::bits, 0::4>>) # expect: <<160>>
IO.inspect(byte_size(<<1::9>>)) # expect: 2
IO.inspect(bit_size(<<1::9>>)) # expect: 9
IO.inspect(is_binary(<<1::9>>)) # expect: false
IO.inspect(is_bitstring(<<1::9>>)) # expect: true
IO.inspect(<<0::0>> == "") # expect: true
IO.inspect(<<"a", 98, "c"::utf8>>) # expect: "abc"
IO.inspect(<<1::128>> == <<0::64, 1::64>>) # expect: true
IO.inspect(<<(-1)::70>>) # expect: <<255, 255, 255, 255, 255, 255, 255, 255, 63::size(6)>>
<<big::100, _::4>> = <<(-1)::104>>
IO.inspect(big) # expect: 1267650600228229401496703205375
<<s::signed-100, _::4>> = <<(-1)::104>>
IO.inspect(s) # expect: -1
IO.inspect(for <<r::5, g::6, b::5 <- <<0xFFE0::16, 0x001F::16>> >>, do: {r, g, b}) # expect: [{31, 63, 0}, {0, 0, 31}]
IO.inspect(for <<c <- "abc">>, c != ?b, into: "", do: <<c - 32>>) # expect: "AC"
IO.inspect(for <<b::1 <- <<0xA5>> >>, do: b) # expect: [1, 0, 1, 0, 0, 1, 0, 1]
IO.inspect((for <<a, b <- <<1, 2, 3>> >>, do: a + b)) # expect: [3]
IO.inspect((fn <<x::size(8)-unit(2), y>> when y > 2 -> {x, y}; _ -> :no end).(<<1, 2, 3>>)) # expect: {258, 3}
IO.inspect((fn <<_, x::binary-2, _::binary>> -> x end).("hello")) # expect: "el"
IO.inspect((case "héllo" do <<"h", c::utf8, rest::binary>> -> {<<c::utf8>>, rest} end)) # expect: {"é", "llo"}
m = <<1, 2>>
IO.inspect((case <<1, 2, 3>> do <<^m::binary-size(2), x>> -> x end)) # expect: 3
IO.inspect(<<x::float-64>> = <<1::float>>) # expect: <<63, 240, 0, 0, 0, 0, 0, 0>>
