# Pipes and precedence.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect([1, 2] |> Enum.map(&(&1 * 2)) |> Enum.sum()) # expect: 6
IO.inspect("a" |> String.upcase() |> Kernel.<>("b")) # expect: "Ab"
IO.inspect(5 |> then(&(&1 + 1))) # expect: 6
IO.inspect(1..3 |> Enum.to_list() |> hd()) # expect: 1
IO.inspect(-1 |> abs()) # expect: 1
IO.inspect(1 + 2 |> Integer.to_string()) # expect: "3"
IO.inspect([1] ++ [2] |> length()) # expect: 2
IO.inspect(not true == false) # expect: true
IO.inspect(1 < 2 == true) # expect: true
IO.inspect(2 ** 3 ** 2) # expect: 64
IO.inspect(10 - 5 - 2) # expect: 3
IO.inspect("a" <> "b" <> "c") # expect: "abc"
IO.inspect([1] ++ [2] -- [2]) # expect: [1]
IO.inspect(true and false or true) # expect: true
IO.inspect(1 in [1] and 2 not in [1]) # expect: true
IO.inspect(!true || true) # expect: true
IO.inspect((&(&1)).(1)) # expect: 1
IO.puts(inspect(error.(fn -> Code.eval_string("1 |> 2") end), width: 900)) # expect: {ArgumentError, "cannot pipe 1 into 2, can only pipe into local calls foo(), remote calls Foo.bar() or anonymous function calls foo.()"}
IO.puts(inspect(error.(fn -> Code.eval_string("x |> fn a -> a end") end), width: 900)) # expect: {ArgumentError, "cannot pipe x into an anonymous function without calling the function; use Kernel.then/2 instead or define the anonymous function as a regular private function"}
