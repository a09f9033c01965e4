# Guards whose names are no atoms and whose bounds are no integers.
defmodule Odd do
  def struct_or_map(x, n) when is_struct(x, n) or is_map(x), do: true
  def struct_or_map(_, _), do: false
  def exception_or_map(x, n) when is_exception(x, n) or is_map(x), do: true
  def exception_or_map(_, _), do: false
  def between(x, a, b) when x in a..b, do: true
  def between(_, _, _), do: false
end

IO.inspect([Odd.struct_or_map(%{}, "f"), Odd.struct_or_map(%{}, F), Odd.struct_or_map(1, "f"), Odd.struct_or_map(1..2, Range)]) # expect: [false, true, false, true]
IO.inspect([Odd.exception_or_map(%{}, "f"), Odd.exception_or_map(%{}, F), Odd.exception_or_map(1, "f")]) # expect: [false, true, false]
IO.inspect([Odd.between(2, 1, 3), Odd.between(2, 1, 3.0), Odd.between(2, 1.0, 3), Odd.between(2.0, 1, 3), Odd.between(2, 3, 1)]) # expect: [true, false, false, false, true]

told = fn fun ->
  try do
    fun.()
  rescue
    e -> Exception.message(e)
  end
end

name = Process.get(:none, "name")
IO.puts(told.(fn -> is_struct(%{}, name) end)) # expect: argument error
IO.puts(told.(fn -> is_struct(1, name) end)) # expect: argument error
IO.puts(told.(fn -> is_exception(1, name) end)) # expect: argument error
IO.puts(told.(fn -> Code.eval_string("defmodule InRange do\ndef f(x) when x in unquote(1..3), do: x\nend") end)) # expect: found unescaped value on the right side of in/2: 1..3
IO.inspect(for {a, b} <- [{-5, -5}, {-5, -3}, {-2, -1}, {0, -4}, {1, 1}, {3, 5}, {-4, -2}], do: binary_slice("abc", a..b//1)) # expect: ["", "a", "bc", "", "b", "", "ab"]
