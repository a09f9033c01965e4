# A list without an end is a FunctionClauseError as soon as its end is looked at, and not before.
kind = fn fun ->
  try do
    fun.()
  rescue
    error -> error.__struct__
  end
end
cup = [1, 2 | 3]
same = fn x -> x end
IO.inspect(Enum.map([:map, :filter, :reject, :each, :flat_map, :uniq_by, :scan, :sort_by], &kind.(fn -> apply(Enum, &1, [cup, same]) end)) |> Enum.uniq())   # expect: [FunctionClauseError, Protocol.UndefinedError, BadArityError]
IO.inspect(Enum.map([:count, :uniq, :with_index, :sum, :max, :sort, :to_list], &kind.(fn -> apply(Enum, &1, [cup]) end)), width: 200)   # expect: [ArgumentError, FunctionClauseError, FunctionClauseError, FunctionClauseError, FunctionClauseError, FunctionClauseError, [1, 2 | 3]]
IO.inspect(kind.(fn -> Enum.drop(cup, 5) end))   # expect: FunctionClauseError
IO.inspect(kind.(fn -> Enum.take(cup, 5) end))   # expect: FunctionClauseError
IO.inspect({Enum.take(cup, 2), Enum.at(cup, 1), Enum.find(cup, &(&1 == 2)), Enum.drop(cup, 1), Enum.member?([1, 2], 2)})   # expect: {[1, 2], 2, 2, [2 | 3], true}
