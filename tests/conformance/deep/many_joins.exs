# A function with as many places where two ways meet as it has variables that live across them all.
lines = for n <- 1..800, do: "x#{n} = if is_integer(a), do: add(a, #{n}), else: a\n"
all = Enum.map_join(1..800, ", ", &"x#{&1}")
Code.compile_string("""
defmodule ManyJoins do
  def f(a) do
#{lines}
    {#{all}}
  end
  def add(a, b), do: a + b
end
""")
IO.inspect(elem(ManyJoins.f(1), 799))            # expect: 801
IO.inspect(elem(ManyJoins.f(:a), 799))           # expect: :a
