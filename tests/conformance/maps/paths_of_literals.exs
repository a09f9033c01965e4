# Paths that start from a literal, from nothing, or from what they cannot start from.
told = fn fun ->
  try do
    fun.()
  rescue
    e -> Exception.message(e)
  end
end

x = nil
IO.inspect(pop_in([][:foo][:bar])) # expect: {nil, []}
IO.inspect(update_in([a: [b: 1]][:a][:b], &(&1 + 1))) # expect: [a: [b: 2]]
IO.inspect(put_in(%{a: %{b: 1}}[:a][:b], 2)) # expect: %{a: %{b: 2}}
IO.inspect(pop_in(x["a"])) # expect: {nil, nil}
IO.puts(told.(fn -> pop_in(x["a"]["b"]) end)) # expect: could not put/update key "a" on a nil value
IO.puts(told.(fn -> pop_in(nil["a"]["b"]) end)) # expect: could not put/update key "a" on a nil value
IO.puts(told.(fn -> pop_in(nil, ["a"]) end)) # expect: could not pop key "a" on a nil value
IO.puts(told.(fn -> put_in(nil["a"], 1) end)) # expect: could not put/update key "a" on a nil value
IO.puts(told.(fn -> Code.eval_string("m = Map; put_in(m.new([])[:x], 2)") end)) # expect: expression given to put_in/2 must start with a variable, local or remote call and be followed by an element access, got: m.new([])
IO.inspect(put_in(Map.new([])[:x], 2)) # expect: %{x: 2}
IO.inspect(put_in((false || %{})[:x], 2)) # expect: %{x: 2}
IO.puts(told.(fn -> Code.eval_string("put_in({1, 2}[:x], 2)") end)) # expect: expression given to put_in/2 must start with a variable, local or remote call and be followed by an element access, got: {1, 2}
