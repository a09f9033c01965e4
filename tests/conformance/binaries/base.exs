# Base: every alphabet, padding, case, errors.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Base.encode16("hi\xff")) # expect: "6869FF"
IO.inspect(Base.encode16("hi", case: :lower)) # expect: "6869"
IO.inspect(Base.decode16("6869")) # expect: {:ok, "hi"}
IO.inspect(Base.decode16("68ZZ")) # expect: :error
IO.inspect(Base.decode16("6a6B", case: :mixed)) # expect: {:ok, "jk"}
IO.inspect(Base.decode16("6a", case: :upper)) # expect: :error
IO.puts(inspect(error.(fn -> Base.decode16!("6") end), width: 900)) # expect: {ArgumentError, "string given to decode has wrong length. An even number of bytes was expected, got: 1. Double check your string for unwanted characters or pad it accordingly"}
IO.puts(inspect(error.(fn -> Base.decode16!("zz") end), width: 900)) # expect: {ArgumentError, "non-alphabet character found: \"z\" (byte 122)"}
IO.inspect(Base.encode64("hello")) # expect: "aGVsbG8="
IO.inspect(Base.encode64("hello!", padding: false)) # expect: "aGVsbG8h"
IO.inspect(Base.encode64("hello", padding: false)) # expect: "aGVsbG8"
IO.inspect(Base.decode64("aGVsbG8=")) # expect: {:ok, "hello"}
IO.inspect(Base.decode64("aGVsbG8")) # expect: :error
IO.inspect(Base.decode64("aGVsbG8", padding: false)) # expect: {:ok, "hello"}
IO.inspect(Base.decode64(" aGVs\nbG8= ", ignore: :whitespace)) # expect: {:ok, "hello"}
IO.puts(inspect(error.(fn -> Base.decode64!("a") end), width: 900)) # expect: {ArgumentError, "incorrect padding"}
IO.puts(inspect(error.(fn -> Base.decode64!("*") end), width: 900)) # expect: {ArgumentError, "incorrect padding"}
IO.inspect(Base.url_encode64(<<251, 255, 254>>)) # expect: "-__-"
IO.inspect(Base.url_decode64("-__-")) # expect: {:ok, <<251, 255, 254>>}
IO.inspect(Base.encode32("foob")) # expect: "MZXW6YQ="
IO.inspect(Base.encode32("foob", case: :lower, padding: false)) # expect: "mzxw6yq"
IO.inspect(Base.decode32("MZXW6YQ=")) # expect: {:ok, "foob"}
IO.inspect(Base.decode32("mzxw6yq", case: :lower, padding: false)) # expect: {:ok, "foob"}
IO.puts(inspect(error.(fn -> Base.decode32!("1") end), width: 900)) # expect: {ArgumentError, "incorrect padding"}
IO.inspect(Base.hex_encode32("foob")) # expect: "CPNMUOG="
IO.inspect(Base.hex_decode32("CPNMUOG=")) # expect: {:ok, "foob"}
IO.inspect(Base.hex_encode32("a", case: :lower)) # expect: "c4======"
IO.inspect(Base.encode64("")) # expect: ""
IO.inspect(Base.decode16("")) # expect: {:ok, ""}
IO.inspect(:base64.encode("abc")) # expect: "YWJj"
IO.inspect(:base64.decode("YWJj")) # expect: "abc"
