# stdlib/erlang/erlang.ex: the module :erlang, whose functions are natives.
# Not here: the functions (runtime); vm/tables/natives.def says what each does.
defmodule :erlang do
  @moduledoc """
  The functions that guards, processes, terms, binaries and time stand on.
  """
end
