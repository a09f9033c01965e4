# What a binary and its patterns refuse, and the words for it.
told = fn code ->
  try do
    Code.eval_string(code)
  rescue
    e -> Exception.message(e)
  end
end

IO.puts(told.("<<'foo'::binary>>")) # expect: nofile:1: invalid literal 'foo' in <<>>
IO.puts(told.("<<[1]::bitstring>>")) # expect: nofile:1: invalid literal [1] in <<>>
IO.inspect(told.("<<'foo'::16>>")) # expect: "nofile:1: invalid literal 'foo' in <<>>"
IO.puts(told.("a = \"a\"; ^a <> \"b\" = \"ab\"")) # expect: the left argument of <> operator inside a match should always be a literal binary because its size can't be verified. Got: ^a
IO.puts(told.("case \"a\" do ^a <> \"c\" -> a end")) # expect: the left argument of <> operator inside a match should always be a literal binary because its size can't be verified. Got: ^a
IO.puts(told.("defmodule Wrong do\n @enforce_keys [\"foo\"]\n defstruct foo: 1\nend")) # expect: keys given to @enforce_keys must be atoms, got: "foo"
IO.puts(told.(~S(<<"foo"::integer>>))) # expect: nofile:1: conflicting type specification for bit field: "integer" and "binary"
IO.puts(told.(~S(<<"foo"::float>>))) # expect: nofile:1: conflicting type specification for bit field: "float" and "binary"
IO.puts(told.(~S(<<1.0::integer>>))) # expect: nofile:1: conflicting type specification for bit field: "integer" and "float"
IO.puts(told.(~S(<<:a>>))) # expect: nofile:1: invalid literal :a in <<>>
IO.puts(told.(~S(<<:a::8>>))) # expect: nofile:1: invalid literal :a in <<>>
IO.puts(told.(~S(<<'foo'::utf8>>))) # expect: nofile:1: invalid literal 'foo' in <<>>
