# Lists that do not end: the first two elements decide which function refuses them.
show = fn list ->
  result =
    try do
      :lists.reverse(list)
    rescue
      error -> {error.__struct__, Map.get(error, :message)}
    end

  IO.inspect(result, width: 200)
end

show.([:a, :b | :c]) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a list\n"}
show.([:a, :b, :c | :d]) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not a proper list\n"}
show.([:a | :b]) # expect: {FunctionClauseError, nil}
show.(:a) # expect: {FunctionClauseError, nil}
show.([:a]) # expect: [:a]
