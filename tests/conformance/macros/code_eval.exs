# Code.eval_string, compile_string, binding, env.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.puts(inspect(Code.eval_string("a + b", a: 1, b: 2), width: 900)) # expect: {3, [b: 2, a: 1]}
IO.puts(inspect(Code.eval_string("x = 1; y = x + 1"), width: 900)) # expect: {2, [y: 2, x: 1]}
IO.puts(inspect(Code.eval_string("__ENV__.file", [], file: "my.ex") |> elem(0), width: 900)) # expect: "my.ex"
IO.puts(inspect(Code.eval_string("__ENV__.line", [], line: 7) |> elem(0), width: 900)) # expect: 7
IO.puts(inspect(Code.eval_quoted(quote(do: var!(z) * 2), z: 5), width: 900)) # expect: {10, [z: 5]}
IO.puts(inspect(Code.eval_string("fn x -> x + n end", n: 3) |> elem(0) |> then(& &1.(1)), width: 900)) # expect: 4
IO.puts(inspect(error.(fn -> Code.eval_string("raise \"inside\"") end), width: 900)) # expect: {RuntimeError, "inside"}
IO.puts(inspect(error.(fn -> Code.eval_string("undefined_fun(1)") end), width: 900)) # expect: {CompileError, "nofile:1: undefined function undefined_fun/1 (there is no such import)"}
IO.puts(inspect(error.(fn -> Code.eval_string("String.nope()") end), width: 900)) # expect: {UndefinedFunctionError, "function String.nope/0 is undefined or private"}
IO.puts(inspect(error.(fn -> Code.eval_string("1 = 2") end), width: 900)) # expect: {MatchError, "no match of right hand side value: 2"}
IO.puts(inspect(error.(fn -> Code.eval_string("%{a: 1}.b") end), width: 900)) # expect: {KeyError, "key :b not found in: %{a: 1}"}
IO.puts(inspect(Code.compile_string("defmodule CE1 do def x, do: 1 end") |> Enum.map(&elem(&1, 0)), width: 900)) # expect: [CE1]
IO.puts(inspect(Code.compile_quoted(quote(do: (defmodule CE2 do def y, do: 2 end))) |> Enum.map(&elem(&1, 0)), width: 900)) # expect: [CE2]
IO.puts(inspect({apply(CE1, :x, []), apply(CE2, :y, [])}, width: 900)) # expect: {1, 2}
IO.puts(inspect(Code.string_to_quoted("a.b(c)", columns: true), width: 900)) # expect: {:ok, {{:., [line: 1, column: 2], [{:a, [line: 1, column: 1], nil}, :b]}, [line: 1, column: 3], [{:c, [line: 1, column: 5], nil}]}}
IO.puts(inspect(Code.string_to_quoted("x = :a", file: "f.ex", line: 5), width: 900)) # expect: {:ok, {:=, [line: 5], [{:x, [line: 5], nil}, :a]}}
IO.puts(inspect(Code.quoted_to_algebra(quote(do: a + b)) |> Inspect.Algebra.format(80) |> IO.iodata_to_binary(), width: 900)) # expect: "a + b"
IO.puts(inspect(Code.ensure_loaded?(CE1), width: 900)) # expect: true
IO.puts(inspect(:code.purge(CE1) |> is_boolean(), width: 900)) # expect: true
