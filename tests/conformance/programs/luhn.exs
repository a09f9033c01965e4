# Checksums: Luhn, ISBN, CRC by hand.
import Bitwise
luhn = fn s -> s |> String.replace(" ", "") |> String.to_charlist() |> Enum.reverse() |> Enum.with_index() |> Enum.map(fn {c, i} -> d = (c - ?0) * (rem(i, 2) + 1); if d > 9, do: d - 9, else: d end) |> Enum.sum() |> rem(10) == 0 end
IO.inspect(Enum.map(["4539 3195 0343 6467", "8273 1232 7352 0569"], luhn)) # expect: [true, false]
isbn = fn s -> for({c, i} <- s |> String.replace("-", "") |> String.graphemes() |> Enum.with_index(), do: (10 - i) * if(c == "X", do: 10, else: String.to_integer(c))) |> Enum.sum() |> rem(11) == 0 end
IO.inspect(Enum.map(["3-598-21508-8", "3-598-21507-X", "3-598-21508-9"], isbn)) # expect: [true, true, false]
crc = fn data -> for <<b <- data>>, reduce: 0xFFFFFFFF do acc -> Enum.reduce(1..8, bxor(acc, b), fn _, a -> if (a &&& 1) == 1, do: bxor(a >>> 1, 0xEDB88320), else: a >>> 1 end) end end
IO.inspect(bxor(crc.("123456789"), 0xFFFFFFFF) |> Integer.to_string(16)) # expect: "CBF43926"
