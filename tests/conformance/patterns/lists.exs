# Lists in patterns.
[a, b | rest] = [1, 2, 3, 4]
IO.inspect({a, b, rest}) # expect: {1, 2, [3, 4]}
[x] = ["only"]
IO.inspect(x) # expect: "only"
[head | _] = 'abc'
IO.inspect(head) # expect: 97
f = fn
  [] -> :empty
  [_] -> :one
  [_, _] -> :two
  [_, _ | _] -> :many
end
IO.inspect(Enum.map([[], [1], [1, 2], [1, 2, 3]], f)) # expect: [:empty, :one, :two, :many]
[[p | _] | _] = [[1, 2], [3]]
IO.inspect(p) # expect: 1
try do
  [_ | _] = Process.get(:none, [])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: []"
end
