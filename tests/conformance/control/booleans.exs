# and, or, not, &&, ||, !, if, unless, cond and small cases.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(case Process.get(:none, 1) do 1.0 -> :float; 1 -> :int end) # expect: :int
IO.inspect(case 0.0 do -0.0 -> :zero; _ -> :other end) # expect: :zero
IO.puts(inspect(error.(fn -> case Process.get(:none, :x) do :y -> 1 end end), width: 900)) # expect: {CaseClauseError, "no case clause matching: :x"}
IO.puts(inspect(error.(fn -> cond do Process.get(:none, false) -> 1; nil -> 2 end end), width: 900)) # expect: {CondClauseError, "no cond clause evaluated to a truthy value"}
IO.inspect(cond do nil -> 1; 0 -> :zero_is_true end) # expect: :zero_is_true
IO.inspect(cond do x = Process.get(:none, 5) -> x + 1 end) # expect: 6
IO.inspect((case {1, 2} do {a, b} when a > b -> :gt; {a, b} when a < b -> :lt end)) # expect: :lt
IO.inspect((case %{a: %{b: [1, {2, 3}]}} do %{a: %{b: [_, {x, _}]}} -> x end)) # expect: 2
IO.inspect(if(nil, do: 1)) # expect: nil
IO.inspect(if(1, do: :yes, else: :no)) # expect: :yes
IO.inspect(unless(false, do: 1, else: 2)) # expect: 1
IO.inspect((if true do end)) # expect: nil
IO.inspect(nil || :default) # expect: :default
IO.inspect(false && raise("never")) # expect: false
IO.inspect(1 && nil) # expect: nil
IO.inspect(!nil) # expect: true
IO.inspect(!!1) # expect: true
IO.puts(inspect(error.(fn -> (Process.get(:none, 1) and true) end), width: 900)) # expect: {BadBooleanError, "expected a boolean on left-side of \"and\", got: 1"}
IO.puts(inspect(error.(fn -> (true and Process.get(:none, :x)) |> then(&not/1) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> not Process.get(:none, nil) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.inspect((true or raise "never")) # expect: true
IO.inspect((false and raise "never")) # expect: false
IO.inspect(is_nil(nil) and not is_nil(false)) # expect: true
IO.inspect((fn x when x or false -> :t; _ -> :f end).(true)) # expect: :t
