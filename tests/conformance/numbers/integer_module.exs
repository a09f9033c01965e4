# Every function of Integer.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
require Integer
IO.inspect(Integer.is_odd(3)) # expect: true
IO.inspect(Integer.is_even(-4)) # expect: true
IO.inspect(Enum.filter(-3..3, &Integer.is_odd/1)) # expect: [-3, -1, 1, 3]
IO.inspect(Integer.pow(2, 70)) # expect: 1180591620717411303424
IO.inspect(Integer.pow(0, 0)) # expect: 1
IO.puts(inspect(error.(fn -> Integer.pow(2, -1) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Integer.pow(2.0, 2) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Integer.pow/2"}
IO.inspect(Integer.mod(-5, 3)) # expect: 1
IO.inspect(Integer.mod(5, -3)) # expect: -1
IO.puts(inspect(error.(fn -> Integer.mod(5, 0) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(Integer.floor_div(-7, 2)) # expect: -4
IO.inspect(Integer.floor_div(7, -2)) # expect: -4
IO.puts(inspect(error.(fn -> Integer.floor_div(7, 0) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.inspect(Integer.digits(1234)) # expect: [1, 2, 3, 4]
IO.inspect(Integer.digits(-1234)) # expect: [-1, -2, -3, -4]
IO.inspect(Integer.digits(0)) # expect: [0]
IO.inspect(Integer.digits(255, 16)) # expect: [15, 15]
IO.puts(inspect(error.(fn -> Integer.digits(10, 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Integer.digits/2"}
IO.inspect(Integer.undigits([1, 2, 3])) # expect: 123
IO.inspect(Integer.undigits([1, 15], 16)) # expect: 31
IO.puts(inspect(error.(fn -> Integer.undigits([1, 10]) end), width: 900)) # expect: {ArgumentError, "invalid digit 10 in base 10"}
IO.puts(inspect(error.(fn -> Integer.undigits([1], 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Integer.undigits/2"}
IO.inspect(Integer.parse("12abc")) # expect: {12, "abc"}
IO.inspect(Integer.parse("-12")) # expect: {-12, ""}
IO.inspect(Integer.parse("+7")) # expect: {7, ""}
IO.inspect(Integer.parse("abc")) # expect: :error
IO.inspect(Integer.parse("")) # expect: :error
IO.inspect(Integer.parse("- 1")) # expect: :error
IO.inspect(Integer.parse("ff zz", 16)) # expect: {255, " zz"}
IO.inspect(Integer.parse("1_000")) # expect: {1, "_000"}
IO.inspect(Integer.parse("99999999999999999999999 left")) # expect: {99999999999999999999999, " left"}
IO.puts(inspect(error.(fn -> Integer.parse("1", 99) end), width: 900)) # expect: {ArgumentError, "invalid base 99"}
IO.puts(inspect(error.(fn -> Integer.parse(1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Integer.parse/2"}
IO.inspect(Integer.to_string(255)) # expect: "255"
IO.inspect(Integer.to_string(-255, 16)) # expect: "-FF"
IO.inspect(Integer.to_string(35, 36)) # expect: "Z"
IO.puts(inspect(error.(fn -> Integer.to_string(1, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not an integer in the range 2 through 36\n"}
IO.puts(inspect(error.(fn -> Integer.to_string(1.0) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an integer\n"}
IO.inspect(Integer.to_charlist(123)) # expect: '123'
IO.inspect(Integer.to_charlist(-10, 2)) # expect: '-1010'
IO.inspect(Integer.gcd(12, -18)) # expect: 6
IO.inspect(Integer.gcd(0, 0)) # expect: 0
IO.inspect(Integer.extended_gcd(240, 46)) # expect: {2, -9, 47}
IO.inspect(Integer.extended_gcd(0, -3)) # expect: {-3, 0, 1}
IO.inspect(Integer.gcd(123456789012345678901234567890, 987654321098765432109876543210)) # expect: 9000000000900000000090
IO.puts(inspect(error.(fn -> Integer.gcd(1.0, 2) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Integer.gcd/2"}
IO.inspect(String.to_integer("7f", 16)) # expect: 127
IO.puts(inspect(error.(fn -> String.to_integer("") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> String.to_integer("1.0") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> String.to_integer(" 1") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> String.to_integer("g", 16) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"}
IO.puts(inspect(error.(fn -> String.to_integer(:a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a binary\n"}
IO.inspect(1_000_000) # expect: 1000000
IO.inspect(0b1010 + 0o17 + 0xFF) # expect: 280
IO.inspect(div(10, 3) * 3 + rem(10, 3)) # expect: 10
IO.inspect(Integer.floor_div(-10, 3) * 3 + Integer.mod(-10, 3)) # expect: -10
