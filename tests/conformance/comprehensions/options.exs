# for: filters, several generators, uniq, into, reduce.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(for x <- 1..3, y <- [:a, :b], do: {x, y}) # expect: [{1, :a}, {1, :b}, {2, :a}, {2, :b}, {3, :a}, {3, :b}]
IO.inspect(for x <- 1..10, rem(x, 2) == 0, x > 4, do: x) # expect: [6, 8, 10]
IO.inspect(for x <- 1..3, y = x * x, y > 1, do: {x, y}) # expect: [{2, 4}, {3, 9}]
IO.inspect(for {:ok, v} <- [ok: 1, error: 2, ok: 3], do: v) # expect: [1, 3]
IO.inspect(for {k, v} when v > 1 <- [a: 1, b: 2], do: k) # expect: [:b]
IO.inspect(for x <- [1, nil, false, 2], x, do: x) # expect: [1, 2]
IO.inspect(for x <- [1, 2, 1, 3, 2], uniq: true, do: x) # expect: [1, 2, 3]
IO.inspect(for x <- 1..6, uniq: true, do: rem(x, 3)) # expect: [1, 2, 0]
IO.inspect(for {k, v} <- %{a: 1, b: 2}, into: %{}, do: {v, k}) # expect: %{1 => :a, 2 => :b}
IO.inspect(for x <- 1..3, into: MapSet.new(), do: rem(x, 2)) # expect: MapSet.new([0, 1])
IO.inspect(for x <- 1..3, into: "", do: to_string(x)) # expect: "123"
IO.inspect(for x <- ["a"], into: [:start], do: x) # expect: [:start, "a"]
IO.inspect(for x <- 1..4, reduce: 0, do: (acc -> acc + x)) # expect: 10
r = for x <- [1, 2, 3, 4], reduce: {[], []} do
  {even, odd} when rem(x, 2) == 0 -> {[x | even], odd}
  {even, odd} -> {even, [x | odd]}
end
IO.inspect(r) # expect: {[4, 2], [3, 1]}
IO.inspect(for x <- 1..3, y <- 1..x, reduce: [], do: (acc -> [{x, y} | acc])) # expect: [{3, 3}, {3, 2}, {3, 1}, {2, 2}, {2, 1}, {1, 1}]
IO.inspect(for <<c <- "abc">>, do: c) # expect: 'abc'
IO.inspect(for <<c::utf8 <- "aé">>, do: c) # expect: [97, 233]
IO.inspect(for <<r::8, g::8 <- <<1, 2, 3, 4, 5>> >>, do: {r, g}) # expect: [{1, 2}, {3, 4}]
IO.inspect(for <<x::4 <- <<0xAB>> >>, y <- [1, 2], into: [], do: {x, y}) # expect: [{10, 1}, {10, 2}, {11, 1}, {11, 2}]
IO.inspect(for <<b <- "hello">>, b in ?a..?h, into: "", do: <<b>>) # expect: "he"
IO.inspect(for x <- [], do: x) # expect: []
IO.inspect(for _ <- 1..2, do: :x) # expect: [:x, :x]
IO.inspect(for x <- 1..2, do: (y = x; y + 1)) # expect: [2, 3]
x = :outer
IO.inspect(for x <- [1], do: x) # expect: [1]
IO.inspect(x) # expect: :outer
IO.inspect(for [a, b | _] <- [[1, 2, 3], [1], [4, 5]], do: a + b) # expect: [3, 9]
IO.inspect(for %{id: id} <- [%{id: 1}, %{}, %{id: 2}], do: id) # expect: [1, 2]
IO.inspect(for "a" <> rest <- ["ab", "bc", "ac"], do: rest) # expect: ["b", "c"]
IO.inspect(for ^x <- [:outer, :other], do: :same) # expect: [:same]
IO.inspect(for f <- [&(&1 + 1), &(&1 * 2)], do: f.(10)) # expect: [11, 20]
IO.inspect((for i <- 1..3, do: fn -> i end) |> Enum.map(& &1.())) # expect: [1, 2, 3]
IO.inspect(for a <- 1..20, b <- a..20, c <- b..20, a * a + b * b == c * c, do: {a, b, c}) # expect: [{3, 4, 5}, {5, 12, 13}, {6, 8, 10}, {8, 15, 17}, {9, 12, 15}, {12, 16, 20}]
IO.inspect(for x <- Stream.iterate(1, &(&1 + 1)) |> Stream.take(3), do: x) # expect: [1, 2, 3]
IO.inspect(for({x, i} <- Enum.with_index(~w(a b)), into: %{}, do: {x, i})) # expect: %{"a" => 0, "b" => 1}
IO.inspect(for x <- [1, 2], y <- [x, x * 2], uniq: true, do: y) # expect: [1, 2, 4]
IO.puts(inspect(error.(fn -> for x <- 1, do: x end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> for {a, b} <- [1], into: %{}, do: a + b end), width: 900)) # expect: {:ok, %{}}
IO.puts(inspect(error.(fn -> for x <- [1], into: %{}, do: x end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> for x <- [1, 2], do: if(x == 2, do: raise("two"), else: x) end), width: 900)) # expect: {RuntimeError, "two"}
IO.puts(inspect(error.(fn -> for <<c <- Process.get(:none, 5)>>, do: c end), width: 900)) # expect: {ErlangError, "Erlang error: {:bad_generator, 5}"}
IO.inspect(for line <- String.split("k=v\nx=y", "\n"), [k, v] = String.split(line, "="), into: %{}, do: {k, v}) # expect: %{"k" => "v", "x" => "y"}
