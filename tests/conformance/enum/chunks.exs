# chunk_every, chunk_by, chunk_while.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.chunk_every([1, 2, 3, 4, 5], 2)) # expect: [[1, 2], [3, 4], [5]]
IO.inspect(Enum.chunk_every([1, 2, 3, 4, 5], 2, 2, :discard)) # expect: [[1, 2], [3, 4]]
IO.inspect(Enum.chunk_every(1..6, 3, 2)) # expect: [[1, 2, 3], [3, 4, 5], [5, 6]]
IO.inspect(Enum.chunk_every(1..6, 3, 2, :discard)) # expect: [[1, 2, 3], [3, 4, 5]]
IO.inspect(Enum.chunk_every(1..6, 3, 2, [7])) # expect: [[1, 2, 3], [3, 4, 5], [5, 6, 7]]
IO.inspect(Enum.chunk_every(1..4, 3, 3, [:x, :y, :z, :w])) # expect: [[1, 2, 3], [4, :x, :y]]
IO.inspect(Enum.chunk_every(1..6, 2, 3)) # expect: [[1, 2], [4, 5]]
IO.inspect(Enum.chunk_every(1..7, 2, 3, [])) # expect: [[1, 2], [4, 5], '\a']
IO.inspect(Enum.chunk_every([], 2)) # expect: []
IO.inspect(Enum.chunk_every([1], 10)) # expect: [[1]]
IO.inspect(Enum.chunk_every([1, 2, 3], 1, 1, :discard)) # expect: [[1], [2], [3]]
IO.puts(inspect(error.(fn -> Enum.chunk_every([1, 2], 0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.chunk_every/4"}
IO.puts(inspect(error.(fn -> Enum.chunk_every([1, 2], 2, 0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Enum.chunk_every/4"}
IO.inspect(Enum.chunk_by([1, 2, 2, 3, 4, 4, 6, 7, 7], &(rem(&1, 2) == 1))) # expect: [[1], [2, 2], [3], [4, 4, 6], '\a\a']
IO.inspect(Enum.chunk_by([], & &1)) # expect: []
IO.inspect(Enum.chunk_by("aabbbc" |> String.graphemes(), & &1)) # expect: [["a", "a"], ["b", "b", "b"], ["c"]]
IO.inspect(Enum.chunk_by([1, 1.0, 1], & &1)) # expect: [[1], [1.0], [1]]
chunk = fn x, acc -> if rem(x, 3) == 0, do: {:cont, Enum.reverse([x | acc]), []}, else: {:cont, [x | acc]} end
after_fun = fn [] -> {:cont, []}; acc -> {:cont, Enum.reverse(acc), []} end
IO.inspect(Enum.chunk_while(1..10, [], chunk, after_fun)) # expect: [[1, 2, 3], [4, 5, 6], '\a\b\t', '\n']
IO.inspect(Enum.chunk_while(1..9, [], chunk, after_fun)) # expect: [[1, 2, 3], [4, 5, 6], '\a\b\t']
IO.inspect(Enum.chunk_while(1..9, 0, fn x, acc -> if x > 4, do: {:halt, acc}, else: {:cont, x, acc + x} end, fn acc -> {:cont, {:end, acc}, 0} end)) # expect: [1, 2, 3, 4, {:end, 10}]
IO.puts(inspect(error.(fn -> Enum.chunk_while(1..3, [], fn _, _ -> :bad end, after_fun) end), width: 900)) # expect: {CaseClauseError, "no case clause matching: :bad"}
