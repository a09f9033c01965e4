# Clauses out of place or out of reach; values without effect.
defmodule Clauses do
  @attribute 1
  def f(_), do: 1
  def f(2), do: 2
  def g(x, y) when x > y, do: 1
  def g(x, x), do: 1
  def g(_, _), do: 1
  def g(1, 2), do: 1
  def h(1), do: 1
  def other, do: 1
  def h(2), do: 2

  def inside(x) do
    case x do
      y when y > 1 -> 1
      _ -> 2
      3 -> 3
    end

    receive do
      _ -> 1
      :never -> 2
    end

    fn
      _ -> 1
      2 -> 2
    end

    with 1 <- x do
      1
    else
      _ -> 2
      3 -> 3
    end
  end

  def effects(a) do
    1
    "text"
    a
    @attribute
    _ = 1
    :atom
    a
  end

  def underscore(_x, _y, _y) do
    _x
  end

  def reads, do: @undefined
end

defmodule Clauses do
end
