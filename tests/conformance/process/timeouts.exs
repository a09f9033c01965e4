# receive ... after.
t0 = System.monotonic_time(:millisecond)
IO.inspect((receive do :x -> 1 after 30 -> :timeout end)) # expect: :timeout
waited = System.monotonic_time(:millisecond) - t0
IO.inspect(waited >= 29 and waited < 500) # expect: true
me = self()
spawn(fn -> Process.sleep(10); send(me, :late) end)
IO.inspect((receive do :late -> :ok after 5_000 -> :too_late end)) # expect: :ok
# Messages that do not match do not put the timeout off.
noisy = spawn(fn -> Enum.each(1..50, fn _ -> send(me, :noise); Process.sleep(5) end) end)
t0 = System.monotonic_time(:millisecond)
IO.inspect((receive do :never -> 1 after 50 -> :timeout end)) # expect: :timeout
IO.inspect(System.monotonic_time(:millisecond) - t0 < 200) # expect: true
Process.exit(noisy, :kill)
try do
  (receive do :q -> 1 after Process.get(:none, :bad) -> 2 end)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ErlangError: "Erlang error: :timeout_value"
end
