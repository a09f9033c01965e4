# stdlib/erlang/gb_sets.ex: sets as balanced trees.
# Source: as gb_trees.ex.
# Holds: a set is {size, node}; a node is {element, smaller, bigger} or nil. Elements differ by ==.
defmodule :gb_sets do
  @moduledoc """
  Sets as balanced trees: ordered, logarithmic to read and change.

      iex> set = :gb_sets.from_list([3, 1, 2])
      iex> :gb_sets.smallest(set)
      1
      iex> :gb_sets.to_list(:gb_sets.add(0, set))
      [0, 1, 2, 3]
  """

  @doc "An empty set."
  def empty, do: {0, nil}

  @doc "An empty set."
  def new, do: empty()

  @doc "The set of one element."
  def singleton(element), do: {1, {element, nil, nil}}

  @doc "Whether there is no element."
  def is_empty({0, nil}), do: true
  def is_empty(_other), do: false

  @doc "Whether a term looks like a set."
  def is_set({0, nil}), do: true
  def is_set({size, {_, _, _}}) when is_integer(size) and size >= 0, do: true
  def is_set(_other), do: false

  @doc "The number of elements."
  def size({size, _}), do: size

  @doc "Whether `element` is in the set."
  def is_member(element, {_, node}), do: is_member_1(element, node)

  @doc "Whether `element` is in the set."
  def is_element(element, set), do: is_member(element, set)

  defp is_member_1(element, {x, smaller, _}) when element < x, do: is_member_1(element, smaller)
  defp is_member_1(element, {x, _, bigger}) when element > x, do: is_member_1(element, bigger)
  defp is_member_1(_element, {_, _, _}), do: true
  defp is_member_1(_element, nil), do: false

  @doc "The set with `element`, which must not be in it."
  def insert(element, {size, node}) do
    size = size + 1
    {size, insert_node(element, node, size * size)}
  end

  # As in gb_trees.ex.
  defp insert_node(element, {x, smaller, bigger}, room) when element < x do
    case insert_node(element, smaller, :erlang.bsr(room, 1)) do
      {:deep, smaller, height, size} -> deepened({x, smaller, bigger}, height, size, bigger)
      smaller -> {x, smaller, bigger}
    end
  end

  defp insert_node(element, {x, smaller, bigger}, room) when element > x do
    case insert_node(element, bigger, :erlang.bsr(room, 1)) do
      {:deep, bigger, height, size} -> deepened({x, smaller, bigger}, height, size, smaller)
      bigger -> {x, smaller, bigger}
    end
  end

  defp insert_node(element, nil, 0), do: {:deep, {element, nil, nil}, 1, 1}
  defp insert_node(element, nil, _room), do: {element, nil, nil}
  defp insert_node(element, _node, _room), do: :erlang.error({:key_exists, element})

  defp deepened(node, height, size, sibling) do
    {sibling_height, sibling_size} = measure(sibling)
    height = 2 * max(height, sibling_height)
    size = size + sibling_size + 1
    if height > size * size, do: balance_node(node, size), else: {:deep, node, height, size}
  end

  defp measure({_, nil, nil}), do: {1, 1}

  defp measure({_, smaller, bigger}) do
    {height1, size1} = measure(smaller)
    {height2, size2} = measure(bigger)
    {2 * max(height1, height2), size1 + size2 + 1}
  end

  defp measure(nil), do: {1, 0}

  @doc "The set with `element`."
  def add(element, set) do
    if is_member(element, set), do: set, else: insert(element, set)
  end

  @doc "The set with `element`."
  def add_element(element, set), do: add(element, set)

  @doc "The same set, as flat as can be."
  def balance({size, node}), do: {size, balance_node(node, size)}

  defp balance_node(node, size), do: node |> to_list_node([]) |> build(size)

  defp build(list, size) do
    {node, []} = build_node(list, size)
    node
  end

  defp build_node([x | rest], 1), do: {{x, nil, nil}, rest}
  defp build_node(list, 0), do: {nil, list}

  defp build_node(list, size) do
    right = div(size - 1, 2)
    {smaller, [x | rest]} = build_node(list, size - 1 - right)
    {bigger, rest} = build_node(rest, right)
    {{x, smaller, bigger}, rest}
  end

  @doc "The set of a sorted list without duplicates."
  def from_ordset(list) do
    size = length(list)
    {size, build(list, size)}
  end

  @doc "The set of a list's elements."
  def from_list(list), do: list |> :ordsets.from_list() |> from_ordset()

  @doc "The set without `element`, which must be in it."
  def delete(element, {size, node}), do: {size - 1, delete_1(element, node)}

  defp delete_1(element, {x, smaller, bigger}) when element < x,
    do: {x, delete_1(element, smaller), bigger}

  defp delete_1(element, {x, smaller, bigger}) when element > x,
    do: {x, smaller, delete_1(element, bigger)}

  defp delete_1(_element, {_, smaller, bigger}), do: join(smaller, bigger)

  defp join(smaller, nil), do: smaller
  defp join(nil, bigger), do: bigger

  defp join(smaller, bigger) do
    {x, bigger} = take_first(bigger)
    {x, smaller, bigger}
  end

  @doc "The set without `element`."
  def delete_any(element, set) do
    if is_member(element, set), do: delete(element, set), else: set
  end

  @doc "The set without `element`."
  def del_element(element, set), do: delete_any(element, set)

  @doc "The smallest element and the rest, of a set that is not empty."
  def take_smallest({size, node}) do
    {x, node} = take_first(node)
    {x, {size - 1, node}}
  end

  defp take_first({x, nil, bigger}), do: {x, bigger}

  defp take_first({x, smaller, bigger}) do
    {first, smaller} = take_first(smaller)
    {first, {x, smaller, bigger}}
  end

  @doc "The largest element and the rest, of a set that is not empty."
  def take_largest({size, node}) do
    {x, node} = take_last(node)
    {x, {size - 1, node}}
  end

  defp take_last({x, smaller, nil}), do: {x, smaller}

  defp take_last({x, smaller, bigger}) do
    {last, bigger} = take_last(bigger)
    {last, {x, smaller, bigger}}
  end

  @doc "The smallest element of a set that is not empty."
  def smallest({_, node}), do: smallest_1(node)

  defp smallest_1({x, nil, _}), do: x
  defp smallest_1({_, smaller, _}), do: smallest_1(smaller)

  @doc "The largest element of a set that is not empty."
  def largest({_, node}), do: largest_node(node)

  defp largest_node({x, _, nil}), do: x
  defp largest_node({_, _, bigger}), do: largest_node(bigger)

  @doc "The elements in order."
  def to_list({_, node}), do: to_list_node(node, [])

  defp to_list_node({x, smaller, bigger}, acc),
    do: to_list_node(smaller, [x | to_list_node(bigger, acc)])

  defp to_list_node(nil, acc), do: acc

  @doc "An iterator over the elements in order, for `next/1`."
  def iterator({_, node}), do: left_spine(node, [])

  defp left_spine({_, nil, _} = node, path), do: [node | path]
  defp left_spine({_, smaller, _} = node, path), do: left_spine(smaller, [node | path])
  defp left_spine(nil, path), do: path

  @doc "An iterator that begins with the first element that is not below `start`."
  def iterator_from(start, {_, node}), do: spine_from(start, node, [])

  defp spine_from(start, {x, _, bigger}, path) when x < start, do: spine_from(start, bigger, path)
  defp spine_from(_start, {_, nil, _} = node, path), do: [node | path]
  defp spine_from(start, {x, _, _} = node, path) when x == start, do: [node | path]

  defp spine_from(start, {_, smaller, _} = node, path),
    do: spine_from(start, smaller, [node | path])

  defp spine_from(_start, nil, path), do: path

  @doc "`{element, iterator}`, or `:none` at the end."
  def next([{x, _, bigger} | path]), do: {x, left_spine(bigger, path)}
  def next([]), do: :none

  # A set that is small beside the other is gone through element by element.
  defp small?(size, beside), do: size * 10 < beside

  @doc "The elements of both sets."
  def union({size1, node1} = set1, {size2, node2} = set2) do
    cond do
      small?(size2, size1) -> :lists.foldl(&add/2, set1, to_list_node(node2, []))
      small?(size1, size2) -> :lists.foldl(&add/2, set2, to_list_node(node1, []))
      true -> from_ordset(:ordsets.union(to_list_node(node1, []), to_list_node(node2, [])))
    end
  end

  @doc "The elements of all sets of a list."
  def union([set | rest]), do: :lists.foldl(fn set, acc -> union(acc, set) end, set, rest)
  def union([]), do: empty()

  @doc "The elements that are in both sets."
  def intersection({size1, node1}, {size2, node2}) do
    cond do
      small?(size2, size1) -> kept(node2, &is_member_1(&1, node1))
      small?(size1, size2) -> kept(node1, &is_member_1(&1, node2))
      true -> from_ordset(:ordsets.intersection(to_list_node(node1, []), to_list_node(node2, [])))
    end
  end

  defp kept(node, fun), do: fun |> :lists.filter(to_list_node(node, [])) |> from_ordset()

  @doc "The elements that are in all sets of a list that is not empty."
  def intersection([set | rest]),
    do: :lists.foldl(fn set, acc -> intersection(acc, set) end, set, rest)

  @doc "Whether the sets have no element in common."
  def is_disjoint({size1, node1}, {size2, node2}) when size1 < size2,
    do: not any_in?(node1, node2)

  def is_disjoint({_, node1}, {_, node2}), do: not any_in?(node2, node1)

  defp any_in?({x, smaller, bigger}, node),
    do: is_member_1(x, node) or any_in?(smaller, node) or any_in?(bigger, node)

  defp any_in?(nil, _node), do: false

  @doc "The elements of the first set that are not in the second."
  def subtract(set1, set2), do: difference(set1, set2)

  @doc "The elements of the first set that are not in the second."
  def difference({size1, node1} = set1, {size2, node2}) do
    cond do
      small?(size2, size1) -> :lists.foldl(&delete_any/2, set1, to_list_node(node2, []))
      small?(size1, size2) -> kept(node1, &(not is_member_1(&1, node2)))
      true -> from_ordset(:ordsets.subtract(to_list_node(node1, []), to_list_node(node2, [])))
    end
  end

  @doc "Whether all elements of the first set are in the second."
  def is_subset({size1, _}, {size2, _}) when size1 > size2, do: false
  def is_subset({_, node1}, {_, node2}), do: all_in?(node1, node2)

  defp all_in?({x, smaller, bigger}, node),
    do: is_member_1(x, node) and all_in?(smaller, node) and all_in?(bigger, node)

  defp all_in?(nil, _node), do: true

  @doc "Folds over the elements in order."
  def fold(fun, acc, {_, node}) when is_function(fun, 2),
    do: :lists.foldl(fun, acc, to_list_node(node, []))

  @doc "The elements for which `fun` is true."
  def filter(fun, {_, node}), do: kept(node, fun)
end
