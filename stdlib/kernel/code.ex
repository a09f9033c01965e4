# stdlib/kernel/code.ex: code as text, as quoted form, and as loaded modules.
# Here: the module, in parts (code/*.part.ex).
# Not here: printing of code (Code.Formatter, stdlib/elixir/code), completion (Code.Fragment).
defmodule Code do
  @moduledoc """
  Parses, evaluates, compiles, loads and formats code.

  ## An example that grows

      iex> {:ok, quoted} = Code.string_to_quoted("1 + x")
      iex> {value, _binding} = Code.eval_quoted(quoted, x: 2)
      iex> value
      3
      iex> Code.ensure_loaded?(Enum)
      true
  """

  require Kernel.Part

  @type binding :: [{atom | tuple, any}]
  @type position :: [line: pos_integer, column: pos_integer]

  Kernel.Part.include("code/load.part.ex")
  Kernel.Part.include("code/parse.part.ex")
  Kernel.Part.include("code/eval.part.ex")
  Kernel.Part.include("code/compile.part.ex")
  Kernel.Part.include("code/format.part.ex")
end
