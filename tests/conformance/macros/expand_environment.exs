# Macro.expand_once of what comes from the environment, evaluation's bindings, reserved words in errors.
env = %{__ENV__ | file: "/shop/till.ex", line: 7}
IO.inspect(Macro.expand_once(quote(do: __DIR__), env)) # expect: "/shop"
IO.inspect(Macro.expand_once(quote(do: __ENV__.line), env)) # expect: 7
IO.inspect(elem(Macro.expand_once(quote(do: __ENV__), env), 0)) # expect: :%{}
IO.inspect(Macro.expand_once(quote(do: unless(tea, do: 1)), __ENV__) |> Macro.to_string()) # expect: "if tea do\n  nil\nelse\n  1\nend"
IO.inspect(Code.eval_string("a = a + 1", a: 1, a: 5)) # expect: {6, [a: 6]}

Code.eval_string("""
defmodule Kettle do
  defmacro boil, do: quote(do: water = 100)
end
""")

IO.inspect(Code.eval_string("require Kettle; Kettle.boil()")) # expect: {100, []}
IO.puts(Macro.to_string(quote(do: cup[tea: 1]))) # expect: cup[tea: 1]
IO.puts(Macro.to_string(quote(do: cup[:tea]))) # expect: cup[:tea]

fails = fn text ->
  try do
    Code.string_to_quoted!(text)
  rescue
    error -> IO.inspect({error.__struct__, Exception.message(error)}, width: 1000)
  end
end

fails.("when(a, b)") # expect: {SyntaxError, "nofile:1:1: syntax error before: when. \"when\" is a reserved word in Elixir and therefore its usage is limited. For instance, it can't be used as a variable or be defined nor invoked as a regular function"}
fails.("tea after") # expect: {SyntaxError, "nofile:1:5: syntax error before: after. \"after\" is a reserved word in Elixir and therefore its usage is limited. For instance, it can't be used as a variable or be defined nor invoked as a regular function"}
fails.("def rescue(), do: 1") # expect: {SyntaxError, "nofile:1:5: syntax error before: rescue. \"rescue\" is a reserved word in Elixir and therefore its usage is limited. For instance, it can't be used as a variable or be defined nor invoked as a regular function"}

raises = fn run ->
  try do
    run.()
  rescue
    error -> IO.inspect({error.__struct__, Exception.message(error)}, width: 1000)
  end
end

raises.(fn -> Macro.unescape_string("\\xZ") end) # expect: {ArgumentError, "invalid hex escape character, expected \\xHH where H is a hexadecimal digit"}
raises.(fn -> Code.put_compiler_option(:docs, 3) end) # expect: {RuntimeError, "compiler option :docs should be a boolean, got: 3"}
raises.(fn -> Macro.struct!(NoSuchStruct, %{__ENV__ | file: "tea.ex", line: 3}) end) # expect: {CompileError, "tea.ex:3: NoSuchStruct.__struct__/0 is undefined, cannot expand struct NoSuchStruct. Make sure the struct name is correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code"}
raises.(fn -> Code.eval_string("defmodule Elixir do\nend") end) # expect: {CompileError, "nofile:1: module Elixir is reserved and cannot be defined"}

defmodule Watcher do
  def __on_definition__(_env, kind, name, _args, _guards, body), do: IO.inspect({kind, name, Keyword.keys(body || [])})
end

defmodule Watched do
  @on_definition Watcher
  def pay(x \\ 1)
  def pay(_x), do: 1
  def open do
    1
  rescue
    _ -> 2
  end
end

# expect: {:def, :pay, []}
# expect: {:def, :pay, [:do]}
# expect: {:def, :open, [:do, :rescue]}

defmodule Marked do
  Module.register_attribute(__MODULE__, :mark, accumulate: true, persist: true)
  @mark :first
  @mark :second
end

IO.inspect(Keyword.take(Marked.__info__(:attributes), [:mark])) # expect: [mark: [:first], mark: [:second]]
