defmodule ExUnit.TestModule do
  @moduledoc """
  A module of tests, as formatters see it.

    * `:file` - where it is defined
    * `:name` - the module
    * `:state` - see `t:ExUnit.state/0`
    * `:tests` - a list of `ExUnit.Test`
  """
  defstruct [:file, :name, :state, tests: []]

  @type t :: %__MODULE__{
          file: binary | nil,
          name: module,
          state: ExUnit.state(),
          tests: [ExUnit.Test.t()]
        }
end
