# Every function of Float.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Float.ceil(1.1)) # expect: 2.0
IO.inspect(Float.ceil(-1.1)) # expect: -1.0
IO.inspect(Float.ceil(12.345, 2)) # expect: 12.35
IO.inspect(Float.floor(-1.1)) # expect: -2.0
IO.inspect(Float.floor(12.345, 2)) # expect: 12.34
IO.inspect(Float.floor(1.0e20, 1)) # expect: 1.0e20
IO.inspect(Float.round(1.5)) # expect: 2.0
IO.inspect(Float.round(-2.5)) # expect: -3.0
IO.inspect(Float.round(5.5674, 3)) # expect: 5.567
IO.inspect(Float.round(0.1 + 0.2, 5)) # expect: 0.3
IO.inspect(Float.round(5.015, 2)) # expect: 5.01
IO.inspect(Float.round(1.0e-20, 15)) # expect: 0.0
IO.inspect(Float.round(12.5, 0)) # expect: 13.0
IO.puts(inspect(error.(fn -> Float.round(1.0, 16) end), width: 900)) # expect: {ArgumentError, "precision 16 is out of valid range of 0..15"}
IO.puts(inspect(error.(fn -> Float.round(1, 2) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Float.round/2"}
IO.puts(inspect(error.(fn -> Float.ceil(1.0, -1) end), width: 900)) # expect: {ArgumentError, "precision -1 is out of valid range of 0..15"}
IO.inspect(Float.parse("1.5abc")) # expect: {1.5, "abc"}
IO.inspect(Float.parse("-1")) # expect: {-1.0, ""}
IO.inspect(Float.parse("1e3")) # expect: {1000.0, ""}
IO.inspect(Float.parse("1.5e-3x")) # expect: {0.0015, "x"}
IO.inspect(Float.parse(".5")) # expect: :error
IO.inspect(Float.parse("1.")) # expect: {1.0, "."}
IO.inspect(Float.parse("abc")) # expect: :error
IO.inspect(Float.parse("1.0e400")) # expect: :error
IO.inspect(Float.ratio(0.75)) # expect: {3, 4}
IO.inspect(Float.ratio(-1.5)) # expect: {-3, 2}
IO.inspect(Float.ratio(0.0)) # expect: {0, 1}
IO.inspect(Float.ratio(1.0e-10)) # expect: {7737125245533627, 77371252455336267181195264}
IO.inspect(Float.to_string(1.0)) # expect: "1.0"
IO.inspect(Float.to_charlist(-0.5)) # expect: '-0.5'
IO.inspect(Float.max_finite()) # expect: 1.7976931348623157e308
IO.inspect(Float.min_finite()) # expect: -1.7976931348623157e308
IO.inspect(Float.pow(2.0, 3)) # expect: 8.0
IO.inspect(Float.pow(2.0, 0.5)) # expect: 1.4142135623730951
IO.puts(inspect(error.(fn -> Float.pow(-1.0, 0.5) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Float.to_string(1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Float.to_string/1"}
IO.inspect(String.to_float("1.5")) # expect: 1.5
IO.puts(inspect(error.(fn -> String.to_float("1") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of a float\n"}
IO.puts(inspect(error.(fn -> String.to_float("a.b") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of a float\n"}
IO.inspect(1.0e10) # expect: 10000000000.0
IO.inspect(1.0e15) # expect: 1000000000000000.0
IO.inspect(1.0e16) # expect: 1.0e16
IO.inspect(123456789.123) # expect: 123456789.123
IO.inspect(1.0e-5) # expect: 1.0e-5
IO.inspect(0.0001) # expect: 0.0001
IO.inspect(1.0e100) # expect: 1.0e100
IO.inspect(-0.0) # expect: -0.0
IO.inspect(1.7976931348623157e308) # expect: 1.7976931348623157e308
IO.inspect(5.0e-324) # expect: 5.0e-324
IO.inspect(2.2250738585072014e-308) # expect: 2.2250738585072014e-308
IO.inspect(0.1 + 0.2) # expect: 0.30000000000000004
IO.inspect(1 / 3) # expect: 0.3333333333333333
IO.inspect(100.0) # expect: 100.0
IO.inspect(1.0e22) # expect: 1.0e22
IO.inspect(1.0e21) # expect: 1.0e21
IO.inspect(9007199254740993.0) # expect: 9007199254740992.0
IO.puts(inspect(error.(fn -> 1.0e308 * 10 end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(trunc(-1.9)) # expect: -1
IO.inspect(round(2.5)) # expect: 3
IO.inspect(round(-2.5)) # expect: -3
IO.inspect(ceil(1.2)) # expect: 2
IO.inspect(floor(-1.2)) # expect: -2
IO.inspect(trunc(1.0e20)) # expect: 100000000000000000000
IO.puts(inspect(error.(fn -> trunc(:a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a number\n"}
IO.puts(inspect(error.(fn -> round("1") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a number\n"}
IO.inspect(abs(-1.5)) # expect: 1.5
IO.inspect(5.0 == 5) # expect: true
IO.inspect(5.0 === 5) # expect: false
IO.inspect(0.0 == -0.0) # expect: true
IO.inspect(0.0 === -0.0) # expect: true
