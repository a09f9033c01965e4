# stdlib/kernel/macro.ex: quoted forms as data.
# Here: the module, walking and building (macro/*.part.ex the rest).
# Not here: printing (Code.Formatter), expansion itself (the compiler).
defmodule Macro do
  @moduledoc """
  Works on quoted forms: code as data, the way macros see it.

  A quoted form is a call `{name, metadata, arguments}`, a variable `{name, metadata, context}`, or a
  literal that stands for itself: an atom, a number, a list, a binary, a pair.

  ## An example that grows

      iex> ast = quote(do: a + 1)
      iex> Macro.to_string(ast)
      "a + 1"
      iex> swapped = Macro.prewalk(ast, fn 1 -> 2; other -> other end)
      iex> Macro.to_string(swapped)
      "a + 2"
  """

  require Kernel.Part

  @type t :: input
  @type input :: term
  @type output :: term
  @type metadata :: keyword
  @type captured_remote_function :: fun

  Kernel.Part.include("macro/walk.part.ex")
  Kernel.Part.include("macro/build.part.ex")
  Kernel.Part.include("macro/text.part.ex")
  Kernel.Part.include("macro/expand.part.ex")
  Kernel.Part.include("macro/debug.part.ex")
end
