# A case over many integers and atoms.
f = fn n ->
  case n do
    0 -> :zero
    1 -> :one
    2 -> :two
    3 -> :three
    10 -> :ten
    100 -> :hundred
    -5 -> :minus_five
    :a -> "a"
    :b -> "b"
    :c -> "c"
    :d -> "d"
    {:a, 1} -> "a1"
    {:a, 2} -> "a2"
    {:b, x} -> {"b", x}
    {:a, 1, 2} -> "a12"
    "x" -> "sx"
    _ -> :many
  end
end
IO.puts(inspect(Enum.map([0, 1, 2, 3, 10, 100, -5, 4, :a, :b, :c, :d, :e], f), width: 400)) # expect: [:zero, :one, :two, :three, :ten, :hundred, :minus_five, :many, "a", "b", "c", "d", :many]
IO.puts(inspect(Enum.map([{:a, 1}, {:a, 2}, {:a, 3}, {:b, 9}, {:a, 1, 2}, {:a, 1, 3}, "x", "y", 1.0], f), width: 400)) # expect: ["a1", "a2", :many, {"b", 9}, "a12", :many, "sx", :many, :many]
