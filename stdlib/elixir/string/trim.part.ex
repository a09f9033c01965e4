# stdlib/elixir/string/trim.part.ex: part of String: what stands at the ends of a string.

@doc """
Removes white space from the start.

## Examples

    iex> String.trim_leading("\\n\\tabc  ")
    "abc  "
"""
@spec trim_leading(t) :: t
defdelegate trim_leading(string), to: String.Break

@doc """
Removes `to_trim`, as often as it stands there, from the start.

## Examples

    iex> String.trim_leading("__ abc _", "_")
    " abc _"
"""
@spec trim_leading(t, t) :: t
def trim_leading(string, to_trim) when is_binary(string) and is_binary(to_trim),
  do: replace_leading(string, to_trim, "")

@doc """
Removes white space from the end.

## Examples

    iex> String.trim_trailing("  abc\\n ")
    "  abc"
"""
@spec trim_trailing(t) :: t
defdelegate trim_trailing(string), to: String.Break

@doc """
Removes `to_trim`, as often as it stands there, from the end.

## Examples

    iex> String.trim_trailing("_ abc __", "_")
    "_ abc "
"""
@spec trim_trailing(t, t) :: t
def trim_trailing(string, to_trim) when is_binary(string) and is_binary(to_trim),
  do: replace_trailing(string, to_trim, "")

@doc """
Removes white space from both ends.

## Examples

    iex> String.trim("\\n  abc\\n  ")
    "abc"
"""
@spec trim(t) :: t
def trim(string) when is_binary(string),
  do: string |> String.Break.trim_leading() |> String.Break.trim_trailing()

@doc """
Removes `to_trim`, as often as it stands there, from both ends.

## Examples

    iex> String.trim("a  abc  a", "a")
    "  abc  "
"""
@spec trim(t, t) :: t
def trim(string, to_trim) when is_binary(string) and is_binary(to_trim),
  do: string |> trim_leading(to_trim) |> trim_trailing(to_trim)

@doc """
Replaces every `match` at the start of a string.

Raises `ArgumentError` for an empty `match`, unless the string is empty.

## Examples

    iex> String.replace_leading("hello hello world", "hello ", "ola ")
    "ola ola world"
    iex> String.replace_leading("world", "hello ", "")
    "world"
"""
@spec replace_leading(t, t, t) :: t
def replace_leading(string, match, replacement)
    when is_binary(string) and is_binary(match) and is_binary(replacement) do
  if match == "", do: raise(ArgumentError, "cannot use an empty string as the match to replace")

  case leading_count(string, match, byte_size(match), 0) do
    0 ->
      string

    count ->
      skip = count * byte_size(match)
      :binary.copy(replacement, count) <> binary_part(string, skip, byte_size(string) - skip)
  end
end

defp leading_count(string, match, size, count) do
  skip = count * size

  case string do
    <<_::binary-size(skip), ^match::binary-size(size), _::binary>> ->
      leading_count(string, match, size, count + 1)

    _ ->
      count
  end
end

@doc """
Replaces every `match` at the end of a string.

Raises `ArgumentError` for an empty `match`, unless the string is empty.

## Examples

    iex> String.replace_trailing("hello world world", " world", " mundo")
    "hello mundo mundo"
"""
@spec replace_trailing(t, t, t) :: t
def replace_trailing(string, match, replacement)
    when is_binary(string) and is_binary(match) and is_binary(replacement) do
  if match == "", do: raise(ArgumentError, "cannot use an empty string as the match to replace")

  case trailing_count(string, match, byte_size(match), 0) do
    0 ->
      string

    count ->
      keep = byte_size(string) - count * byte_size(match)
      binary_part(string, 0, keep) <> :binary.copy(replacement, count)
  end
end

defp trailing_count(string, match, size, count) do
  skip = byte_size(string) - (count + 1) * size

  case string do
    <<_::binary-size(skip), ^match::binary-size(size), _::binary>> ->
      trailing_count(string, match, size, count + 1)

    _ ->
      count
  end
end

@doc """
Replaces `match` at the start of a string, once.

## Examples

    iex> String.replace_prefix("hello hello world", "hello ", "")
    "hello world"
    iex> String.replace_prefix("world", "", "hello ")
    "hello world"
"""
@spec replace_prefix(t, t, t) :: t
def replace_prefix(string, match, replacement)
    when is_binary(string) and is_binary(match) and is_binary(replacement) do
  size = byte_size(match)

  case string do
    <<^match::binary-size(size), rest::binary>> -> replacement <> rest
    _ -> string
  end
end

@doc """
Replaces `match` at the end of a string, once.

## Examples

    iex> String.replace_suffix("hello world world", " world", "")
    "hello world"
    iex> String.replace_suffix("hello", "", " world")
    "hello world"
"""
@spec replace_suffix(t, t, t) :: t
def replace_suffix(string, match, replacement)
    when is_binary(string) and is_binary(match) and is_binary(replacement) do
  keep = byte_size(string) - byte_size(match)

  case string do
    <<kept::binary-size(keep), ^match::binary>> -> kept <> replacement
    _ -> string
  end
end

@doc """
Pads a string at the start up to `count` graphemes.

`padding` is a string or a list of strings, taken in turn.

## Examples

    iex> String.pad_leading("abc", 5)
    "  abc"
    iex> String.pad_leading("abc", 7, ["1", "2"])
    "1212abc"
    iex> String.pad_leading("abc", 2)
    "abc"
"""
@spec pad_leading(t, non_neg_integer, t | [t]) :: t
def pad_leading(string, count, padding \\ [" "])

def pad_leading(string, count, padding) when is_binary(padding),
  do: pad_leading(string, count, graphemes(padding))

def pad_leading(string, count, [_ | _] = padding)
    when is_binary(string) and is_integer(count) and count >= 0 do
  case padding_text(string, count, padding) do
    "" -> string
    text -> text <> string
  end
end

@doc """
Pads a string at the end up to `count` graphemes; `padding` as in `pad_leading/3`.

## Examples

    iex> String.pad_trailing("abc", 5)
    "abc  "
    iex> String.pad_trailing("abc", 6, "12")
    "abc121"
"""
@spec pad_trailing(t, non_neg_integer, t | [t]) :: t
def pad_trailing(string, count, padding \\ [" "])

def pad_trailing(string, count, padding) when is_binary(padding),
  do: pad_trailing(string, count, graphemes(padding))

def pad_trailing(string, count, [_ | _] = padding)
    when is_binary(string) and is_integer(count) and count >= 0 do
  case padding_text(string, count, padding) do
    "" -> string
    text -> string <> text
  end
end

defp padding_text(string, count, padding) do
  case count - length(string) do
    missing when missing > 0 -> IO.iodata_to_binary(padding_list(padding, missing, padding))
    _ -> ""
  end
end

defp padding_list(_, 0, _), do: []
defp padding_list([], missing, all), do: padding_list(all, missing, all)

defp padding_list([text | rest], missing, all) when is_binary(text),
  do: [text | padding_list(rest, missing - 1, all)]

defp padding_list([other | _], _, _),
  do: raise(ArgumentError, "expected a string padding element, got: #{inspect(other)}")
