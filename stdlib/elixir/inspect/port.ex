# stdlib/elixir/inspect/port.ex: how ports are shown.
defimpl Inspect, for: Port do
  @moduledoc false

  def inspect(port, _opts), do: IO.iodata_to_binary(:erlang.port_to_list(port))
end
