# Bit operations see negative numbers as infinite two's complement.
import Bitwise
IO.inspect(12 &&& 10) # expect: 8
IO.inspect(12 ||| 10) # expect: 14
IO.inspect(bxor(12, 10)) # expect: 6
IO.inspect(~~~5) # expect: -6
IO.inspect(-1 &&& 0xFF) # expect: 255
IO.inspect(-256 ||| 1) # expect: -255
IO.inspect(1 <<< 70) # expect: 1180591620717411303424
IO.inspect((1 <<< 70) >>> 68) # expect: 4
IO.inspect(-1 >>> 3) # expect: -1
IO.inspect(-9 >>> 1) # expect: -5
IO.inspect(1 <<< -1) # expect: 0
IO.inspect((1 <<< 80) &&& ((1 <<< 80) - 1)) # expect: 0
IO.inspect(-(1 <<< 80) &&& 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF) # expect: 79226953588444722964369244160
IO.inspect(bxor(-(1 <<< 65), 1 <<< 65)) # expect: -73786976294838206464
IO.inspect(~~~(1 <<< 64)) # expect: -18446744073709551617
