# Anonymous functions in all forms.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect((fn -> 1 end).()) # expect: 1
IO.inspect((fn x -> x end).(2)) # expect: 2
IO.inspect((fn x, y when x > y -> :gt; _, _ -> :le end).(2, 1)) # expect: :gt
IO.inspect((fn (x) -> x end).(3)) # expect: 3
IO.inspect((fn {a, [b | _]}, %{c: c} -> {a, b, c} end).({1, [2]}, %{c: 3})) # expect: {1, 2, 3}
IO.inspect((& &1).(1)) # expect: 1
IO.inspect((&[&1, &2]).(1, 2)) # expect: [1, 2]
IO.inspect((&{&2, &1}).(1, 2)) # expect: {2, 1}
IO.inspect((&(&1.a)).(%{a: 1})) # expect: 1
IO.inspect((&"#{&1}-#{&2}").(1, 2)) # expect: "1-2"
IO.inspect(Enum.map([1, 2], &(&1 + &1))) # expect: [2, 4]
IO.inspect((&Enum.map(&1, fn x -> x + 1 end)).([1])) # expect: [2]
IO.inspect(Enum.reduce([1, 2], &-/2)) # expect: 1
f = &is_atom/1
IO.inspect(f.(:a)) # expect: true
g = &(&1).(&2)
IO.inspect(g.(f, 1)) # expect: false
IO.inspect(is_function(&Foo.bar/3, 3)) # expect: true
IO.puts(inspect(error.(fn -> Code.eval_string("&(1)") end), width: 900)) # expect: {CompileError, "nofile:1: capture argument &1 must be used within the capture operator &"}
IO.puts(inspect(error.(fn -> Code.eval_string("&(&1 + &3)") end), width: 900)) # expect: {CompileError, "nofile:1: capture argument &3 cannot be defined without &2 (you cannot skip arguments, all arguments must be numbered)"}
IO.puts(inspect(error.(fn -> Code.eval_string("&(&(&1))") end), width: 900)) # expect: {CompileError, "nofile:1: nested captures are not allowed. You cannot define a function using  the capture operator & inside another function defined via &. Got invalid nested capture: & &1"}
IO.puts(inspect(error.(fn -> Code.eval_string("&foo/1") |> elem(0) end), width: 900)) # expect: {CompileError, "nofile:1: undefined function foo/1 (there is no such import)"}
