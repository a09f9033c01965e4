# Bitstrings are built from segments.
IO.inspect(<<1, 2, 3>>) # expect: <<1, 2, 3>>
IO.inspect(<<1::16>>) # expect: <<0, 1>>
IO.inspect(<<1::little-16>>) # expect: <<1, 0>>
IO.inspect(<<-1::8>>) # expect: <<255>>
IO.inspect(<<300::8>>) # expect: ","
IO.inspect(<<3.5::float>>) # expect: <<64, 12, 0, 0, 0, 0, 0, 0>>
IO.inspect(<<1.5::32-float>>) # expect: <<63, 192, 0, 0>>
IO.inspect(<<5::3>>) # expect: <<5::size(3)>>
IO.inspect(<<5::3, 1::5>>) # expect: <<161>>
IO.inspect(<<"abc", 1>>) # expect: <<97, 98, 99, 1>>
IO.inspect(<<"é"::utf16>>) # expect: <<0, 233>>
IO.inspect(<<?é::utf8>>) # expect: "é"
IO.inspect(<<0x1F600::utf8>> == "😀") # expect: true
IO.inspect(<<1::size(4), 2::size(4)>>) # expect: <<18>>
n = 12
IO.inspect(<<7::size(n)>>) # expect: <<0, 7::size(4)>>
six = "abcdef"
IO.inspect(<<six::binary-size(3)>>) # expect: "abc"
IO.inspect(<<1, 2, 3>> <> <<4>>) # expect: <<1, 2, 3, 4>>
IO.inspect(byte_size(<<0::100>>)) # expect: 13
IO.inspect(bit_size(<<0::100>>)) # expect: 100
IO.inspect(<<2 ** 70::80>>) # expect: <<0, 64, 0, 0, 0, 0, 0, 0, 0, 0>>
IO.inspect(<<-(2 ** 70)::80>>) # expect: <<255, 192, 0, 0, 0, 0, 0, 0, 0, 0>>
try do
  <<Process.get(:none, "a")::integer>>
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "construction of binary failed: segment 1 of type 'integer': expected an integer but got: \"a\""
end
try do
  <<Process.get(:none, :a)::8>>
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "construction of binary failed: segment 1 of type 'integer': expected an integer but got: :a"
end
try do
  <<Process.get(:none, 1.5)::8>>
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "construction of binary failed: segment 1 of type 'integer': expected an integer but got: 1.5"
end
