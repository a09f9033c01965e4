# Deep recursion is bounded by memory alone.
defmodule Deep do
  def sum(0), do: 0
  def sum(n), do: n + sum(n - 1)
  def build(0), do: []
  def build(n), do: [n | build(n - 1)]
end
IO.inspect(Deep.sum(1_000_000)) # expect: 500000500000
IO.inspect(length(Deep.build(500_000))) # expect: 500000
