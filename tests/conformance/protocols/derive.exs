# @derive and fallbacks.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defprotocol Show do
  @fallback_to_any true
  def show(x)
  def extra(x, y)
end
defimpl Show, for: Any do
  defmacro __deriving__(module, struct, opts) do
    fields = Map.keys(struct) -- [:__struct__]
    quote do
      defimpl Show, for: unquote(module) do
        def show(_), do: {:derived, unquote(fields), unquote(opts)}
        def extra(_, y), do: y
      end
    end
  end
  def show(_), do: :any
  def extra(_, y), do: {:any, y}
end
defimpl Show, for: [Integer, Float] do
  def show(x), do: {:number, x, @for, @protocol}
  def extra(x, y), do: x + y
end
defmodule D1 do
  @derive Show
  defstruct [:a]
end
defmodule D2 do
  @derive [{Show, opt: 1}]
  defstruct [:b, :c]
end
defmodule D3 do
  defstruct [:d]
end
IO.inspect(Show.show(struct(D1))) # expect: {:derived, [:a], []}
IO.inspect(Show.show(struct(D2))) # expect: {:derived, [:b, :c], [opt: 1]}
IO.inspect(Show.show(struct(D3))) # expect: :any
IO.inspect(Show.show(1)) # expect: {:number, 1, Integer, Show}
IO.inspect(Show.show(1.5)) # expect: {:number, 1.5, Float, Show}
IO.inspect(Show.show(:a)) # expect: :any
IO.inspect(Show.extra(1, 2)) # expect: 3
IO.inspect(Show.impl_for(1)) # expect: Show.Integer
IO.inspect(Show.impl_for(struct(D3))) # expect: Show.Any
IO.inspect(Show.impl_for(struct(D1))) # expect: Show.D1
IO.inspect(Show.__protocol__(:functions)) # expect: [extra: 2, show: 1]
IO.inspect(Show.__protocol__(:impls)) # expect: :not_consolidated
IO.inspect(Protocol.assert_protocol!(Show)) # expect: :ok
IO.puts(inspect(error.(fn -> Protocol.assert_protocol!(String) end), width: 900)) # expect: {ArgumentError, "String is not a protocol"}
IO.inspect(Protocol.assert_impl!(Enumerable, List)) # expect: :ok
