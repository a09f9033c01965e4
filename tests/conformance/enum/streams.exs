# Streams are lazy.
IO.inspect(1..3 |> Stream.map(&(&1 * 2)) |> Enum.to_list()) # expect: [2, 4, 6]
IO.inspect(Stream.iterate(1, &(&1 * 2)) |> Enum.take(5)) # expect: [1, 2, 4, 8, 16]
IO.inspect(Stream.unfold(3, fn 0 -> nil; n -> {n, n - 1} end) |> Enum.to_list()) # expect: [3, 2, 1]
IO.inspect(Stream.cycle([1, 2]) |> Enum.take(5)) # expect: [1, 2, 1, 2, 1]
IO.inspect(Stream.repeatedly(fn -> :x end) |> Enum.take(2)) # expect: [:x, :x]
IO.inspect(1..10 |> Stream.filter(&(rem(&1, 2) == 0)) |> Stream.take(2) |> Enum.to_list()) # expect: [2, 4]
IO.inspect(1..10 |> Stream.chunk_every(4) |> Enum.to_list()) # expect: [[1, 2, 3, 4], [5, 6, 7, 8], '\t\n']
IO.inspect(Stream.concat([1, 2], [3]) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.zip([1, 2], [:a, :b]) |> Enum.to_list()) # expect: [{1, :a}, {2, :b}]
IO.inspect(Stream.with_index([:a]) |> Enum.to_list()) # expect: [a: 0]
IO.inspect(Stream.resource(fn -> 3 end, fn 0 -> {:halt, 0}; n -> {[n], n - 1} end, fn _ -> send(self(), :closed) end) |> Enum.to_list()) # expect: [3, 2, 1]
IO.inspect((receive do x -> x after 0 -> :not_closed end)) # expect: :closed
IO.inspect(Stream.transform([1, 2, 3], 0, fn x, acc -> {[x + acc], acc + x} end) |> Enum.to_list()) # expect: [1, 3, 6]
IO.inspect(Stream.dedup([1, 1, 2]) |> Enum.to_list()) # expect: [1, 2]
IO.inspect(Stream.flat_map([1, 2], &[&1, &1]) |> Enum.to_list()) # expect: [1, 1, 2, 2]
IO.inspect(1..5 |> Stream.drop_while(&(&1 < 3)) |> Enum.to_list()) # expect: [3, 4, 5]
IO.inspect(1..5 |> Stream.scan(&+/2) |> Enum.to_list()) # expect: [1, 3, 6, 10, 15]
IO.inspect(Stream.uniq([1, 2, 1]) |> Enum.to_list()) # expect: [1, 2]
Stream.each([1], fn x -> IO.puts(x) end) |> Stream.run() # expect: 1
IO.inspect(1..3 |> Stream.into([]) |> Stream.run()) # expect: :ok
