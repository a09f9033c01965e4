# Every return of GenServer's callbacks.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Full do
  use GenServer
  def init({:stop, r}), do: {:stop, r}
  def init(:ignore), do: :ignore
  def init(:bad), do: :nonsense
  def init({:timeout, t}), do: {:ok, :waiting, t}
  def init({:continue, to}), do: {:ok, [], {:continue, {:first, to}}}
  def init(s), do: {:ok, s}
  def handle_continue({:first, to}, s) do
    send(to, :continued)
    {:noreply, [:first | s], {:continue, {:second, to}}}
  end
  def handle_continue({:second, to}, s) do
    send(to, :second)
    {:noreply, [:second | s]}
  end
  def handle_call(:get, _, s), do: {:reply, s, s}
  def handle_call({:put, x}, _, _), do: {:reply, :ok, x}
  def handle_call(:later, from, s), do: {:noreply, {:owed, from, s}}
  def handle_call({:stop, r}, _, s), do: {:stop, r, :stopping, s}
  def handle_call(:stop_silent, _, s), do: {:stop, :normal, s}
  def handle_call({:timeout, t}, _, s), do: {:reply, :ok, s, t}
  def handle_call(:bad, _, _), do: :bad_return
  def handle_call(:who, {pid, tag}, s), do: {:reply, {pid, is_list(tag) or is_reference(tag)}, s}
  def handle_cast(:pay, {:owed, from, s}) do
    GenServer.reply(from, :paid)
    {:noreply, s}
  end
  def handle_cast({:tell, pid}, s) do
    send(pid, {:state, s})
    {:noreply, s}
  end
  def handle_cast(:stop, s), do: {:stop, :normal, s}
  def handle_info(:timeout, _), do: {:noreply, :timed_out}
  def handle_info({:tell, pid}, s) do
    send(pid, {:info, s})
    {:noreply, s}
  end
  def terminate(r, {:report, pid}), do: send(pid, {:terminated, r})
  def terminate(_, _), do: :ok
end
Process.flag(:trap_exit, true)
IO.inspect(GenServer.start_link(Full, {:stop, :why})) # expect: {:error, :why}
IO.inspect((receive do {:EXIT, _, r} -> r end)) # expect: :why
IO.inspect(GenServer.start_link(Full, :ignore)) # expect: :ignore
IO.inspect(GenServer.start(Full, :bad)) # expect: {:error, {:bad_return_value, :nonsense}}
{:ok, p} = GenServer.start_link(Full, 1)
IO.inspect(GenServer.call(p, :get)) # expect: 1
IO.inspect(GenServer.call(p, {:put, 2})) # expect: :ok
IO.inspect(GenServer.call(p, :get)) # expect: 2
IO.inspect(GenServer.call(p, :who) == {self(), true}) # expect: true
t = Task.async(fn -> GenServer.call(p, :later) end)
Process.sleep(10)
IO.inspect(GenServer.cast(p, :pay)) # expect: :ok
IO.inspect(Task.await(t)) # expect: :paid
GenServer.cast(p, {:tell, self()})
IO.inspect((receive do {:state, s} -> s end)) # expect: 2
send(p, {:tell, self()})
IO.inspect((receive do {:info, s} -> s end)) # expect: 2
IO.inspect(GenServer.call(p, {:timeout, 1})) # expect: :ok
Process.sleep(20)
IO.inspect(GenServer.call(p, :get)) # expect: :timed_out
IO.inspect(GenServer.call(p, {:stop, :normal})) # expect: :stopping
IO.inspect((receive do {:EXIT, ^p, r} -> r end)) # expect: :normal
{:ok, q} = GenServer.start_link(Full, {:timeout, 1})
Process.sleep(20)
IO.inspect(GenServer.call(q, :get)) # expect: :timed_out
{:ok, c} = GenServer.start_link(Full, {:continue, self()})
IO.inspect((receive do m when is_atom(m) -> m end)) # expect: :continued
IO.inspect((receive do m when is_atom(m) -> m end)) # expect: :second
IO.inspect(GenServer.call(c, :get)) # expect: [:second, :first]
{:ok, r} = GenServer.start_link(Full, {:report, self()}, name: :full)
IO.inspect(Process.whereis(:full) == r) # expect: true
IO.inspect(GenServer.whereis(:full) == r) # expect: true
IO.inspect(GenServer.whereis(:absent)) # expect: nil
IO.inspect(GenServer.start_link(Full, 1, name: :full) |> elem(0)) # expect: :error
IO.inspect(GenServer.stop(:full, :shutdown)) # expect: :ok
IO.inspect((receive do {:terminated, x} -> x end)) # expect: :shutdown
IO.inspect((receive do {:EXIT, ^r, x} -> x end)) # expect: :shutdown
IO.inspect((try do GenServer.call(:full, :get) catch :exit, e -> e end)) # expect: {:noproc, {GenServer, :call, [:full, :get, 5000]}}
IO.inspect((try do GenServer.call(c, :stop_silent) catch :exit, {e, {m, f, [_, args, t]}} -> {e, m, f, args, t} end)) # expect: {:normal, GenServer, :call, :stop_silent, 5000}
{:ok, s} = GenServer.start(Full, 1)
IO.inspect((try do GenServer.call(s, :later, 10) catch :exit, {e, {GenServer, :call, [_, m, t]}} -> {e, m, t} end)) # expect: {:timeout, :later, 10}
IO.inspect(GenServer.cast(:absent, :x)) # expect: :ok
IO.inspect(GenServer.stop(s)) # expect: :ok
IO.inspect(Process.alive?(s)) # expect: false
IO.puts(inspect(error.(fn -> GenServer.start_link(Full, 1, name: "text") end), width: 900)) # expect: {ArgumentError, "expected :name option to be one of the following:\n\n  * nil\n  * atom\n  * {:global, term}\n  * {:via, module, term}\n\nGot: \"text\"\n"}
IO.inspect(Full.child_spec(5)) # expect: %{id: Full, start: {Full, :start_link, [5]}}
IO.inspect(GenServer.multi_call([node()], :absent, :x)) # expect: {[], [:nonode@nohost]}
IO.inspect(GenServer.abcast([node()], :absent, :x)) # expect: :abcast
