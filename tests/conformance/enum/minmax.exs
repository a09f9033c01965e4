# min, max, min_by, max_by, min_max with defaults for empty ones.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.min([3, 1, 2])) # expect: 1
IO.inspect(Enum.max([3, 1, 2])) # expect: 3
IO.inspect(Enum.max([1, :a, "s", [], {}])) # expect: "s"
IO.inspect(Enum.min([1, 1.0])) # expect: 1
IO.inspect(Enum.min([1.0, 1])) # expect: 1.0
IO.inspect(Enum.max([1, 1.0])) # expect: 1
IO.inspect(Enum.max([1.0, 1])) # expect: 1.0
IO.puts(inspect(error.(fn -> Enum.min([]) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.max(%{}) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.min_max([]) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> Enum.max_by([], & &1) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.inspect(Enum.min([], fn -> :empty end)) # expect: :empty
IO.inspect(Enum.max([], &>=/2, fn -> :empty end)) # expect: :empty
IO.inspect(Enum.min_by([], & &1, fn -> :none end)) # expect: :none
IO.inspect(Enum.min_max([], fn -> {nil, nil} end)) # expect: {nil, nil}
IO.inspect(Enum.min_max([4, 2, 8])) # expect: {2, 8}
IO.inspect(Enum.min_max(1..9//4)) # expect: {1, 9}
IO.inspect(Enum.min(9..1//-4)) # expect: 1
IO.inspect(Enum.max(9..1//-4)) # expect: 9
IO.puts(inspect(error.(fn -> Enum.max(1..0//1) end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.inspect(Enum.max_by(["a", "bbb", "ccc"], &byte_size/1)) # expect: "bbb"
IO.inspect(Enum.min_by(["aa", "b", "c"], &byte_size/1)) # expect: "b"
IO.inspect(Enum.max_by(["a", "bbb", "ccc"], &byte_size/1, &>/2)) # expect: "ccc"
IO.inspect(Enum.max([1, 3, 2], &<=/2)) # expect: 1
IO.inspect(Enum.min([1, 3, 2], &>=/2)) # expect: 3
IO.inspect(Enum.max(MapSet.new([1, 5, 3]))) # expect: 5
