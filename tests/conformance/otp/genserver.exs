# A GenServer: calls, casts, infos, stop.
defmodule Stack do
  use GenServer
  def init(list), do: {:ok, list}
  def handle_call(:pop, _from, [h | t]), do: {:reply, h, t}
  def handle_call(:pop, _from, []), do: {:reply, :empty, []}
  def handle_call(:later, from, s) do
    send(self(), {:answer, from})
    {:noreply, s}
  end
  def handle_call(:stop, _from, s), do: {:stop, :normal, :stopping, s}
  def handle_cast({:push, x}, s), do: {:noreply, [x | s]}
  def handle_info({:answer, from}, s) do
    GenServer.reply(from, :answered)
    {:noreply, s}
  end
  def handle_info({:tell, pid}, s) do
    send(pid, {:state, s})
    {:noreply, s}
  end
  def handle_continue(:x, s), do: {:noreply, s}
end
{:ok, pid} = GenServer.start_link(Stack, [1])
IO.inspect(GenServer.call(pid, :pop)) # expect: 1
IO.inspect(GenServer.call(pid, :pop)) # expect: :empty
IO.inspect(GenServer.cast(pid, {:push, :a})) # expect: :ok
IO.inspect(GenServer.cast(pid, {:push, :b})) # expect: :ok
IO.inspect(GenServer.call(pid, :pop)) # expect: :b
IO.inspect(GenServer.call(pid, :later)) # expect: :answered
send(pid, {:tell, self()})
IO.inspect((receive do {:state, s} -> s end)) # expect: [:a]
IO.inspect(:sys.get_state(pid)) # expect: [:a]
IO.inspect(GenServer.call(pid, :stop)) # expect: :stopping
IO.inspect(Process.alive?(pid)) # expect: false
{:ok, named} = GenServer.start(Stack, [], name: :stack)
IO.inspect(GenServer.whereis(:stack) == named) # expect: true
IO.inspect(GenServer.start(Stack, [], name: :stack) == {:error, {:already_started, named}}) # expect: true
IO.inspect(GenServer.call(:stack, :pop)) # expect: :empty
IO.inspect(GenServer.stop(:stack)) # expect: :ok
r = try do GenServer.call(:stack, :pop) catch :exit, r -> r end
IO.inspect(r) # expect: {:noproc, {GenServer, :call, [:stack, :pop, 5000]}}
