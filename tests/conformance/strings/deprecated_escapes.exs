# \x{H*} is a code point, as \u{H*} is.
read = fn text ->
  try do
    text |> Code.eval_string() |> elem(0)
  rescue
    error -> error |> Exception.message() |> String.split("\n") |> hd()
  end
end
IO.inspect(Enum.map([~S("th\x{e9}"), ~S('\x{74}'), ~S(:"\x{74}ea"), ~S(~s|\x{1F375}|), ~S("\x{110000}"), ~S("\x{}"), ~S("\x{74"), ~S("\x{1234567}")], read), width: 900)   # expect: ["thé", 't', :tea, "🍵", "nofile:1:2: invalid or reserved Unicode code point \\u{110000}. Syntax error after: \\u", "nofile:1:2: invalid hex escape character, expected \\xHH where H is a hexadecimal digit. Syntax error after: \\x", "nofile:1:2: invalid hex escape character, expected \\xHH where H is a hexadecimal digit. Syntax error after: \\x", "nofile:1:2: invalid hex escape character, expected \\xHH where H is a hexadecimal digit. Syntax error after: \\x"]
