# Structs in structs: update_in, put_in, pattern, defaults.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Inner do
  defstruct n: 0, list: []
end
defmodule Outer1 do
  defstruct inner: %Inner{}, name: "o"
end
o = struct(Outer1)
IO.inspect(o) # expect: %Outer1{inner: %Inner{n: 0, list: []}, name: "o"}
IO.inspect(put_in(o.inner.n, 5)) # expect: %Outer1{inner: %Inner{n: 5, list: []}, name: "o"}
IO.inspect(update_in(o.inner.list, &[1 | &1])) # expect: %Outer1{inner: %Inner{n: 0, list: [1]}, name: "o"}
IO.inspect(o.inner.n) # expect: 0
IO.inspect(get_in(o, [Access.key(:inner), Access.key(:list)])) # expect: []
IO.puts(inspect(error.(fn -> put_in(o.inner.zz, 1) end), width: 900)) # expect: {KeyError, "key :zz not found in: %Inner{n: 0, list: []}"}
IO.puts(inspect(error.(fn -> put_in(o.zz.n, 1) end), width: 900)) # expect: {KeyError, "key :zz not found in: %Outer1{inner: %Inner{n: 0, list: []}, name: \"o\"}"}
IO.inspect(match?(%{inner: %{n: 0}}, o)) # expect: true
