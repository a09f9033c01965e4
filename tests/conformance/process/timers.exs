# send_after and its like.
ref = Process.send_after(self(), :tick, 10)
IO.inspect(is_reference(ref)) # expect: true
IO.inspect((receive do x -> x after 2000 -> :none end)) # expect: :tick
IO.inspect(Process.cancel_timer(ref)) # expect: false
ref = Process.send_after(self(), :never, 60_000)
left = Process.read_timer(ref)
IO.inspect(left > 50_000 and left <= 60_000) # expect: true
IO.inspect(Process.cancel_timer(ref) > 50_000) # expect: true
IO.inspect(Process.cancel_timer(ref)) # expect: false
IO.inspect((receive do :never -> :oops after 10 -> :ok end)) # expect: :ok
ref = :erlang.start_timer(5, self(), :msg)
IO.inspect((receive do {:timeout, ^ref, m} -> m end)) # expect: :msg
for {t, m} <- [{30, :c}, {10, :a}, {20, :b}], do: Process.send_after(self(), m, t)
IO.inspect(for _ <- 1..3, do: (receive do x -> x end)) # expect: [:a, :b, :c]
