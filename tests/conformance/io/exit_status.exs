# A script's own exit status.
# status: 3
IO.puts("before") # expect: before
System.halt(3)
