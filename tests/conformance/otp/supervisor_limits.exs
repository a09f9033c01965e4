# Too many restarts end the supervisor.
defmodule Bad do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: :bad)
  def init(_), do: {:ok, nil}
end
Process.flag(:trap_exit, true)
{:ok, sup} = Supervisor.start_link([Bad], strategy: :one_for_one, max_restarts: 2, max_seconds: 60)
kill = fn kill ->
  if Process.alive?(sup) do
    case Process.whereis(:bad) do
      nil -> :ok
      pid -> Process.exit(pid, :kill)
    end
    kill.(kill)
  end
end
kill.(kill)
IO.inspect((receive do {:EXIT, ^sup, r} -> r end)) # expect: :shutdown
IO.inspect(Supervisor.start_link([%{id: 1, start: {Nope, :go, []}}], strategy: :one_for_one) |> elem(0)) # expect: :error
