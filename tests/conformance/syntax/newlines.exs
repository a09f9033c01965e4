# Where a line may break.
a = 1 +
  2
IO.inspect(a) # expect: 3
b = [
  1,
  2
]
IO.inspect(b) # expect: [1, 2]
d = %{
  a: 1,
  b: 2
}
IO.inspect(d) # expect: %{a: 1, b: 2}
e = "x"
|> String.upcase()
IO.inspect(e) # expect: "X"
f = fn
  1 -> :one
  _ -> :many
end
IO.inspect(f.(2)) # expect: :many
g = if true,
  do: 1,
  else: 2
IO.inspect(g) # expect: 1
h =
  case 1 do
    1 ->
      :a

    2 ->
      :b
  end
IO.inspect(h) # expect: :a
i = (
  1
  2
)
IO.inspect(i) # expect: 2
j = 1; k = 2
IO.inspect(j + k) # expect: 3
IO.inspect(Enum.map([1], fn x -> x end)) # expect: [1]
l = true &&
  false
IO.inspect(l) # expect: false
