# stdlib/erlang/gb_trees.ex: dictionaries as balanced trees.
# Source: A. Andersson, "General Balanced Trees", Journal of Algorithms 30, 1999: a tree of n nodes is never
# higher than 2 log2(n); an insertion that makes it so rebuilds the smallest part that is too high for its
# size. Deletions rebuild nothing.
# Holds: a tree is {size, node}; a node is {key, value, smaller, bigger} or nil. Keys differ by ==.
# Heights are powers of two (2^height), so that they compare with squared sizes without logarithms.
defmodule :gb_trees do
  @moduledoc """
  Dictionaries as balanced trees: ordered, logarithmic to read and change.

      iex> tree = :gb_trees.from_orddict(a: 1, b: 2)
      iex> :gb_trees.lookup(:b, tree)
      {:value, 2}
      iex> :gb_trees.to_list(:gb_trees.insert(:aa, 9, tree))
      [a: 1, aa: 9, b: 2]
  """

  @doc "An empty tree."
  def empty, do: {0, nil}

  @doc "Whether there is no key."
  def is_empty({0, nil}), do: true
  def is_empty(_other), do: false

  @doc "The number of keys."
  def size({size, _}) when is_integer(size) and size >= 0, do: size

  @doc "The value of `key` as `{:value, value}`, or `:none`."
  def lookup(key, {_, node}), do: lookup_1(key, node)

  defp lookup_1(key, {k, _, smaller, _}) when key < k, do: lookup_1(key, smaller)
  defp lookup_1(key, {k, _, _, bigger}) when key > k, do: lookup_1(key, bigger)
  defp lookup_1(_key, {_, value, _, _}), do: {:value, value}
  defp lookup_1(_key, nil), do: :none

  @doc "Whether `key` is in the tree."
  def is_defined(key, {_, node}), do: lookup_1(key, node) != :none

  @doc "The value of `key`, which must be there."
  def get(key, {_, node}), do: get_1(key, node)

  defp get_1(key, {k, _, smaller, _}) when key < k, do: get_1(key, smaller)
  defp get_1(key, {k, _, _, bigger}) when key > k, do: get_1(key, bigger)
  defp get_1(_key, {_, value, _, _}), do: value

  @doc "The tree in which `key`, which must be there, has `value`."
  def update(key, value, {size, node}), do: {size, update_node(key, value, node)}

  defp update_node(key, value, {k, v, smaller, bigger}) when key < k,
    do: {k, v, update_node(key, value, smaller), bigger}

  defp update_node(key, value, {k, v, smaller, bigger}) when key > k,
    do: {k, v, smaller, update_node(key, value, bigger)}

  defp update_node(key, value, {_, _, smaller, bigger}), do: {key, value, smaller, bigger}

  @doc "The tree with `key`, which must not be there, and `value`."
  def insert(key, value, {size, node}) when is_integer(size) do
    size = size + 1
    {size, insert_node(key, value, node, size * size)}
  end

  # `room` is the square of how many nodes may hang below here, halved at each level; where it comes to
  # nothing the tree has got too deep, and {node, height, size} goes up until a part is found to rebuild.
  defp insert_node(key, value, {k, v, smaller, bigger}, room) when key < k do
    case insert_node(key, value, smaller, :erlang.bsr(room, 1)) do
      {smaller, height, size} -> deepened({k, v, smaller, bigger}, height, size, bigger)
      smaller -> {k, v, smaller, bigger}
    end
  end

  defp insert_node(key, value, {k, v, smaller, bigger}, room) when key > k do
    case insert_node(key, value, bigger, :erlang.bsr(room, 1)) do
      {bigger, height, size} -> deepened({k, v, smaller, bigger}, height, size, smaller)
      bigger -> {k, v, smaller, bigger}
    end
  end

  defp insert_node(key, value, nil, 0), do: {{key, value, nil, nil}, 1, 1}
  defp insert_node(key, value, nil, _room), do: {key, value, nil, nil}
  defp insert_node(key, _value, _node, _room), do: :erlang.error({:key_exists, key})

  defp deepened(node, height, size, sibling) do
    {sibling_height, sibling_size} = measure(sibling)
    height = 2 * max(height, sibling_height)
    size = size + sibling_size + 1
    if height > size * size, do: balance_node(node, size), else: {node, height, size}
  end

  defp measure({_, _, nil, nil}), do: {1, 1}

  defp measure({_, _, smaller, bigger}) do
    {height1, size1} = measure(smaller)
    {height2, size2} = measure(bigger)
    {2 * max(height1, height2), size1 + size2 + 1}
  end

  defp measure(nil), do: {1, 0}

  @doc "The tree in which `key` has `value`, whether it was there or not."
  def enter(key, value, tree) do
    if is_defined(key, tree), do: update(key, value, tree), else: insert(key, value, tree)
  end

  @doc "The same tree, as flat as can be."
  def balance({size, node}), do: {size, balance_node(node, size)}

  defp balance_node(node, size), do: node |> to_list_node([]) |> build(size)

  defp build(pairs, size) do
    {node, []} = build_node(pairs, size)
    node
  end

  defp build_node([{key, value} | rest], 1), do: {{key, value, nil, nil}, rest}
  defp build_node(pairs, 0), do: {nil, pairs}

  defp build_node(pairs, size) do
    right = div(size - 1, 2)
    {smaller, [{key, value} | rest]} = build_node(pairs, size - 1 - right)
    {bigger, rest} = build_node(rest, right)
    {{key, value, smaller, bigger}, rest}
  end

  @doc "The tree of a sorted list of pairs without duplicates."
  def from_orddict(pairs) do
    size = length(pairs)
    {size, build(pairs, size)}
  end

  @doc "The tree without `key`, which must be there."
  def delete(key, {size, node}) when is_integer(size) and size >= 0,
    do: {size - 1, delete_1(key, node)}

  defp delete_1(key, {k, v, smaller, bigger}) when key < k,
    do: {k, v, delete_1(key, smaller), bigger}

  defp delete_1(key, {k, v, smaller, bigger}) when key > k,
    do: {k, v, smaller, delete_1(key, bigger)}

  defp delete_1(_key, {_, _, smaller, bigger}), do: join(smaller, bigger)

  defp join(smaller, nil), do: smaller
  defp join(nil, bigger), do: bigger

  defp join(smaller, bigger) do
    {key, value, bigger} = take_first(bigger)
    {key, value, smaller, bigger}
  end

  @doc "The tree without `key`, which need not be there."
  def delete_any(key, tree) do
    if is_defined(key, tree), do: delete(key, tree), else: tree
  end

  @doc "The value of `key`, which must be there, and the tree without it."
  def take(key, {size, _} = tree) when is_integer(size) and size >= 0 do
    value = get(key, tree)
    {value, delete(key, tree)}
  end

  @doc "The value of `key` and the tree without it, or `:error`."
  def take_any(key, tree) do
    if is_defined(key, tree), do: take(key, tree), else: :error
  end

  @doc "`{key, value, rest}` of the smallest key of a tree that is not empty."
  def take_smallest({size, node}) when is_integer(size) and size >= 0 do
    {key, value, node} = take_first(node)
    {key, value, {size - 1, node}}
  end

  defp take_first({key, value, nil, bigger}), do: {key, value, bigger}

  defp take_first({key, value, smaller, bigger}) do
    {first_key, first_value, smaller} = take_first(smaller)
    {first_key, first_value, {key, value, smaller, bigger}}
  end

  @doc "`{key, value, rest}` of the largest key of a tree that is not empty."
  def take_largest({size, node}) when is_integer(size) and size >= 0 do
    {key, value, node} = take_last(node)
    {key, value, {size - 1, node}}
  end

  defp take_last({key, value, smaller, nil}), do: {key, value, smaller}

  defp take_last({key, value, smaller, bigger}) do
    {last_key, last_value, bigger} = take_last(bigger)
    {last_key, last_value, {key, value, smaller, bigger}}
  end

  @doc "The smallest key with its value, of a tree that is not empty."
  def smallest({_, node}), do: smallest_1(node)

  defp smallest_1({key, value, nil, _}), do: {key, value}
  defp smallest_1({_, _, smaller, _}), do: smallest_1(smaller)

  @doc "The largest key with its value, of a tree that is not empty."
  def largest({_, node}), do: largest_1(node)

  defp largest_1({key, value, _, nil}), do: {key, value}
  defp largest_1({_, _, _, bigger}), do: largest_1(bigger)

  @doc "The pairs in order."
  def to_list({_, node}), do: to_list_node(node, [])

  defp to_list_node({key, value, smaller, bigger}, acc),
    do: to_list_node(smaller, [{key, value} | to_list_node(bigger, acc)])

  defp to_list_node(nil, acc), do: acc

  @doc "The keys in order."
  def keys({_, node}), do: keys_node(node, [])

  defp keys_node({key, _, smaller, bigger}, acc),
    do: keys_node(smaller, [key | keys_node(bigger, acc)])

  defp keys_node(nil, acc), do: acc

  @doc "The values in the order of their keys."
  def values({_, node}), do: values_node(node, [])

  defp values_node({_, value, smaller, bigger}, acc),
    do: values_node(smaller, [value | values_node(bigger, acc)])

  defp values_node(nil, acc), do: acc

  @doc "An iterator over the pairs in order, for `next/1`."
  def iterator({_, node}), do: left_spine(node, [])

  defp left_spine({_, _, nil, _} = node, path), do: [node | path]
  defp left_spine({_, _, smaller, _} = node, path), do: left_spine(smaller, [node | path])
  defp left_spine(nil, path), do: path

  @doc "An iterator that begins with the first key that is not below `start`."
  def iterator_from(start, {_, node}), do: spine_from(start, node, [])

  defp spine_from(start, {key, _, _, bigger}, path) when key < start,
    do: spine_from(start, bigger, path)

  defp spine_from(_start, {_, _, nil, _} = node, path), do: [node | path]
  defp spine_from(start, {key, _, _, _} = node, path) when key == start, do: [node | path]

  defp spine_from(start, {_, _, smaller, _} = node, path),
    do: spine_from(start, smaller, [node | path])

  defp spine_from(_start, nil, path), do: path

  @doc "`{key, value, iterator}`, or `:none` at the end."
  def next([{key, value, _, bigger} | path]), do: {key, value, left_spine(bigger, path)}
  def next([]), do: :none

  @doc "The tree with each value replaced by what `fun` gives for key and value."
  def map(fun, {size, node}) when is_function(fun, 2), do: {size, map_node(fun, node)}

  defp map_node(fun, {key, value, smaller, bigger}),
    do: {key, fun.(key, value), map_node(fun, smaller), map_node(fun, bigger)}

  defp map_node(_fun, nil), do: nil
end
