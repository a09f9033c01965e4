# Several clauses, private functions, function_clause errors.
defmodule M do
  def f(:a), do: 1
  def f(:b), do: p(2)
  def f(n) when is_integer(n), do: n
  defp p(n), do: n * 10
end
IO.inspect({M.f(:a), M.f(:b), M.f(7)}) # expect: {1, 20, 7}
try do
  M.f(:zzz)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: FunctionClauseError: "no function clause matching in M.f/1"
end
try do
  apply(M, :p, [1])
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function M.p/1 is undefined or private"
end
try do
  M.nothing(1, 2)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function M.nothing/2 is undefined or private"
end
try do
  Nowhere.f()
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function Nowhere.f/0 is undefined (module Nowhere is not available)"
end
