# Text that ends at a cursor, parsed: the argument, element or value it stands in is __cursor__().
parse = fn text ->
  case Code.Fragment.container_cursor_to_quoted(text) do
    {:ok, form} -> IO.inspect(Macro.to_string(form))
    error -> IO.inspect(error, width: 1000)
  end
end

parse.("") # expect: "__cursor__()"
parse.("pay") # expect: "__cursor__()"
parse.("pay ") # expect: "pay(__cursor__())"
parse.("pay(") # expect: "pay(__cursor__())"
parse.("pay(cart") # expect: "pay(__cursor__())"
parse.("pay(cart, ") # expect: "pay(cart, __cursor__())"
parse.("pay cart, 1 + ") # expect: "pay(cart, __cursor__())"
parse.("pay(cart, tax: ") # expect: "pay(cart, tax: __cursor__())"
parse.("pay cart, tax: 3, ") # expect: "pay(cart, [{:tax, 3}, __cursor__()])"
parse.("[1, [2, ") # expect: "[1, [2, __cursor__()]]"
parse.("{:ok, res") # expect: "{:ok, __cursor__()}"
parse.("<<a::siz") # expect: "<<a::__cursor__()>>"
parse.("<<a::8, ") # expect: "<<a::8, __cursor__()>>"
parse.("%{name: ") # expect: "%{name: __cursor__()}"
parse.("%{name: 1, ") # expect: "%{:name => 1, __cursor__()}"
parse.("%{a => 1, ") # expect: "%{a => 1, __cursor__()}"
parse.("%Shop{cart | it") # expect: "%Shop{__cursor__()}"
parse.("%Sh") # expect: "__cursor__()"
parse.("if open do\n  pay(") # expect: "if open do\n  pay(__cursor__())\nend"
parse.("if open do\n  1\nelse\n  2 + ") # expect: "if open do\n  1\nelse\n  __cursor__()\nend"
parse.("try do a rescue e -> ") # expect: "try do\n  a\nrescue\n  __cursor__()\nend"
parse.("(fn x -> x") # expect: "__cursor__()"
parse.("map(list, fn x -> x * ") # expect: "map(list, __cursor__())"
parse.("map(list, fn x -> pay(x, ") # expect: "map(list, fn x -> pay(x, __cursor__()) end)"
parse.("map(list, &pay(&1, ") # expect: "map(list, &pay(&1, __cursor__()))"
parse.("[&(&1 + ") # expect: "[__cursor__()]"
parse.("pay([1, 2] |> ") # expect: "pay(__cursor__())"
parse.("pay(if x do 1 end |> ") # expect: "pay(__cursor__())"
parse.("\"sum: \#{pay(") # expect: "\"sum: \#{pay(__cursor__())}\""
parse.("\"sum") # expect: "__cursor__()"
parse.("pay(\"a\#{b}c\", ") # expect: "pay(\"a\#{b}c\", __cursor__())"
parse.("~w(a b") # expect: "__cursor__()"
parse.("pay(~s(a \#{x ") # expect: "pay(~s(a \#{x(__cursor__())}))"
parse.("shop.pay ") # expect: "shop.pay(__cursor__())"
parse.("shop.pay(") # expect: "shop.pay(__cursor__())"
parse.("shop.(") # expect: "shop.(__cursor__())"
parse.("shop[") # expect: "shop[__cursor__()]"
parse.("@spec pay(") # expect: "@spec pay(__cursor__())"
parse.("pay(:") # expect: "pay(__cursor__())"
parse.("pay(0x") # expect: "pay(__cursor__())"
parse.("pay(1, ~") # expect: "pay(1, __cursor__())"
parse.("a; b") # expect: "__cursor__()"
parse.("a\nb") # expect: "__cursor__()"
parse.("alias Shop.{") # expect: "alias Shop.{__cursor__()}"
parse.("{\"a\": 1, \"b\#{c}\": ") # expect: {:error, {[line: 1, column: 2], "syntax error before: ", "a"}}
parse.("pay(1 # one, ") # expect: "pay(__cursor__())"
parse.("end") # expect: {:error, {[line: 1, column: 1], {"unexpected reserved word: ", ""}, "end"}}
parse.("pay)") # expect: {:error, {[line: 1, column: 4], "unexpected token: ", ")"}}
parse.("(]") # expect: {:error, {[line: 1, column: 2], {"unexpected token: ", ". The \"(\" at line 1 is missing terminator \")\""}, "]"}}
parse.("pay(1 +") # expect: "pay(__cursor__())"

show = fn text, opts -> IO.inspect(Code.Fragment.container_cursor_to_quoted(text, opts), width: 1000) end
opts = [line: 4, column: 3, columns: true, token_metadata: true]
show.("pay(cart, ", opts) # expect: {:ok, {:pay, [closing: [line: 4, column: 25], line: 4, column: 3], [{:cart, [line: 4, column: 7], nil}, {:__cursor__, [closing: [line: 4, column: 24], line: 4, column: 13], []}]}}
show.("pay [1", opts) # expect: {:ok, {:pay, [line: 4, column: 3], [[{:__cursor__, [closing: [line: 4, column: 20], line: 4, column: 9], []}]]}}
show.("\"a \#{pay(", opts) # expect: {:ok, {:<<>>, [delimiter: "\"", line: 4, column: 3], ["a ", {:"::", [line: 4, column: 6], [{{:., [line: 4, column: 6], [Kernel, :to_string]}, [closing: [line: 4, column: 12], line: 4, column: 6], [{:pay, [closing: [line: 4, column: 24], line: 4, column: 8], [{:__cursor__, [closing: [line: 4, column: 23], line: 4, column: 12], []}]}]}, {:binary, [line: 4, column: 6], nil}]}]}}
show.("pay(1, ", literal_encoder: fn literal, _ -> {:ok, {:lit, literal}} end) # expect: {:ok, {:pay, [line: 1], [{:lit, 1}, {:__cursor__, [line: 1], []}]}}
