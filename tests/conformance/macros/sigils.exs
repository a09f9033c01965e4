# Sigils, built in and one's own.
# skip: needs Calendar.ISO
IO.inspect(~w(a b c)) # expect: ["a", "b", "c"]
IO.inspect(~w(a b c)a) # expect: [:a, :b, :c]
IO.inspect(~w(x y)c) # expect: ['x', 'y']
IO.inspect(~s(with "quotes" and #{1 + 1})) # expect: "with \"quotes\" and 2"
IO.inspect(~S(no #{interpolation} \n)) # expect: "no \#{interpolation} \\n"
IO.inspect(~c(abc)) # expect: 'abc'
IO.inspect(~r/a.c/i) # expect: ~r/a.c/i
IO.inspect("xABCx" =~ ~r/abc/i) # expect: true
IO.inspect(~D[2020-01-02]) # expect: ~D[2020-01-02]
h = ~s"""
heredoc
  kept
"""
IO.inspect(h) # expect: "heredoc\n  kept\n"
defmodule Sg do
  def sigil_x(text, mods), do: {text, mods}
  defmacro sigil_y(text, _), do: text |> elem(2) |> hd() |> String.upcase()
end
defmodule UseSg do
  import Sg
  def a, do: ~x[raw #{1}]ab
  def b, do: ~y(up)
end
IO.inspect(UseSg.a()) # expect: {"raw 1", 'ab'}
IO.inspect(UseSg.b()) # expect: "UP"
