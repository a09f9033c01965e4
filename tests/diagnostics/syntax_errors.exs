defmodule Broken do
  def first(x) do
    x + * 2
  end

  def fine(x), do: x

  def second(x) do
    {x, 1]
  end

  def third, do: 09abc
end
