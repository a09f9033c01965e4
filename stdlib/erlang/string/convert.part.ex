# stdlib/erlang/string/convert.part.ex: case, and numbers at the beginning of text.
# Here: uppercase, lowercase, titlecase, casefold; to_integer, to_float.

@doc """
Text in upper case.

## Examples

    iex> :string.uppercase("straße")
    "STRASSE"
"""
def uppercase(text), do: text |> utf8() |> :vial_unicode.upcase(:default) |> like(text)

@doc """
Text in lower case.

## Examples

    iex> :string.lowercase('ABC')
    'abc'
"""
def lowercase(text), do: text |> utf8() |> :vial_unicode.downcase(:default) |> like(text)

@doc """
Text whose first character is in title case.

## Examples

    iex> :string.titlecase("ab c")
    "Ab c"
"""
def titlecase(text) do
  case utf8(text) do
    "" ->
      text

    binary ->
      {size, first} = :vial_unicode.titlecase_first(binary, :default)
      like(<<first::binary, behind(binary, size)::binary>>, text)
  end
end

@doc """
Text in a form in which texts that differ only in case are equal.

## Examples

    iex> :string.casefold("ẞA")
    "ssa"
"""
def casefold(text), do: text |> utf8() |> :vial_unicode.casefold() |> like(text)

@doc """
The integer text begins with, and the rest, or `{:error, reason}`.

## Examples

    iex> :string.to_integer("33+22")
    {33, "+22"}
    iex> :string.to_integer("x")
    {:error, :no_integer}
"""
def to_integer(text) when is_binary(text) or is_list(text) do
  binary = utf8(text)

  case signed_digits(binary) do
    0 ->
      {:error, :no_integer}

    size ->
      <<number::binary-size(size), rest::binary>> = binary
      {:erlang.binary_to_integer(number), like(rest, text)}
  end
end

def to_integer(_), do: {:error, :badarg}

defp signed_digits(<<c, rest::binary>>) when c in '+-' do
  case digits_size(rest, 0) do
    0 -> 0
    size -> size + 1
  end
end

defp signed_digits(text), do: digits_size(text, 0)

defp digits_size(<<c, rest::binary>>, size) when c in ?0..?9, do: digits_size(rest, size + 1)
defp digits_size(_, size), do: size

@doc """
The float text begins with, and the rest, or `{:error, reason}`. A comma may stand for the point.

## Examples

    iex> :string.to_float("1.5e3x")
    {1500.0, "x"}
    iex> :string.to_float("1")
    {:error, :no_float}
"""
def to_float(text) when is_binary(text) or is_list(text) do
  binary = utf8(text)
  whole = signed_digits(binary)

  with true <- whole > 0,
       <<point, rest::binary>> when point in '.,' <- behind(binary, whole),
       decimals when decimals > 0 <- digits_size(rest, 0) do
    size = whole + 1 + decimals
    size = size + exponent_size(behind(binary, size))
    <<number::binary-size(size), rest::binary>> = binary
    {float_value(:binary.replace(number, ",", ".")), like(rest, text)}
  else
    _ -> {:error, :no_float}
  end
end

def to_float(_), do: {:error, :badarg}

defp float_value(number), do: :erlang.binary_to_float(number)

defp exponent_size(<<e, rest::binary>>) when e in 'eE' do
  case signed_digits(rest) do
    0 -> 0
    size -> size + 1
  end
end

defp exponent_size(_), do: 0
