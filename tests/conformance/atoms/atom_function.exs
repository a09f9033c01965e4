# Atoms and their texts.
IO.inspect(Atom.to_string(:a)) # expect: "a"
IO.inspect(Atom.to_charlist(:é)) # expect: [233]
IO.inspect(is_atom(Foo)) # expect: true
IO.inspect(:a < :b) # expect: true
IO.inspect(Function.identity(1)) # expect: 1
IO.inspect(String.to_existing_atom("true")) # expect: true
IO.inspect(Atom.to_string(nil)) # expect: "nil"
IO.inspect(:erlang.atom_to_list(:x)) # expect: 'x'
IO.inspect(:erlang.binary_to_existing_atom("nil", :utf8)) # expect: nil
