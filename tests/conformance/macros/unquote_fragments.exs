# unquote in definitions.
defmodule Frag do
  for {name, v} <- [one: 1, two: 2] do
    def unquote(name)(), do: unquote(v)
    def unquote(:"#{name}_plus")(x), do: x + unquote(v)
  end
  @list [a: 1, b: 2]
  for {k, v} <- @list, do: def get(unquote(k)), do: unquote(v)
  def get(_), do: nil
  data = %{deep: [1, {2, "x"}]}
  def data, do: unquote(Macro.escape(data))
  args = for n <- 1..3, do: Macro.var(:"a#{n}", __MODULE__)
  def sum(unquote_splicing(args)), do: Enum.sum(unquote(args))
end
IO.inspect(Frag.one()) # expect: 1
IO.inspect(Frag.two_plus(5)) # expect: 7
IO.inspect(Enum.map([:a, :b, :c], &Frag.get/1)) # expect: [1, 2, nil]
IO.inspect(Frag.data()) # expect: %{deep: [1, {2, "x"}]}
IO.inspect(Frag.sum(1, 2, 3)) # expect: 6
