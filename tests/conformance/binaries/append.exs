# Appending in a loop keeps earlier values as they were.
a = "start"
b = a <> "-b"
c = a <> "-c"
d = b <> "!"
e = b <> "?"
IO.inspect({a, b, c, d, e}) # expect: {"start", "start-b", "start-c", "start-b!", "start-b?"}
r = Enum.reduce(1..1000, "", fn i, acc -> acc <> <<rem(i, 256)>> end)
IO.inspect({byte_size(r), :binary.last(r)}) # expect: {1000, 232}
x = Enum.reduce(1..100, "", fn _, acc -> acc <> "0123456789" end)
y = x <> "A"
z = x <> "B"
IO.inspect({byte_size(x), String.last(y), String.last(z)}) # expect: {1000, "A", "B"}
