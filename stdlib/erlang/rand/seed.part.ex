# stdlib/erlang/rand/seed.part.ex: the first words of a generator, made of what the caller gives.
# Holds: words are never all zero, which the generators could not leave. SplitMix64 spreads an integer over
# as many words as are needed.

@doc false
def splitmix64_next(x) do
  x = band(x + 0x9E3779B97F4A7C15, @mask64)
  z = band(bxor(x, bsr(x, 30)) * 0xBF58476D1CE4E5B9, @mask64)
  z = band(bxor(z, bsr(z, 27)) * 0x94D049BB133111EB, @mask64)
  {bxor(z, bsr(z, 31)), x}
end

# A word of 58 bits that is not 0, and the next state.
defp seed58(x) do
  {z, x} = splitmix64_next(x)

  case band(z, @mask58) do
    0 -> seed58(x)
    z -> {z, x}
  end
end

@doc false
def seed58(0, _x), do: []

def seed58(n, x) do
  {z, x} = seed58(x)
  [z | seed58(n - 1, x)]
end

defp seed64(0, _x), do: []

defp seed64(n, x) do
  {z, x} = nonzero64(splitmix64_next(x))
  [z | seed64(n - 1, x)]
end

defp nonzero64({0, x}), do: nonzero64(splitmix64_next(x))
defp nonzero64(result), do: result

# Words given by the caller: no more than there are, cut to size, not all of them zero; zeros for what is missing.
defp given_words(list, count, mask) do
  words = :lists.map(&band(&1, mask), list)

  cond do
    length(words) > count ->
      :erlang.error(:too_many_seed_integers)

    :lists.all(&(&1 == 0), words) ->
      :erlang.error(:zero_seed)

    true ->
      words ++ :lists.duplicate(count - length(words), 0)
  end
end

defp seed_words(:exs64, seed) when is_list(seed), do: hd(given_words(seed, 1, @mask64))
defp seed_words(:exs64, seed) when is_integer(seed), do: hd(seed64(1, band(seed, @mask64)))

defp seed_words(:exs64, {a1, a2, a3}) do
  {v1, _} = exs64_next(band(a1, 0xFFFFFFFF) * 4_294_967_197 + 1)
  {v2, _} = exs64_next(band(a2, 0xFFFFFFFF) * 4_294_967_231 + 1)
  {v3, _} = exs64_next(band(a3, 0xFFFFFFFF) * 4_294_967_279 + 1)
  rem(v1 * v2 * v3, @mask64 - 1) + 1
end

defp seed_words(:dummy, seed) when is_list(seed), do: hd(given_words(seed, 1, @mask58))
defp seed_words(:dummy, seed) when is_integer(seed), do: hd(seed58(1, band(seed, @mask64)))

defp seed_words(:dummy, {a1, a2, a3}) do
  {_, x1} = splitmix64_next(band(a1, @mask64))
  {_, x2} = splitmix64_next(bxor(band(a2, @mask64), x1))
  {z, _} = splitmix64_next(bxor(band(a3, @mask64), x2))
  band(z, @mask58)
end

defp seed_words(alg, seed) when alg in [:exsss, :exsp, :exrop, :exsplus] and is_list(seed) do
  [s0, s1] = given_words(seed, 2, @mask58)
  [s0 | s1]
end

defp seed_words(alg, seed) when alg in [:exsss, :exsp, :exrop, :exsplus] and is_integer(seed) do
  [s0, s1] = seed58(2, band(seed, @mask64))
  [s0 | s1]
end

defp seed_words(:exsss, {a1, a2, a3}) do
  {_, x} = seed58(band(a1, @mask64))
  {s0, x} = seed58(bxor(band(a2, @mask64), x))
  {s1, _} = seed58(bxor(band(a3, @mask64), x))
  [s0 | s1]
end

defp seed_words(alg, {a1, a2, a3}) when alg in [:exsp, :exsplus] do
  {_, [_ | s]} = exsp_next([prime1(a1, @mask58) | prime2(a2, @mask58)])
  {_, words} = exsp_next([prime3(a3, @mask58) | s])
  words
end

defp seed_words(:exrop, {a1, a2, a3}) do
  [_ | s] = exrop_step(prime1(a1, @mask58), prime2(a2, @mask58))
  exrop_step(prime3(a3, @mask58), s)
end

defp seed_words(:exro928ss, seed) when is_list(seed), do: {given_words(seed, 16, @mask58), []}
defp seed_words(:exro928ss, seed) when is_integer(seed), do: {seed58(16, band(seed, @mask64)), []}

defp seed_words(:exro928ss, {a1, a2, a3}) do
  {s0, x} = seed58(band(a1, @mask64))
  {s1, x} = seed58(bxor(band(a2, @mask64), x))
  {s2, x} = seed58(bxor(band(a3, @mask64), x))
  {[s0, s1, s2 | seed58(13, x)], []}
end

defp seed_words(alg, seed) when alg in [:exs1024s, :exs1024] and is_list(seed),
  do: {given_words(seed, 16, @mask64), []}

defp seed_words(alg, seed) when alg in [:exs1024s, :exs1024] and is_integer(seed),
  do: {seed64(16, band(seed, @mask64)), []}

defp seed_words(alg, {a1, a2, a3}) when alg in [:exs1024s, :exs1024] do
  b1 = band((band(a1, 0x1FFFFF) + 1) * 2_097_131, 0x1FFFFF)
  b2 = band((band(a2, 0x1FFFFF) + 1) * 2_097_133, 0x1FFFFF)
  b3 = band((band(a3, 0x1FFFFF) + 1) * 2_097_143, 0x1FFFFF)
  {exs1024_words(bor(bor(bsl(b1, 43), bsl(b2, 22)), bor(bsl(b3, 1), 1)), 16, []), []}
end

defp exs1024_words(_x, 0, acc), do: acc

defp exs1024_words(x, left, acc) do
  {word, x} = exs64_next(x)
  exs1024_words(x, left - 1, [word | acc])
end

defp prime1(a, mask), do: band(a * 4_294_967_197 + 1, mask)
defp prime2(a, mask), do: band(a * 4_294_967_231 + 1, mask)
defp prime3(a, mask), do: band(a * 4_294_967_279 + 1, mask)
