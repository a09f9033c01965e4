# Numbers, characters, strings in all their forms.
IO.inspect(1_000_000) # expect: 1000000
IO.inspect(0xFF) # expect: 255
IO.inspect(0b1010) # expect: 10
IO.inspect(0o17) # expect: 15
IO.inspect(1.5e-3) # expect: 0.0015
IO.inspect(?a) # expect: 97
IO.inspect(?\n) # expect: 10
IO.inspect(?é) # expect: 233
IO.inspect("esc \x41 \u00e9 \u{1F4A9}") # expect: "esc A é 💩"
h = "a\
b"
IO.inspect(h) # expect: "ab"
h = """
heredoc
  two
"""
IO.inspect(h) # expect: "heredoc\n  two\n"
IO.inspect('single') # expect: 'single'
IO.inspect(:"quoted atom") # expect: :"quoted atom"
IO.inspect("#{:a} and #{[?b, ?c]} and #{1.0}") # expect: "a and bc and 1.0"
IO.inspect("nested #{"in #{"deep"}"}") # expect: "nested in deep"
IO.inspect({?\s, ?\\, ?\t}) # expect: {32, 92, 9}
