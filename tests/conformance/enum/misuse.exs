# What enumerables say when they get what they cannot handle.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enumerable.impl_for([])) # expect: Enumerable.List
IO.inspect(Enumerable.impl_for(1..2)) # expect: Enumerable.Range
IO.inspect(Enumerable.impl_for(fn _, _ -> 1 end)) # expect: Enumerable.Function
IO.inspect(Enumerable.impl_for(1)) # expect: nil
IO.puts(inspect(error.(fn -> Enum.map("abc", & &1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for \"abc\" of type BitString"}
IO.puts(inspect(error.(fn -> Enum.count({1, 2}) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for {1, 2} of type Tuple"}
IO.puts(inspect(error.(fn -> Enum.reduce(1, 0, &+/2) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}

IO.puts(inspect(error.(fn -> Enum.reverse(:a) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
IO.puts(inspect(error.(fn -> Enum.zip(1, 2) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.at(nil, 0) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for nil of type Atom"}
IO.puts(inspect(error.(fn -> Enum.member?(1.5, 1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1.5 of type Float"}
IO.puts(inspect(error.(fn -> Enum.slice("a", 0, 1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for \"a\" of type BitString"}
IO.puts(inspect(error.(fn -> Enum.join(1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.sum(nil) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for nil of type Atom"}
IO.puts(inspect(error.(fn -> Enum.into(1, []) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.chunk_every(1, 2) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.frequencies(1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}

IO.puts(inspect(error.(fn -> Collectable.into(1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Collectable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> Enum.max_by([1, 2], fn _ -> raise "inside" end) end), width: 900)) # expect: {RuntimeError, "inside"}
IO.puts(inspect(error.(fn -> Enum.sort_by([1, 2], & &1, :wrong) end), width: 900)) # expect: {UndefinedFunctionError, "function :wrong.compare/2 is undefined (module :wrong is not available)"}
IO.puts(inspect(error.(fn -> Enum.each([1, 2], fn 1 -> throw(:ball) end) end), width: 900)) # expect: {:throw, :ball}
