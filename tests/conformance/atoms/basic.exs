# Atoms and their forms.
IO.inspect(:abc) # expect: :abc
IO.inspect(:"with space") # expect: :"with space"
IO.inspect(:"é") # expect: :é
IO.inspect(:+) # expect: :+
IO.inspect(:foo?) # expect: :foo?
IO.inspect(:foo!) # expect: :foo!
IO.inspect(:Foo) # expect: :Foo
IO.inspect(Foo.Bar) # expect: Foo.Bar
IO.inspect(Foo.Bar == :"Elixir.Foo.Bar") # expect: true
IO.inspect(nil == :nil) # expect: true
IO.inspect(true === :true) # expect: true
IO.inspect(is_atom(nil)) # expect: true
IO.inspect(:"1x") # expect: :"1x"
IO.inspect(:a@b) # expect: :a@b
IO.inspect(:<<>>) # expect: :<<>>
IO.inspect(:%{}) # expect: :%{}
IO.inspect(:..) # expect: :..
IO.inspect(:"foo bar: #{1 + 1}") # expect: :"foo bar: 2"
IO.inspect(Atom.to_string(Foo)) # expect: "Elixir.Foo"
IO.inspect(to_string(nil)) # expect: ""
IO.inspect(String.to_atom("new one")) # expect: :"new one"
IO.inspect(String.to_existing_atom("ok")) # expect: :ok
try do
  String.to_existing_atom("never seen before this line 7351")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: ArgumentError: "errors were found at the given arguments:\n\n  * 1st argument: not an already existing atom\n"
end
