# An exit of the main process.
# status: 1
IO.puts("x") # expect: x
exit(:failed)
