# Function: captures, info, identity.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Function.identity(:x)) # expect: :x
f = Function.capture(String, :upcase, 1)
IO.inspect(f) # expect: &String.upcase/1
IO.inspect(f.("abc")) # expect: "ABC"
IO.inspect(Function.info(f, :module)) # expect: {:module, String}
IO.inspect(Function.info(f, :name)) # expect: {:name, :upcase}
IO.inspect(Function.info(f, :arity)) # expect: {:arity, 1}
IO.inspect(Function.info(f, :type)) # expect: {:type, :external}
IO.inspect(Function.info(f, :env)) # expect: {:env, []}
IO.inspect(Function.info(fn x -> x end, :arity)) # expect: {:arity, 1}
IO.inspect(Function.info(fn x -> x end, :type)) # expect: {:type, :local}
IO.inspect(&Enum.map/2) # expect: &Enum.map/2
IO.inspect(inspect(&String.length/1)) # expect: "&String.length/1"
IO.inspect(is_function(f, 1)) # expect: true
IO.inspect(is_function(f, 2)) # expect: false
IO.inspect(is_function(:a)) # expect: false
IO.puts(inspect(error.(fn -> Function.capture(1, 2, 3) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n  * 2nd argument: not an atom\n"}
IO.puts(inspect(error.(fn -> Function.info(1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a fun\n"}
IO.puts(inspect(error.(fn -> f.() end), width: 900)) # expect: {BadArityError, "&String.upcase/1 with arity 1 called with no arguments"}
IO.puts(inspect(error.(fn -> f.("a", "b") end), width: 900)) # expect: {BadArityError, "&String.upcase/1 with arity 1 called with 2 arguments (\"a\", \"b\")"}
IO.puts(inspect(error.(fn -> Process.get(:none, :a).() end), width: 900)) # expect: {BadFunctionError, "expected a function, got: :a"}
IO.puts(inspect(error.(fn -> Process.get(:none, nil).(1) end), width: 900)) # expect: {BadFunctionError, "expected a function, got: nil"}
IO.puts(inspect(error.(fn -> apply(f, []) end), width: 900)) # expect: {BadArityError, "&String.upcase/1 with arity 1 called with no arguments"}
IO.puts(inspect(error.(fn -> apply(String, :upcase, :a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 3rd argument: not a list\n"}
IO.puts(inspect(error.(fn -> apply(NoSuch, :f, [1, 2]) end), width: 900)) # expect: {UndefinedFunctionError, "function NoSuch.f/2 is undefined (module NoSuch is not available)"}
IO.puts(inspect(error.(fn -> apply(String, :no_such, []) end), width: 900)) # expect: {UndefinedFunctionError, "function String.no_such/0 is undefined or private"}
IO.puts(inspect(error.(fn -> apply(:lists, :nope, [1]) end), width: 900)) # expect: {UndefinedFunctionError, "function :lists.nope/1 is undefined or private"}
IO.puts(inspect(error.(fn -> NoSuchModule.call(1) end), width: 900)) # expect: {UndefinedFunctionError, "function NoSuchModule.call/1 is undefined (module NoSuchModule is not available)"}
IO.puts(inspect(error.(fn -> String.nope() end), width: 900)) # expect: {UndefinedFunctionError, "function String.nope/0 is undefined or private"}
IO.inspect((&(&1 + &2)).(1, 2)) # expect: 3
IO.inspect((&{&1, &2}).(1, 2)) # expect: {1, 2}
IO.inspect((&[&1 | &2]).(1, [2])) # expect: [1, 2]
IO.inspect((&"#{&1}!").("hey")) # expect: "hey!"
IO.inspect(Enum.map([1, 2], &-/1)) # expect: [-1, -2]
IO.inspect(f == &String.upcase/1) # expect: true
IO.inspect(Enum.map(["a"], &String.upcase(&1, :ascii))) # expect: ["A"]
g = fn
  0, acc, _ -> acc
  n, acc, self -> self.(n - 1, acc * n, self)
end
IO.inspect(g.(5, 1, g)) # expect: 120

h = fn x when x > 0 -> :pos end
IO.inspect(then(5, &(&1 * 2))) # expect: 10
IO.inspect(tap(5, fn _ -> :ignored end)) # expect: 5
