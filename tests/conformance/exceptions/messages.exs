# What the machine's own errors say.
try do
  Process.get(:none, 1) + :a
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArithmeticError: "bad argument in arithmetic expression"
end
try do
  elem({1}, 5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"
end
try do
  [1, 2] |> Process.get(:x).()
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadFunctionError: "expected a function, got: nil"
end
try do
  Map.fetch!(%{a: 1}, :b)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :b not found in: %{a: 1}"
end
try do
  Keyword.fetch!([], :b)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :b not found in: []"
end
try do
  Enum.fetch!([1], 5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Enum.OutOfBoundsError: "out of bounds error"
end
try do
  Enum.max([])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Enum.EmptyError: "empty error"
end
try do
  Enum.reduce([], fn x, _ -> x end)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Enum.EmptyError: "empty error"
end
try do
  String.to_atom(Process.get(:none, 1))
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a binary\n"
end
try do
  raise "x" <> "y"
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: RuntimeError: "xy"
end
try do
  raise ArgumentError, message: "m"
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "m"
end
try do
  :erlang.binary_to_atom("x", :bad)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 2nd argument: not one of the atoms: latin1, utf8, or unicode\n"
end
try do
  Integer.parse("1", 99)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "invalid base 99"
end
try do
  tuple_size(Process.get(:none, []))
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a tuple\n"
end
try do
  List.first(Process.get(:none, :x))
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in List.first/2"
end
try do
  send(:no_such_name, 1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: invalid destination\n"
end
try do
  Process.register(self(), :undefined)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in Process.register/2"
end
try do
  String.duplicate("x", -1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 2nd argument: out of range\n"
end
try do
  Enum.at([1], :x)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in Enum.at/3"
end
try do
  struct(NoSuchStruct)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function NoSuchStruct.__struct__/0 is undefined (module NoSuchStruct is not available)"
end
try do
  put_in(%{}, [:a, :b], 1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "could not put/update key :b on a nil value"
end
try do
  apply(:nomod, :nofun, [])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function :nomod.nofun/0 is undefined (module :nomod is not available)"
end
try do
  (fn 1 -> 1 end).(2)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect like: FunctionClauseError: "no function clause matching in anonymous fn/1 in …"
end
try do
  Enum.chunk_every([1], 0)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in Enum.chunk_every/4"
end
try do
  Range.new(1, 2, 0)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer, got: 1..2//0"
end
try do
  Atom.to_string(Process.get(:none, "x"))
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
end
try do
  :lists.nth(5, [1])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in :lists.nth/2"
end
try do
  binary_part("abc", 2, 5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 3rd argument: out of range\n"
end
try do
  List.to_integer('x')
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"
end
try do
  Access.get(Process.get(:none, 5), :k)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in Access.get/3"
end
try do
  :maps.get(:k, %{})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :k not found in: %{}"
end
try do
  Map.put(Process.get(:none, []), :k, 1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadMapError: "expected a map, got: []"
end
try do
  map_size(Process.get(:none, []))
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadMapError: "expected a map, got: []"
end
try do
  Tuple.delete_at({1}, 4)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"
end
try do
  :erlang.error({:my, "reason"})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ErlangError: "Erlang error: {:my, \"reason\"}"
end
