# stdlib/erlang/erlang/hash.part.ex: checksums and OTP's old hash.
# Here: crc32, adler32, phash; md5, which needs a library.
# Not here: phash2 (native).
# Holds: pieces go on from a value given before; what is wrong with arguments is said of all of them.

@doc """
The CRC-32 of bytes, going on from another with `crc32/2`.

## Examples

    iex> :erlang.crc32("123456789")
    0xCBF43926
"""
def crc32(data), do: :erlang.bxor(crc_bytes(bytes(data, [data]), 0xFFFFFFFF), 0xFFFFFFFF)

def crc32(old, data) do
  checksum_arguments([old, data], [:word, :iodata])
  :erlang.bxor(crc_bytes(:erlang.iolist_to_binary(data), :erlang.bxor(old, 0xFFFFFFFF)), 0xFFFFFFFF)
end

@crc_table (for n <- 0..255 do
              Enum.reduce(1..8, n, fn _, c ->
                if :erlang.band(c, 1) == 1,
                  do: :erlang.bxor(0xEDB88320, :erlang.bsr(c, 1)),
                  else: :erlang.bsr(c, 1)
              end)
            end)
           |> List.to_tuple()

defp crc_bytes(<<byte, rest::binary>>, crc) do
  entry = :erlang.element(:erlang.band(:erlang.bxor(crc, byte), 255) + 1, @crc_table)
  crc_bytes(rest, :erlang.bxor(entry, :erlang.bsr(crc, 8)))
end

defp crc_bytes(<<>>, crc), do: crc

@doc """
The CRC-32 of two pieces one behind the other, from those of each and the size of the second.

## Examples

    iex> :erlang.crc32_combine(:erlang.crc32("ab"), :erlang.crc32("c"), 1) == :erlang.crc32("abc")
    true
"""
def crc32_combine(first, second, size) do
  checksum_arguments([first, second, size], [:word, :word, :word])
  :erlang.bxor(crc_zeros(first, size), second)
end

# What so many zero bytes make of the register.
defp crc_zeros(crc, 0), do: crc

defp crc_zeros(crc, size) do
  entry = :erlang.element(:erlang.band(crc, 255) + 1, @crc_table)
  crc_zeros(:erlang.bxor(entry, :erlang.bsr(crc, 8)), size - 1)
end

@doc """
The Adler-32 of bytes, going on from another with `adler32/2`.

## Examples

    iex> :erlang.adler32("abc")
    38600999
"""
def adler32(data), do: adler_bytes(bytes(data, [data]), 1, 0)

def adler32(old, data) do
  checksum_arguments([old, data], [:word, :iodata])
  adler_bytes(:erlang.iolist_to_binary(data), :erlang.band(old, 0xFFFF), :erlang.bsr(old, 16))
end

defp adler_bytes(<<byte, rest::binary>>, a, b) do
  a = rem(a + byte, 65_521)
  adler_bytes(rest, a, rem(b + a, 65_521))
end

defp adler_bytes(<<>>, a, b), do: b * 65_536 + a

@doc "The Adler-32 of two pieces one behind the other, from those of each and the size of the second."
def adler32_combine(first, second, size) do
  checksum_arguments([first, second, size], [:word, :word, :word])
  a1 = :erlang.band(first, 0xFFFF)
  a2 = :erlang.band(second, 0xFFFF)
  b = :erlang.bsr(first, 16) + :erlang.bsr(second, 16) + size * (a1 - 1)
  Integer.mod(b, 65_521) * 65_536 + Integer.mod(a1 + a2 - 1, 65_521)
end

defp checksum_arguments(args, kinds), do: if(:vial_argument.causes(args, kinds) != [], do: :vial_error.wrong(args, kinds))

defp bytes(data, args) do
  checksum_arguments(args, [:iodata])
  :erlang.iolist_to_binary(data)
end

@doc "The MD5 digest of bytes: it needs a library of digests, which Vial is not linked with."
def md5(data) do
  bytes(data, [data])
  no_digests("md5/1")
end

@doc "As `md5/1`."
def md5_init, do: no_digests("md5_init/0")

@doc "As `md5/1`."
def md5_update(_context, _data), do: no_digests("md5_update/2")

@doc "As `md5/1`."
def md5_final(_context), do: no_digests("md5_final/1")

