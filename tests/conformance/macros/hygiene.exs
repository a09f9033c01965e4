# A macro's variables are its own unless it says so.
defmodule Hy do
  defmacro own do
    quote do
      x = :macro
      x
    end
  end
  defmacro theirs do
    quote do
      var!(x) = :changed
    end
  end
  defmacro with_arg(v) do
    quote do
      tmp = 1
      tmp + unquote(v)
    end
  end
end
defmodule UseHy do
  require Hy
  def a do
    x = :caller
    r = Hy.own()
    {x, r}
  end
  def b do
    x = :caller
    Hy.theirs()
    x
  end
  def c do
    tmp = 10
    Hy.with_arg(tmp)
  end
end
IO.inspect({UseHy.a(), UseHy.b(), UseHy.c()}) # expect: {{:caller, :macro}, :changed, 11}
