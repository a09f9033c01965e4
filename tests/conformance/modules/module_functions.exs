# Module: names, creation, queries.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Module.concat([Foo, Bar])) # expect: Foo.Bar
IO.inspect(Module.concat(Foo, "Bar.Baz")) # expect: Foo.Bar.Baz
IO.inspect(Module.concat(["foo", :bar])) # expect: :"Elixir.foo.bar"
IO.inspect(Module.concat(Foo, nil)) # expect: Foo
IO.inspect(Module.safe_concat(String, Chars)) # expect: String.Chars
IO.puts(inspect(error.(fn -> Module.safe_concat(Nope, NeverSeenBefore) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an already existing atom\n"}
IO.inspect(Module.split(Foo.Bar)) # expect: ["Foo", "Bar"]
IO.inspect(Module.split("Elixir.A.B")) # expect: ["A", "B"]
IO.puts(inspect(error.(fn -> Module.split(:lists) end), width: 900)) # expect: {ArgumentError, "expected an Elixir module, got: :lists"}
IO.puts(inspect(error.(fn -> Module.split("a") end), width: 900)) # expect: {ArgumentError, "expected an Elixir module, got: \"a\""}
IO.inspect(Module.create(Made1, quote(do: def(f(x), do: x + 1)), __ENV__) |> elem(0)) # expect: :module
IO.inspect(apply(Made1, :f, [1])) # expect: 2
IO.inspect(Atom.to_string(Foo.Bar)) # expect: "Elixir.Foo.Bar"
IO.inspect(Foo.Bar == :"Elixir.Foo.Bar") # expect: true
IO.inspect(inspect(:"Elixir.Foo")) # expect: "Foo"
IO.inspect(inspect(:"Elixir.foo")) # expect: ":\"Elixir.foo\""
IO.inspect(inspect(Elixir)) # expect: "Elixir"
IO.inspect(is_atom(String)) # expect: true
IO.inspect(Code.ensure_loaded(String)) # expect: {:module, String}
IO.inspect(Code.ensure_loaded(NoSuchMod)) # expect: {:error, :nofile}
IO.inspect(Code.ensure_loaded?(:lists)) # expect: true
IO.puts(inspect(error.(fn -> Code.ensure_loaded!(NoSuchMod) end), width: 900)) # expect: {ArgumentError, "could not load module NoSuchMod due to reason :nofile"}
IO.inspect(Code.ensure_compiled(Enum)) # expect: {:module, Enum}
IO.inspect(function_exported?(String, :length, 1)) # expect: true
IO.inspect(macro_exported?(Kernel, :if, 2)) # expect: true
IO.inspect(String.__info__(:functions) |> Keyword.has_key?(:length)) # expect: true
IO.inspect(Kernel.__info__(:macros) |> Keyword.has_key?(:if)) # expect: true
name = :"Dyn#{1}"
defmodule name do
  def me, do: __MODULE__
end
IO.inspect(name.me()) # expect: :Dyn1
defmodule Outer do
  defmodule Inner do
    def me, do: __MODULE__
  end
  defmodule Inner.Deep do
    def me, do: __MODULE__
  end
  def inner, do: Inner.me()
  def alias_inner, do: Inner
end
IO.inspect(Outer.inner()) # expect: Outer.Inner
IO.inspect(Outer.alias_inner()) # expect: Outer.Inner
IO.inspect(Outer.Inner.Deep.me()) # expect: Outer.Inner.Deep
IO.inspect((defmodule Ret do 42 end) |> elem(3)) # expect: 42
IO.inspect((defmodule Ret2 do :x end) |> Tuple.to_list() |> Enum.take(2)) # expect: [:module, Ret2]
m = String
IO.inspect(m.upcase("a")) # expect: "A"
IO.inspect(apply(m, :downcase, ["A"])) # expect: "a"
IO.inspect(Module.reserved_attributes() |> Map.has_key?(:moduledoc)) # expect: true
