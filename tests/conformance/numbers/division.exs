# Division of integers truncates toward zero; / always gives a float.
IO.inspect(div(-7, 2)) # expect: -3
IO.inspect(rem(-7, 2)) # expect: -1
IO.inspect(div(7, -2)) # expect: -3
IO.inspect(rem(7, -2)) # expect: 1
IO.inspect(6 / 3) # expect: 2.0
IO.inspect(Integer.floor_div(-7, 2)) # expect: -4
IO.inspect(Integer.mod(-7, 2)) # expect: 1
try do
  div(1, 0)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  rem(1, 0)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  1 / 0
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
