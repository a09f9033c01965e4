# Escapes, sigils, heredocs, interpolation.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect("\a\b\d\e\f\n\r\s\t\v\0") # expect: <<7, 8, 127, 27, 12, 10, 13, 32, 9, 11, 0>>
IO.inspect("\x41\u00e9\u{1F600}") # expect: "Aé😀"
IO.inspect("\"\\\#{}") # expect: "\"\\\#{}"
IO.inspect('a\'b"') # expect: 'a\'b"'
IO.inspect(~s(a "b" #{1 + 1})) # expect: "a \"b\" 2"
IO.inspect(~S(a #{1 + 1} \n)) # expect: "a \#{1 + 1} \\n"
IO.inspect(~c(chars #{:x})) # expect: 'chars x'
IO.inspect(~C(raw #{x})) # expect: 'raw \#{x}'
IO.inspect(~w(a b #{:c})) # expect: ["a", "b", "c"]
IO.inspect(~w(a b c)a) # expect: [:a, :b, :c]
IO.inspect(~w(a b)c) # expect: ['a', 'b']
IO.inspect(~W(a #{b})) # expect: ["a", "\#{b}"]
IO.inspect(~s{a\}b}) # expect: "a}b"
IO.inspect(~s|a\|b|) # expect: "a|b"
IO.inspect(~S|a\|b|) # expect: "a|b"
IO.inspect(~s'q') # expect: "q"
IO.inspect(~s"x\ty") # expect: "x\ty"
IO.inspect(~s<a>) # expect: "a"
IO.inspect(~s[a]) # expect: "a"
IO.inspect(~s/a\/b/) # expect: "a/b"
heredoc = """
  indented
    more \
  joined
  "quoted" #{1 + 1}
  """
IO.inspect(heredoc) # expect: "indented\n  more joined\n\"quoted\" 2\n"
list = '''
list
'''
IO.inspect(list) # expect: 'list\n'
raw = ~S"""
  raw #{x} \n
  """
IO.inspect(raw) # expect: "raw \#{x} \\n\n"
words = ~w"""
  a b
  c
  """
IO.inspect(words) # expect: ["a", "b", "c"]
IO.inspect("#{"nested #{"deep"}"}") # expect: "nested deep"
IO.inspect("a#{}b") # expect: "ab"
IO.inspect("#{nil}#{:a}#{1.0}#{'cl'}#{["io", ?x]}") # expect: "a1.0cliox"
IO.puts(inspect(error.(fn -> "#{{1}}" end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for {1} of type Tuple"}
IO.puts(inspect(error.(fn -> "#{%{}}" end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for %{} of type Map"}
IO.puts(inspect(error.(fn -> "#{[{1}]}" end), width: 900)) # expect: {ArgumentError, "cannot convert the given list to a string.\n\nTo be converted to a string, a list must either be empty or only\ncontain the following elements:\n\n  * strings\n  * integers representing Unicode code points\n  * a list containing one of these three elements\n\nPlease check the given list or call inspect/1 to get the list representation, got:\n\n[{1}]\n"}
lines = "multi
line"
IO.inspect(lines) # expect: "multi\nline"
IO.inspect(?a) # expect: 97
IO.inspect(?\n) # expect: 10
IO.inspect(?\s) # expect: 32
IO.inspect(?é) # expect: 233
IO.inspect(?\\) # expect: 92
IO.inspect("\u{61}bc") # expect: "abc"
IO.inspect(<<"a\0b">>) # expect: <<97, 0, 98>>
IO.inspect(:"a b\n") # expect: :"a b\n"
IO.inspect(:"quoted#{1 + 1}") # expect: :quoted2
IO.inspect([a: 1, "b c": 2, "d#{1}": 3]) # expect: [a: 1, "b c": 2, d1: 3]
IO.inspect("tab\tnew\\n") # expect: "tab\tnew\\n"
IO.inspect(inspect("é\u200b\u{10FFFF}\x7f\xff")) # expect: "<<195, 169, 226, 128, 139, 244, 143, 191, 191, 127, 255>>"
IO.inspect(inspect("a\u0085b\u00a0\u2028")) # expect: "<<97, 194, 133, 98, 194, 160, 226, 128, 168>>"
IO.inspect(inspect('a\x7f')) # expect: "[97, 127]"
IO.inspect(inspect("\e[0m \a")) # expect: "\"\\e[0m \\a\""
