# A closure keeps what it saw.
make = fn n -> fn x -> x + n end end
add5 = make.(5)
IO.inspect(add5.(1)) # expect: 6
x = 1
f = fn -> x end
x = 2
IO.inspect({f.(), x}) # expect: {1, 2}
fs = for i <- 1..3, do: fn -> i * i end
IO.inspect(Enum.map(fs, & &1.())) # expect: [1, 4, 9]
compose = fn f, g -> fn x -> x |> f.() |> g.() end end
IO.inspect(compose.(&(&1 + 1), &(&1 * 2)).(3)) # expect: 8
curry = fn a -> fn b -> fn c -> {a, b, c} end end end
IO.inspect(curry.(1).(2).(3)) # expect: {1, 2, 3}
try do
  Process.get(:none, :not_a_fun).(1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadFunctionError: "expected a function, got: :not_a_fun"
end
