# A module's body is code that runs.
defmodule Body do
  IO.puts("compiling #{inspect(__MODULE__)}") # expect: compiling Body
  for n <- [:one, :two] do
    def unquote(n)(), do: unquote(n)
    def unquote(:"#{n}_twice")(), do: {unquote(n), unquote(n)}
  end
  value = 1 + 2
  def value, do: unquote(value)
  if true do
    def conditional, do: :yes
  else
    def conditional, do: :no
  end
end
IO.inspect({Body.one(), Body.two_twice(), Body.value(), Body.conditional()}) # expect: {:one, {:two, :two}, 3, :yes}
result = defmodule Ret do
  def x, do: 1
  :last
end
IO.inspect(elem(result, 3)) # expect: :last
IO.inspect(elem(result, 1)) # expect: Ret
