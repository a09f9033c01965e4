# Modules made at run time.
contents = quote do
  def hello(name), do: "hi " <> name
end
Module.create(Made, contents, Macro.Env.location(__ENV__))
IO.inspect(Made.hello("x")) # expect: "hi x"
name = :"Elixir.Dyn#{1 + 1}"
defmodule name do
  def who, do: __MODULE__
end
IO.inspect(name.who()) # expect: Dyn2
