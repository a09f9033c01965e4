# :math and arithmetic that fails.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(:math.pi()) # expect: 3.141592653589793
IO.inspect(:math.sqrt(2)) # expect: 1.4142135623730951
IO.inspect(:math.pow(2, 10)) # expect: 1024.0
IO.inspect(:math.sin(0)) # expect: 0.0
IO.inspect(:math.cos(0)) # expect: 1.0
IO.inspect(:math.tan(0.5)) # expect: 0.5463024898437905
IO.inspect(:math.asin(1)) # expect: 1.5707963267948966
IO.inspect(:math.acos(1)) # expect: 0.0
IO.inspect(:math.atan(1)) # expect: 0.7853981633974483
IO.inspect(:math.atan2(1, -1)) # expect: 2.356194490192345
IO.inspect(:math.sinh(1)) # expect: 1.1752011936438014
IO.inspect(:math.cosh(1)) # expect: 1.5430806348152437
IO.inspect(:math.tanh(1)) # expect: 0.7615941559557649
IO.inspect(:math.asinh(1)) # expect: 0.881373587019543
IO.inspect(:math.acosh(2)) # expect: 1.3169578969248166
IO.inspect(:math.atanh(0.5)) # expect: 0.5493061443340548
IO.inspect(:math.exp(1)) # expect: 2.718281828459045
IO.inspect(:math.log(10)) # expect: 2.302585092994046
IO.inspect(:math.log2(8)) # expect: 3.0
IO.inspect(:math.log10(1000)) # expect: 3.0
IO.inspect(:math.ceil(1.2)) # expect: 2.0
IO.inspect(:math.floor(-1.2)) # expect: -2.0
IO.inspect(:math.fmod(7.5, 2)) # expect: 1.5
IO.inspect(:math.erf(0.5)) # expect: 0.5204998778130465
IO.inspect(:math.erfc(0.5)) # expect: 0.4795001221869535
IO.puts(inspect(error.(fn -> :math.sqrt(-1) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> :math.log(0) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> :math.acos(2) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> :math.pow(-1, 0.5) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> :math.sqrt(:a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a number\n"}
IO.puts(inspect(error.(fn -> :math.fmod(1, 0) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> :math.exp(1000) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> 1 + Process.get(:none, :a) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Process.get(:none, "1") * 2 end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> 1 / Process.get(:none, 0) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> div(1, Process.get(:none, 0)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> rem(1, Process.get(:none, 0)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> div(1.0, Process.get(:none, 1)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> -Process.get(:none, nil) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> abs(Process.get(:none, "x")) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a number\n"}
IO.puts(inspect(error.(fn -> Bitwise.band(1.0, Process.get(:none, 1)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Bitwise.bsl(1, Process.get(:none, :a)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(7 ** 2) # expect: 49
IO.inspect(2 ** -1) # expect: 0.5
IO.inspect(2.0 ** 3) # expect: 8.0
IO.puts(inspect(error.(fn -> Process.get(:none, 0) ** -1 end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(max(1, 1.0)) # expect: 1
IO.inspect(min(:a, 1)) # expect: 1
IO.inspect(max("b", "a")) # expect: "b"
