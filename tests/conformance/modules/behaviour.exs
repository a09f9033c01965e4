# Behaviours name callbacks.
defmodule Shape do
  @callback area(term) :: number
  @callback name() :: String.t()
  @optional_callbacks name: 0
end
defmodule Sq do
  @behaviour Shape
  @impl true
  def area(x), do: x * x
end
IO.inspect(Sq.area(3)) # expect: 9
IO.inspect(Shape.behaviour_info(:callbacks)) # expect: [name: 0, area: 1]
IO.inspect(Shape.behaviour_info(:optional_callbacks)) # expect: [name: 0]
