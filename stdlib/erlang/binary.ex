# stdlib/erlang/binary.ex: byte-oriented operations on binaries.
# Here: splitting, replacing, hexadecimal.
# Not here: matching, parts and copies, which are natives of this module (runtime/binary).
defmodule :binary do
  @moduledoc """
  Operations on binaries as sequences of bytes.

  Patterns are a binary, a list of binaries or what `:binary.compile_pattern/1` made.
  """

  @doc """
  Splits at the first match of `pattern`.

  ## Examples

      iex> :binary.split("a-b-c", "-")
      ["a", "b-c"]
  """
  @spec split(binary, term) :: [binary]
  def split(subject, pattern), do: split(subject, pattern, [])

  @doc """
  Splits at the first match, or at every one with `:global`.

  `:trim` drops empty parts at the end, `:trim_all` all of them; `{:scope, {start, length}}`
  limits where matches are looked for.

  ## Examples

      iex> :binary.split("a-b--c-", "-", [:global])
      ["a", "b", "", "c", ""]
      iex> :binary.split("a-b--c-", "-", [:global, :trim_all])
      ["a", "b", "c"]
  """
  @spec split(binary, term, list) :: [binary]
  def split(subject, pattern, options)

  def split(subject, pattern, []) do
    case matched(:match, subject, pattern, [], [subject, pattern, []]) do
      :nomatch -> [subject]
      {at, size} -> two(subject, at, size)
    end
  end

  def split(subject, pattern, [:global]) do
    case matched(:matches, subject, pattern, [], [subject, pattern, [:global]]) do
      [] -> [subject]
      matches -> parts(subject, 0, matches)
    end
  end

  def split(subject, pattern, options) do
    args = [subject, pattern, options]
    {global?, trim, scope} = split_options(options, false, false, [], args)

    subject
    |> raw_split(pattern, global?, scope, args)
    |> trim_parts(trim)
  end

  defp raw_split(subject, pattern, true, scope, args),
    do: parts(subject, 0, matched(:matches, subject, pattern, scope, args))

  defp raw_split(subject, pattern, false, scope, args) do
    case matched(:match, subject, pattern, scope, args) do
      :nomatch -> [subject]
      {at, size} -> two(subject, at, size)
    end
  end

  defp two(subject, at, size) do
    next = at + size
    [:erlang.binary_part(subject, 0, at), :erlang.binary_part(subject, next, byte_size(subject) - next)]
  end

  defp parts(subject, from, [{at, size} | rest]),
    do: [:erlang.binary_part(subject, from, at - from) | parts(subject, at + size, rest)]

  defp parts(subject, from, []),
    do: [:erlang.binary_part(subject, from, byte_size(subject) - from)]

  defp trim_parts(parts, false), do: parts
  defp trim_parts(parts, :trim_all), do: for(part <- parts, part != "", do: part)

  defp trim_parts(parts, :trim),
    do: parts |> :lists.reverse() |> drop_empty() |> :lists.reverse()

  defp drop_empty(["" | rest]), do: drop_empty(rest)
  defp drop_empty(parts), do: parts

  defp split_options([], global?, trim, scope, _args), do: {global?, trim, scope}

  defp split_options([option | rest], global?, trim, scope, args) do
    case option do
      :global -> split_options(rest, true, trim, scope, args)
      :trim -> split_options(rest, global?, trim || :trim, scope, args)
      :trim_all -> split_options(rest, global?, :trim_all, scope, args)
      {:scope, {_, _}} -> split_options(rest, global?, trim, [option], args)
      _ -> bad_options(args, 3)
    end
  end

  defp split_options(_, _, _, _, args), do: bad_options(args, 3)

  defp bad_options([subject, pattern | _] = args, position) do
    cause = Map.merge(subject_fault(subject), pattern_fault(pattern))

    if cause == %{},
      do: :vial_error.badarg(args, %{position => "invalid options"}),
      else: :vial_error.badarg(args, cause)
  end

  defp subject_fault(subject) when is_binary(subject), do: %{}
  defp subject_fault(bits) when is_bitstring(bits), do: %{1 => "is a bitstring (expected a binary)"}
  defp subject_fault(_), do: %{1 => "not a binary"}

  defp pattern_fault(pattern),
    do: if(pattern?(pattern), do: %{}, else: %{2 => "not a valid pattern"})

  defp pattern?(pattern) when is_tuple(pattern), do: true

  defp pattern?(pattern) do
    :binary.compile_pattern(pattern)
    true
  catch
    :error, _ -> false
  end

  # What is wrong is told of the caller's arguments, not of the native's.
  defp matched(_kind, subject, _pattern, _scope, args) when not is_binary(subject),
    do: bad_options(args, length(args))

  defp matched(:match, subject, pattern, scope, args) do
    :binary.match(subject, pattern, scope)
  catch
    :error, :badarg -> bad_options(args, length(args))
  end

  defp matched(:matches, subject, pattern, scope, args) do
    :binary.matches(subject, pattern, scope)
  catch
    :error, :badarg -> bad_options(args, length(args))
  end

  @doc """
  Replaces the first match of `pattern`.

  ## Examples

      iex> :binary.replace("abcb", "b", "--")
      "a--cb"
  """
  @spec replace(binary, term, binary | (binary -> binary)) :: binary
  def replace(subject, pattern, replacement) when is_binary(replacement), do: replace(subject, pattern, replacement, [])
  def replace(subject, pattern, replacement), do: :vial_error.wrong([subject, pattern, replacement], [:binary, :pattern, :binary])

  @doc """
  Replaces the first match, or every one with `:global`.

  `{:insert_replaced, offset}`, or a list of offsets, puts what was matched into the
  replacement at these places. `{:scope, {start, length}}` limits the search.

  ## Examples

      iex> :binary.replace("abcb", "b", "[]", [:global, insert_replaced: 1])
      "a[b]c[b]"
  """
  @spec replace(binary, term, binary, list) :: binary
  def replace(subject, pattern, replacement, options) when is_binary(replacement) do
    args = [subject, pattern, replacement, options]
    {global?, scope, insert} = replace_options(options, false, [], [], args)
    pieces = pieces(replacement, insert, args)
    kind = if global?, do: :matches, else: :match

    case matched(kind, subject, pattern, scope, args) do
      :nomatch -> subject
      [] -> subject
      {_, _} = match -> replaced(subject, [match], pieces)
      matches -> replaced(subject, matches, pieces)
    end
  end

  def replace(subject, pattern, replacement, options) do
    :vial_error.wrong([subject, pattern, replacement, options], [:binary, :pattern, :binary, :any])
  end

  defp replace_options([], global?, scope, insert, _args), do: {global?, scope, :lists.sort(insert)}

  defp replace_options([option | rest], global?, scope, insert, args) do
    case option do
      :global -> replace_options(rest, true, scope, insert, args)
      {:scope, {_, _}} -> replace_options(rest, global?, [option], insert, args)
      {:insert_replaced, at} when is_integer(at) -> replace_options(rest, global?, scope, [at], args)
      {:insert_replaced, list} when is_list(list) -> replace_options(rest, global?, scope, list, args)
      _ -> bad_options(args, 4)
    end
  end

  defp replace_options(_, _, _, _, args), do: bad_options(args, 4)

  defp replaced(subject, matches, pieces),
    do: :erlang.iolist_to_binary(substitute(subject, 0, matches, pieces))

  # A replacement is a binary, or binaries between which the match is put.
  defp pieces(replacement, [], _args), do: replacement

  defp pieces(replacement, insert, args) do
    if :lists.any(fn at -> not is_integer(at) or at < 0 or at > byte_size(replacement) end, insert),
      do: bad_options(args, 4)

    cut(replacement, 0, insert)
  end

  defp cut(text, from, []), do: [:erlang.binary_part(text, from, byte_size(text) - from)]
  defp cut(text, from, [at | rest]), do: [:erlang.binary_part(text, from, at - from) | cut(text, at, rest)]

  defp substitute(subject, from, [], _pieces),
    do: [:erlang.binary_part(subject, from, byte_size(subject) - from)]

  defp substitute(subject, from, [{at, size} | rest], pieces) do
    match = :erlang.binary_part(subject, at, size)

    [
      :erlang.binary_part(subject, from, at - from),
      filled(pieces, match)
      | substitute(subject, at + size, rest, pieces)
    ]
  end

  defp filled(text, _match) when is_binary(text), do: text
  defp filled([last], _match), do: [last]
  defp filled([piece | rest], match), do: [piece, match | filled(rest, match)]

  @doc """
  Returns the bytes in hexadecimal, in upper case.

  ## Examples

      iex> :binary.encode_hex("fö")
      "66C3B6"
  """
  @spec encode_hex(binary) :: binary
  def encode_hex(binary) when is_binary(binary),
    do: for(<<digit::4 <- binary>>, into: <<>>, do: <<hex(digit)>>)

  def encode_hex(other), do: :vial_error.badarg([other], %{1 => "not a binary"})

  defp hex(digit) when digit < 10, do: ?0 + digit
  defp hex(digit), do: ?A - 10 + digit

  @doc """
  Reads bytes from hexadecimal; digits may be in either case.

  ## Examples

      iex> :binary.decode_hex("66C3b6")
      "fö"
  """
  @spec decode_hex(binary) :: binary
  def decode_hex(text) when is_binary(text) and rem(byte_size(text), 2) == 0,
    do: for(<<high, low <- text>>, into: <<>>, do: <<unhex(high, low, text)>>)

  def decode_hex(text) when is_binary(text),
    do: :vial_error.badarg([text], %{1 => "must contain an even number of bytes"})

  def decode_hex(other), do: :vial_error.badarg([other], %{1 => "not a binary"})


  defp unhex(high, low, text) do
    case {digit(high), digit(low)} do
      {high, low} when is_integer(high) and is_integer(low) -> high * 16 + low
      _ -> :vial_error.badarg([text], %{1 => [high, low, " is not a valid hex"]})
    end
  end

  defp digit(c) when c in ?0..?9, do: c - ?0
  defp digit(c) when c in ?A..?F, do: c - ?A + 10
  defp digit(c) when c in ?a..?f, do: c - ?a + 10
  defp digit(_), do: :bad
end
