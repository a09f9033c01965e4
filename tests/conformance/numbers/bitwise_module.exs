# Bitwise: functions, operators, big and negative numbers.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
import Bitwise
IO.inspect(band(0b1100, 0b1010)) # expect: 8
IO.inspect(bor(0b1100, 0b1010)) # expect: 14
IO.inspect(bxor(0b1100, 0b1010)) # expect: 6
IO.inspect(bnot(0)) # expect: -1
IO.inspect(bsl(1, 100)) # expect: 1267650600228229401496703205376
IO.inspect(bsr(1 <<< 100, 98)) # expect: 4
IO.inspect(bsl(8, -2)) # expect: 2
IO.inspect(bsr(1, -4)) # expect: 16
IO.inspect(-1 >>> 100) # expect: -1
IO.inspect(-5 &&& 3) # expect: 3
IO.inspect(-5 ||| 3) # expect: -5
IO.inspect(bxor(-5, 3)) # expect: -8
IO.inspect(~~~(1 <<< 64)) # expect: -18446744073709551617
IO.inspect((1 <<< 64) - 1 &&& 0xFFFF) # expect: 65535
IO.inspect(-(1 <<< 64) >>> 60) # expect: -16
IO.inspect(-(1 <<< 64) &&& (1 <<< 65) - 1) # expect: 18446744073709551616
IO.inspect(bxor(1 <<< 64, -1)) # expect: -18446744073709551617
IO.inspect(5 ^^^ 3) # expect: 6
IO.inspect(Enum.reduce(0..9, 0, &(&2 ||| 1 <<< &1))) # expect: 1023
IO.inspect((fn x when (x &&& 1) == 1 -> :odd; _ -> :even end).(7)) # expect: :odd
IO.puts(inspect(error.(fn -> band(1, Process.get(:none, 1.5)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> bnot(Process.get(:none, :a)) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
