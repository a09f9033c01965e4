# A queue of :queue.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
q = :queue.from_list([1, 2, 3])
IO.inspect(:queue.to_list(:queue.in(4, q))) # expect: [1, 2, 3, 4]
IO.inspect(:queue.to_list(:queue.in_r(0, q))) # expect: [0, 1, 2, 3]
IO.inspect(:queue.out(q) |> elem(0)) # expect: {:value, 1}
IO.inspect(:queue.out_r(q) |> elem(0)) # expect: {:value, 3}
IO.inspect(:queue.out(:queue.new()) |> elem(0)) # expect: :empty
IO.inspect(:queue.len(q)) # expect: 3
IO.inspect(:queue.is_empty(:queue.new())) # expect: true
IO.inspect(:queue.is_queue(q)) # expect: true
IO.inspect(:queue.member(2, q)) # expect: true
IO.inspect(:queue.peek(q)) # expect: {:value, 1}
IO.inspect(:queue.peek_r(q)) # expect: {:value, 3}
IO.inspect(:queue.peek(:queue.new())) # expect: :empty
IO.inspect(:queue.get(q)) # expect: 1
IO.inspect(:queue.drop(q) |> :queue.to_list()) # expect: [2, 3]
IO.inspect(:queue.reverse(q) |> :queue.to_list()) # expect: [3, 2, 1]
IO.inspect(:queue.join(q, q) |> :queue.to_list()) # expect: [1, 2, 3, 1, 2, 3]
IO.inspect(:queue.split(1, q) |> then(fn {a, b} -> {:queue.to_list(a), :queue.to_list(b)} end)) # expect: {[1], [2, 3]}
IO.inspect(:queue.filter(&(&1 > 1), q) |> :queue.to_list()) # expect: [2, 3]
IO.inspect(:queue.fold(&+/2, 0, q)) # expect: 6
IO.inspect(:queue.any(&(&1 > 2), q)) # expect: true
IO.inspect(:queue.all(&(&1 > 2), q)) # expect: false
IO.inspect(:queue.delete(2, q) |> :queue.to_list()) # expect: [1, 3]
IO.inspect(:queue.cons(0, q) |> :queue.head()) # expect: 0
IO.inspect(:queue.snoc(q, 9) |> :queue.last()) # expect: 9
IO.puts(inspect(error.(fn -> :queue.get(:queue.new()) end), width: 900)) # expect: {ErlangError, "Erlang error: :empty"}
IO.puts(inspect(error.(fn -> :queue.head(:queue.new()) end), width: 900)) # expect: {ErlangError, "Erlang error: :empty"}
IO.puts(inspect(error.(fn -> :queue.in(1, :a) end), width: 900)) # expect: {ArgumentError, "argument error"}
