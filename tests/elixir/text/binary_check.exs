# tests/elixir/text/binary_check.exs: :binary, :base64, :unicode and Base against the reference.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
Shadow.load(["erlang/binary.ex", "erlang/base64.ex", "erlang/unicode.ex", "elixir/base.ex"])
Check.start()

both = fn label, name, fun, args ->
  Check.same("#{label} #{inspect(args)}", fn -> apply(name, fun, args) end, fn -> apply(if(name == Base, do: V.Base, else: :"v_#{name}"), fun, args) end)
end

subjects = ["", "a", "abc", "aXbXc", "XX", "aXXb", :a, <<1::3>>, "abcabc"]
patterns = ["X", "", ["X", "b"], :a, [], "bc", ["a", "ab"], ["", "a"]]
options = [[], [:global], [:trim], [:trim_all], [:global, :trim], [:global, :trim_all], [scope: {1, 2}], [:global, scope: {0, 1}], [:foo], :bar, [scope: {9, 9}]]
for s <- subjects, p <- patterns, o <- options, do: both.("split", :binary, :split, [s, p, o])

for s <- subjects, is_binary(s), s != "", p <- patterns, p not in ["", :a, [], ["", "a"]], r <- ["", "xy"], o <- [[], [:global], [insert_replaced: 1], [:global, insert_replaced: [0, 2]], [:foo], [:global, insert_replaced: 9], [scope: {1, 1}]],
    do: both.("replace", :binary, :replace, [s, p, r, o])

for s <- ["", "abc", <<0, 255>>, :a], do: both.("hex", :binary, :encode_hex, [s])
for s <- ["", "00ff", "0", "0g", "A1b2", :a], do: both.("hex", :binary, :decode_hex, [s])

:rand.seed(:exsss, {1, 2, 3})
datas = for n <- 0..20, do: :rand.bytes(n)
texts = ["", "Zm9v", "Zm9vYg==", "Zm9vYg", "Z", "Zm9vYmE=", "Zm*v", "Z===", "====", "Zm9v====", "Zm=v", "-_-_", "MZXW6YTBOI======", "MZXW6===", "MZX=====", "MZXW6YQ", "66g", "666F", "666f", "6", "Zm9vé", "M", "CPNMUOJ1E8======", "Zm9v\n"]

for f <- [:encode16, :encode32, :encode64, :url_encode64, :hex_encode32], d <- datas, o <- [[], [case: :lower], [padding: false]],
    do: both.(f, Base, f, [d, o])

for f <- [:decode16, :decode32, :decode64, :url_decode64, :hex_decode32, :decode16!, :decode32!, :decode64!, :url_decode64!, :hex_decode32!],
    t <- texts ++ Enum.map(datas, &Base.encode64/1) ++ Enum.map(datas, &Base.encode32/1) ++ Enum.map(datas, &Base.encode16/1),
    o <- [[], [case: :lower], [case: :mixed], [padding: false], [ignore: :whitespace], [ignore: :whitespace, padding: false]],
    do: both.(f, Base, f, [t, o])

for d <- datas, do: both.("encode", :base64, :encode, [d])
for t <- texts, f <- [:mime_decode, :mime_decode_to_string], do: both.(f, :base64, f, [t])
for t <- ["", "Zm9v", "Zm 9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmE= ", "\nZm9v"], f <- [:decode, :decode_to_string], do: both.(f, :base64, f, [t])
for b <- [<<0xEF, 0xBB, 0xBF, 1>>, "abc", <<0xFF, 0xFE>>, <<0xFE, 0xFF>>, <<0, 0, 0xFE, 0xFF>>, <<0xFF, 0xFE, 0, 0>>, ""], do: both.("bom", :unicode, :bom_to_encoding, [b])
for e <- [:utf8, :unicode, :utf16, {:utf16, :little}, :utf32, {:utf32, :little}, :latin1], do: both.("bom", :unicode, :encoding_to_bom, [e])
for s <- ["e\u0301", "é", ["e", 0x301], 'ﬁ', <<?a, 255>>], f <- [:characters_to_nfc_binary, :characters_to_nfd_list, :characters_to_nfkc_list, :characters_to_nfkd_binary], do: both.(f, :unicode, f, [s])

Check.same("exports of Base", fn -> [] end, fn -> Shadow.missing(Base) end)
for m <- [:binary, :base64, :unicode], do: IO.puts("natives of #{m}: #{inspect(Shadow.missing_erlang(m))}")
Check.finish()
