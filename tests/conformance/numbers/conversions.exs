# Between numbers and text.
IO.inspect(String.to_integer("42")) # expect: 42
IO.inspect(String.to_integer("ff", 16)) # expect: 255
IO.inspect(Integer.to_string(-255, 16)) # expect: "-FF"
IO.inspect(String.to_float("1.5e3")) # expect: 1500.0
IO.inspect(Float.to_string(2.50)) # expect: "2.5"
IO.inspect(Integer.parse("12abc")) # expect: {12, "abc"}
IO.inspect(Integer.parse("abc")) # expect: :error
IO.inspect(Float.parse("3.14xyz")) # expect: {3.14, "xyz"}
IO.inspect(Float.parse("7")) # expect: {7.0, ""}
IO.inspect(to_string(1.0e21)) # expect: "1.0e21"
IO.inspect(Integer.to_charlist(123)) # expect: '123'
try do
  String.to_integer("4x")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"
end
try do
  String.to_float("1")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of a float\n"
end
try do
  String.to_integer("")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not a textual representation of an integer\n"
end
