# What :io.format and :io_lib.format say of wrong formats and arguments.
# status: 0
wrong = fn args ->
  try do
    apply(:io, :format, args)
  rescue
    e -> e |> Exception.message() |> String.split("\n") |> Enum.drop(2) |> Enum.join("|") |> IO.puts()
  end
end
wrong.(["~p", []]) # expect:   * 1st argument: wrong number of arguments|
wrong.(["~q", [1]]) # expect:   * 1st argument: format string invalid (invalid control ~q)|
wrong.(["~s", [1]]) # expect:   * 2nd argument: element 1 must be of type string|
wrong.([:nodev, "~p", [1]]) # expect:   * 1st argument: the device does not exist|
wrong.(["~p", 3]) # expect:   * 2nd argument: not a list|
wrong.([1, 2]) # expect:   * 1st argument: not a valid format string|  * 2nd argument: not a list|
wrong.(["~s", [[300]]]) # expect:   * 1st argument: failed to format string|
wrong.(["~b", [:a]]) # expect:   * 2nd argument: element 1 must be of type integer|
wrong.(["~"]) # expect:   * 1st argument: format string invalid (truncated)|
wrong.([[:a], []]) # expect:   * 1st argument: not a valid format string|
IO.inspect(try(do: :io_lib.format("~.0f", [1.0]), rescue: (e -> e.message))) # expect: "argument error"
IO.inspect(try(do: :io_lib.format("~b", [1.0]), rescue: (e -> e.message))) # expect: "argument error"
IO.inspect(try(do: :io_lib.format("~3.5s", ["ab"]), rescue: (e -> e.message))) # expect: "argument error"
IO.inspect(try(do: :io_lib.format("~p", [1, 2]), rescue: (e -> e.message))) # expect: "argument error"
IO.inspect(try(do: :io_lib.format("~.1b", [5]), rescue: (e -> e.message))) # expect: "argument error"
