# Arrays of :array.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
a = :array.from_list([:a, :b, :c])
IO.inspect(:array.to_list(a)) # expect: [:a, :b, :c]
IO.inspect(:array.get(1, a)) # expect: :b
IO.inspect(:array.get(9, a)) # expect: :undefined
IO.inspect(:array.size(a)) # expect: 3
IO.inspect(:array.set(5, :f, a) |> :array.to_list()) # expect: [:a, :b, :c, :undefined, :undefined, :f]
IO.inspect(:array.set(5, :f, a) |> :array.sparse_to_list()) # expect: [:a, :b, :c, :f]
IO.inspect(:array.new(3) |> :array.to_list()) # expect: [:undefined, :undefined, :undefined]
IO.inspect(:array.new(2, default: 0) |> :array.to_list()) # expect: [0, 0]
IO.inspect(:array.new(size: 2, fixed: true, default: :x) |> :array.to_list()) # expect: [:x, :x]
IO.inspect(:array.default(a)) # expect: :undefined
IO.inspect(:array.map(fn i, v -> {i, v} end, a) |> :array.to_list()) # expect: [{0, :a}, {1, :b}, {2, :c}]
IO.inspect(:array.foldl(fn i, v, acc -> [{i, v} | acc] end, [], a)) # expect: [{2, :c}, {1, :b}, {0, :a}]
IO.inspect(:array.foldr(fn _, v, acc -> [v | acc] end, [], a)) # expect: [:a, :b, :c]
IO.inspect(:array.sparse_foldl(fn _, v, acc -> [v | acc] end, [], :array.set(9, :z, a))) # expect: [:z, :c, :b, :a]
IO.inspect(:array.resize(2, a) |> :array.to_list()) # expect: [:a, :b]
IO.inspect(:array.relax(:array.fix(a)) |> :array.is_fix()) # expect: false
IO.inspect(:array.reset(0, a) |> :array.to_list()) # expect: [:undefined, :b, :c]
IO.inspect(:array.to_orddict(a)) # expect: [{0, :a}, {1, :b}, {2, :c}]
IO.inspect(:array.from_orddict([{1, :x}, {3, :y}], :def) |> :array.to_list()) # expect: [:def, :x, :def, :y]
IO.inspect(:array.is_array(a)) # expect: true
IO.puts(inspect(error.(fn -> :array.get(-1, a) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> :array.set(5, 1, :array.fix(a)) end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> :array.new(-1) end), width: 900)) # expect: {ArgumentError, "argument error"}
