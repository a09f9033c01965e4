# Attributes: reading, accumulating, registering, in functions.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Attrs do
  @a 1
  @b @a + 1
  Module.register_attribute(__MODULE__, :acc, accumulate: true)
  @acc :x
  @acc :y
  @moduledoc "doc text"
  @typedoc "a type"
  @type t :: integer
  def a, do: @a
  @a 2
  def a2, do: @a
  def acc, do: @acc
  @acc :z
  def acc_later, do: @acc
  def b, do: @b
  @computed Enum.map(1..3, &(&1 * 2))
  def computed, do: @computed
  @fun &String.upcase/1
  def fun, do: @fun.("up")
  @map %{list: [1, {2, "x"}]}
  def map, do: @map
  def in_guard(x) when x in @computed, do: true
  def in_guard(_), do: false
  def in_pattern(@a), do: :matched
  def in_pattern(_), do: :not
  IO.inspect(@unset) # expect: nil
  IO.inspect(Module.get_attribute(__MODULE__, :a)) # expect: 2
  IO.inspect(Module.has_attribute?(__MODULE__, :zzz)) # expect: false
  Module.put_attribute(__MODULE__, :put, 9)
  IO.inspect(@put) # expect: 9
  Module.delete_attribute(__MODULE__, :put)
  IO.inspect(Module.get_attribute(__MODULE__, :put, :gone)) # expect: :gone
  IO.inspect(Module.attributes_in(__MODULE__) |> Enum.member?(:a)) # expect: true
  IO.inspect(__MODULE__) # expect: Attrs
  IO.inspect(Module.open?(__MODULE__)) # expect: true
  IO.inspect(Module.defines?(__MODULE__, {:a, 0})) # expect: true
  IO.inspect(Module.defines?(__MODULE__, {:a, 0}, :defp)) # expect: false
  IO.inspect(Module.definitions_in(__MODULE__) |> Enum.sort() |> Enum.take(3)) # expect: [a: 0, a2: 0, acc: 0]
  @persisted :yes
  Module.register_attribute(__MODULE__, :persisted, persist: true)
  @persisted :yes
end
IO.inspect(Attrs.a()) # expect: 1
IO.inspect(Attrs.a2()) # expect: 2
IO.inspect(Attrs.acc()) # expect: [:y, :x]
IO.inspect(Attrs.acc_later()) # expect: [:z, :y, :x]
IO.inspect(Attrs.b()) # expect: 2
IO.inspect(Attrs.computed()) # expect: [2, 4, 6]
IO.inspect(Attrs.fun()) # expect: "UP"
IO.inspect(Attrs.map()) # expect: %{list: [1, {2, "x"}]}
IO.inspect(Enum.map([2, 3], &Attrs.in_guard/1)) # expect: [true, false]
IO.inspect(Attrs.in_pattern(2)) # expect: :matched
IO.inspect(Attrs.__info__(:attributes)[:persisted]) # expect: [:yes]
IO.inspect(Module.open?(Attrs)) # expect: false
IO.puts(inspect(error.(fn -> Module.get_attribute(Attrs, :a) end), width: 900)) # expect: {ArgumentError, "could not call Module.get_attribute/2 because the module Attrs is already compiled. Use the Module.__info__/1 callback or Code.fetch_docs/1 instead"}
IO.puts(inspect(error.(fn -> Module.put_attribute(Attrs, :a, 1) end), width: 900)) # expect: {ArgumentError, "could not call Module.put_attribute/3 because the module Attrs is already compiled"}
IO.puts(inspect(error.(fn -> Module.create(:"Elixir.x y", quote(do: nil), __ENV__) |> elem(1) end), width: 900)) # expect: {:ok, :"Elixir.x y"}
