# Log analysis with streams; resources are closed however the stream ends.
lines = for i <- 1..20, do: "2024-01-#{String.pad_leading("#{i}", 2, "0")} #{Enum.at(~w(INFO WARN ERROR), rem(i, 3))} took #{i * i}ms"
source = fn name ->
  Stream.resource(
    fn -> IO.puts("open #{name}"); lines end,
    fn [] -> {:halt, []}; [l | rest] -> {[l], rest} end,
    fn left -> IO.puts("close #{name} with #{length(left)} left") end)
end
slow = source.("a") |> Stream.map(&Regex.named_captures(~r/^(?<date>\S+) (?<level>\w+) took (?<ms>\d+)ms$/, &1)) |> Stream.map(&Map.update!(&1, "ms", fn ms -> String.to_integer(ms) end))
r = slow |> Stream.filter(&(&1["level"] == "ERROR")) |> Enum.take(2)
IO.puts("") # expect: open a
# expect: close a with 15 left
# expect: 
IO.inspect(Enum.map(r, & &1["ms"])) # expect: [4, 25]
r = slow |> Stream.chunk_by(&(&1["ms"] > 100)) |> Enum.map(&length/1)
IO.inspect(r) # expect: open a
# expect: close a with 0 left
# expect: '\n\n'
try do
  slow |> Stream.each(fn %{"ms" => ms} -> if ms > 50, do: raise("too slow: #{ms}") end) |> Stream.run()
rescue
  e in RuntimeError -> IO.puts(e.message) # expect: open a
  # expect: close a with 12 left
  # expect: too slow: 64
end
r = Stream.zip(source.("x"), source.("y")) |> Enum.take(1) |> length()
IO.inspect(r) # expect: open x
# expect: open y
# expect: close x with 19 left
# expect: close y with 19 left
# expect: 1
