# stdlib/erlang/rand/generator.part.ex: the generators' steps and what describes each of them.
# Holds: a step is fn words -> {value, words}; a value has `bits` bits. Names of words are those of the
# papers. All arithmetic is cut to 58 or 64 bits.

defp mk_alg(:default), do: mk_alg(:exsss)
defp mk_alg(:exsss), do: %{type: :exsss, bits: 58, next: &exsss_next/1}
defp mk_alg(:exsp), do: %{type: :exsp, bits: 58, weak_low_bits: 1, next: &exsp_next/1}
defp mk_alg(:exrop), do: %{type: :exrop, bits: 58, weak_low_bits: 1, next: &exrop_next/1}
defp mk_alg(:exro928ss), do: %{type: :exro928ss, bits: 58, next: &exro928ss_next/1}
defp mk_alg(:exs1024s), do: %{type: :exs1024s, bits: 64, weak_low_bits: 3, next: &exs1024_next/1}

# Generators of old: `max` in place of `bits`, and all else is drawn from the low bits.
defp mk_alg(:exs1024), do: %{type: :exs1024, max: @mask64, next: &exs1024_next/1}
defp mk_alg(:exsplus), do: %{type: :exsplus, max: @mask58, next: &exsp_next/1}
defp mk_alg(:exs64), do: %{type: :exs64, max: @mask64, next: &exs64_next/1}

# No generator: for measuring what the rest costs.
defp mk_alg(:dummy), do: %{type: :dummy, bits: 58, next: &dummy_next/1}

defp dummy_next(x), do: {x, bxor(x, @mask58)}

# Xorshift116: the state of exsss and exsp is [s1 | s0].
defp exs_step(s0, s1) do
  s1 = bxor(s1, band(bsl(s1, 24), @mask58))
  bxor(bxor(bxor(s1, s0), bsr(s1, 11)), bsr(s0, 41))
end

defp exsss_next([s1 | s0]) do
  {scramble(s0), [s0 | exs_step(s0, s1)]}
end

# The "**" of the names: times 5, turned left by 7, times 9.
defp scramble(s) do
  v = band(s + bsl(s, 2), @mask58)
  v = bor(band(bsl(v, 7), @mask58), bsr(v, 51))
  band(v + bsl(v, 3), @mask58)
end

@doc false
def exsp_next([s1 | s0]) do
  new = exs_step(s0, s1)
  {band(s0 + new, @mask58), [s0 | new]}
end

# Xoroshiro116+.
defp exrop_next([s0 | s1]), do: {band(s0 + s1, @mask58), exrop_step(s0, s1)}

defp exrop_step(s0, s1) do
  a = bxor(s1, s0)
  [bxor(bxor(rotl58(s0, 24), a), band(bsl(a, 2), @mask58)) | rotl58(a, 35)]
end

defp rotl58(x, n), do: bor(band(bsl(x, n), @mask58), bsr(x, 58 - n))

# Xoroshiro928**: sixteen words as a ring of two lists.
defp exro928ss_next({[s15, s0 | ss], rs}), do: {scramble(s0), exro928_step(ss, rs, s15, s0)}
defp exro928ss_next({[s15], rs}), do: exro928ss_next({[s15 | :lists.reverse(rs)], []})

defp exro928_step(ss, rs, s15, s0) do
  q = bxor(s15, s0)
  new15 = bxor(bxor(rotl58(s0, 44), q), band(bsl(q, 9), @mask58))
  {[rotl58(q, 45) | ss], [new15 | rs]}
end

@doc false
def exro928_seed(words), do: {:lists.map(&band(&1, @mask58), words), []}

@doc false
def exro928_next({[s15, s0 | _], _} = state), do: {{s15, s0}, exro928_next_state(state)}
def exro928_next({[s15], rs}), do: exro928_next({[s15 | :lists.reverse(rs)], []})

@doc false
def exro928_next_state({[s15, s0 | ss], rs}), do: exro928_step(ss, rs, s15, s0)
def exro928_next_state({[s15], rs}), do: exro928_next_state({[s15 | :lists.reverse(rs)], []})

# Xorshift1024*: sixteen words as a ring of two lists.
defp exs1024_next({[s0, s1 | rest], rs}) do
  s1 = bxor(s1, band(bsl(s1, 31), @mask64))
  s1 = bxor(s1, bsr(s1, 11))
  new = bxor(bxor(s0, bsr(s0, 30)), s1)
  {band(new * 1_181_783_497_276_652_981, @mask64), {[new | rest], [s0 | rs]}}
end

defp exs1024_next({[s], rs}), do: exs1024_next({[s | :lists.reverse(rs)], []})

# Xorshift64*, which makes the words of exs1024s from one.
defp exs64_next(r) do
  r = bxor(r, bsr(r, 12))
  r = bxor(r, band(bsl(r, 25), @mask64))
  r = bxor(r, bsr(r, 27))
  {band(r * 2_685_821_657_736_338_717, @mask64), r}
end

@doc false
# How many bits an integer takes.
def bc64(value), do: bit_count(value, 0)

@doc false
# A float of its sign bit, its exponent with the bias, its fraction.
def make_float(sign, exponent, fraction) do
  <<float::float>> = <<sign::1, exponent::11, fraction::52>>
  float
end
