# stdlib/erlang/code.ex: the module :code, whose functions are natives.
# Not here: the functions (runtime/code); vm/tables/natives.def says what each does.
defmodule :code do
  @moduledoc """
  Loading, asking for and removing modules.
  """
end
