# Guards choose among clauses.
f = fn
  x when is_integer(x) and x > 0 -> :positive
  x when is_integer(x) and x < 0 -> :negative
  0 -> :zero
  x when is_float(x) or is_binary(x) -> :float_or_binary
  x when not is_list(x) -> :no_list
  _ -> :list
end
IO.puts(inspect(Enum.map([5, -5, 0, 1.5, "s", :a, []], f), width: 400)) # expect: [:positive, :negative, :zero, :float_or_binary, :float_or_binary, :no_list, :list]
