# Integers on both sides of what one word holds, as patterns: each is matched by itself alone.
kind = fn v ->
  case v do
    -2305843009213693952 -> :smallest
    -2305843009213693953 -> :below
    2305843009213693951 -> :largest
    2305843009213693952 -> :above
    -9223372036854775808 -> :far_below
    _ -> :none
  end
end

low = -1 - 2305843009213693951
IO.inspect({kind.(low), kind.(low - 1), kind.(-low - 1), kind.(-low), kind.(low * 4), kind.(low + 1)}) # expect: {:smallest, :below, :largest, :above, :far_below, :none}
IO.inspect(match?({-2305843009213693952}, {low})) # expect: true
IO.inspect(match?(%{-2305843009213693952 => 1}, %{low => 1})) # expect: true
