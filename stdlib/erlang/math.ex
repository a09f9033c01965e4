# stdlib/erlang/math.ex: the module :math, whose functions are natives.
# Not here: the functions (runtime/number); vm/tables/natives.def says what each does.
defmodule :math do
  @moduledoc """
  Functions of mathematics over floats; integers given to them are made floats first.
  """
end
