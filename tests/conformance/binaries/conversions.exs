# Terms to binaries and back, iodata.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
import Bitwise
IO.inspect(:erlang.binary_to_term(:erlang.term_to_binary({:a, 1, "x", [1.5, nil], %{k: [1 | 2]}}))) # expect: {:a, 1, "x", [1.5, nil], %{k: [1 | 2]}}
IO.inspect(:erlang.term_to_binary(1)) # expect: <<131, 97, 1>>
IO.inspect(:erlang.term_to_binary(:a)) # expect: <<131, 100, 0, 1, 97>>
IO.inspect(:erlang.term_to_binary([1, 2])) # expect: <<131, 107, 0, 2, 1, 2>>
IO.inspect(:erlang.term_to_binary("ab")) # expect: <<131, 109, 0, 0, 0, 2, 97, 98>>
IO.inspect(:erlang.term_to_binary({1.5, -1, 300, 1 <<< 40}) |> byte_size() |> is_integer()) # expect: true
IO.inspect(:erlang.term_to_binary(12345678901234567890)) # expect: <<131, 110, 8, 0, 210, 10, 31, 235, 140, 169, 84, 171>>
IO.inspect(:erlang.term_to_binary(-5)) # expect: <<131, 98, 255, 255, 255, 251>>
IO.inspect(:erlang.term_to_binary(<<1::3>>)) # expect: <<131, 77, 0, 0, 0, 1, 3, 32>>
IO.inspect(:erlang.term_to_binary([])) # expect: <<131, 106>>
IO.inspect(:erlang.term_to_binary(%{a: 1})) # expect: <<131, 116, 0, 0, 0, 1, 100, 0, 1, 97, 97, 1>>
IO.puts(inspect(error.(fn -> :erlang.binary_to_term("garbage") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: invalid external representation of a term\n"}
IO.puts(inspect(error.(fn -> :erlang.binary_to_term(<<131, 100>>) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: invalid external representation of a term\n"}
IO.inspect(:erlang.binary_to_term(<<131, 109, 0, 0, 0, 1, 65, 9, 9>>, [:used])) # expect: {"A", 7}
IO.puts(inspect(error.(fn -> :erlang.binary_to_term(<<131, 119, 20, "never_seen_atom_xyz!">>, [:safe]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: invalid or unsafe external representation of a term\n"}
IO.inspect(:erlang.binary_to_list("abc")) # expect: 'abc'
IO.inspect(:erlang.binary_to_list("abcd", 2, 3)) # expect: 'bc'
IO.inspect(:erlang.list_to_binary(["a", ?b, [["c"]]])) # expect: "abc"
IO.inspect(:erlang.bitstring_to_list(<<1, 2::3>>)) # expect: [1, <<2::size(3)>>]
IO.inspect(:erlang.list_to_bitstring([1, <<2::3>>])) # expect: <<1, 2::size(3)>>
IO.inspect(:erlang.iolist_size(["abc", ?d, [["e"]]])) # expect: 5
IO.inspect(IO.iodata_to_binary(["a", 'bc', [?d | "e"]])) # expect: "abcde"
IO.inspect(IO.chardata_to_string(["a", 233, [[0x1F600]]])) # expect: "aé😀"
IO.inspect(IO.iodata_length(["ab", [1]])) # expect: 3
IO.puts(inspect(error.(fn -> IO.iodata_to_binary(["a", 256]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an iodata term\n"}
IO.puts(inspect(error.(fn -> IO.iodata_to_binary([:a]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an iodata term\n"}
IO.puts(inspect(error.(fn -> IO.chardata_to_string([0xD800]) end), width: 900)) # expect: {UnicodeConversionError, "invalid code point 55296"}
IO.inspect(:erlang.float_to_binary(3.14159, decimals: 2)) # expect: "3.14"
IO.inspect(:erlang.float_to_binary(3.0, [:compact, decimals: 4])) # expect: "3.0"
IO.inspect(:erlang.float_to_binary(1234.5, scientific: 3)) # expect: "1.234e+03"
IO.inspect(:erlang.float_to_binary(0.1, [:short])) # expect: "0.1"
IO.inspect(:erlang.float_to_list(2.5)) # expect: '2.50000000000000000000e+00'
IO.inspect(:erlang.integer_to_binary(255, 2)) # expect: "11111111"
IO.inspect(:erlang.binary_to_integer("-ff", 16)) # expect: -255
IO.inspect(:erlang.binary_to_float("1.5e3")) # expect: 1500.0
IO.inspect(:erlang.atom_to_binary(:"é")) # expect: "é"
IO.inspect(:erlang.binary_to_atom("héé")) # expect: :héé
IO.inspect(:erlang.split_binary("abcd", 1)) # expect: {"a", "bcd"}
IO.inspect(binary_part("abcdef", 1, 3)) # expect: "bcd"
IO.inspect(binary_part("abcdef", 6, -2)) # expect: "ef"
