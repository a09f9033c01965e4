# Calls that lead nowhere are found when all modules are there.
defmodule Caller do
  def later, do: Callee.here()
  def missing, do: Callee.nowhere(1)
  def wrong_arity, do: Callee.here(1)
  def similar, do: Callee.hare()
  def no_module, do: Calle.here()
  def erlang, do: :lists.revers([1])
  def captured, do: &String.upcas/1
  def macro, do: Callee.twice(2)
  def old, do: Callee.old(1)
  def own, do: Caller.nothing()
  def dynamic(m), do: m.anything()
  def fine, do: {:lists.reverse([1]), String.length("a"), :erlang.self(), Callee.__info__(:functions), Callee.module_info()}
end

defmodule Callee do
  def here, do: 1
  defmacro twice(x), do: x
  @deprecated "use new/1"
  def old(x), do: x
  defp nowhere(x), do: x
  def uses, do: nowhere(1)
end
