# What a module tells of itself.
defmodule R do
  def a, do: 1
  def b(_), do: 2
  defp c, do: 3
  def d, do: c()
  defmacro m(x), do: x
end
IO.inspect(R.__info__(:functions)) # expect: [a: 0, b: 1, d: 0]
IO.inspect(R.__info__(:macros)) # expect: [m: 1]
IO.inspect(R.__info__(:module)) # expect: R
IO.inspect(R.module_info(:module)) # expect: R
IO.inspect(function_exported?(R, :b, 1)) # expect: true
IO.inspect(function_exported?(R, :c, 0)) # expect: false
IO.inspect(macro_exported?(R, :m, 1)) # expect: true
IO.inspect(Code.ensure_loaded?(R)) # expect: true
IO.inspect(Code.ensure_loaded?(NoSuchModule)) # expect: false
IO.inspect(Code.ensure_loaded(NoSuchModule)) # expect: {:error, :nofile}
IO.inspect(is_atom(R)) # expect: true
IO.inspect({__MODULE__, R.d()}) # expect: {nil, 3}
