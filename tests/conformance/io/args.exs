# Arguments after the file.
# args: one --two 3
IO.inspect(System.argv()) # expect: ["one", "--two", "3"]
