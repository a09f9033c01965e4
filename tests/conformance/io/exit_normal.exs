# exit(:normal) of the main process is no failure.
# status: 0
IO.puts("x") # expect: x
exit(:normal)
