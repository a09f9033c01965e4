# Bitstrings written inside of bitstrings: what they may be said to be, told when they are compiled.
run = fn source ->
  try do
    source |> Code.eval_string(v: 1, v2: "ab") |> elem(0)
  rescue
    e -> {e.__struct__, e |> Exception.message() |> String.split("\n") |> hd()}
  end
end

IO.puts(inspect(run.("<<(<<v>>)::bits>>"))) # expect: <<1>>
IO.puts(inspect(run.("<<(<<v>>)::binary>>"))) # expect: <<1>>
IO.puts(inspect(run.("<<(<<1::3>>)>>"))) # expect: <<1::size(3)>>
IO.puts(inspect(run.("<<(<<v::3>>)::bits>>"))) # expect: <<1::size(3)>>
IO.puts(inspect(run.("<<(<<1::3>>)::binary>>"))) # expect: {CompileError, "nofile:1: expected <<1::integer-size(3)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("<<(<<v::3>>)::binary>>"))) # expect: {CompileError, "nofile:1: expected <<v::integer-size(3)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("<<(<<1, 2::3>>)::binary>>"))) # expect: {CompileError, "nofile:1: expected <<1, 2::integer-size(3)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("<<(<<v::4>>)::bytes>>"))) # expect: {CompileError, "nofile:1: expected <<v::integer-size(4)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("<<1::3>> <> v2"))) # expect: {CompileError, "nofile:1: expected <<1::integer-size(3)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("v2 <> <<v2::binary, 1::4>>"))) # expect: {CompileError, "nofile:1: expected <<v2::binary, 1::integer-size(4)>> to be a binary but its number of bits is not divisible by 8"}
IO.puts(inspect(run.("v2 <> <<1::4, 2::4>>"))) # expect: <<97, 98, 18>>
IO.puts(inspect(run.("<<(<<v>>)::size(8)>>"))) # expect: {CompileError, "nofile:1: literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring"}
IO.puts(inspect(run.("<<(<<v>>)::binary-size(1)>>"))) # expect: {CompileError, "nofile:1: literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring"}
IO.puts(inspect(run.("<<(<<1>>)::4>>"))) # expect: {CompileError, "nofile:1: literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring"}
IO.puts(inspect(run.(~S|<<"x#{v}"::4>>|))) # expect: {CompileError, "nofile:1: literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring"}
IO.puts(inspect(run.(~S|<<"x#{v}"::utf16>>|))) # expect: {CompileError, "nofile:1: conflicting type specification for bit field: \"utf16\" and \"bitstring\""}
IO.puts(inspect(run.(~S|<<"x#{v}"::binary-size(1)>>|))) # expect: {CompileError, "nofile:1: literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring"}
IO.puts(inspect(run.(~S|<<"x#{v}"::binary>>|))) # expect: "x1"
