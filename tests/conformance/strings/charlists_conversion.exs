# to_string, to_charlist, String.Chars, List.Chars.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(to_string(:atom)) # expect: "atom"
IO.inspect(to_string(nil)) # expect: ""
IO.inspect(to_string(1.0e10)) # expect: "1.0e10"
IO.inspect(to_string(12)) # expect: "12"
IO.inspect(to_string('abc')) # expect: "abc"
IO.inspect(to_string(["a", [?b, 'c']])) # expect: "abc"
IO.inspect(to_string([])) # expect: ""
IO.inspect(to_charlist("é")) # expect: [233]
IO.inspect(to_charlist(:a)) # expect: 'a'
IO.inspect(to_charlist(12)) # expect: '12'
IO.inspect(to_charlist(1.5)) # expect: '1.5'
IO.inspect(to_charlist(nil)) # expect: []
IO.inspect(to_charlist([1, 2])) # expect: [1, 2]
IO.puts(inspect(error.(fn -> to_string({1}) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for {1} of type Tuple"}
IO.puts(inspect(error.(fn -> to_string(%{a: 1}) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for %{a: 1} of type Map"}
IO.puts(inspect(error.(fn -> to_string(self: 1) end), width: 900)) # expect: {ArgumentError, "cannot convert the given list to a string.\n\nTo be converted to a string, a list must either be empty or only\ncontain the following elements:\n\n  * strings\n  * integers representing Unicode code points\n  * a list containing one of these three elements\n\nPlease check the given list or call inspect/1 to get the list representation, got:\n\n[self: 1]\n"}
IO.puts(inspect(error.(fn -> to_charlist({1}) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol List.Chars not implemented for {1} of type Tuple"}
IO.puts(inspect(error.(fn -> to_string(<<1::1>>) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for <<1::size(1)>> of type BitString, cannot convert a bitstring to a string"}
IO.inspect(to_string("bin")) # expect: "bin"
IO.inspect(to_string(%URI{path: "/a"})) # expect: "/a"
IO.inspect(to_string(%Version{major: 1, minor: 2, patch: 3})) # expect: "1.2.3"
IO.inspect(String.to_charlist("a\u0301")) # expect: [97, 769]
IO.inspect(List.to_string([0x1F600])) # expect: "😀"
IO.inspect('abc' == [97, 98, 99]) # expect: true
IO.inspect('abc' ++ 'd') # expect: 'abcd'
IO.inspect(is_list('abc')) # expect: true
IO.inspect([7, 8, 9]) # expect: '\a\b\t'
IO.inspect([104, 105]) # expect: 'hi'
IO.inspect([104, 105, 0]) # expect: [104, 105, 0]
IO.inspect('it\'s') # expect: 'it\'s'
IO.inspect(inspect('abc', charlists: :as_lists)) # expect: "[97, 98, 99]"
IO.inspect(inspect([1, 2], charlists: :as_charlists)) # expect: "'\\x01\\x02'"
IO.inspect(Atom.to_string(:"a b")) # expect: "a b"
IO.inspect(Atom.to_charlist(:abc)) # expect: 'abc'
IO.puts(inspect(error.(fn -> Atom.to_string("a") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"}
IO.inspect(Enum.map([:a, A.B, :"x y", nil], &Atom.to_string/1)) # expect: ["a", "Elixir.A.B", "x y", "nil"]
