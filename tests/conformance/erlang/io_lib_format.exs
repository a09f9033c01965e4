# Every control of :io_lib.format, with widths, precisions and padding.
show = fn format, args -> IO.puts(IO.chardata_to_string(:io_lib.format(format, args))) end
show.("~p|~w|~s|~ts", ['abc', 'abc', "abc", "é"]) # expect: "abc"|[97,98,99]|abc|é
show.("~10s|~-10s|~10.3s|~.3s|", ["abcdef", "abcdef", "abcdef", "abcdef"]) # expect:     abcdef|abcdef    |       abc|abc|
show.("~5w|~-5w|~2w|~5.3w|~.3w|~8..*w|", [12, 12, 12345, 12345, 12345, ?0, 12345]) # expect:    12|12   |**|  ***|***|00012345|
show.("~c~c|~5c|~5.2c|~-5.2c|~.3c|~tc|", [?a, ?b, ?c, ?d, ?e, ?f, 8364]) # expect: ab|ccccc|   dd|ee   |fff|€|
show.("~b ~B ~.16b ~.16B ~8b ~8..0b ~-8bx", [12, -3, 255, 255, 77, 77, 77]) # expect: 12 -3 ff FF       77 00000077 77      x
show.("~x ~.16X ~10.16x", [10, '0x', -255, '0x', 255, :p]) # expect: 0x10 -0xFF        pff
show.("~# ~.16# ~.16+ ~+ ~10.2+", [10, 255, 255, -10, 5]) # expect: 10#10 16#FF 16#ff -10#10      2#101
show.("~e ~.3e ~15.3e|~.25e", [12345.678, 0.1, -1.0e-300, 0.1]) # expect: 1.23457e+4 1.00e-1      -1.00e-300|1.000000000000000055510000e-1
show.("~f ~.2f ~.2f ~f ~15.3f|~-15.3f|~15.3.0f|~3f", [1.0e23, 0.005, 0.015, 1.0e-10, 3.14159, 3.14159, 3.14159, 3.14159]) # expect: 99999999999999991611400.000000 0.01 0.01 0.000000           3.142|3.142          |00000000003.142|***
show.("~g ~g ~g ~g ~g ~.3g ~.1g ~.10g", [0.01, 0.5, 5555.0, 55555.0, 1.0e300, 1.5, 1.5, 1.5]) # expect: 1.00000e-2 0.500000 5555.00 5.55550e+4 1.00000e+300 1.50 1.5e+0 1.500000000
show.("~*.*f|~*w|", [10, 2, 3.14159, -10, 2]) # expect:       3.14|2         |
show.("~i~w~~~3~", [1, 2]) # expect: 2~~~~
show.("~p ~tp ~lp", ["é", "é", "abc"]) # expect: <<"Ã©">> <<"é"/utf8>> <<97,98,99>>
show.("~p", [[<<1, 2::3>>, "", <<>>, {}, %{}, [1 | 2]]]) # expect: [<<1,2:3>>,<<>>,<<>>,{},#{},[1|2]]
show.("~w ~tw ~p", [:"€", :"€", :"a b"]) # expect: '\x{20AC}' '€' 'a b'
show.("~W ~P", [[1, 2, 3, 4], 3, {1, [2, 3], %{a: 1}}, 3]) # expect: [1,2|...] {1,[...],...}
show.("~P", ["abcdefghijkl", 3]) # expect: <<"abcdefgh"...>>
show.("~s", [["a", 'b', [?c | "d"]]]) # expect: abcd
show.("~p", [&Enum.map/2]) # expect: fun 'Elixir.Enum':map/2
IO.inspect(:io_lib.format("a~pb~b", [[], 5])) # expect: [97, '[]', 98, 53]
