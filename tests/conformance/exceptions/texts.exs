# Texts of errors: destinations, dots on what is no map, segments of binaries.
t = fn f ->
  try do
    f.()
  rescue
    e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}")
  end
end
x = Process.get(:a, 5)
t.(fn -> send(x, 1) end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: invalid destination\n"
t.(fn -> send(:nope_name, 1) end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: invalid destination\n"
t.(fn -> x.field end) # expect: KeyError: "key :field not found in: 5. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
n = Process.get(:n)
t.(fn -> n.field end) # expect: KeyError: "key :field not found in: nil. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> x.field() end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
t.(fn -> Process.get(:q, %{b: 1}).field end) # expect: KeyError: "key :field not found in: %{b: 1}"
t.(fn -> Process.get(:q, "str").field end) # expect: KeyError: "key :field not found in: \"str\". If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> Process.get(:q, [a: 1]).a end) # expect: KeyError: "key :a not found in: [a: 1]. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> Process.get(:q, {1,2}).a end) # expect: KeyError: "key :a not found in: {1, 2}. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
s = Process.get(:s, "a")
t.(fn -> <<s::8>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'integer': expected an integer but got: \"a\""
t.(fn -> <<x::binary>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'binary': expected a binary but got: 5"
t.(fn -> <<s::float>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'float': expected a float or an integer but got: \"a\""
t.(fn -> <<x::bits>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'binary': expected a binary but got: 5"
t.(fn -> <<1, s::16>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'integer': expected an integer but got: \"a\""
t.(fn -> <<1, s::utf8>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'utf8': expected a non-negative integer encodable as utf8 but got: \"a\""
t.(fn -> y = -1; <<1, y::utf8>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'utf8': expected a non-negative integer encodable as utf8 but got: -1"
t.(fn -> y = 0xD800; <<1, y::utf16>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'utf16': expected a non-negative integer encodable as utf16 but got: 55296"
t.(fn -> y = 0x110000; <<1, y::utf32>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'utf32': expected a non-negative integer encodable as utf32 but got: 1114112"
t.(fn -> <<1::size(s)>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'integer': expected a non-negative integer as size but got: \"a\""
t.(fn -> <<s::binary-size(4)>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'binary': the value \"a\" is shorter than the size of the segment"
t.(fn -> <<s::binary, x::binary>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'binary': expected a binary but got: 5"
t.(fn -> x <> "a" end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'binary': expected a binary but got: 5"
t.(fn -> <<s::binary-size(s)>> end) # expect: ArgumentError: "construction of binary failed: segment 1 of type 'binary': expected a non-negative integer as size but got: \"a\""
t.(fn -> y = 0; <<s::binary-size(y)-unit(8), x::binary>> end) # expect: ArgumentError: "construction of binary failed: segment 2 of type 'binary': expected a binary but got: 5"
tr = Process.get(:zz, true); fa = Process.get(:zz, false); n = Process.get(:zz); a = Process.get(:zz, :lists)
t.(fn -> tr.foo end) # expect: KeyError: "key :foo not found in: true. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> fa.foo end) # expect: KeyError: "key :foo not found in: false. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> n.foo end) # expect: KeyError: "key :foo not found in: nil. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
t.(fn -> a.foo end) # expect: UndefinedFunctionError: "function :lists.foo/0 is undefined or private"
t.(fn -> n.foo() end) # expect: UndefinedFunctionError: "function nil.foo/0 is undefined"
t.(fn -> tr.foo() end); # expect: UndefinedFunctionError: "function true.foo/0 is undefined (module true is not available)"
t.(fn -> x.foo(1) end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
t.(fn -> apply(:a, x, []) end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 2nd argument: not an atom\n"
t.(fn -> apply(:a, :b, x) end) # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 3rd argument: not a list\n"
