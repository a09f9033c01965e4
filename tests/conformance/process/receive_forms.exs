# receive with patterns, guards, after, nested.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
for m <- [1, {:a, 2}, "text", [3, 4], %{k: :v}, {:a, :b}, 1.5], do: send(self(), m)
IO.inspect((receive do {:a, x} when is_atom(x) -> {:atom, x} end)) # expect: {:atom, :b}
IO.inspect((receive do %{k: v} -> v end)) # expect: :v
IO.inspect((receive do [h | _] -> h end)) # expect: 3
IO.inspect((receive do <<"te", rest::binary>> -> rest end)) # expect: "xt"
IO.inspect((receive do x when is_float(x) -> x end)) # expect: 1.5
y = 2
IO.inspect((receive do {:a, ^y} -> :pinned end)) # expect: :pinned
IO.inspect((receive do {:never} -> 1 after 0 -> :timeout end)) # expect: :timeout
IO.inspect((receive do x -> x end)) # expect: 1
IO.inspect((receive do x -> x after 0 -> :empty end)) # expect: :empty
send(self(), {:outer, 1})
send(self(), {:inner, 2})
IO.inspect((receive do {:outer, a} -> (receive do {:inner, b} -> a + b end) end)) # expect: 3
t = 5
IO.inspect((receive do after t + 1 -> :after_expr end)) # expect: :after_expr
IO.inspect((receive do after 0 -> (z = 1; z + 1) end)) # expect: 2
f = fn f, acc -> receive do {:n, n} -> f.(f, [n | acc]) after 0 -> Enum.reverse(acc) end end
for n <- 1..5, do: send(self(), {:n, n})
IO.inspect(f.(f, [])) # expect: [1, 2, 3, 4, 5]
spawn(fn -> Process.sleep(20); send(:never_there_1, 1) end)
pid = self()
spawn(fn -> send(pid, {:from, 1}); send(pid, {:from, 2}) end)
IO.inspect((receive do {:from, n} -> n end)) # expect: 1
IO.inspect((receive do {:from, n} -> n after :infinity -> :no end)) # expect: 2
IO.inspect(Process.info(self(), :message_queue_len)) # expect: {:message_queue_len, 0}
send(self(), :left)
IO.inspect(Process.info(self(), :messages)) # expect: {:messages, [:left]}
IO.inspect(:erlang.process_info(self(), :message_queue_len)) # expect: {:message_queue_len, 1}
IO.puts(inspect(error.(fn -> (receive do x -> x + Process.get(:none, :a) end) end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> (receive do :z -> 1 after Process.get(:none, -5) -> 2 end) end), width: 900)) # expect: {ErlangError, "Erlang error: :timeout_value"}
