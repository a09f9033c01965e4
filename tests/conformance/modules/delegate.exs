# defdelegate forwards.
defmodule Del do
  defdelegate reverse(list), to: Enum
  defdelegate up(s), to: String, as: :upcase
  defdelegate put(map, k, v), to: Map
end
IO.inspect({Del.reverse([1, 2]), Del.up("x"), Del.put(%{}, :a, 1)}) # expect: {[2, 1], "X", %{a: 1}}
