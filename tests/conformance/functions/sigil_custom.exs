# Sigils of one's own.
defmodule Sigils do
  def sigil_x(text, mods), do: {text, mods}
  defmacro sigil_M({:<<>>, _, [t]}, mods), do: {t, mods}
end
defmodule UseSigils do
  import Sigils
  def a, do: ~x(in #{1 + 1} side)ab
  def b, do: ~M[raw #{x}]
  def c, do: ~x"""
  heredoc
  """
end
IO.inspect(UseSigils.a()) # expect: {"in 2 side", 'ab'}
IO.inspect(UseSigils.b()) # expect: {"raw \#{x}", []}
IO.inspect(UseSigils.c()) # expect: {"heredoc\n", []}
