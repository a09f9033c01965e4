# Lists that do not end: the first two elements decide which function refuses them.
raised = fn list ->
  try do
    :lists.reverse(list)
  rescue
    error -> {error.__struct__, Map.get(error, :message)}
  end
end

IO.inspect(raised.([:a, :b | :c])) # expect: {ArgumentError,
IO.inspect(raised.([:a, :b, :c | :d])) # expect:  "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
IO.inspect(raised.([:a | :b])) # expect: {ArgumentError,
IO.inspect(raised.(:a)) # expect:  "errors were found at the given arguments:\n\n  * 1st argument: not a proper list\n"}
IO.inspect(raised.([:a])) # expect: {FunctionClauseError, nil}
