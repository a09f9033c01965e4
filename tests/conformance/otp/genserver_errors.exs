# init that refuses, calls that time out.
defmodule Odd do
  use GenServer
  def init(:stop), do: {:stop, :refused}
  def init(:ignore), do: :ignore
  def init(:cont), do: {:ok, 1, {:continue, :more}}
  def init(x), do: {:ok, x}
  def handle_continue(:more, n), do: {:noreply, n + 1}
  def handle_call(:get, _, s), do: {:reply, s, s}
  def handle_call(:slow, _, s) do
    Process.sleep(200)
    {:reply, :ok, s}
  end
  def terminate(reason, pid) when is_pid(pid), do: send(pid, {:terminated, reason})
  def terminate(_, _), do: :ok
end
Process.flag(:trap_exit, true)
IO.inspect(GenServer.start_link(Odd, :stop)) # expect: {:error, :refused}
IO.inspect((receive do {:EXIT, _, r} -> r after 2000 -> :none end)) # expect: :refused
IO.inspect(GenServer.start_link(Odd, :ignore)) # expect: :ignore
{:ok, c} = GenServer.start_link(Odd, :cont)
IO.inspect(GenServer.call(c, :get)) # expect: 2
r = try do GenServer.call(c, :slow, 20) catch :exit, {r, {m, f, _}} -> {r, m, f} end
IO.inspect(r) # expect: {:timeout, GenServer, :call}
{:ok, t} = GenServer.start_link(Odd, self())
GenServer.stop(t, :shutdown)
IO.inspect((receive do {:terminated, r} -> r end)) # expect: :shutdown
IO.inspect((receive do {:EXIT, ^t, r} -> r end)) # expect: :shutdown
