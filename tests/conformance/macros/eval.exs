# Code.eval_string and friends.
IO.inspect(Code.eval_string("1 + 2")) # expect: {3, []}
IO.inspect(Code.eval_string("x * 2", x: 21)) # expect: {42, [x: 21]}
IO.inspect(Code.eval_string("y = x + 1", x: 1)) # expect: {2, [y: 2, x: 1]}
IO.inspect(Code.eval_quoted(quote do: 3 * 4)) # expect: {12, []}
IO.inspect(Code.string_to_quoted("a + 1")) # expect: {:ok, {:+, [line: 1], [{:a, [line: 1], nil}, 1]}}
IO.inspect(Code.string_to_quoted!("foo 1, 2")) # expect: {:foo, [line: 1], [1, 2]}
IO.inspect(elem(Code.string_to_quoted("1 +"), 0)) # expect: :error
[{m, bin}] = Code.compile_string("defmodule Evd do\n def f, do: :compiled\nend")
IO.inspect({m, is_binary(bin)}) # expect: {Evd, true}
IO.inspect(apply(Evd, :f, [])) # expect: :compiled
try do
  Code.eval_string("1 + ")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: TokenMissingError: "nofile:1:3: syntax error: expression is incomplete\n    |\n  1 | 1 + \n    |   ^"
end
try do
  Code.eval_string("foo = )")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: SyntaxError: "nofile:1:7: unexpected token: )\n    |\n  1 | foo = )\n    |       ^"
end
try do
  Code.eval_string("undefined_thing")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: CompileError: "nofile:1: undefined function undefined_thing/0 (there is no such import)"
end
try do
  Code.eval_string("raise \"inside\"")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: RuntimeError: "inside"
end
IO.inspect(Code.eval_string("fn x -> x * z end", z: 3) |> elem(0) |> then(& &1.(5))) # expect: 15
