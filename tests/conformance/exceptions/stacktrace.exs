# The trace names the functions that were called.
defmodule Tr do
  def a(x) do
    r = b(x)
    {:ok, r}
  end
  def b(x) do
    r = c(x)
    {:ok, r}
  end
  def c(x) when x > 0, do: x
end
st = try do
  Tr.a(-1)
rescue
  FunctionClauseError -> __STACKTRACE__
end
IO.inspect(st |> Enum.take(3) |> Enum.map(fn {m, f, a, _} -> {m, f, if(is_list(a), do: a, else: {:arity, a})} end)) # expect: [{Tr, :c, [-1]}, {Tr, :b, {:arity, 1}}, {Tr, :a, {:arity, 1}}]
IO.inspect(st |> Enum.at(1) |> elem(3) |> Keyword.get(:line)) # expect: 8
st = try do
  raise "x"
rescue
  _ -> __STACKTRACE__
end
IO.inspect(is_list(st)) # expect: true
r = try do
  try do
    raise "x"
  rescue
    e -> reraise e, [{M, :f, 1, []}]
  end
rescue
  e -> {e.message, hd(__STACKTRACE__)}
end
IO.inspect(r) # expect: {"x", {M, :f, 1, []}}
IO.inspect(Exception.format_mfa(Foo, :bar, [1, :a])) # expect: "Foo.bar(1, :a)"
IO.inspect(Exception.format(:error, %RuntimeError{message: "oops"}, [])) # expect: "** (RuntimeError) oops"
IO.inspect(Exception.format(:exit, :bye, [])) # expect: "** (exit) :bye"
IO.inspect(Exception.format_exit({:timeout, {GenServer, :call, [:x, :y, 5]}})) # expect: "exited in: GenServer.call(:x, :y, 5)\n    ** (EXIT) time out"
