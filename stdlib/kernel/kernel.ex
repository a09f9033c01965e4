# stdlib/kernel/kernel.ex: the module whose functions and macros every program sees.
# Here: the module, in parts (kernel/*.part.ex).
# Not here: special forms (kernel/special_forms.ex documents them, the compiler knows them).
# Holds: compiled when nothing but special forms, def, defp, defmacro, defmacrop, defmodule and @
# exist, so no part uses a macro of Kernel, and all calls of other modules are by full name.
defmodule Kernel do
  @moduledoc """
  What is in scope in every module without saying so.

  Kernel has the operators, the tests that guards may use, the macros that define modules and
  functions, control flow beyond the special forms (`if/2`, `and/2`, `|>/2`, …), and what works on
  nested data (`get_in/2`, `put_in/3`, …). Everything is imported by default; a name that a module
  wants for itself is left out with

      import Kernel, except: [if: 2]

  Functions marked as allowed in guards may stand behind `when`. Many functions compile straight to
  an instruction of the machine.

  ## An example that grows

      iex> [1, 2, 3] |> length()
      3
      iex> if length([1, 2, 3]) > 2, do: "many", else: "few"
      "many"
      iex> data = %{user: %{name: "Ann"}}
      iex> put_in(data.user.name, "Bob")
      %{user: %{name: "Bob"}}
  """

  require Kernel.Part

  Kernel.Part.include("kernel/control.part.ex")
  Kernel.Part.include("kernel/tests.part.ex")
  Kernel.Part.include("kernel/operators.part.ex")
  Kernel.Part.include("kernel/ranges.part.ex")
  Kernel.Part.include("kernel/text.part.ex")
  Kernel.Part.include("kernel/define.part.ex")
  Kernel.Part.include("kernel/structs.part.ex")
  Kernel.Part.include("kernel/names.part.ex")
  Kernel.Part.include("kernel/errors.part.ex")
  Kernel.Part.include("kernel/processes.part.ex")
  Kernel.Part.include("kernel/nested.part.ex")
  Kernel.Part.include("kernel/sigils.part.ex")
end
