# stdlib/erlang/rand/mwc59.part.ex: a multiply-with-carry generator for inner loops.
# Holds: the state is one integer of 59 bits, carry above, value in the low 32 bits; nothing is kept in the
# process, and the low bits are as good as they look only after scrambling.

@doc "The next state of the generator `mwc59`; its low bits are the number drawn."
def mwc59(cx) do
  bsr(cx, 32) + 0x7FA6502 * band(cx, 0xFFFFFFFF)
end

@doc "32 good bits of a state."
def mwc59_value32(cx) do
  low = band(cx, 0xFFFFFFFF)
  bxor(low, band(bsl(low, 8), 0xFFFFFFFF))
end

@doc "59 good bits of a state."
def mwc59_value(cx) do
  x = bxor(cx, band(bsl(cx, 4), 0x7FFFFFFFFFFFFFF))
  bxor(x, band(bsl(x, 27), 0x7FFFFFFFFFFFFFF))
end

@doc "A float from 0.0 up to but not with 1.0 of a state."
def mwc59_float(cx), do: band(mwc59_value(cx), 0x1FFFFFFFFFFFFF) * @two_pow_minus_53

@doc "A state of the system's choice."
def mwc59_seed do
  a1 = :erlang.phash2([{:erlang.node(), :erlang.self()}])
  {x, _} = splitmix64_next(bxor(bxor(:erlang.system_time(), a1), :erlang.unique_integer()))
  mwc59_seed_of(x)
end

@doc "A state made of an integer of 58 bits; not the one that OTP makes of it."
def mwc59_seed(seed) when is_integer(seed) and seed >= 0 and seed <= @mask58 do
  {x, _} = splitmix64_next(band(seed, @mask58))
  mwc59_seed_of(x)
end

defp mwc59_seed_of(x), do: rem(band(x, @mask58), bsl(0x7FA6502, 31) - 1) + 1
