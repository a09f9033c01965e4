# Every function that guards may call.
f = fn
  x when is_list(x) and length(x) == 2 and hd(x) == 1 -> :list
  x when is_list(x) and tl(x) == [] -> :single
  x when is_tuple(x) and tuple_size(x) > 1 and elem(x, 1) == :b -> :tuple
  x when is_map(x) and map_size(x) == 1 and is_map_key(x, :k) -> :map
  x when is_binary(x) and byte_size(x) > 3 and binary_part(x, 0, 2) == "ab" -> :bin
  x when is_bitstring(x) and bit_size(x) == 3 -> :bits
  x when is_float(x) and trunc(x) == 2 and round(x) == 3 -> :float
  x when is_integer(x) and rem(x, 7) == 0 and div(x, 7) == 3 -> :int
  x when is_integer(x) and abs(x) > 100 -> :big
  x when is_number(x) and -x > 0 -> :neg
  x when is_function(x, 2) -> :fun2
  x when is_function(x) -> :fun
  x when is_pid(x) and x == self() -> :me
  x when is_reference(x) -> :ref
  x when is_boolean(x) -> :bool
  x when is_nil(x) -> nil
  x when is_atom(x) and x != :z -> :atom
  x when x in ["a", "b"] -> :letter
  x when is_struct(x, Range) -> :range
  x when is_exception(x) -> :exc
  x when is_number(x) and ceil(x) == 2 and floor(x) == 1 -> :between
  _ -> :other
end
IO.puts(inspect(Enum.map([[1, 2], [5], {:a, :b}, %{k: 1}, "abcd", <<1::3>>, 2.6, 21, -500, -3, &+/2, &-/1, self(), make_ref(), true, nil, :q, :z, "a", 1..2, %RuntimeError{}, 1.5, 3], f), width: 900)) # expect: [:list, :single, :tuple, :map, :bin, :bits, :float, :int, :big, :neg, :fun2, :fun, :me, :ref, :bool, nil, :atom, :other, :letter, :range, :exc, :between, :other]
g = fn m when is_map(m) and m.a > 1 -> :yes; _ -> :no end
IO.puts(inspect(Enum.map([%{a: 2}, %{a: 1}, %{}, 1], g), width: 900)) # expect: [:yes, :no, :no, :no]
h = fn x when hd(x) == 1 when x == 5 -> :ok; _ -> :no end
IO.puts(inspect(Enum.map([[1], 5, 6], h), width: 900)) # expect: [:ok, :ok, :no]
IO.puts(inspect((fn x when node(x) == node() -> :local end).(self()), width: 900)) # expect: :local
IO.puts(inspect((fn x, y when x === y and x !== 1.0 -> :same; _, _ -> :diff end).(1, 1), width: 900)) # expect: :same
IO.puts(inspect((fn x when map_size(x) < 1 or is_list(x) -> :a; _ -> :b end).([1]), width: 900)) # expect: :b
