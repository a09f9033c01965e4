# stdlib/erlang/os.ex: the module :os, whose functions are natives.
# Not here: the functions (runtime/os and runtime/time); vm/tables/natives.def says what each does.
defmodule :os do
  @moduledoc """
  The operating system: its clock, its environment, its name.
  """
end
