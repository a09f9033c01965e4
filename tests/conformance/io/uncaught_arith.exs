# The machine's own error, uncaught.
# expect error: ArithmeticError bad argument in arithmetic expression
IO.puts(1 + Process.get(:none, :a))
