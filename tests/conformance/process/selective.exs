# receive takes the first message that matches and leaves the others in order.
for m <- [:a, {:b, 1}, :c, {:b, 2}, :d], do: send(self(), m)
IO.inspect((receive do {:b, n} -> n end)) # expect: 1
IO.inspect((receive do {:b, n} -> n end)) # expect: 2
IO.inspect((receive do x -> x end)) # expect: :a
IO.inspect((receive do :d -> :d end)) # expect: :d
IO.inspect((receive do x -> x end)) # expect: :c
IO.inspect((receive do x -> x after 0 -> :empty end)) # expect: :empty
