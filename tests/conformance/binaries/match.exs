# Bitstrings are matched by segments.
<<a, b::16, rest::binary>> = <<1, 0, 2, 3, 4>>
IO.inspect({a, b, rest}) # expect: {1, 2, <<3, 4>>}
<<x::little-16, y::signed-8, z::unsigned-8>> = <<1, 0, 255, 255>>
IO.inspect({x, y, z}) # expect: {1, -1, 255}
<<v::4, w::4>> = <<0xAB>>
IO.inspect({v, w}) # expect: {10, 11}
<<f::float, _::bits>> = <<1.5::float, 7>>
IO.inspect(f) # expect: 1.5
<<n, data::binary-size(n), tail::bits>> = <<2, "ab", "rest">>
IO.inspect({n, data, tail}) # expect: {2, "ab", "rest"}
<<size::8, body::size(size)-unit(8)-binary, _::binary>> = <<3, "xyz!">>
IO.inspect(body) # expect: "xyz"
<<flag::1, num::7>> = <<129>>
IO.inspect({flag, num}) # expect: {1, 1}
<<big::80>> = <<1, 0::72>>
IO.inspect(big) # expect: 4722366482869645213696
<<sbig::signed-72>> = <<-5::72>>
IO.inspect(sbig) # expect: -5
m = fn
  <<"HTTP/", major, ".", minor>> -> {major - ?0, minor - ?0}
  <<_::8, _::8>> -> :two
  <<_::3>> -> :bits
  <<>> -> :empty
  _ -> :other
end
IO.inspect(Enum.map(["HTTP/1.1", "ab", <<1::3>>, "", "abc"], m)) # expect: [{1, 1}, :two, :bits, :empty, :other]
try do
  <<_::16>> = Process.get(:none, <<1>>)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: <<1>>"
end
