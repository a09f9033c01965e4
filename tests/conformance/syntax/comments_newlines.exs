# Where an expression may go on.
x = 1 +
  2
IO.inspect(x) # expect: 3
y = [
  1, # one
  2  # two
]
IO.inspect(y) # expect: [1, 2]
z =
  "a"
  |> String.upcase()
  |> Kernel.<>("!")
IO.inspect(z) # expect: "A!"
w = fn
  # a comment
  1 ->
    :one

  _ ->
    :other
end
IO.inspect(w.(1)) # expect: :one
v = if true do :a else :b end
IO.inspect(v) # expect: :a
u = (1
     |> Kernel.+(1))
IO.inspect(u) # expect: 2
t = %{a: 1
   }.a
IO.inspect(t) # expect: 1
