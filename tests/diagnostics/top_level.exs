# The top level is expanded as a whole before it runs.
value = 1
IO.puts(vlaue_of(value))
alias 1
defmodule Inside do
  def f, do: g()
end
IO.puts(undefined_thing(value))
