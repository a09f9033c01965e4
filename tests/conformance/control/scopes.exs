# What is bound inside a construct stays inside.
x = 1
if true do
  x = 2
  IO.inspect(x) # expect: 2
end
IO.inspect(x) # expect: 1
case 5 do
  x -> IO.inspect(x) # expect: 5
end
IO.inspect(x) # expect: 1
y = (z = 3; z + 1)
IO.inspect({y, z}) # expect: {4, 3}
[a, b] = [1, (c = 2)]
IO.inspect({a, b, c}) # expect: {1, 2, 2}
_ = for x <- [9], do: x
IO.inspect(x) # expect: 1
f = fn x -> x end
IO.inspect({f.(7), x}) # expect: {7, 1}
