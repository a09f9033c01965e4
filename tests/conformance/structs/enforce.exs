# Keys that must be given.
defmodule Must do
  @enforce_keys [:a]
  defstruct [:a, b: 2]
end
IO.inspect(struct(Must, a: 1)) # expect: %Must{a: 1, b: 2}
IO.inspect(struct!(Must, a: 1, b: 3)) # expect: %Must{a: 1, b: 3}
try do
  struct!(Must, b: 3)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "the following keys must also be given when building struct Must: [:a]"
end
r = try do
  Code.eval_string("%Must{b: 1}")
rescue
  e -> {e.__struct__, Exception.message(e)}
end
IO.inspect(elem(r, 0)) # expect: ArgumentError
