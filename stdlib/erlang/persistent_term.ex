# stdlib/erlang/persistent_term.ex: the module :persistent_term, whose functions are natives.
# Not here: the functions (runtime/table); vm/tables/natives.def says what each does.
defmodule :persistent_term do
  @moduledoc """
  Terms that every process reads without a copy; writing one is slow.
  """
end
