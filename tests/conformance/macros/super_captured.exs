# &super/1 and &super(&1) in a macro.
defmodule Overrides do
  defmacro list(x), do: x
  defoverridable list: 1
  defmacro list(x), do: Enum.map(1..x, &super(&1)) ++ Enum.map(1..x, &super/1)
end

defmodule Uses do
  require Overrides
  def all, do: Overrides.list(3)
end

IO.inspect(Uses.all()) # expect: [1, 2, 3, 1, 2, 3]
