# Unary operators, precedence, and errors that name the operands.
IO.inspect(-3 + +4) # expect: 1
IO.inspect(2 + 3 * 4 - 6 / 2) # expect: 11.0
IO.inspect(2 ** 3 ** 2) # expect: 64
IO.inspect(-2 ** 2) # expect: 4
IO.inspect(10 - 2 - 3) # expect: 5
IO.inspect(not true) # expect: false
IO.inspect(!nil) # expect: true
IO.inspect(abs(-5)) # expect: 5
IO.inspect(abs(-5.5)) # expect: 5.5
try do
  1 + :a
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  "a" * 2
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  -:a
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  abs("x")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a number\n"
end
