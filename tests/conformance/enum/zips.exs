# zip, zip_with, zip_reduce, unzip, with_index.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.zip([1, 2, 3], [:a, :b])) # expect: [{1, :a}, {2, :b}]
IO.inspect(Enum.zip(1..3, "abc" |> String.graphemes())) # expect: [{1, "a"}, {2, "b"}, {3, "c"}]
IO.inspect(Enum.zip([[1, 2], [3, 4], [5, 6]])) # expect: [{1, 3, 5}, {2, 4, 6}]
IO.inspect(Enum.zip([])) # expect: []
IO.puts(inspect(error.(fn -> Enum.zip({[1, 2], 3..4}) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for {[1, 2], 3..4} of type Tuple"}
IO.inspect(Enum.zip([1..2, %{a: 1, b: 2}])) # expect: [{1, {:a, 1}}, {2, {:b, 2}}]
IO.inspect(Enum.zip(Stream.cycle([1, 2]), [:a, :b, :c])) # expect: [{1, :a}, {2, :b}, {1, :c}]
IO.inspect(Enum.zip_with([1, 2], [3, 4], &+/2)) # expect: [4, 6]
IO.inspect(Enum.zip_with([[1, 2], [3, 4], [5, 6]], &Enum.sum/1)) # expect: '\t\f'
IO.inspect(Enum.zip_with([], fn _ -> raise "never" end)) # expect: []
IO.inspect(Enum.zip_with(1..3, Stream.iterate(10, &(&1 + 10)), fn a, b -> a * b end)) # expect: '\n(Z'
IO.inspect(Enum.zip_reduce([1, 2], [3, 4], 0, fn a, b, acc -> a * b + acc end)) # expect: 11
IO.inspect(Enum.zip_reduce([[1, 2], [3, 4], [5, 6]], [], fn xs, acc -> [List.to_tuple(xs) | acc] end)) # expect: [{2, 4, 6}, {1, 3, 5}]
IO.inspect(Enum.zip_reduce([], :acc, fn _, _ -> raise "never" end)) # expect: :acc
IO.inspect(Enum.unzip([{1, :a}, {2, :b}])) # expect: {[1, 2], [:a, :b]}
IO.inspect(Enum.unzip(%{a: 1, b: 2})) # expect: {[:a, :b], [1, 2]}
IO.inspect(Enum.unzip([])) # expect: {[], []}
IO.puts(inspect(error.(fn -> Enum.unzip([1]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.unzip/3"}
IO.inspect(Enum.with_index([:a, :b])) # expect: [a: 0, b: 1]
IO.inspect(Enum.with_index([:a, :b], 10)) # expect: [a: 10, b: 11]
IO.inspect(Enum.with_index([:a, :b], fn x, i -> {i, x} end)) # expect: [{0, :a}, {1, :b}]
IO.inspect(Enum.with_index(%{a: 1}, -1)) # expect: [{{:a, 1}, -1}]
IO.puts(inspect(error.(fn -> Enum.zip([1], 2) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 2 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.zip([[1], :a]) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
