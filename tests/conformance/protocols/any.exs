# Fallback to Any and deriving.
defprotocol Desc do
  @fallback_to_any true
  def desc(x)
end
defimpl Desc, for: Any do
  def desc(_), do: :any
end
defimpl Desc, for: Integer do
  def desc(n), do: {:int, n}
end
IO.inspect({Desc.desc(1), Desc.desc(:a), Desc.desc(self()), Desc.desc(fn -> 1 end)}) # expect: {{:int, 1}, :any, :any, :any}
defprotocol Kind do
  def kind(x)
end
defimpl Kind, for: Any do
  defmacro __deriving__(module, _struct, opts) do
    quote do
      defimpl Kind, for: unquote(module) do
        def kind(_), do: {:derived, unquote(module), unquote(opts)}
      end
    end
  end
  def kind(_), do: :plain_any
end
defmodule Dv do
  @derive {Kind, [level: 3]}
  defstruct [:x]
end
IO.inspect(Kind.kind(struct(Dv))) # expect: {:derived, Dv, [level: 3]}
try do
  Kind.kind(5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Protocol.UndefinedError: "protocol Kind not implemented for 5 of type Integer"
end
