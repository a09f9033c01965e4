# Cells that follow one another: processes with subscriptions.
defmodule Cells do
  use Agent
  defstruct inputs: %{}, formulas: [], subscribers: []

  def start(inputs, formulas) do
    {:ok, pid} = Agent.start_link(fn -> %Cells{inputs: Map.new(inputs), formulas: formulas} end)
    pid
  end

  def get(pid, name), do: Agent.get(pid, &Map.fetch!(values(&1), name))

  def set(pid, name, value) do
    Agent.update(pid, fn state ->
      old = values(state)
      state = put_in(state.inputs[name], value)
      new = values(state)
      for {cell, to} <- state.subscribers, old[cell] != new[cell], do: send(to, {:changed, cell, new[cell]})
      state
    end)
  end

  def subscribe(pid, name) do
    me = self()
    Agent.update(pid, &update_in(&1.subscribers, fn s -> s ++ [{name, me}] end))
  end

  defp values(%{inputs: inputs, formulas: formulas}) do
    Enum.reduce(formulas, inputs, fn {name, deps, f}, acc -> Map.put(acc, name, apply(f, Enum.map(deps, &acc[&1]))) end)
  end
end

cells = Cells.start([a: 1, b: 2], [{:sum, [:a, :b], &+/2}, {:double, [:sum], &(&1 * 2)}, {:even, [:a], &(rem(&1, 2) == 0)}])
IO.inspect(Cells.get(cells, :double)) # expect: 6
Cells.subscribe(cells, :double)
Cells.subscribe(cells, :even)
Cells.set(cells, :a, 10)
IO.inspect((receive do {:changed, c, v} -> {c, v} end)) # expect: {:double, 24}
IO.inspect((receive do {:changed, c, v} -> {c, v} end)) # expect: {:even, true}
Cells.set(cells, :a, 12)
Cells.set(cells, :b, 0)
IO.inspect((receive do m -> m end)) # expect: {:changed, :double, 28}
IO.inspect((receive do m -> m end)) # expect: {:changed, :double, 24}
IO.inspect((receive do m -> m after 0 -> :none end)) # expect: :none
