defmodule ExUnit.TestCase do
  @moduledoc false
  # The old name of ExUnit.TestModule.
  defstruct [:name, :state, tests: []]
  @type t :: %__MODULE__{name: module, state: ExUnit.state(), tests: [ExUnit.Test.t()]}
end
