# Balanced brackets and reverse Polish notation.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
ok = fn s -> s |> String.graphemes() |> Enum.reduce_while([], fn
  c, st when c in ["(", "[", "{"] -> {:cont, [c | st]}
  ")", ["(" | st] -> {:cont, st}
  "]", ["[" | st] -> {:cont, st}
  "}", ["{" | st] -> {:cont, st}
  c, _ when c in [")", "]", "}"] -> {:halt, :bad}
  _, st -> {:cont, st}
end) == [] end
IO.inspect(Enum.map(["[]", "([{}({}[])])", "{[)]}", "(", "a(b)c", ""], ok)) # expect: [true, true, false, false, true, true]
rpn = fn s -> s |> String.split() |> Enum.reduce([], fn
  "+", [b, a | st] -> [a + b | st]
  "-", [b, a | st] -> [a - b | st]
  "*", [b, a | st] -> [a * b | st]
  "/", [b, a | st] -> [a / b | st]
  n, st -> [String.to_integer(n) | st]
end) end
IO.inspect(rpn.("3 4 + 2 *")) # expect: [14]
IO.inspect(rpn.("5 1 2 + 4 * + 3 -")) # expect: [14]
IO.puts(inspect(error.(fn -> rpn.("1 +") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> rpn.("1 0 /") end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
