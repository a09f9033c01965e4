# What the left side of and, or binds, the right side sees, and what follows.
IO.inspect((x = true) and not x) # expect: false
IO.inspect((y = false) or not y) # expect: true
IO.inspect({x, y}) # expect: {true, false}
f = fn a -> (n = is_integer(a)) and {n, a} end
IO.inspect({f.(1), f.(:a)}) # expect: {{true, 1}, false}
