# Names that nothing reads: variables, private functions, aliases, imports, attributes, defaults.
defmodule Unused do
  alias Some.Thing
  alias Some.Other, as: Short
  alias Used.Here
  import List, only: [first: 1, last: 1]
  import Keyword
  import Enum, only: [map: 2], warn: false
  @never 1
  @read 2

  def variables(a, b) do
    c = a
    {d, _} = {1, 2}
    fn e -> 1 end
    x = 1
    x = 2
    for y <- [1], z = y, do: y
  end

  def shadow(x) do
    case 1 do
      x -> 2
    end
  end

  def all(list), do: {first(list), @read, Here}
  defp nobody(x), do: nobody(x)
  defp defaults(a, b \\ 1, c \\ 2), do: {a, b, c}
  def calls, do: {defaults(1, 2, 3), some(1, 2)}
  defp some(a, b \\ 1, c \\ 2), do: {a, b, c}
  defmacrop macro(x), do: x
  defmacrop used_macro(x), do: x
  def uses, do: used_macro(1)
end
