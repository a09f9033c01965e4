# stdlib/erlang/ordsets.ex: sets as sorted lists.
# Holds: elements are in term order and differ by ==, so 1 and 1.0 are one element.
defmodule :ordsets do
  @moduledoc """
  Sets as sorted lists without duplicates: cheap to build and compare, linear to change.

      iex> :ordsets.union([1, 3], [2, 3])
      [1, 2, 3]
  """

  @doc "An empty set."
  def new, do: []

  @doc "Whether a term is such a set."
  def is_set([x | rest]), do: ascending?(rest, x)
  def is_set([]), do: true
  def is_set(_other), do: false

  defp ascending?([x | rest], last) when last < x, do: ascending?(rest, x)
  defp ascending?([], _last), do: true
  defp ascending?(_other, _last), do: false

  @doc "The number of elements."
  def size(set), do: length(set)

  @doc "Whether there is no element."
  def is_empty(set), do: set === []

  @doc "The set as a list."
  def to_list(set), do: set

  @doc "The set of a list's elements."
  def from_list(list), do: :lists.usort(list)

  @doc "Whether `element` is in the set."
  def is_element(element, [x | rest]) when element > x, do: is_element(element, rest)
  def is_element(element, [x | _]), do: element == x
  def is_element(_element, []), do: false

  @doc "The set with `element`."
  def add_element(element, [x | rest]) when element > x, do: [x | add_element(element, rest)]
  def add_element(element, [x | _] = set) when element < x, do: [element | set]
  def add_element(_element, [_ | _] = set), do: set
  def add_element(element, []), do: [element]

  @doc "The set without `element`."
  def del_element(element, [x | rest]) when element > x, do: [x | del_element(element, rest)]
  def del_element(element, [x | _] = set) when element < x, do: set
  def del_element(_element, [_ | rest]), do: rest
  def del_element(_element, []), do: []

  @doc "The elements of both sets."
  def union([x | xs], [y | _] = ys) when x < y, do: [x | union(xs, ys)]
  def union([x | _] = xs, [y | ys]) when x > y, do: [y | union(xs, ys)]
  def union([x | xs], [_ | ys]), do: [x | union(xs, ys)]
  def union([], ys), do: ys
  def union(xs, []), do: xs

  @doc "The elements of all sets of a list."
  def union(sets), do: :lists.umerge(sets)

  @doc "The elements that are in both sets."
  def intersection([x | xs], [y | _] = ys) when x < y, do: intersection(xs, ys)
  def intersection([x | _] = xs, [y | ys]) when x > y, do: intersection(xs, ys)
  def intersection([x | xs], [_ | ys]), do: [x | intersection(xs, ys)]
  def intersection([], _ys), do: []
  def intersection(_xs, []), do: []

  @doc "The elements that are in all sets of a list that is not empty."
  def intersection([set]), do: set
  def intersection([set1, set2 | rest]), do: intersection([intersection(set1, set2) | rest])

  @doc "Whether the sets have no element in common."
  def is_disjoint([x | xs], [y | _] = ys) when x < y, do: is_disjoint(xs, ys)
  def is_disjoint([x | _] = xs, [y | ys]) when x > y, do: is_disjoint(xs, ys)
  def is_disjoint([_ | _], [_ | _]), do: false
  def is_disjoint([], _ys), do: true
  def is_disjoint(_xs, []), do: true

  @doc "The elements of the first set that are not in the second."
  def subtract([x | xs], [y | _] = ys) when x < y, do: [x | subtract(xs, ys)]
  def subtract([x | _] = xs, [y | ys]) when x > y, do: subtract(xs, ys)
  def subtract([_ | xs], [_ | ys]), do: subtract(xs, ys)
  def subtract([], _ys), do: []
  def subtract(xs, []), do: xs

  @doc "Whether all elements of the first set are in the second."
  def is_subset([x | _], [y | _]) when x < y, do: false
  def is_subset([x | _] = xs, [y | ys]) when x > y, do: is_subset(xs, ys)
  def is_subset([_ | xs], [_ | ys]), do: is_subset(xs, ys)
  def is_subset([], _ys), do: true
  def is_subset(_xs, []), do: false

  @doc "Folds over the elements in order."
  def fold(fun, acc, set), do: :lists.foldl(fun, acc, set)

  @doc "The elements for which `fun` is true."
  def filter(fun, set), do: :lists.filter(fun, set)
end
