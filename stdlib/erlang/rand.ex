# stdlib/erlang/rand.ex: pseudo-random numbers.
# Here: seeding, the process's own state, and what is drawn: integers, floats, normal deviates, bytes.
# Not here: the generators (rand/generator.part.ex), their seeds (rand/seed.part.ex), the normal
# distribution (rand/normal.part.ex), jumps (rand/jump.part.ex).
# Source: the generators are S. Vigna's and D. Blackman's (https://prng.di.unimi.it) in the widths OTP uses,
# so that a seed gives the numbers that OTP 25 gives.
# Holds: a state is {handler, words}; the handler is a map with :type, :bits, :weak_low_bits (:max for those of old)
# and functions.
# A process keeps its state under :rand_seed in its dictionary.
defmodule :rand do
  @moduledoc """
  Pseudo-random numbers, fast and repeatable, for everything but secrets.

  Functions ending in `_s` take and give a state; the others keep it in the process, which is seeded at
  random when it first draws.

      iex> :rand.seed(:exsss, {1, 2, 3})
      iex> :rand.uniform(100)
      27

  Generators: `:exsss` (the default), `:exro928ss` (long period), `:exrop`, `:exs1024s`, `:exsp`, and the
  older `:exs1024`, `:exsplus` and `:exs64`; `:dummy` is none, for measuring.
  """

  require Kernel.Part

  @key :rand_seed
  @two_pow_minus_53 1.1102230246251565e-16

  @mask58 0x3FFFFFFFFFFFFFF
  @mask64 0xFFFFFFFFFFFFFFFF

  import :erlang, only: [band: 2, bor: 2, bxor: 2, bsl: 2, bsr: 2]

  Kernel.Part.include("rand/generator.part.ex")
  Kernel.Part.include("rand/seed.part.ex")
  Kernel.Part.include("rand/layers.part.ex")
  Kernel.Part.include("rand/normal.part.ex")
  Kernel.Part.include("rand/jump.part.ex")
  Kernel.Part.include("rand/mwc59.part.ex")

  @doc "Seeds the process with a generator and a seed of the system's choice, or with an exported state."
  def seed(alg_or_state), do: put_state(seed_s(alg_or_state))

  @doc """
  Seeds the process. The seed is an integer, three of them, or a list of words for the generator.

      iex> :rand.seed(:exsp, 42)
      iex> :rand.uniform(10) in 1..10
      true
  """
  def seed(alg, seed), do: put_state(seed_s(alg, seed))

  @doc "A state as `seed/1` makes it."
  def seed_s({handler, _words} = state) when is_map(handler), do: state
  def seed_s({alg, words}) when is_atom(alg), do: {mk_alg(alg), words}

  def seed_s(alg) do
    seed_s(
      alg,
      {:erlang.phash2([{:erlang.node(), :erlang.self()}]), :erlang.system_time(),
       :erlang.unique_integer()}
    )
  end

  @doc "A state as `seed/2` makes it."
  def seed_s(:default, seed), do: seed_s(:exsss, seed)
  def seed_s(alg, seed), do: {mk_alg(alg), seed_words(alg, seed)}

  @doc "The process's state for storing, or `:undefined`."
  def export_seed do
    case :erlang.get(@key) do
      {%{type: alg}, words} -> {alg, words}
      _ -> :undefined
    end
  end

  @doc "A state for storing."
  def export_seed_s({%{type: alg}, words}), do: {alg, words}

  defp state do
    case :erlang.get(@key) do
      :undefined -> seed_s(:default)
      state -> state
    end
  end

  defp put_state(state) do
    :erlang.put(@key, state)
    state
  end

  @doc "A float from 0.0 up to but not with 1.0."
  def uniform do
    {x, state} = uniform_s(state())
    :erlang.put(@key, state)
    x
  end

  @doc "An integer from 1 to `range`."
  def uniform(range) do
    {x, state} = uniform_s(range, state())
    :erlang.put(@key, state)
    x
  end

  @doc "A float from 0.0 up to but not with 1.0, and the next state."
  def uniform_s({%{type: :exsss} = handler, words}) do
    {value, words} = exsss_next(words)
    {bsr(value, 5) * @two_pow_minus_53, {handler, words}}
  end

  def uniform_s({%{type: :dummy} = handler, words}), do: {0.5, {handler, bxor(words, @mask58)}}

  def uniform_s({%{max: max, next: next} = handler, words}) do
    {value, words} = next.(words)
    {value / (max + 1), {handler, words}}
  end

  def uniform_s({%{bits: bits, next: next} = handler, words}) do
    {value, words} = next.(words)
    {bsr(value, bits - 53) * @two_pow_minus_53, {handler, words}}
  end

  @doc "An integer from 1 to `range`, and the next state."
  def uniform_s(range, {%{type: :dummy} = handler, words}) when is_integer(range) and range >= 1,
    do: {1, {handler, bxor(words, @mask58)}}

  def uniform_s(range, {%{max: max, next: next} = handler, words})
      when is_integer(range) and range >= 1 do
    {value, words} = next.(words)

    if range <= max,
      do: {rem(value, range) + 1, {handler, words}},
      else: {trunc(value / (max + 1) * range) + 1, {handler, words}}
  end

  def uniform_s(range, {%{bits: bits, next: next} = handler, words})
      when is_integer(range) and range >= 1 do
    {value, words} = next.(words)
    in_range(range, handler, next, bsl(1, bits) - range, value, words)
  end

  # Values past the last whole multiple of the range are drawn again: all results are equally likely.
  defp in_range(range, handler, next, excess, value, words) when excess >= 0 do
    if value < range do
      {value + 1, {handler, words}}
    else
      rest = rem(value, range)

      if value - rest <= excess do
        {rest + 1, {handler, words}}
      else
        {value, words} = next.(words)
        in_range(range, handler, next, excess, value, words)
      end
    end
  end

  defp in_range(range, handler, _next, _excess, value, words),
    do: in_wide_range(range, handler, value, words)

  # Ranges wider than a word are filled word by word, wasting the bits that are weak.
  defp in_wide_range(range, %{bits: bits, next: next} = handler, value, words) do
    weak = :maps.get(:weak_low_bits, handler, 0)
    shift = bits - weak
    mask = :erlang.bnot(bsl(1, weak) - 1)

    if band(range, range - 1) == 0 do
      {value, words, _} = widen(bsr(range, bits), next, words, value, mask, shift, bits)
      {band(value, range - 1) + 1, {handler, words}}
    else
      {value, words, bits} = widen(bsr(range, bits - 2), next, words, value, mask, shift, bits)
      rest = rem(value, range)

      if value - rest <= bsl(1, bits) - range do
        {rest + 1, {handler, words}}
      else
        {value, words} = next.(words)
        in_wide_range(range, handler, value, words)
      end
    end
  end

  defp widen(range, _next, words, value, _mask, _shift, bits) when range <= 1,
    do: {value, words, bits}

  defp widen(range, next, words, value, mask, shift, bits) do
    {low, words} = next.(words)

    widen(
      bsr(range, shift),
      next,
      words,
      bor(bsl(band(value, mask), shift), low),
      mask,
      shift,
      bits + shift
    )
  end

  @doc "A float above 0.0 and below 1.0 with all its bits random, however small it is."
  def uniform_real do
    {x, state} = uniform_real_s(state())
    :erlang.put(@key, state)
    x
  end

  @doc "A float as `uniform_real/0` gives, and the next state."
  def uniform_real_s({%{bits: bits, next: next} = handler, words}) do
    {value, words} = next.(words)
    real_of(bsr(value, bits - 56), handler, next, words)
  end

  def uniform_real_s({%{next: next} = handler, words}) do
    {value, words} = next.(words)
    real_of(band(value, 0xFFFFFFFFFFFFFF), handler, next, words)
  end

  defp real_of(mantissa, handler, next, words) do
    if mantissa >= bsl(1, 52) do
      excess = bit_count(mantissa, 0) - 53
      {bsr(mantissa, excess) * :math.pow(2.0, excess - 56), {handler, words}}
    else
      {value, words} = next.(words)
      real_from(handler, mantissa, -56, words, value)
    end
  end

  # Leading zeros are made up for by bits of the next word; all zeros by the next word as a whole.
  defp real_from(handler, mantissa, exponent, words, value)
       when mantissa != 0 or exponent == -1064 do
    bits = :maps.get(:bits, handler, 56)
    missing = 53 - bit_count(mantissa, 0)
    mantissa = bor(bsl(mantissa, missing), bsr(value, bits - missing))
    {mantissa * :math.pow(2.0, exponent - missing), {handler, words}}
  end

  defp real_from(%{next: next} = handler, 0, exponent, words, value) do
    bits = :maps.get(:bits, handler, 56)
    {next_value, words} = next.(words)
    real_from(handler, bsr(value, bits - 56), exponent - 56, words, next_value)
  end

  defp bit_count(0, count), do: count
  defp bit_count(value, count), do: bit_count(bsr(value, 1), count + 1)

  @doc "A binary of `n` random bytes."
  def bytes(n) do
    {bytes, state} = bytes_s(n, state())
    :erlang.put(@key, state)
    bytes
  end

  @doc "A binary of `n` random bytes, and the next state."
  def bytes_s(n, {%{next: next} = handler, words}) when is_integer(n) and n >= 0 do
    # Of those of old 58 bits are taken, two of them weak.
    {bits, weak} = if is_map_key(handler, :bits), do: {handler.bits, :maps.get(:weak_low_bits, handler, 0)}, else: {58, 2}
    # Whole bytes of each word, from its high bits.
    good = div(bits - weak, 8)
    bytes(n, handler, next, words, good, bits - good * 8, <<>>)
  end

  defp bytes(n, handler, next, words, good, shift, acc) when n > good do
    {value, words} = next.(words)
    value = bsr(value, shift)
    bytes(n - good, handler, next, words, good, shift, <<acc::binary, value::size(good)-unit(8)>>)
  end

  defp bytes(n, handler, next, words, good, _shift, acc) do
    {value, words} = next.(words)
    # Of the last word OTP leaves out low bytes, not the low bits that the others lose.
    value = bsr(value, (good - n) * 8)
    {<<acc::binary, value::size(n)-unit(8)>>, {handler, words}}
  end
end
