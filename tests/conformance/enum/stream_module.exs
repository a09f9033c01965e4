# Stream: transformers, all lazy.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
take = &Enum.take/2
IO.inspect(Stream.map(1..3, &(&1 * 2)) |> Enum.to_list()) # expect: [2, 4, 6]
IO.inspect(Stream.filter(1..6, &(rem(&1, 2) == 0)) |> Enum.to_list()) # expect: [2, 4, 6]
IO.inspect(Stream.reject(1..4, &(&1 > 2)) |> Enum.to_list()) # expect: [1, 2]
IO.inspect(Stream.flat_map([1, 2], &[&1, &1]) |> Enum.to_list()) # expect: [1, 1, 2, 2]
IO.inspect(Stream.flat_map(1..3, &Stream.take([&1, &1 * 10], 1)) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.take(1..10, 3) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.take(1..10, -2) |> Enum.to_list()) # expect: '\t\n'
IO.inspect(Stream.take(1..10, 0) |> Enum.to_list()) # expect: []
IO.inspect(Stream.take_every(1..10, 4) |> Enum.to_list()) # expect: [1, 5, 9]
IO.inspect(Stream.take_while(1..10, &(&1 < 4)) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.drop(1..5, 2) |> Enum.to_list()) # expect: [3, 4, 5]
IO.inspect(Stream.drop(1..5, -2) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.drop_every(1..7, 3) |> Enum.to_list()) # expect: [2, 3, 5, 6]
IO.inspect(Stream.drop_while(1..5, &(&1 < 3)) |> Enum.to_list()) # expect: [3, 4, 5]
IO.inspect(Stream.chunk_every(1..7, 3) |> Enum.to_list()) # expect: [[1, 2, 3], [4, 5, 6], '\a']
IO.inspect(Stream.chunk_every(1..7, 3, 2, :discard) |> Enum.to_list()) # expect: [[1, 2, 3], [3, 4, 5], [5, 6, 7]]
IO.inspect(Stream.chunk_every(1..4, 3, 3, [0]) |> Enum.to_list()) # expect: [[1, 2, 3], [4, 0]]
IO.inspect(Stream.chunk_by([1, 1, 2, 3, 3], & &1) |> Enum.to_list()) # expect: [[1, 1], [2], [3, 3]]
IO.inspect(Stream.chunk_while(1..5, [], fn x, acc -> if length(acc) == 1, do: {:cont, [x | acc], []}, else: {:cont, [x | acc]} end, fn acc -> {:cont, acc, []} end) |> Enum.to_list()) # expect: [[2, 1], [4, 3], [5]]
IO.inspect(Stream.concat([1..2, [3]]) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.concat(1..2, 3..4) |> Enum.to_list()) # expect: [1, 2, 3, 4]
IO.inspect(Stream.cycle([1, 2]) |> take.(5)) # expect: [1, 2, 1, 2, 1]
IO.puts(inspect(error.(fn -> Stream.cycle([]) end), width: 900)) # expect: {ArgumentError, "cannot cycle over an empty enumerable"}
IO.puts(inspect(error.(fn -> Stream.cycle(%{}) |> Enum.take(1) end), width: 900)) # expect: {ArgumentError, "cannot cycle over an empty enumerable"}
IO.inspect(Stream.dedup([1, 1, 2, 1]) |> Enum.to_list()) # expect: [1, 2, 1]
IO.inspect(Stream.dedup_by([{1, 2}, {1, 3}], &elem(&1, 0)) |> Enum.to_list()) # expect: [{1, 2}]
IO.inspect(Stream.uniq([1, 2, 1]) |> Enum.to_list()) # expect: [1, 2]
IO.inspect(Stream.uniq_by(1..6, &rem(&1, 3)) |> Enum.to_list()) # expect: [1, 2, 3]
IO.inspect(Stream.intersperse(1..3, :x) |> Enum.to_list()) # expect: [1, :x, 2, :x, 3]
IO.inspect(Stream.interval(1) |> take.(2)) # expect: [0, 1]
IO.inspect(Stream.timer(1) |> Enum.to_list()) # expect: [0]
IO.inspect(Stream.iterate(1, &(&1 * 2)) |> take.(5)) # expect: [1, 2, 4, 8, 16]
IO.inspect(Stream.map_every(1..5, 2, &(&1 * 10)) |> Enum.to_list()) # expect: [10, 2, 30, 4, 50]
IO.inspect(Stream.repeatedly(fn -> :x end) |> take.(2)) # expect: [:x, :x]
IO.inspect(Stream.scan(1..4, &+/2) |> Enum.to_list()) # expect: [1, 3, 6, 10]
IO.inspect(Stream.scan(1..3, 10, &+/2) |> Enum.to_list()) # expect: [11, 13, 16]
IO.inspect(Stream.unfold(3, fn 0 -> nil; n -> {n, n - 1} end) |> Enum.to_list()) # expect: [3, 2, 1]
IO.inspect(Stream.with_index([:a, :b], 5) |> Enum.to_list()) # expect: [a: 5, b: 6]
IO.inspect(Stream.zip(1..3, [:a, :b]) |> Enum.to_list()) # expect: [{1, :a}, {2, :b}]
IO.inspect(Stream.zip([1..2, [:a, :b], "xy" |> String.graphemes()]) |> Enum.to_list()) # expect: [{1, :a, "x"}, {2, :b, "y"}]
IO.inspect(Stream.zip_with(1..2, 3..4, &+/2) |> Enum.to_list()) # expect: [4, 6]
IO.inspect(Stream.zip_with([1..2, 3..4, 5..6], &Enum.sum/1) |> Enum.to_list()) # expect: '\t\f'
IO.inspect(Stream.transform(1..10, 0, fn x, acc -> if acc < 3, do: {[x, -x], acc + 1}, else: {:halt, acc} end) |> Enum.to_list()) # expect: [1, -1, 2, -2, 3, -3]
IO.inspect(Stream.transform(1..3, fn -> 0 end, fn x, acc -> {[x + acc], acc + x} end, fn acc -> {[{:last, acc}], acc} end, fn _ -> :ok end) |> Enum.to_list()) # expect: [1, 3, 6, {:last, 6}]
IO.inspect(Stream.into(1..2, []) |> Stream.run()) # expect: :ok
IO.inspect(Stream.each(1..2, & &1) |> Enum.to_list()) # expect: [1, 2]
IO.puts(inspect(error.(fn -> Stream.take_every(1..3, -1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Stream.take_every/2"}
IO.puts(inspect(error.(fn -> Stream.map(1..3, 1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Stream.map/2"}
IO.puts(inspect(error.(fn -> Stream.filter(1, & &1) |> Enum.to_list() end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Stream.chunk_every(1..3, 0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Stream.chunk_every/4"}
IO.puts(inspect(error.(fn -> Stream.zip([1, 2], 3) |> Enum.to_list() end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 3 of type Integer"}
IO.inspect(inspect(Stream.map([1], & &1)) =~ "#Stream<[enum: [1], funs:") # expect: true
IO.inspect(Stream.map(1..3, & &1) |> Stream.map(& &1) |> Enum.count()) # expect: 3
IO.inspect(Enum.zip(Stream.cycle([:a, :b]), 1..3)) # expect: [a: 1, b: 2, a: 3]
IO.inspect(1..3 |> Stream.map(&(&1 + 1)) |> Enum.member?(4)) # expect: true
IO.inspect(Stream.resource(fn -> 3 end, fn 0 -> {:halt, 0}; n -> {[n], n - 1} end, fn _ -> :ok end) |> Enum.to_list()) # expect: [3, 2, 1]
