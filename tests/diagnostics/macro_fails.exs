defmodule Macros do
  defmacro even(n) when rem(n, 2) == 0, do: n
  defmacro even(_), do: raise(ArgumentError, "not even")
end

defmodule UsesMacros do
  require Macros
  def two, do: Macros.even(2)
  def three, do: Macros.even(3)
  def five, do: Macros.even(5)
end
