# Access.key wants a map, even to read; a path of fields gives the words of Map.get_and_update.
told = fn run ->
  try do
    run.()
  rescue
    error -> {error.__struct__, Exception.message(error)}
  end
end
IO.inspect(told.(fn -> get_in([pot: 1], [Access.key(:pot)]) end), width: 200)   # expect: {BadMapError, "expected a map, got: [pot: 1]"}
IO.inspect(told.(fn -> get_in(:pot, [Access.key(:lid, 3)]) end), width: 200)   # expect: {BadMapError, "expected a map, got: :pot"}
IO.inspect(get_in(nil, [Access.key(:lid, 3)]), width: 200)   # expect: nil
shelf = %{cup: %{tea: 1}}
IO.inspect(told.(fn -> get_and_update_in(shelf.cup.tea, fn _ -> :cold end) end), width: 200)   # expect: {RuntimeError, "the given function must return a two-element tuple or :pop, got: :cold"}
IO.inspect(get_and_update_in(shelf.cup.tea, fn _ -> :pop end), width: 200)   # expect: {1, %{cup: %{}}}
IO.inspect(told.(fn -> get_in(%{}, [Access.slice(0..1)]) end), width: 200)   # expect: {ArgumentError, "Access.slice/1 expected a list, got: %{}"}
IO.inspect(Keyword.values([{:a, 1}, {"b", 2}]), width: 200)   # expect: [1, 2]
IO.inspect(told.(fn -> Base.encode16("a", case: :none) end), width: 200)   # expect: {CaseClauseError, "no case clause matching: :none"}
IO.inspect(get_in(%{cup: nil}, [:cup, Access.key(:lid, 3)]), width: 200)   # expect: nil
IO.inspect(get_in(nil, [Access.all()]), width: 200)   # expect: nil
