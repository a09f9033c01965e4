# What a literal in <<>> may be, and the types that its kind may have, in expressions and in patterns.
for text <- [
      "<<:ok>>", "<<nil::16>>", "<<Foo>>", "<<true::utf8>>", "<<[]>>", "<<[]::16>>", "<<[1]::utf16>>", "<<'abc'::16>>", "<<[b]>>", "<<[1 | b]::8>>",
      "<<:ok::16>> = <<b>>", "<<[1]::16>> = <<b>>", "<<[x]>> = <<b>>",
      "<<1::binary>>", "<<1::bytes>>", "<<1::bits>>", "<<1.0::binary>>", "<<1.0::integer>>", "<<1.0::utf8>>", "<<1.0::utf16>>",
      "<<\"a\"::integer>>", "<<\"a\"::float>>", "<<\"a\"::integer-size(8)>>", "<<(<<1>>)::integer>>", "<<(<<b>>)::utf8>>", "<<(<<b>>)::float>>",
      "<<\"\#{b}\"::integer>>", "<<1::binary>> = <<b>>", "<<1.0::utf8>> = <<b>>", "<<\"a\"::integer>> = <<b>>", "<<\"a\"::float>> = <<b>>",
      "<<(<<1>>)::integer>> = <<b>>", "<<(x = 1)>> = <<b>>", "<<-1::binary>> = <<b>>", "<<\"a\"::signed>>", "<<\"a\"::size(3)>>", "<<1::unknown>>",
      "<<1::float>>", "<<1::utf8>>", "<<1.5::16>>", "<<\"a\"::bits>>", "<<\"é\"::utf16>>", "<<(<<b>>)::binary>>", "<<(<<b>>)::bits>>", "<<-1>>",
      "<<\"a\", x>> = <<97, b>>; x", "<<(<<7>>)::binary>> = <<b>>", "<<7::float-32>> = <<7::float-32>>",
      "<<0::float>> = <<-0.0::float>>", "<<\"a\"::size(3)>> = <<b>>", "<<\"a\"::binary-size(1)>> = <<b>>", "<<\"a\"::8>> = <<b>>"
    ] do
  result =
    try do
      {value, _} = Code.eval_string(text, b: 7)
      inspect(value)
    rescue
      e in CompileError -> e.description
    end

  IO.puts("#{text}  #{result}")
end
# expect: <<:ok>>  invalid literal :ok in <<>>
# expect: <<nil::16>>  invalid literal nil in <<>>
# expect: <<Foo>>  invalid literal Foo in <<>>
# expect: <<true::utf8>>  invalid literal true in <<>>
# expect: <<[]>>  invalid literal [] in <<>>
# expect: <<[]::16>>  invalid literal [] in <<>>
# expect: <<[1]::utf16>>  invalid literal [1] in <<>>
# expect: <<'abc'::16>>  invalid literal 'abc' in <<>>
# expect: <<[b]>>  invalid literal [b] in <<>>
# expect: <<[1 | b]::8>>  invalid literal [1 | b] in <<>>
# expect: <<:ok::16>> = <<b>>  invalid literal :ok in <<>>
# expect: <<[1]::16>> = <<b>>  invalid literal [1] in <<>>
# expect: <<[x]>> = <<b>>  invalid literal [x] in <<>>
# expect: <<1::binary>>  conflicting type specification for bit field: "binary" and "integer"
# expect: <<1::bytes>>  conflicting type specification for bit field: "binary" and "integer"
# expect: <<1::bits>>  conflicting type specification for bit field: "bitstring" and "integer"
# expect: <<1.0::binary>>  conflicting type specification for bit field: "binary" and "float"
# expect: <<1.0::integer>>  conflicting type specification for bit field: "integer" and "float"
# expect: <<1.0::utf8>>  conflicting type specification for bit field: "utf8" and "float"
# expect: <<1.0::utf16>>  conflicting type specification for bit field: "utf16" and "float"
# expect: <<"a"::integer>>  conflicting type specification for bit field: "integer" and "binary"
# expect: <<"a"::float>>  conflicting type specification for bit field: "float" and "binary"
# expect: <<"a"::integer-size(8)>>  conflicting type specification for bit field: "integer" and "binary"
# expect: <<(<<1>>)::integer>>  conflicting type specification for bit field: "integer" and "bitstring"
# expect: <<(<<b>>)::utf8>>  conflicting type specification for bit field: "utf8" and "bitstring"
# expect: <<(<<b>>)::float>>  conflicting type specification for bit field: "float" and "bitstring"
# expect: <<"#{b}"::integer>>  conflicting type specification for bit field: "integer" and "bitstring"
# expect: <<1::binary>> = <<b>>  conflicting type specification for bit field: "binary" and "integer"
# expect: <<1.0::utf8>> = <<b>>  conflicting type specification for bit field: "utf8" and "float"
# expect: <<"a"::integer>> = <<b>>  conflicting type specification for bit field: "integer" and "binary"
# expect: <<"a"::float>> = <<b>>  conflicting type specification for bit field: "float" and "binary"
# expect: <<(<<1>>)::integer>> = <<b>>  conflicting type specification for bit field: "integer" and "bitstring"
# expect: <<(x = 1)>> = <<b>>  cannot pattern match inside a bitstring that is already in match, got: x = 1
# expect: <<-1::binary>> = <<b>>  conflicting type specification for bit field: "binary" and "integer"
# expect: <<"a"::signed>>  signed and unsigned specifiers are supported only on integer and float types
# expect: <<"a"::size(3)>>  literal string in bitstring supports only endianness and type specifiers, which must be one of: little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring
# expect: <<1::unknown>>  unknown bitstring specifier: unknown()
# expect: <<1::float>>  <<63, 240, 0, 0, 0, 0, 0, 0>>
# expect: <<1::utf8>>  <<1>>
# expect: <<1.5::16>>  <<62, 0>>
# expect: <<"a"::bits>>  "a"
# expect: <<"é"::utf16>>  <<0, 233>>
# expect: <<(<<b>>)::binary>>  "\a"
# expect: <<(<<b>>)::bits>>  "\a"
# expect: <<-1>>  <<255>>
# expect: <<"a", x>> = <<97, b>>; x  7
# expect: <<(<<7>>)::binary>> = <<b>>  "\a"
# expect: <<7::float-32>> = <<7::float-32>>  <<64, 224, 0, 0>>
# expect: <<0::float>> = <<-0.0::float>>  <<128, 0, 0, 0, 0, 0, 0, 0>>
# expect: <<"a"::size(3)>> = <<b>>  literal string in bitstring supports only endianness and type specifiers, which must be one of: little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring
# expect: <<"a"::binary-size(1)>> = <<b>>  literal string in bitstring supports only endianness and type specifiers, which must be one of: little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring
# expect: <<"a"::8>> = <<b>>  literal string in bitstring supports only endianness and type specifiers, which must be one of: little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring
