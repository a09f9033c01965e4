# A key-value store over a table: readers go straight to the table, writes go through its owner,
# which also forgets keys whose time has come.
defmodule Store do
  use GenServer

  @table :store

  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)
  def put(key, value, opts \\ []), do: GenServer.call(__MODULE__, {:put, key, value, opts[:ttl]})
  def delete(key), do: GenServer.call(__MODULE__, {:delete, key})

  def get(key, default \\ nil) do
    case :ets.lookup(@table, key) do
      [{^key, value}] -> value
      [] -> default
    end
  end

  def keys, do: :ets.select(@table, [{{:"$1", :_}, [], [:"$1"]}])

  @impl true
  def init(_) do
    {:ok, :ets.new(@table, [:ordered_set, :named_table, :protected, read_concurrency: true])}
  end

  @impl true
  def handle_call({:put, key, value, ttl}, _from, table) do
    :ets.insert(table, {key, value})
    if ttl, do: Process.send_after(self(), {:forget, key}, ttl)
    {:reply, :ok, table}
  end

  def handle_call({:delete, key}, _from, table) do
    :ets.delete(table, key)
    {:reply, :ok, table}
  end

  @impl true
  def handle_info({:forget, key}, table) do
    :ets.delete(table, key)
    {:noreply, table}
  end
end

{:ok, _} = Store.start_link(nil)
Store.put("apple", %{colour: :red, price: 3})
Store.put("cherry", %{colour: :black, price: 9})
Store.put("banana", %{colour: :yellow, price: 2}, ttl: 20)
IO.inspect(Store.keys(), label: "keys")
IO.inspect(Store.get("apple"), label: "apple")
IO.inspect(Store.get("durian", :none), label: "durian")

# A hundred readers at once, none of which asks the owner.
reads = 1..100 |> Task.async_stream(fn _ -> Store.get("cherry").price end) |> Enum.map(fn {:ok, p} -> p end)
IO.puts("100 readers saw a price of #{reads |> Enum.uniq() |> Enum.join(" or ")}")

wait_gone = fn wait_gone ->
  if Store.get("banana") do
    Process.sleep(5)
    wait_gone.(wait_gone)
  end
end

wait_gone.(wait_gone)
Store.delete("apple")
IO.inspect(Store.keys(), label: "keys later")
