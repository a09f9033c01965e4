# Process dictionary, send_after, timers, cancel.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Process.put(:a, 1)) # expect: nil
IO.inspect(Process.put(:a, 2)) # expect: 1
IO.inspect(Process.get(:a)) # expect: 2
IO.inspect(Process.get(:zz, :default)) # expect: :default
IO.inspect(Process.get() |> Keyword.get(:a)) # expect: 2
IO.inspect(Process.get_keys(2)) # expect: [:a]
IO.inspect(:a in Process.get_keys()) # expect: true
IO.inspect(Process.delete(:a)) # expect: 2
IO.inspect(Process.delete(:a)) # expect: nil
Process.send_after(self(), :later, 5)
IO.inspect((receive do m -> m after 1000 -> :late end)) # expect: :later
t = Process.send_after(self(), :never, 60_000)
IO.inspect(Process.read_timer(t) in 59_000..60_000) # expect: true
IO.inspect(Process.cancel_timer(t) in 59_000..60_000) # expect: true
IO.inspect(Process.cancel_timer(t)) # expect: false
IO.inspect(Process.read_timer(t)) # expect: false
t = :erlang.start_timer(1, self(), :payload)
IO.inspect((receive do {:timeout, ^t, p} -> p end)) # expect: :payload
t = Process.send_after(self(), :x, 60_000)
IO.inspect(Process.cancel_timer(t, async: true)) # expect: :ok
IO.inspect((receive do {:cancel_timer, ^t, left} -> left in 59_000..60_000 end)) # expect: true
t = Process.send_after(self(), :x, 60_000)
IO.inspect(Process.cancel_timer(t, info: false)) # expect: :ok
IO.puts(inspect(error.(fn -> Process.send_after(self(), :x, -1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> Process.send_after(1, :x, 1) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: not a pid or an atom\n"}
IO.puts(inspect(error.(fn -> Process.cancel_timer(:a) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a reference\n"}
Process.send_after(self(), :abs, System.monotonic_time(:millisecond) + 5, abs: true)
IO.inspect((receive do m -> m end)) # expect: :abs
for n <- [30, 10, 20], do: Process.send_after(self(), n, n)
IO.inspect(for _ <- 1..3, do: (receive do n -> n end)) # expect: [10, 20, 30]
Process.send_after(:nobody_at_all, :x, 1)
{us, :ok} = :timer.tc(fn -> Process.sleep(20) end)
IO.inspect(us >= 20_000 and us < 500_000) # expect: true
IO.inspect(:timer.seconds(2)) # expect: 2000
IO.inspect(:timer.minutes(1)) # expect: 60000
IO.inspect(:timer.hours(1)) # expect: 3600000
IO.inspect(:timer.hms(1, 1, 1)) # expect: 3661000
{:ok, ref} = :timer.send_after(5, :from_timer)
IO.inspect((receive do m -> m end)) # expect: :from_timer
{:ok, ref2} = :timer.send_interval(5, :tick)
IO.inspect((for _ <- 1..2, do: (receive do m -> m end))) # expect: [:tick, :tick]
IO.inspect(:timer.cancel(ref2)) # expect: {:ok, :cancel}
{:ok, _} = :timer.apply_after(1, Kernel, :send, [self(), :applied])
IO.inspect((receive do :applied -> :ok end)) # expect: :ok
IO.inspect(is_tuple(ref)) # expect: true
