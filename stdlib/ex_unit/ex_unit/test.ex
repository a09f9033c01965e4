defmodule ExUnit.Test do
  @moduledoc """
  One test, as formatters see it.

    * `:name` - an atom such as `:"test adds"`
    * `:module` - where it is defined (`:case` is its old name)
    * `:state` - see `t:ExUnit.state/0`
    * `:time` - how long it ran, in microseconds
    * `:tags` - see `ExUnit.Case`
    * `:logs` - what it logged, if logs are captured
  """
  defstruct [:name, :case, :module, :state, time: 0, tags: %{}, logs: ""]

  @type t :: %__MODULE__{
          name: atom,
          case: module,
          module: module,
          state: ExUnit.state(),
          time: non_neg_integer,
          tags: map,
          logs: String.t()
        }
end
