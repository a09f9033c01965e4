# Callbacks are told backwards by name and arity, macros by the name they are called by.
defmodule Shape do
  @callback area(term) :: number
  @callback area(term, term) :: number
  @callback zone :: atom
  @macrocallback middle(term) :: term
  @callback beta :: atom
  @optional_callbacks area: 1, zone: 0
end

IO.inspect(Shape.behaviour_info(:callbacks)) # expect: [zone: 0, "MACRO-middle": 2, beta: 0, area: 2, area: 1]
IO.inspect(Shape.behaviour_info(:optional_callbacks)) # expect: [zone: 0, area: 1]
