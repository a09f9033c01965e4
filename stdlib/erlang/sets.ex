# stdlib/erlang/sets.ex: sets of any terms.
# Here: sets as maps of their elements, which is what version 2 of OTP's are.
# Not here: OTP's version 1, a hash table of tuples; `new/0` and `from_list/1` give version 2 here too, which
# shows only to who looks inside.
# Holds: a set is %{element => []}; elements are the same when they match.
defmodule :sets do
  @moduledoc """
  Sets of any terms; `MapSet` is the same under Elixir's names.

      iex> s = :sets.from_list([1, 2, 2])
      iex> :sets.size(s)
      2
  """

  @doc "An empty set."
  def new, do: %{}

  @doc "An empty set; the only option is `{:version, 1 | 2}`, which makes no difference."
  def new(options) when is_list(options), do: %{}

  @doc "The set of a list's elements."
  def from_list(list), do: :maps.from_keys(list, [])

  @doc "The set of a list's elements; the option is as in `new/1`."
  def from_list(list, options) when is_list(options), do: :maps.from_keys(list, [])

  @doc "Whether a term is a set."
  def is_set(set) when is_map(set), do: :lists.all(&(&1 === []), :maps.values(set))
  def is_set(_other), do: false

  @doc "The number of elements."
  def size(set), do: map_size(set)

  @doc "Whether there is no element."
  def is_empty(set), do: map_size(set) == 0

  @doc "The list of the elements."
  def to_list(set), do: :maps.keys(set)

  @doc "Whether `element` is in the set."
  def is_element(element, set), do: is_map_key(set, element)

  @doc "The set with `element`."
  def add_element(element, set), do: :maps.put(element, [], set)

  @doc "The set without `element`."
  def del_element(element, set), do: :maps.remove(element, set)

  @doc "The elements of both sets."
  def union(set1, set2), do: :maps.merge(set1, set2)

  @doc "The elements of all sets of a list."
  def union([set | rest]), do: :lists.foldl(&:maps.merge/2, set, rest)
  def union([]), do: %{}

  @doc "The elements that are in both sets."
  def intersection(set1, set2) when map_size(set1) <= map_size(set2),
    do: filter(&is_map_key(set2, &1), set1)

  def intersection(set1, set2), do: filter(&is_map_key(set1, &1), set2)

  @doc "The elements that are in all sets of a list that is not empty."
  def intersection([set]), do: set
  def intersection([set1, set2 | rest]), do: intersection([intersection(set1, set2) | rest])

  @doc "Whether the sets have no element in common."
  def is_disjoint(set1, set2), do: map_size(intersection(set1, set2)) == 0

  @doc "The elements of the first set that are not in the second."
  def subtract(set1, set2), do: filter(&(not is_map_key(set2, &1)), set1)

  @doc "Whether all elements of the first set are in the second."
  def is_subset(set1, set2) when map_size(set1) > map_size(set2), do: false
  def is_subset(set1, set2), do: :lists.all(&is_map_key(set2, &1), :maps.keys(set1))

  @doc "Folds over the elements, in no particular order."
  def fold(fun, acc, set), do: :lists.foldl(fun, acc, :maps.keys(set))

  @doc "The elements for which `fun` is true."
  def filter(fun, set), do: fun |> :lists.filter(:maps.keys(set)) |> :maps.from_keys([])
end
