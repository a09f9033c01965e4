# apply and dynamic calls.
IO.inspect(apply(String, :upcase, ["a"])) # expect: "A"
IO.inspect(apply(fn a, b -> a + b end, [1, 2])) # expect: 3
m = Enum
IO.inspect(m.count([1, 2, 3])) # expect: 3
f = :sum
IO.inspect(apply(m, f, [[1, 2]])) # expect: 3
IO.inspect(:lists.reverse([1, 2])) # expect: [2, 1]
IO.inspect(:erlang.apply(:erlang, :+, [1, 2])) # expect: 3
IO.inspect(Kernel.apply(Kernel, :-, [3, 1])) # expect: 2
