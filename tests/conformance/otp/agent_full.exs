# Agent, whole.
{:ok, a} = Agent.start_link(fn -> %{n: 1} end)
IO.puts(inspect(Agent.get(a, & &1), width: 900)) # expect: %{n: 1}
IO.puts(inspect(Agent.get(a, & &1.n), width: 900)) # expect: 1
IO.puts(inspect(Agent.update(a, &%{&1 | n: 2}), width: 900)) # expect: :ok
IO.puts(inspect(Agent.get_and_update(a, &{&1.n, %{&1 | n: 10}}), width: 900)) # expect: 2
IO.puts(inspect(Agent.cast(a, &%{&1 | n: &1.n + 1}), width: 900)) # expect: :ok
IO.puts(inspect(Agent.get(a, & &1.n), width: 900)) # expect: 11
IO.puts(inspect(Agent.get(a, Map, :get, [:n]), width: 900)) # expect: 11
IO.puts(inspect(Agent.update(a, Map, :put, [:k, :v]), width: 900)) # expect: :ok
IO.puts(inspect(Agent.get_and_update(a, Map, :pop, [:k]), width: 900)) # expect: :v
IO.puts(inspect(Agent.cast(a, Map, :put, [:z, 0]), width: 900)) # expect: :ok
IO.puts(inspect(Agent.get(a, & &1), width: 900)) # expect: %{n: 11, z: 0}
IO.puts(inspect(Agent.stop(a), width: 900)) # expect: :ok
IO.puts(inspect(Process.alive?(a), width: 900)) # expect: false
IO.puts(inspect((try do Agent.get(a, & &1) catch :exit, {r, _} -> r end), width: 900)) # expect: :noproc
{:ok, b} = Agent.start(Map, :new, [[x: 1]], name: :named_agent)
IO.puts(inspect(Agent.get(:named_agent, & &1), width: 900)) # expect: %{x: 1}
IO.puts(inspect(Agent.start(fn -> 1 end, name: :named_agent) == {:error, {:already_started, b}}, width: 900)) # expect: true
Process.flag(:trap_exit, true)
IO.puts(inspect((try do Agent.get(b, fn _ -> Process.sleep(200) end, 10) catch :exit, {r, {GenServer, :call, _}} -> r end), width: 900)) # expect: :timeout
IO.puts(inspect(Agent.child_spec(fn -> 1 end) |> Map.keys(), width: 900)) # expect: [:id, :start]
defmodule Counter do
  use Agent, restart: :transient, shutdown: 10
  def start_link(n), do: Agent.start_link(fn -> n end, name: __MODULE__)
  def inc, do: Agent.get_and_update(__MODULE__, &{&1, &1 + 1})
end
{:ok, _} = Supervisor.start_link([{Counter, 5}], strategy: :one_for_one)
IO.puts(inspect(Enum.map(1..3, fn _ -> Counter.inc() end), width: 900)) # expect: [5, 6, 7]
IO.puts(inspect(Counter.child_spec(1), width: 900)) # expect: %{id: Counter, restart: :transient, shutdown: 10, start: {Counter, :start_link, [1]}}
IO.puts(inspect(Agent.start_link(fn -> exit(:no_start) end), width: 900)) # expect: {:error, :no_start}