defp no_digests(name), do: raise("erlang:#{name} needs a library of digests, which vial is not linked with; phash2/1 is a fast hash")

@doc """
OTP's oldest hash, from 1 to `range`: `phash2/2` is faster. Maps, funs, identifiers and bitstrings that are no
binaries have values of our own.

## Examples

    iex> :erlang.phash(:hello, 1000)
    928
    iex> :erlang.phash({1, {2, "a"}, [3 | 4], 1.5}, 4_294_967_296)
    3994388895
"""
def phash(term, range) when is_integer(range) and range in 1..0x1_0000_0000,
  do: rem(old_hash([{:term, term}], 0), range) + 1

def phash(term, range) when is_integer(range) and range > 0, do: :erlang.error(:badarg, [term, range])
def phash(term, range), do: :vial_error.badarg([term, range], %{1 => if(is_integer(range), do: "out of range", else: "not an integer")})

# Multipliers, by what they follow.
@atom_step 268_440_163
@byte_step 268_439_161
@positive 268_435_459
@negative 268_436_141
@float_step 268_437_017
@list_end 268_437_511
@tuple_end 268_439_627
@other 268_438_633

# What is still to be hashed, in order: {:term, t}, {:tail, t} of a list, {:step, f, n} which multiplies and adds.
defp old_hash([], h), do: h
defp old_hash([{:step, f, n} | rest], h), do: old_hash(rest, step(h, f, n))
defp old_hash([{:tail, t} | rest], h), do: list_hash(t, rest, h)
defp old_hash([{:term, [_ | _] = list} | rest], h), do: list_hash(list, rest, h)

defp old_hash([{:term, t} | rest], h) when is_tuple(t) do
  elements = for x <- Tuple.to_list(t), do: {:term, x}
  old_hash(elements ++ [{:step, @tuple_end, tuple_size(t)} | rest], h)
end

defp old_hash([{:term, t} | rest], h), do: old_hash(rest, leaf_hash(t, h))

# A small integer in a list counts as one byte.
defp list_hash([x | tail], rest, h) when is_integer(x) and x in 0..255, do: list_hash(tail, rest, step(h, @byte_step, x))
defp list_hash([x | tail], rest, h), do: old_hash([{:term, x}, {:tail, tail} | rest], h)
defp list_hash(tail, rest, h), do: old_hash([{:term, tail}, {:step, @list_end, 0} | rest], h)

defp leaf_hash(t, h) when is_integer(t), do: step(integer_hash(abs(t), h), if(t < 0, do: @negative, else: @positive), 0)
defp leaf_hash([], h), do: step(h, @positive, 1)
defp leaf_hash(t, h) when is_atom(t), do: step(h, @atom_step, name_hash(Atom.to_string(t), 0))

defp leaf_hash(t, h) when is_float(t) do
  <<high::32, low::32>> = <<if(t == 0.0, do: 0.0, else: t)::float>>
  step(h, @float_step, :erlang.bxor(high, low))
end

defp leaf_hash(t, h) when is_binary(t), do: step(binary_hash(t, h), @negative, byte_size(t))
defp leaf_hash(t, h), do: step(h, @other, :erlang.phash2(t, 0x1_0000_0000))

defp integer_hash(n, h) do
  h = Enum.reduce([n, :erlang.bsr(n, 8), :erlang.bsr(n, 16), :erlang.bsr(n, 24)], h, &step(&2, @byte_step, :erlang.band(&1, 255)))
  if n > 0xFFFFFFFF, do: integer_hash(:erlang.bsr(n, 32), h), else: h
end

defp binary_hash(<<byte, rest::binary>>, h), do: binary_hash(rest, step(h, @atom_step, byte))
defp binary_hash(<<>>, h), do: h

defp name_hash(<<byte, rest::binary>>, h) do
  h = :erlang.band(:erlang.bsl(h, 4) + byte, 0xFFFFFFFF)
  high = :erlang.band(h, 0xF0000000)
  name_hash(rest, :erlang.bxor(:erlang.bxor(h, :erlang.bsr(high, 24)), high))
end

defp name_hash(<<>>, h), do: h

defp step(h, factor, n), do: :erlang.band(h * factor + n, 0xFFFFFFFF)
