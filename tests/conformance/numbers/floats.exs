# Floats print shortest and read back the same.
IO.inspect(0.1 + 0.2) # expect: 0.30000000000000004
IO.inspect(1.0e10) # expect: 10000000000.0
IO.inspect(1.0e22) # expect: 1.0e22
IO.inspect(1.0e-7) # expect: 1.0e-7
IO.inspect(123456789.123456789) # expect: 123456789.12345679
IO.inspect(1.5e300 * 1.0e5) # expect: 1.5000000000000001e305
IO.inspect(2.0e-310) # expect: 2.0e-310
IO.inspect(-0.0) # expect: -0.0
IO.inspect(0.0) # expect: 0.0
IO.inspect(1.0) # expect: 1.0
IO.inspect(100000000000000000000.0) # expect: 1.0e20
IO.inspect(4.9e-324) # expect: 5.0e-324
IO.inspect(1.7976931348623157e308) # expect: 1.7976931348623157e308
IO.inspect(3.0e-5) # expect: 3.0e-5
IO.inspect(0.0001) # expect: 0.0001
IO.inspect(12345678901234567.0) # expect: 1.2345678901234568e16
try do
  1.0e308 * 10
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
