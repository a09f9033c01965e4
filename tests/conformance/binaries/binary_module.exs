# :binary, all that has no side effect.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
b = "hello world"
IO.inspect(:binary.at(b, 4)) # expect: 111
IO.inspect(:binary.first(b)) # expect: 104
IO.inspect(:binary.last(b)) # expect: 100
IO.inspect(:binary.part(b, 6, 5)) # expect: "world"
IO.inspect(:binary.part(b, {11, -5})) # expect: "world"
IO.inspect(:binary.bin_to_list("abc")) # expect: 'abc'
IO.inspect(:binary.bin_to_list("abc", {1, 2})) # expect: 'bc'
IO.inspect(:binary.bin_to_list("abc", 0, 1)) # expect: 'a'
IO.inspect(:binary.list_to_bin([1, [2, "x"]])) # expect: <<1, 2, 120>>
IO.inspect(:binary.copy("ab", 3)) # expect: "ababab"
IO.inspect(:binary.match(b, "o")) # expect: {4, 1}
IO.inspect(:binary.match(b, ["wor", "o w"])) # expect: {4, 3}
IO.inspect(:binary.match(b, "zz")) # expect: :nomatch
IO.inspect(:binary.match(b, "o", scope: {5, 6})) # expect: {7, 1}
IO.inspect(:binary.matches(b, "o")) # expect: [{4, 1}, {7, 1}]
IO.inspect(:binary.matches("aaaa", "aa")) # expect: [{0, 2}, {2, 2}]
IO.inspect(:binary.matches(b, ["l", "ll", "lo"])) # expect: [{2, 2}, {9, 1}]
IO.inspect(:binary.split(b, "o")) # expect: ["hell", " world"]
IO.inspect(:binary.split(b, "o", [:global])) # expect: ["hell", " w", "rld"]
IO.inspect(:binary.split(",a,,b,", ",", [:global, :trim])) # expect: ["", "a", "", "b"]
IO.inspect(:binary.split(",a,,b,", ",", [:global, :trim_all])) # expect: ["a", "b"]
IO.inspect(:binary.split("a,b,c", ",", scope: {2, 3})) # expect: ["a,b", "c"]
IO.inspect(:binary.replace(b, "o", "0")) # expect: "hell0 world"
IO.inspect(:binary.replace(b, "o", "0", [:global])) # expect: "hell0 w0rld"
IO.inspect(:binary.replace("abc", "b", "[]", insert_replaced: 1)) # expect: "a[b]c"
IO.inspect(:binary.replace("abc", ["a", "c"], "[]", [:global, insert_replaced: [1, 1]])) # expect: "[aa]b[cc]"
IO.inspect(:binary.longest_common_prefix(["erlang", "ergonomy"])) # expect: 2
IO.inspect(:binary.longest_common_suffix(["erlang", "fang"])) # expect: 3
IO.inspect(:binary.encode_unsigned(65_536)) # expect: <<1, 0, 0>>
IO.inspect(:binary.encode_unsigned(258, :little)) # expect: <<2, 1>>
IO.inspect(:binary.decode_unsigned(<<1, 0, 0>>)) # expect: 65536
IO.inspect(:binary.decode_unsigned(<<1, 1>>, :little)) # expect: 257
IO.inspect(:binary.encode_hex(<<1, 255>>)) # expect: "01FF"
IO.inspect(:binary.decode_hex("01ff")) # expect: <<1, 255>>
p = :binary.compile_pattern(["a", "b"])
IO.inspect(:binary.matches("xaybz", p)) # expect: [{1, 1}, {3, 1}]
IO.inspect(String.split("xaybz", p)) # expect: ["x", "y", "z"]
IO.inspect(:binary.referenced_byte_size("abc")) # expect: 3
IO.puts(inspect(error.(fn -> :binary.decode_hex("0g") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: 0g is not a valid hex\n"}
IO.puts(inspect(error.(fn -> :binary.decode_hex("abc") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: must contain an even number of bytes\n"}
IO.puts(inspect(error.(fn -> :binary.part("abc", 1, 9) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 3rd argument: out of range\n"}
IO.puts(inspect(error.(fn -> :binary.split("a", "") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a valid pattern\n"}
IO.puts(inspect(error.(fn -> :binary.at("abc", 9) end), width: 900)) # expect: {ArgumentError, "argument error"}
