# Publish and subscribe with processes and monitors.
defmodule Bus do
  def start, do: spawn_link(fn -> loop(%{}) end)
  def sub(bus, topic), do: call(bus, {:sub, topic, self()})
  def pub(bus, topic, m), do: call(bus, {:pub, topic, m})
  def count(bus, topic), do: call(bus, {:count, topic})
  defp call(bus, m) do
    ref = make_ref()
    send(bus, {m, self(), ref})
    receive do {^ref, r} -> r after 1000 -> :timeout end
  end
  defp loop(subs) do
    receive do
      {{:sub, t, pid}, from, ref} ->
        Process.monitor(pid)
        send(from, {ref, :ok})
        loop(Map.update(subs, t, [pid], &[pid | &1]))
      {{:pub, t, m}, from, ref} ->
        for p <- Map.get(subs, t, []), do: send(p, {t, m})
        send(from, {ref, length(Map.get(subs, t, []))})
        loop(subs)
      {{:count, t}, from, ref} ->
        send(from, {ref, length(Map.get(subs, t, []))})
        loop(subs)
      {:DOWN, _, _, pid, _} -> loop(Map.new(subs, fn {t, ps} -> {t, List.delete(ps, pid)} end))
    end
  end
end
bus = Bus.start()
me = self()
pids = for i <- 1..3, do: spawn_link(fn -> Bus.sub(bus, :news); send(me, :ready); receive do {:news, m} -> send(me, {i, m}) end; receive do :stop -> :ok end end)
for _ <- 1..3, do: (receive do :ready -> :ok end)
IO.inspect(Bus.pub(bus, :news, "hi")) # expect: 3
IO.inspect(for(_ <- 1..3, do: (receive do {i, m} -> {i, m} end)) |> Enum.sort()) # expect: [{1, "hi"}, {2, "hi"}, {3, "hi"}]
IO.inspect(Bus.pub(bus, :other, 1)) # expect: 0
p = hd(pids)
ref = Process.monitor(p)
send(p, :stop)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
Process.sleep(10)
IO.inspect(Bus.count(bus, :news)) # expect: 2
