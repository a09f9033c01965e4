# Reading standard input.
# stdin: first\nsecond line\n3
IO.inspect(IO.gets("")) # expect: "first\n"
IO.inspect(IO.read(:line)) # expect: "second line\n"
IO.inspect(IO.read(:line)) # expect: "3"
IO.inspect(IO.gets("")) # expect: :eof
