# `in` with lists and ranges.
f = fn
  x when x in [1, 2, 3] -> :small
  x when x in ?a..?z -> :letter
  x when x in 10..20//5 -> :stepped
  x when x not in [:a, :b] -> :neither
  _ -> :a_or_b
end
IO.inspect(Enum.map([2, ?q, 15, 16, :c, :a], f)) # expect: [:small, :letter, :stepped, :neither, :neither, :a_or_b]
IO.inspect(3 in [1, 2]) # expect: false
IO.inspect(3 not in [1, 2]) # expect: true
IO.inspect(5 in 1..10) # expect: true
IO.inspect(5 in 1..10//2) # expect: true
IO.inspect(1.0 in 1..3) # expect: false
list = [1, :x]
IO.inspect(:x in list) # expect: true
