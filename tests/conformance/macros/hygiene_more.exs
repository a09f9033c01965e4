# Variables, aliases and imports of macros.
defmodule Hyg do
  defmacro set(v), do: quote(do: x = unquote(v))
  defmacro set!(v), do: quote(do: var!(x) = unquote(v))
  defmacro get, do: quote(do: var!(x))
  defmacro twice(e), do: quote(do: (y = unquote(e); y + y))
  defmacro call_local, do: quote(do: Hyg.helper())
  def helper, do: :helped
  defmacro env_module, do: __CALLER__.module
  defmacro line, do: __CALLER__.line
  defmacro ctx(v), do: quote(do: unquote(Macro.var(v, nil)))
  defmacro unhyg(name, v), do: quote(do: unquote({name, [], nil}) = unquote(v))
end
defmodule UseHyg do
  require Hyg
  def a do
    x = 1
    Hyg.set(2)
    x
  end
  def b do
    x = 1
    Hyg.set!(2)
    x
  end
  def c do
    x = 7
    Hyg.get() + x
  end
  def d do
    y = 1
    Hyg.twice(y + 1) + y
  end
  def e, do: Hyg.call_local()
  def f, do: Hyg.env_module()
  def g do
    z = 3
    Hyg.ctx(:z)
  end
  def h do
    Hyg.unhyg(:w, 4)
    w
  end
end
IO.inspect(UseHyg.a()) # expect: 1
IO.inspect(UseHyg.b()) # expect: 2
IO.inspect(UseHyg.c()) # expect: 14
IO.inspect(UseHyg.d()) # expect: 5
IO.inspect(UseHyg.e()) # expect: :helped
IO.inspect(UseHyg.f()) # expect: UseHyg
IO.inspect(UseHyg.g()) # expect: 3
IO.inspect(UseHyg.h()) # expect: 4
