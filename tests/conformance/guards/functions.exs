# What is allowed in guards.
f = fn
  x when is_function(x, 2) -> :fun2
  x when is_function(x) -> :fun
  x when is_pid(x) -> :pid
  x when is_reference(x) -> :ref
  x when is_boolean(x) -> :bool
  x when is_nil(x) -> nil
  x when is_bitstring(x) and not is_binary(x) -> :bits
  x when byte_size(x) == 3 -> :three_bytes
  x when is_exception(x) -> :exception
  x when is_struct(x, Range) -> :range
  x when is_struct(x) -> :struct
  x when is_map_key(x, :k) -> :has_k
  x when is_map(x) -> :map
  x when tuple_size(x) in 2..3 -> :two_or_three
  x when rem(x, 2) == 0 -> :even
  x when abs(x) > 100 -> :far
  x when trunc(x) == 2 -> :about_two
  _ -> :other
end
IO.inspect(Enum.map([fn _, _ -> 1 end, fn -> 1 end, self(), make_ref(), true, nil, <<1::3>>, "abc"], f)) # expect: [:fun2, :fun, :pid, :ref, :bool, nil, :bits, :three_bytes]
IO.puts(inspect(Enum.map([%ArgumentError{}, 1..2, MapSet.new(), %{k: 1}, %{}, {1, 2}, {1}, 4, -101, 2.5, 3], f), width: 400)) # expect: [:exception, :range, :struct, :has_k, :map, :two_or_three, :other, :even, :far, :about_two, :other]
