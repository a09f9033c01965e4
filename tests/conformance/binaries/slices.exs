# Parts of a binary share it; unaligned ones too.
bin = "0123456789"
IO.inspect(binary_part(bin, 2, 3)) # expect: "234"
IO.inspect(binary_part(bin, 10, -2)) # expect: "89"
IO.inspect(:binary.at(bin, 4)) # expect: 52
<<_::4, mid::8, _::bits>> = <<0x12, 0x34, 0x56>>
IO.inspect(mid) # expect: 35
<<_::3, bits::bits>> = <<0b10110011, 0b11110000>>
IO.inspect(bits) # expect: <<159, 16::size(5)>>
IO.inspect(bit_size(bits)) # expect: 13
<<_::1, more::7>> = <<0xFF>>
IO.inspect(more) # expect: 127
IO.inspect(<<bits::bits, 1::1>>) # expect: <<159, 33::size(6)>>
big = String.duplicate("abcdefghij", 100)
<<_::binary-size(500), part::binary-size(10), _::binary>> = big
IO.inspect(part) # expect: "abcdefghij"
IO.inspect(part == "abcdefghij") # expect: true
IO.inspect(%{part => 1}["abcdefghij"]) # expect: 1
try do
  binary_part(bin, 9, 5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 3rd argument: out of range\n"
end
try do
  :binary.at(bin, 10)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "argument error"
end
