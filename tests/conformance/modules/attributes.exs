# Module attributes are read at compile time.
defmodule A do
  @x 1
  def x1, do: @x
  @x 2
  def x2, do: @x
  Module.register_attribute(__MODULE__, :acc, accumulate: true)
  @acc :a
  @acc :b
  def acc, do: @acc
  @list [1, 2 | [3]]
  @map %{k: @list}
  def map, do: @map
  @fun_result Enum.map(1..3, &(&1 * 2))
  def computed, do: @fun_result
end
IO.inspect({A.x1(), A.x2(), A.acc(), A.map(), A.computed()}) # expect: {1, 2, [:b, :a], %{k: [1, 2, 3]}, [2, 4, 6]}
