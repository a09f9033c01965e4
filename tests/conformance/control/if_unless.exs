# Only nil and false are false.
IO.inspect(if true, do: 1, else: 2) # expect: 1
IO.inspect(if nil, do: 1) # expect: nil
IO.inspect(if 0, do: :zero_is_true) # expect: :zero_is_true
IO.inspect(if [], do: :empty_is_true) # expect: :empty_is_true
IO.inspect(unless false, do: :ran) # expect: :ran
IO.inspect(unless true, do: 1, else: :other) # expect: :other
x = if 1 > 2 do
  :a
else
  :b
end
IO.inspect(x) # expect: :b
IO.inspect(true && :right) # expect: :right
IO.inspect(nil && :right) # expect: nil
IO.inspect(nil || :default) # expect: :default
IO.inspect(false || nil) # expect: nil
IO.inspect(:left || raise("not evaluated")) # expect: :left
IO.inspect(true and :any) # expect: :any
IO.inspect(false or 5) # expect: 5
try do
  nil and true
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadBooleanError: "expected a boolean on left-side of \"and\", got: nil"
end
try do
  1 or true
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: BadBooleanError: "expected a boolean on left-side of \"or\", got: 1"
end
try do
  not 1
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "argument error"
end
