# stdlib/elixir/list/convert.part.ex: lists turned into other types.
# Not here: lists turned into collections (Enum.into/2).

@doc """
The atom named by a charlist.

Atoms are never freed: do not make them of what comes from outside.

## Examples

    iex> List.to_atom([?o, ?k])
    :ok
"""
@spec to_atom(charlist) :: atom
def to_atom(charlist), do: :erlang.list_to_atom(charlist)

@doc """
The atom named by a charlist; raises `ArgumentError` when there is no such atom yet.

## Examples

    iex> List.to_existing_atom([?o, ?k])
    :ok
"""
@spec to_existing_atom(charlist) :: atom
def to_existing_atom(charlist), do: :erlang.list_to_existing_atom(charlist)

@doc """
The float written in a charlist; raises `ArgumentError` for other text.

## Examples

    iex> List.to_float([?2, ?., ?5])
    2.5
"""
@spec to_float(charlist) :: float
def to_float(charlist), do: :erlang.list_to_float(charlist)

@doc """
The integer written in a charlist; raises `ArgumentError` for other text.

## Examples

    iex> List.to_integer([?1, ?2])
    12
"""
@spec to_integer(charlist) :: integer
def to_integer(charlist), do: :erlang.list_to_integer(charlist)

@doc """
The integer written in a charlist in `base`.

## Examples

    iex> List.to_integer([?f, ?f], 16)
    255
"""
@spec to_integer(charlist, 2..36) :: integer
def to_integer(charlist, base), do: :erlang.list_to_integer(charlist, base)

@doc """
The tuple of the elements.

## Examples

    iex> List.to_tuple([:a, 1])
    {:a, 1}
"""
@spec to_tuple(list) :: tuple
def to_tuple(list), do: :erlang.list_to_tuple(list)

@doc """
The string of a list of code points, strings and such lists.

Raises `UnicodeConversionError` for code points and bytes that are no text, `ArgumentError` for other
elements.

## Examples

    iex> List.to_string([?h, "é", [[?!]]])
    "hé!"
"""
@spec to_string(:unicode.charlist()) :: String.t()
def to_string(list) when is_list(list) do
  try do
    :unicode.characters_to_binary(list)
  rescue
    ArgumentError ->
      raise ArgumentError,
            not_text(
              list,
              "a string",
              "a string, a list must either be empty or only\ncontain the following elements:\n\n",
              "  * a list containing one of these three elements\n\n"
            )
  else
    result when is_binary(result) ->
      result

    {:error, encoded, rest} ->
      raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :invalid

    {:incomplete, encoded, rest} ->
      raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :incomplete
  end
end

@doc """
The charlist of a list of code points, strings and such lists.

Raises as `to_string/1` does.

## Examples

    iex> List.to_charlist([?a, "bc", [?d]])
    [?a, ?b, ?c, ?d]
"""
@spec to_charlist(:unicode.charlist()) :: charlist
def to_charlist(list) when is_list(list) do
  try do
    :unicode.characters_to_list(list)
  rescue
    ArgumentError ->
      raise ArgumentError,
            not_text(
              list,
              "a charlist",
              "a charlist, a list must contain only:\n\n",
              "  * or a list containing one of these three elements\n\n"
            )
  else
    result when is_list(result) ->
      result

    {:error, encoded, rest} ->
      raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :invalid

    {:incomplete, encoded, rest} ->
      raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :incomplete
  end
end

defp not_text(list, kind, must, last) do
  "cannot convert the given list to #{kind}.\n\n" <>
    "To be converted to #{must}" <>
    "  * strings\n  * integers representing Unicode code points\n" <>
    last <>
    "Please check the given list or call inspect/1 to get the list representation, got:\n\n" <>
    "#{inspect(list)}\n"
end
