# stdlib/elixir/string/distance.part.ex: part of String: how alike two strings are.

@doc """
Returns the similarity of two strings by their graphemes, counted without order.

1.0 for the same graphemes, 0.0 for none in common.

## Examples

    iex> String.bag_distance("abc", "")
    0.0
    iex> String.bag_distance("abc", "ace")
    0.6666666666666667
"""
@doc since: "1.8.0"
@spec bag_distance(t, t) :: float
def bag_distance(_string, ""), do: 0.0
def bag_distance("", _string), do: 0.0

def bag_distance(string1, string2) when is_binary(string1) and is_binary(string2) do
  {bag1, length1} = string_to_bag(string1)
  {bag2, length2} = string_to_bag(string2)
  diff1 = bag_difference(bag1, bag2)
  diff2 = bag_difference(bag2, bag1)
  1 - max(diff1, diff2) / max(length1, length2)
end

defp string_to_bag(string) do
  graphemes = graphemes(string)
  {Enum.frequencies(graphemes), :erlang.length(graphemes)}
end

defp bag_difference(bag1, bag2) do
  Enum.reduce(bag1, 0, fn {grapheme, count}, sum ->
    sum + max(count - Map.get(bag2, grapheme, 0), 0)
  end)
end

@doc """
Returns the Jaro similarity of two strings: 1.0 for equal, 0.0 for nothing alike.

Suited to short strings such as names; quadratic in their length.

## Examples

    iex> String.jaro_distance("Dwayne", "Duane")
    0.8222222222222223
    iex> String.jaro_distance("even", "odd")
    0.0
"""
@spec jaro_distance(t, t) :: float
def jaro_distance(string1, string2)
def jaro_distance(string, string), do: 1.0
def jaro_distance(_string, ""), do: 0.0
def jaro_distance("", _string), do: 0.0

def jaro_distance(string1, string2) when is_binary(string1) and is_binary(string2) do
  chars1 = graphemes(string1)
  chars2 = graphemes(string2)
  length1 = :erlang.length(chars1)
  length2 = :erlang.length(chars2)

  case jaro_match(chars1, length1, chars2, length2) do
    {0, _} ->
      0.0

    {common, transpositions} ->
      (common / length1 + common / length2 + (common - transpositions) / common) / 3
  end
end

defp jaro_match(chars1, length1, chars2, length2) when length1 < length2,
  do: jaro_common(chars1, chars2, length2)

defp jaro_match(chars1, length1, chars2, _length2), do: jaro_common(chars2, chars1, length1)

# Each character of the shorter one looks for its like within a window of the longer one,
# where each may be taken once; what is taken out of order is half a transposition.
defp jaro_common(shorter, longer, longer_length) do
  reach = max(div(longer_length, 2) - 1, 0)
  taken = longer |> Enum.map(&{&1, false}) |> List.to_tuple()
  jaro_walk(shorter, 0, taken, reach, [])
end

defp jaro_walk([], _at, longer, _reach, reversed) do
  matched1 = :lists.reverse(reversed)
  matched2 = for {char, true} <- Tuple.to_list(longer), do: char
  {:erlang.length(matched1), div(jaro_moved(matched1, matched2, 0), 2)}
end

defp jaro_walk([char | rest], at, longer, reach, matched) do
  last = min(at + reach, tuple_size(longer) - 1)

  case jaro_find(char, max(at - reach, 0), last, longer) do
    nil -> jaro_walk(rest, at + 1, longer, reach, matched)
    found -> jaro_walk(rest, at + 1, put_elem(longer, found, {char, true}), reach, [char | matched])
  end
end

defp jaro_find(_char, from, last, _longer) when from > last, do: nil

defp jaro_find(char, from, last, longer) do
  if elem(longer, from) == {char, false},
    do: from,
    else: jaro_find(char, from + 1, last, longer)
end

defp jaro_moved([char | rest1], [char | rest2], count), do: jaro_moved(rest1, rest2, count)
defp jaro_moved([_ | rest1], [_ | rest2], count), do: jaro_moved(rest1, rest2, count + 1)
defp jaro_moved(_, _, count), do: count

@doc """
Returns the edits that turn the first string into the second.

A keyword list of `:eq`, `:ins` and `:del` with the text of each.

## Examples

    iex> String.myers_difference("fox hops over the dog", "fox jumps over the lazy cat")
    [eq: "fox ", del: "ho", ins: "jum", eq: "ps over the ", del: "dog", ins: "lazy cat"]
"""
@doc since: "1.3.0"
@spec myers_difference(t, t) :: [{:eq | :ins | :del, t}]
def myers_difference(string1, string2) when is_binary(string1) and is_binary(string2) do
  for {kind, graphemes} <- List.myers_difference(graphemes(string1), graphemes(string2)),
      do: {kind, IO.iodata_to_binary(graphemes)}
end
