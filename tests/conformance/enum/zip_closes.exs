# What raises while collections are zipped closes each of them as it stood before the step.
source = fn name, from ->
  Stream.resource(fn -> from end, fn n -> {[n], n + 1} end, fn n -> IO.puts("#{name} closed at #{n}") end)
end
try do
  Stream.zip(source.("left", 1), Stream.map([1, 2], fn 2 -> raise("spilt"); n -> n end)) |> Enum.to_list()   # expect: left closed at 2
rescue
  error -> IO.puts(error.message)   # expect: spilt
end
# expect: left closed at 2
# expect: right closed at 6
IO.inspect(Stream.zip(source.("left", 1), source.("right", 5)) |> Enum.take(1))   # expect: [{1, 5}]
