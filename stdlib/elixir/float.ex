# stdlib/elixir/float.ex: functions over floating-point numbers.
# Not here: arithmetic operators (Kernel), functions of mathematics (:math).
# Holds: rounding looks at the exact value of the float's bits, as a whole number over a power of two.
defmodule Float do
  @moduledoc """
  Functions over floats, IEEE 754 numbers of 64 bits.

  Most decimal fractions have no exact float: 0.1 stands for the nearest number that has. Rounding here
  works on that exact value, so `Float.round(5.015, 2)` is 5.01, for 5.015 is stored as a bit less.

      iex> Float.round(3.14159, 2)
      3.14
      iex> Float.parse("2.5 kg")
      {2.5, " kg"}
  """

  import Kernel, except: [round: 1, to_string: 1]

  @doc """
  The largest finite float.

  ## Examples

      iex> Float.max_finite()
      1.7976931348623157e308
  """
  @spec max_finite :: float
  def max_finite, do: 1.7976931348623157e308

  @doc """
  The smallest finite float.

  ## Examples

      iex> Float.min_finite()
      -1.7976931348623157e308
  """
  @spec min_finite :: float
  def min_finite, do: -1.7976931348623157e308

  @doc """
  `base` to the power of `exponent`.

  Raises `ArithmeticError` where there is no finite result.

  ## Examples

      iex> Float.pow(2.0, 3)
      8.0
      iex> Float.pow(9.0, 0.5)
      3.0
  """
  @doc since: "1.12.0"
  @spec pow(float, number) :: float
  def pow(base, exponent) when is_float(base) and is_number(exponent),
    do: :math.pow(base, exponent)

  @doc """
  Reads a float from the start of a string, as `{float, rest}`, or `:error`.

  Accepts integers too; a number too large for a float is an error.

  ## Examples

      iex> Float.parse("34")
      {34.0, ""}
      iex> Float.parse("34.25e2x")
      {3425.0, "x"}
      iex> Float.parse("pi")
      :error
  """
  @spec parse(binary) :: {float, binary} | :error
  def parse(<<?-, binary::binary>>) do
    case parse_unsigned(binary) do
      {number, rest} -> {-number, rest}
      :error -> :error
    end
  end

  def parse(<<?+, binary::binary>>), do: parse_unsigned(binary)
  def parse(binary), do: parse_unsigned(binary)

  defp parse_unsigned(<<digit, _::binary>> = binary) when digit in ?0..?9 do
    whole = digit_count(binary, 0)
    {fraction, exponent} = tail_counts(binary, whole)
    {number, rest} = :erlang.split_binary(binary, whole + fraction + exponent)

    <<whole_text::binary-size(whole), fraction_text::binary-size(fraction),
      exponent_text::binary>> = number

    # binary_to_float insists on a fraction.
    fraction_text = if fraction == 0, do: ".0", else: fraction_text

    try do
      {:erlang.binary_to_float(whole_text <> fraction_text <> exponent_text), rest}
    rescue
      ArgumentError -> :error
    end
  end

  defp parse_unsigned(binary) when is_binary(binary), do: :error

  # Bytes of the fraction with its point and of the exponent with its letter; 0 where incomplete.
  defp tail_counts(binary, whole) do
    fraction = fraction_count(:binary.part(binary, whole, byte_size(binary) - whole))
    rest = :binary.part(binary, whole + fraction, byte_size(binary) - whole - fraction)
    {fraction, exponent_count(rest)}
  end

  defp fraction_count(<<?., digit, _::binary>> = binary) when digit in ?0..?9 do
    <<_, rest::binary>> = binary
    1 + digit_count(rest, 0)
  end

  defp fraction_count(_), do: 0

  defp exponent_count(<<letter, sign, digit, _::binary>> = binary)
       when letter in [?e, ?E] and sign in [?+, ?-] and digit in ?0..?9 do
    <<_, _, rest::binary>> = binary
    2 + digit_count(rest, 0)
  end

  defp exponent_count(<<letter, digit, _::binary>> = binary)
       when letter in [?e, ?E] and digit in ?0..?9 do
    <<_, rest::binary>> = binary
    1 + digit_count(rest, 0)
  end

  defp exponent_count(_), do: 0

  defp digit_count(<<digit, rest::binary>>, count) when digit in ?0..?9,
    do: digit_count(rest, count + 1)

  defp digit_count(_, count), do: count

  @doc """
  The largest float with `precision` decimals that is not above `number`.

  The precision is 0 to 15. Raises `ArgumentError` for others.

  ## Examples

      iex> Float.floor(34.25)
      34.0
      iex> Float.floor(-56.5)
      -57.0
      iex> Float.floor(34.259, 2)
      34.25
  """
  @spec floor(float, 0..15) :: float
  def floor(number, precision \\ 0)

  def floor(number, 0) when is_float(number), do: :math.floor(number)

  def floor(number, precision) when is_float(number) and precision in 0..15,
    do: round(number, precision, :floor)

  def floor(number, precision) when is_float(number),
    do: raise(ArgumentError, invalid_precision(precision))

  @doc """
  The smallest float with `precision` decimals that is not below `number`.

  The precision is 0 to 15. Raises `ArgumentError` for others.

  ## Examples

      iex> Float.ceil(34.25)
      35.0
      iex> Float.ceil(-56.5)
      -56.0
      iex> Float.ceil(34.251, 2)
      34.26
  """
  @spec ceil(float, 0..15) :: float
  def ceil(number, precision \\ 0)

  def ceil(number, 0) when is_float(number), do: :math.ceil(number)

  def ceil(number, precision) when is_float(number) and precision in 0..15,
    do: round(number, precision, :ceil)

  def ceil(number, precision) when is_float(number),
    do: raise(ArgumentError, invalid_precision(precision))

  @doc """
  The float with `precision` decimals nearest to `number`; halves go away from zero.

  The exact value of the float decides, see the module's documentation. The precision is 0 to 15.
  Raises `ArgumentError` for others.

  ## Examples

      iex> Float.round(12.5)
      13.0
      iex> Float.round(5.5674, 3)
      5.567
      iex> Float.round(-5.5675, 3)
      -5.567
  """
  @spec round(float, 0..15) :: float
  def round(float, precision \\ 0)

  def round(float, 0) when is_float(float), do: float |> :erlang.round() |> :erlang.float()

  def round(float, precision) when is_float(float) and precision in 0..15,
    do: round(float, precision, :half_up)

  def round(float, precision) when is_float(float),
    do: raise(ArgumentError, invalid_precision(precision))

  defp invalid_precision(precision),
    do: "precision #{precision} is out of valid range of 0..15"

  defp round(number, precision, rounding) do
    case :erlang.abs(number) < 4_503_599_627_370_496.0 and number != 0.0 do
      true -> round_fraction(number, precision, rounding)
      # From 2^52 on floats are whole; zeros keep their sign.
      false -> number
    end
  end

  defp round_fraction(number, precision, rounding) do
    {sign, mantissa, shift} = parts(number)
    power = power_of_10(precision)
    scaled = mantissa * power
    quotient = :erlang.bsr(scaled, shift)
    rest = scaled - :erlang.bsl(quotient, shift)
    rounded = if up?(rounding, sign, rest, shift), do: quotient + 1, else: quotient
    positive = quotient_to_float(rounded, power, precision)
    if sign == 1, do: -positive, else: positive
  end

  # The exact value is mantissa / 2^shift.
  defp parts(number) do
    case <<number::float>> do
      <<sign::1, 0::11, mantissa::52>> ->
        {sign, mantissa, 1074}

      <<sign::1, exponent::11, mantissa::52>> ->
        {sign, mantissa + 4_503_599_627_370_496, 1075 - exponent}
    end
  end

  defp up?(_rounding, _sign, 0, _shift), do: false
  defp up?(:half_up, _sign, rest, shift), do: :erlang.bsr(rest, shift - 1) == 1
  defp up?(:floor, sign, _rest, _shift), do: sign == 1
  defp up?(:ceil, sign, _rest, _shift), do: sign == 0

  # Where both are exact as floats one division rounds once, hence rightly; else text is read back.
  defp quotient_to_float(integer, power, _precision) when integer <= 9_007_199_254_740_992,
    do: integer / power

  defp quotient_to_float(integer, _power, precision),
    do:
      :erlang.binary_to_float(
        <<:erlang.integer_to_binary(integer)::binary, ".0e-",
          Integer.to_string(precision)::binary>>
      )

  defp power_of_10(precision) do
    :erlang.element(
      precision + 1,
      {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
       10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
       100_000_000_000_000, 1_000_000_000_000_000}
    )
  end

  @doc """
  The float as a fraction of two integers without a common divisor, the second positive.

  The fraction is exact; its second part is a power of two.

  ## Examples

      iex> Float.ratio(0.0)
      {0, 1}
      iex> Float.ratio(3.125)
      {25, 8}
      iex> Float.ratio(-16.0)
      {-16, 1}
  """
  @spec ratio(float) :: {integer, pos_integer}
  def ratio(0.0), do: {0, 1}

  def ratio(float) when is_float(float) do
    {sign, mantissa, shift} = parts(float)
    {mantissa, shift} = halve(mantissa, shift)
    mantissa = if sign == 1, do: -mantissa, else: mantissa

    if shift > 0,
      do: {mantissa, :erlang.bsl(1, shift)},
      else: {:erlang.bsl(mantissa, -shift), 1}
  end

  defp halve(mantissa, shift) when :erlang.band(mantissa, 1) == 0,
    do: halve(:erlang.bsr(mantissa, 1), shift - 1)

  defp halve(mantissa, shift), do: {mantissa, shift}

  @doc """
  The shortest text that reads back as the same float, as a charlist.

  ## Examples

      iex> Float.to_charlist(7.0)
      [?7, ?., ?0]
  """
  @spec to_charlist(float) :: charlist
  def to_charlist(float) when is_float(float), do: :erlang.float_to_list(float, [:short])

  @doc """
  The shortest text that reads back as the same float.

  ## Examples

      iex> Float.to_string(7.0)
      "7.0"
      iex> Float.to_string(0.1 + 0.2)
      "0.30000000000000004"
      iex> Float.to_string(1.0e22)
      "1.0e22"
  """
  @spec to_string(float) :: String.t()
  def to_string(float) when is_float(float), do: :erlang.float_to_binary(float, [:short])

  @doc false
  @deprecated "Use Float.to_charlist/1 instead"
  def to_char_list(float), do: Float.to_charlist(float)

  @doc false
  @deprecated "Use :erlang.float_to_list/2 instead"
  def to_char_list(float, options), do: :erlang.float_to_list(float, expand_compact(options))

  @doc false
  @deprecated "Use :erlang.float_to_binary/2 instead"
  def to_string(float, options), do: :erlang.float_to_binary(float, expand_compact(options))

  defp expand_compact([{:compact, false} | rest]), do: expand_compact(rest)
  defp expand_compact([{:compact, true} | rest]), do: [:compact | expand_compact(rest)]
  defp expand_compact([option | rest]), do: [option | expand_compact(rest)]
  defp expand_compact([]), do: []
end
