# stdlib/elixir/integer.ex: functions over integers.
# Not here: arithmetic operators and guards (Kernel), bits (Bitwise).
defmodule Integer do
  @moduledoc """
  Functions over integers, which have no upper limit.

      iex> Integer.pow(2, 100)
      1267650600228229401496703205376
      iex> Integer.parse("12 monkeys")
      {12, " monkeys"}
  """

  import Kernel, except: [to_charlist: 1, to_string: 1]

  @doc """
  Whether the integer is odd; may stand in guards.

  ## Examples

      iex> require Integer
      iex> Integer.is_odd(3)
      true
  """
  defguard is_odd(integer) when is_integer(integer) and :erlang.band(integer, 1) == 1

  @doc """
  Whether the integer is even; may stand in guards.

  ## Examples

      iex> require Integer
      iex> Integer.is_even(10)
      true
  """
  defguard is_even(integer) when is_integer(integer) and :erlang.band(integer, 1) == 0

  @doc """
  `base` to the power of `exponent`, exactly.

  Raises `ArithmeticError` for a negative exponent.

  ## Examples

      iex> Integer.pow(2, 10)
      1024
      iex> Integer.pow(-3, 3)
      -27
  """
  @spec pow(integer, non_neg_integer) :: integer
  def pow(base, exponent) when is_integer(base) and is_integer(exponent) do
    if exponent < 0, do: :erlang.error(:badarith, [base, exponent])
    power(base, exponent, 1)
  end

  defp power(_base, 0, acc), do: acc
  defp power(base, 1, acc), do: base * acc

  defp power(base, exponent, acc) when :erlang.band(exponent, 1) == 1,
    do: power(base * base, :erlang.bsr(exponent, 1), base * acc)

  defp power(base, exponent, acc), do: power(base * base, :erlang.bsr(exponent, 1), acc)

  @doc """
  The remainder with the sign of the divisor, as mathematics has it.

  `rem/2` has the sign of the dividend. Raises `ArithmeticError` for 0 as divisor.

  ## Examples

      iex> Integer.mod(5, 3)
      2
      iex> Integer.mod(-5, 3)
      1
  """
  @spec mod(integer, neg_integer | pos_integer) :: integer
  def mod(dividend, divisor) do
    remainder = rem(dividend, divisor)
    if remainder * divisor < 0, do: remainder + divisor, else: remainder
  end

  @doc """
  The quotient rounded down; `div/2` rounds towards zero.

  Raises `ArithmeticError` for 0 as divisor.

  ## Examples

      iex> Integer.floor_div(5, 2)
      2
      iex> Integer.floor_div(-5, 2)
      -3
  """
  @spec floor_div(integer, neg_integer | pos_integer) :: integer
  def floor_div(dividend, divisor) do
    if dividend * divisor < 0 and rem(dividend, divisor) != 0,
      do: div(dividend, divisor) - 1,
      else: div(dividend, divisor)
  end

  @doc """
  The digits of the integer in `base`, most significant first; negative ones for a negative integer.

  ## Examples

      iex> Integer.digits(123)
      [1, 2, 3]
      iex> Integer.digits(10, 2)
      [1, 0, 1, 0]
      iex> Integer.digits(-12)
      [-1, -2]
  """
  @spec digits(integer, pos_integer) :: [integer, ...]
  def digits(integer, base \\ 10) when is_integer(integer) and is_integer(base) and base >= 2 do
    if base <= 36 and
         (integer > 1_000_000_000_000_000_000 or integer < -1_000_000_000_000_000_000),
       do: digits_of_text(integer, base),
       else: digits(integer, base, [])
  end

  defp digits(integer, base, acc) when abs(integer) < base, do: [integer | acc]

  defp digits(integer, base, acc),
    do: digits(div(integer, base), base, [rem(integer, base) | acc])

  # Division digit by digit is quadratic with a big number each; conversion to text is not.
  defp digits_of_text(integer, base) do
    case :erlang.integer_to_binary(integer, base) do
      <<?-, text::binary>> -> text_digits(text, -1)
      text -> text_digits(text, 1)
    end
  end

  defp text_digits(<<char, rest::binary>>, sign) when char <= ?9,
    do: [sign * (char - ?0) | text_digits(rest, sign)]

  defp text_digits(<<char, rest::binary>>, sign),
    do: [sign * (char - ?A + 10) | text_digits(rest, sign)]

  defp text_digits(<<>>, _sign), do: []

  @doc """
  The integer of a list of digits in `base`, most significant first.

  Raises `ArgumentError` for a digit not below the base.

  ## Examples

      iex> Integer.undigits([1, 2, 3])
      123
      iex> Integer.undigits([1, 0, 1], 2)
      5
      iex> Integer.undigits([])
      0
  """
  @spec undigits([integer], pos_integer) :: integer
  def undigits(digits, base \\ 10) when is_list(digits) and is_integer(base) and base >= 2,
    do: do_undigits(digits, base, 0)

  defp do_undigits([], _base, acc), do: acc

  defp do_undigits([digit | _], base, _) when is_integer(digit) and digit >= base,
    do: raise(ArgumentError, "invalid digit #{digit} in base #{base}")

  defp do_undigits([digit | rest], base, acc) when is_integer(digit),
    do: do_undigits(rest, base, acc * base + digit)

  @doc """
  Reads an integer from the start of a string, as `{integer, rest}`, or `:error`.

  A sign may stand in front. Letters are digits above 9 in both cases. Raises `ArgumentError` unless
  the base is 2 to 36.

  ## Examples

      iex> Integer.parse("34")
      {34, ""}
      iex> Integer.parse("-34.5")
      {-34, ".5"}
      iex> Integer.parse("three")
      :error
      iex> Integer.parse("ff", 16)
      {255, ""}
  """
  @spec parse(binary, 2..36) :: {integer, remainder_of_binary :: binary} | :error
  def parse(binary, base \\ 10)

  def parse(_binary, base) when base not in 2..36,
    do: raise(ArgumentError, "invalid base #{inspect(base)}")

  def parse(binary, base) when is_binary(binary) do
    case count_digits(binary, base) do
      0 ->
        :error

      count ->
        {digits, rest} = :erlang.split_binary(binary, count)
        {:erlang.binary_to_integer(digits, base), rest}
    end
  end

  # How many bytes at the start are the integer, its sign included; 0 where there is none.
  defp count_digits(<<sign, rest::bits>>, base) when sign in [?+, ?-] do
    case count_digits(rest, base, 1) do
      1 -> 0
      count -> count
    end
  end

  defp count_digits(binary, base), do: count_digits(binary, base, 0)

  defp count_digits(<<char, rest::bits>>, base, count)
       when (char in ?0..?9 and char - ?0 < base) or
              (char in ?a..?z and char - ?a + 10 < base) or
              (char in ?A..?Z and char - ?A + 10 < base),
       do: count_digits(rest, base, count + 1)

  defp count_digits(<<_::bits>>, _base, count), do: count

  @doc """
  The text of the integer in `base`.

  ## Examples

      iex> Integer.to_string(-255)
      "-255"
      iex> Integer.to_string(255, 16)
      "FF"
  """
  @spec to_string(integer, 2..36) :: String.t()
  def to_string(integer, base \\ 10), do: :erlang.integer_to_binary(integer, base)

  @doc """
  The text of the integer in `base` as a charlist.

  ## Examples

      iex> Integer.to_charlist(12)
      [?1, ?2]
      iex> Integer.to_charlist(255, 16)
      [?F, ?F]
  """
  @spec to_charlist(integer, 2..36) :: charlist
  def to_charlist(integer, base \\ 10), do: :erlang.integer_to_list(integer, base)

  @doc """
  The greatest common divisor, never negative.

  ## Examples

      iex> Integer.gcd(12, 18)
      6
      iex> Integer.gcd(-4, 0)
      4
  """
  @spec gcd(integer, integer) :: non_neg_integer
  def gcd(integer1, integer2) when is_integer(integer1) and is_integer(integer2),
    do: gcd_positive(abs(integer1), abs(integer2))

  defp gcd_positive(left, 0), do: left
  defp gcd_positive(left, right), do: gcd_positive(right, rem(left, right))

  @doc """
  `{gcd, m, n}` such that `a * m + b * n` is the greatest common divisor.

  ## Examples

      iex> Integer.extended_gcd(240, 46)
      {2, -9, 47}
      iex> 240 * -9 + 46 * 47
      2
  """
  @spec extended_gcd(integer, integer) :: {non_neg_integer, integer, integer}
  def extended_gcd(0, 0), do: {0, 0, 0}
  def extended_gcd(0, b), do: {b, 0, 1}
  def extended_gcd(a, 0), do: {a, 1, 0}

  def extended_gcd(integer1, integer2) when is_integer(integer1) and is_integer(integer2) do
    extended_gcd(integer2, integer1, 0, 1, 1, 0)
  end

  # Euclid's remainders, each with the factors (s, t) that make it of the two numbers.
  defp extended_gcd(r, old_r, s, old_s, t, old_t) do
    case div(old_r, r) do
      quotient when old_r == quotient * r ->
        if r < 0, do: {-r, -s, -t}, else: {r, s, t}

      quotient ->
        extended_gcd(old_r - quotient * r, r, old_s - quotient * s, s, old_t - quotient * t, t)
    end
  end

  @doc false
  @deprecated "Use Integer.to_charlist/1 instead"
  def to_char_list(integer), do: Integer.to_charlist(integer)

  @doc false
  @deprecated "Use Integer.to_charlist/2 instead"
  def to_char_list(integer, base), do: Integer.to_charlist(integer, base)
end
