# When a stream does its work, and how it ends.
s = 1..3 |> Stream.each(&IO.puts("see #{&1}")) |> Stream.map(&(&1 * 2))
IO.puts("nothing yet") # expect: nothing yet
IO.inspect(Enum.take(s, 2)) # expect: see 1
# expect: see 2
# expect: [2, 4]
res = fn -> Stream.resource(fn -> IO.puts("open"); 1 end, fn n -> {[n], n + 1} end, fn n -> IO.puts("close #{n}") end) end
IO.inspect(Enum.take(res.(), 2)) # expect: open
# expect: close 3
# expect: [1, 2]
IO.inspect(res.() |> Stream.take_while(&(&1 < 3)) |> Enum.to_list()) # expect: open
# expect: close 4
# expect: [1, 2]
IO.inspect(res.() |> Enum.find(&(&1 == 2))) # expect: open
# expect: close 3
# expect: 2
try do
  res.() |> Enum.each(fn 2 -> throw(:stop); _ -> :ok end)
catch
  :stop -> IO.puts("thrown") # expect: open
  # expect: close 3
  # expect: thrown
end
IO.inspect(Enum.zip(res.(), [:a])) # expect: open
# expect: close 3
# expect: [{1, :a}]
t = Stream.transform(1..5, fn -> IO.puts("start"); 0 end, fn x, acc -> {[x + acc], acc + x} end, fn acc -> IO.puts("after #{acc}") end)
IO.inspect(Enum.take(t, 2)) # expect: start
# expect: after 3
# expect: [1, 3]
IO.inspect(Enum.to_list(t)) # expect: start
# expect: after 15
# expect: [1, 3, 6, 10, 15]
{:suspended, acc, next} = Enumerable.reduce(1..3, {:cont, []}, fn x, acc -> {:suspend, [x | acc]} end)
IO.inspect(acc) # expect: [1]
{:suspended, acc, next} = next.({:cont, acc})
IO.inspect(acc) # expect: [2, 1]
IO.inspect(next.({:halt, acc})) # expect: {:halted, [2, 1]}
IO.inspect(Enumerable.reduce([1, 2], {:halt, :now}, fn _, _ -> raise "never" end)) # expect: {:halted, :now}
IO.inspect(Enumerable.reduce(%{a: 1}, {:suspend, :acc}, fn _, _ -> raise "never" end) |> elem(0)) # expect: :suspended
