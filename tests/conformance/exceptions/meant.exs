# What is said of functions that are not there.
defmodule Wants do
  @callback asked() :: :ok
  @callback asked_more(any) :: :ok
  @callback may() :: :ok
  @optional_callbacks may: 0
end

defmodule Lacks do
  @behaviour Wants
  def asked_more, do: 1
  def other(_), do: 1
  def other(_, _), do: 1
  def others, do: 1
end

told = fn fun ->
  try do
    fun.()
  rescue
    e ->
      {blamed, _} = Exception.blame(:error, e, __STACKTRACE__)
      Exception.message(blamed)
  end
end

IO.inspect(told.(fn -> Lacks.asked() end)) # expect: "function Lacks.asked/0 is undefined or private, but the behaviour Wants expects it to be present. Did you mean:\n\n      * asked_more/0\n"
IO.inspect(told.(fn -> Lacks.asked_more(1) end)) # expect: "function Lacks.asked_more/1 is undefined or private, but the behaviour Wants expects it to be present. Did you mean:\n\n      * asked_more/0\n"
IO.inspect(told.(fn -> Lacks.may() end)) # expect: "function Lacks.may/0 is undefined or private"
IO.inspect(told.(fn -> Lacks.other() end)) # expect: "function Lacks.other/0 is undefined or private. Did you mean:\n\n      * other/1\n      * other/2\n"
IO.inspect(told.(fn -> Enum.map(:ok) end)) # expect: "function Enum.map/1 is undefined or private. Did you mean:\n\n      * map/2\n"
IO.inspect(told.(fn -> :lists.reverse(1, 2, 3) end)) # expect: "function :lists.reverse/3 is undefined or private. Did you mean:\n\n      * reverse/1\n      * reverse/2\n"
