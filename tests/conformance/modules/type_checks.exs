# Types and specs that cannot be meant.
Application.ensure_all_started(:ex_unit)
Code.compiler_options(ignore_module_conflict: true)

outcome = fn text ->
  said =
    ExUnit.CaptureIO.capture_io(:stderr, fn ->
      result =
        try do
          Code.eval_string(text)
          :fine
        rescue
          error -> {error.__struct__, Exception.message(error)}
        end

      send(self(), result)
    end)

  receive do
    result -> IO.inspect({result, said =~ ~r"type secret/0 is unused", said =~ ~r"type open/0 is unused"}, width: 1000)
  end
end

outcome.("defmodule Shop do\n  @spec pay(any) :: any\nend") # expect: {{CompileError, "nofile:2: spec for undefined function pay/1"}, false, false}
outcome.("defmodule Shop do\n  @spec pay(any) :: any\n  def pay, do: 1\nend") # expect: {{CompileError, "nofile:2: spec for undefined function pay/1"}, false, false}
outcome.("defmodule Shop do\n  @spec pay(a) :: a when a: term\n  def pay(x), do: x\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @spec pay(any, any) :: any\n  @spec pay(any) :: any\n  def pay(x, y \\\\ 1), do: {x, y}\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @spec pay\n  def pay, do: 1\nend") # expect: {{CompileError, "nofile:2: type specification missing return type: pay"}, false, false}
outcome.("defmodule Shop do\n  @type price :: integer\n  @type price :: atom\nend") # expect: {{CompileError, "nofile:3: type price/0 is already defined in nofile:2"}, false, false}
outcome.("defmodule Shop do\n  @type price :: integer\n  @type price(x) :: x\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @typep secret :: integer\n  @type open :: atom\nend") # expect: {:fine, true, false}
outcome.("defmodule Shop do\n  @typep secret :: integer\n  @type open :: {atom, [secret]}\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @typep secret :: [secret]\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @typep secret :: integer\n  @spec pay(%{tea: secret}) :: :ok\n  def pay(_), do: :ok\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @callback pay(any) :: any\n  @optional_callbacks pay: 1\nend") # expect: {:fine, false, false}
outcome.("defmodule Shop do\n  @callback pay(any) :: any\n  @optional_callbacks pay: 2\nend") # expect: {{CompileError, "nofile:1: unknown callback pay/2 given as optional callback"}, false, false}
outcome.("defprotocol Priced do\n  @spec price(t) :: integer\n  def price(x)\nend") # expect: {:fine, false, false}
