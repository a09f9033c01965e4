# Protocol.derive/3 for a struct whose module is done hands the struct to __deriving__.
defprotocol Served do
  def serve(thing)
end

defimpl Served, for: Any do
  defmacro __deriving__(module, struct, options) do
    names = struct |> Map.keys() |> Kernel.--([:__struct__]) |> Enum.sort()

    quote do
      defimpl Served, for: unquote(module) do
        def serve(_thing), do: {unquote(names), unquote(options)}
      end
    end
  end

  def serve(_thing), do: :nothing
end

defmodule Cup do
  defstruct [:tea, :sugar]
end

require Protocol
Protocol.derive(Served, Cup, hot: true)
IO.inspect(Served.serve(struct(Cup)))   # expect: {[:sugar, :tea], [hot: true]}
