# An LRU cache in a GenServer.
defmodule LRU do
  use GenServer
  def start(n), do: GenServer.start_link(__MODULE__, n)
  def put(p, k, v), do: GenServer.call(p, {:put, k, v})
  def get(p, k), do: GenServer.call(p, {:get, k})
  def keys(p), do: GenServer.call(p, :keys)
  def init(n), do: {:ok, {n, [], %{}}}
  def handle_call({:put, k, v}, _, {n, order, map}) do
    order = [k | List.delete(order, k)]
    {keep, drop} = Enum.split(order, n)
    {:reply, drop, {n, keep, map |> Map.put(k, v) |> Map.drop(drop)}}
  end
  def handle_call({:get, k}, _, {n, order, map} = s) do
    case map do
      %{^k => v} -> {:reply, {:ok, v}, {n, [k | List.delete(order, k)], map}}
      _ -> {:reply, :miss, s}
    end
  end
  def handle_call(:keys, _, {_, order, _} = s), do: {:reply, order, s}
end
{:ok, p} = LRU.start(2)
IO.inspect(LRU.put(p, :a, 1)) # expect: []
IO.inspect(LRU.put(p, :b, 2)) # expect: []
IO.inspect(LRU.get(p, :a)) # expect: {:ok, 1}
IO.inspect(LRU.put(p, :c, 3)) # expect: [:b]
IO.inspect(LRU.get(p, :b)) # expect: :miss
IO.inspect(LRU.keys(p)) # expect: [:c, :a]
