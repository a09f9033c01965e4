# An uncaught error ends with status 1.
# expect error: RuntimeError boom
IO.puts("before") # expect: before
raise "boom"
