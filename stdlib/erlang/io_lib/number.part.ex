# stdlib/erlang/io_lib/number.part.ex: integers in any base and floats with so many digits.
# Here: ~b ~B ~x ~X ~+ ~# ~e ~f ~g.
# Holds: digits of floats come from their first 21 decimal ones, rounded half up, then zeros.

defp number_control(char, args, c) do
  case {char, args} do
    {?b, [n]} when is_integer(n) -> in_field_wide(based(n, c, ''), c)
    {?B, [n]} when is_integer(n) -> in_field_wide(upper(based(n, c, '')), c)
    {?x, [n, prefix]} when is_integer(n) -> in_field_wide(based(n, c, prefix_chars(prefix)), c)
    {?X, [n, prefix]} when is_integer(n) -> in_field_wide(upper_digits(n, c, prefix_chars(prefix)), c)
    {?+, [n]} when is_integer(n) -> in_field_wide(based(n, c, base_prefix(c)), c)
    {?#, [n]} when is_integer(n) -> in_field_wide(upper(based(n, c, base_prefix(c))), c)
    {?e, [f]} when is_float(f) -> exponential(f, c)
    {?f, [f]} when is_float(f) -> decimal(f, c)
    {?g, [f]} when is_float(f) -> general(f, c)
    _ -> throw(:bad_argument)
  end
end

defp base(%{precision: :none}), do: 10
defp base(%{precision: base}) when base in 2..36, do: base
defp base(_), do: throw(:bad_argument)

defp base_prefix(c), do: [:erlang.integer_to_list(base(c)), ?#] |> :lists.flatten()

defp based(n, c, prefix) when n < 0, do: [?- | based(-n, c, prefix)]
defp based(n, c, prefix), do: prefix ++ lower(:erlang.integer_to_list(n, base(c)))

defp upper_digits(n, c, prefix) when n < 0, do: [?- | upper_digits(-n, c, prefix)]
defp upper_digits(n, c, prefix), do: prefix ++ :erlang.integer_to_list(n, base(c))

defp prefix_chars(prefix) when is_atom(prefix), do: :erlang.atom_to_list(prefix)

defp prefix_chars(prefix) when is_list(prefix) do
  if deep_char_list(prefix), do: :lists.flatten(prefix), else: throw(:bad_argument)
end

defp prefix_chars(_), do: throw(:bad_argument)

defp lower(chars), do: :lists.map(fn c -> if c in ?A..?Z, do: c + 32, else: c end, chars)
defp upper(chars), do: :lists.map(fn c -> if c in ?a..?z, do: c - 32, else: c end, chars)

# The precision of an integer is its base, so the width alone makes the field.
defp in_field_wide(chars, %{width: :none}), do: chars
defp in_field_wide(chars, c), do: in_field(chars, %{c | precision: :none})

defp in_float_field(chars, %{width: :none}), do: chars
defp in_float_field(chars, c), do: in_field(chars, %{c | precision: :none})

defp exponential(f, %{precision: :none} = c), do: exponential(f, %{c | precision: 6})

defp exponential(f, %{precision: precision} = c) when precision >= 2 do
  {sign, digits, exponent} = float_parts(f)
  {digits, exponent} = significant(digits, exponent, precision)
  [first | rest] = digits
  in_float_field(sign ++ [first, ?. | rest] ++ [?e | signed(exponent)], c)
end

defp exponential(_, _), do: throw(:bad_argument)

defp signed(exponent) when exponent < 0, do: :erlang.integer_to_list(exponent)
defp signed(exponent), do: [?+ | :erlang.integer_to_list(exponent)]

defp decimal(f, %{precision: :none} = c), do: decimal(f, %{c | precision: 6})

defp decimal(f, %{precision: precision} = c) when precision >= 1 do
  {sign, digits, exponent} = float_parts(f)
  # value = digits * 10^(exponent - 20); whole counts units of the last place shown.
  whole = scaled(:erlang.list_to_integer(digits), exponent - 20 + precision)
  chars = :erlang.integer_to_list(whole)
  chars = chars(?0, precision + 1 - length(chars)) ++ chars
  {before, behind} = :lists.split(length(chars) - precision, chars)
  in_float_field(sign ++ before ++ [?. | behind], c)
end

defp decimal(_, _), do: throw(:bad_argument)

defp scaled(n, shift) when shift >= 0, do: n * power10(shift)

defp scaled(n, shift) do
  unit = power10(-shift)
  div(n + div(unit, 2), unit)
end

defp power10(n), do: power10(10, n, 1)
defp power10(_, 0, acc), do: acc
defp power10(x, n, acc) when rem(n, 2) == 1, do: power10(x * x, div(n, 2), acc * x)
defp power10(x, n, acc), do: power10(x * x, div(n, 2), acc)

defp general(f, %{precision: :none} = c), do: general(f, %{c | precision: 6})

defp general(f, %{precision: precision} = c) when precision >= 1 do
  case magnitude(:erlang.abs(f)) do
    e when is_integer(e) and precision - 1 > e and e >= -1 -> decimal(f, %{c | precision: precision - 1 - e})
    -1 when precision <= 1 -> decimal(f, %{c | precision: 1})
    _ -> exponential(f, %{c | precision: max(precision, 2)})
  end
end

defp general(_, _), do: throw(:bad_argument)

defp magnitude(f) when f < 0.1, do: -2
defp magnitude(f) when f < 1.0, do: -1
defp magnitude(f) when f < 10.0, do: 0
defp magnitude(f) when f < 100.0, do: 1
defp magnitude(f) when f < 1000.0, do: 2
defp magnitude(f) when f < 10000.0, do: 3
defp magnitude(_), do: :large

# {sign, 21 digits, exponent} of d.ddd… * 10^exponent.
defp float_parts(f) do
  {sign, text} =
    case :erlang.float_to_list(f) do
      [?- | text] -> {'-', text}
      text -> {'', text}
    end

  {[first, ?. | rest], [?e | exponent]} = :lists.splitwith(fn c -> c != ?e end, text)
  {sign, [first | rest], :erlang.list_to_integer(exponent)}
end

defp significant(digits, exponent, count) when count >= 21, do: {digits ++ chars(?0, count - 21), exponent}

defp significant(digits, exponent, count) do
  kept = digits |> :erlang.list_to_integer() |> scaled(count - 21) |> :erlang.integer_to_list()

  cond do
    length(kept) > count -> {:lists.sublist(kept, count), exponent + 1}
    length(kept) < count -> {chars(?0, count - length(kept)) ++ kept, exponent}
    true -> {kept, exponent}
  end
end
