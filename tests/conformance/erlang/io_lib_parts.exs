# Writing and reading of terms by :io_lib apart from formats.
IO.inspect(:io_lib.write({:a, [1, "b"], %{c: 1.5}}) |> to_string()) # expect: "{a,[1,<<98>>],\#{c => 1.5}}"
IO.inspect(:io_lib.write([1, 2, 3, 4], 3) |> to_string()) # expect: "[1,2|...]"
IO.inspect(:io_lib.write_atom(:"a b")) # expect: '\'a b\''
IO.inspect(:io_lib.write_atom(:end)) # expect: '\'end\''
IO.inspect(:io_lib.write_string('a"b\n')) # expect: '"a\\"b\\n"'
IO.inspect(:io_lib.write_char(?\n)) # expect: '$\\n'
IO.inspect(:io_lib.print({:aaa, :bbb, :ccc}, 5, 10, -1) |> to_string()) # expect: "{aaa,\n     bbb,\n     ccc}"
IO.inspect(:io_lib.char_list('abc')) # expect: true
IO.inspect(:io_lib.deep_char_list(['a', ['b']])) # expect: true
IO.inspect(:io_lib.printable_list([8364])) # expect: false
IO.inspect(:io_lib.printable_unicode_list([8364])) # expect: true
IO.inspect(:io_lib.limit_term(%{a: {1, 2}}, 3)) # expect: %{a: {1, :...}}
IO.inspect(:io_lib.fread('~d ~s ~f', '12 abc 1.5 rest')) # expect: {:ok, [12, 'abc', 1.5], ' rest'}
IO.inspect(:io_lib.fread('~d', 'x')) # expect: {:error, {:fread, :integer}}
IO.inspect(:io_lib.fread('~d', '')) # expect: {:more, '~d', 0, []}
IO.inspect(:io_lib.fread('~a~c~2c', 'foo bc')) # expect: {:ok, [:foo, ' ', 'bc'], []}
IO.inspect(:io_lib.fread('~u~l', '12 3')) # expect: {:ok, [12, 2], ' 3'}
IO.inspect(:io_lib.fread('~3d~d', '12345')) # expect: {:ok, '{-', []}
IO.inspect(:io_lib.fread('~#', '16#ff')) # expect: {:ok, [255], []}
IO.inspect(:io_lib.fread('~*d~d', '12 13')) # expect: {:ok, '\r', []}
IO.inspect(:io_lib.fread('~-~~', '-~')) # expect: {:ok, [-1], []}
IO.inspect(:io_lib.fread('~5s', 'ab cd')) # expect: {:ok, ['ab cd'], []}
IO.inspect(:io_lib.fread('~f', '12')) # expect: {:error, {:fread, :float}}
IO.inspect(:io_lib.fread('~d ~d', '12')) # expect: {:more, '~d', 2, '\f'}
IO.inspect(:io_lib.unscan_format(:io_lib.scan_format('a~10.3.0tpb~*s~n~-5w', [1, 2, 3, 4]))) # expect: {'a~10.3.0tpb~2s~n~-5w', [1, 3, 4]}
IO.inspect(:io_lib.fread([], '12\n', '~d~d')) # expect: {:more, {'~d', [], 3, '\f'}}
