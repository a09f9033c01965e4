# stdlib/elixir/map_set.ex: sets on top of maps.
# Holds: the elements are the keys of `map`, all with the value []; equal sets are equal terms.
defmodule MapSet do
  @moduledoc """
  Sets: each element is in it once, in no particular order.

      iex> set = MapSet.new([1, 2, 2, 3])
      iex> MapSet.member?(set, 2)
      true
      iex> MapSet.size(set)
      3
      iex> MapSet.union(set, MapSet.new([4])) |> Enum.sort()
      [1, 2, 3, 4]

  Elements are the same when they match (`===`). Adding, removing and asking are logarithmic at most.
  Sets are enumerable and collectable. The fields of the struct are private.
  """

  @type value :: term
  @opaque internal(value) :: %{optional(value) => []}
  @type t(value) :: %__MODULE__{map: internal(value)}
  @type t :: t(term)

  # The version tells sets of other releases apart, should the inside ever change.
  defstruct map: %{}, version: 2

  @doc """
  An empty set.

  ## Examples

      iex> MapSet.new()
      MapSet.new([])
  """
  @spec new :: t
  def new, do: %MapSet{}

  @doc """
  The set of a collection's elements.

  ## Examples

      iex> MapSet.new([:b, :a, :b])
      MapSet.new([:a, :b])
  """
  @spec new(Enumerable.t()) :: t
  def new(enumerable)

  def new(%__MODULE__{} = set), do: set
  def new(enumerable), do: %MapSet{map: enumerable |> Enum.to_list() |> :maps.from_keys([])}

  @doc """
  The set of what `transform` gives for each element.

  ## Examples

      iex> MapSet.new([1, 2, 3], &rem(&1, 2))
      MapSet.new([0, 1])
  """
  @spec new(Enumerable.t(), (term -> val)) :: t(val) when val: value
  def new(enumerable, transform) when is_function(transform, 1),
    do: %MapSet{map: enumerable |> Enum.map(transform) |> :maps.from_keys([])}

  @doc """
  The set without `value`.

  ## Examples

      iex> MapSet.delete(MapSet.new([1, 2]), 2)
      MapSet.new([1])
  """
  @spec delete(t(val1), val2) :: t(val1) when val1: value, val2: value
  def delete(%MapSet{map: map} = set, value), do: %{set | map: :maps.remove(value, map)}

  @doc """
  The set with `value`.

  ## Examples

      iex> MapSet.put(MapSet.new([1]), 2)
      MapSet.new([1, 2])
  """
  @spec put(t(val), new_val) :: t(val | new_val) when val: value, new_val: value
  def put(%MapSet{map: map} = set, value), do: %{set | map: :maps.put(value, [], map)}

  @doc """
  Whether `value` is in the set.

  ## Examples

      iex> MapSet.member?(MapSet.new([1]), 1.0)
      false
  """
  @spec member?(t, value) :: boolean
  def member?(%MapSet{map: map}, value), do: :erlang.is_map_key(value, map)

  @doc """
  The number of elements; constant.

  ## Examples

      iex> MapSet.size(MapSet.new([1, 1]))
      1
  """
  @spec size(t) :: non_neg_integer
  def size(%MapSet{map: map}), do: map_size(map)

  @doc """
  The elements of both sets.

  ## Examples

      iex> MapSet.union(MapSet.new([1, 2]), MapSet.new([2, 3]))
      MapSet.new([1, 2, 3])
  """
  @spec union(t(val1), t(val2)) :: t(val1 | val2) when val1: value, val2: value
  def union(%MapSet{map: map1, version: version} = set, %MapSet{map: map2, version: version}),
    do: %{set | map: :maps.merge(map1, map2)}

  def union(%MapSet{map: map1}, %MapSet{map: map2}),
    do: %MapSet{map: :maps.from_keys(:maps.keys(map1) ++ :maps.keys(map2), [])}

  @doc """
  The elements that are in both sets.

  Linear in the smaller one.

  ## Examples

      iex> MapSet.intersection(MapSet.new([1, 2]), MapSet.new([2, 3]))
      MapSet.new([2])
  """
  @spec intersection(t(val), t(val)) :: t(val) when val: value
  def intersection(%MapSet{map: map1} = set, %MapSet{map: map2}) do
    {small, large} = if map_size(map1) <= map_size(map2), do: {map1, map2}, else: {map2, map1}
    %{set | map: :maps.from_keys(keys_in(:maps.keys(small), large), [])}
  end

  @doc """
  The elements of the first set that are not in the second.

  ## Examples

      iex> MapSet.difference(MapSet.new([1, 2]), MapSet.new([2, 3]))
      MapSet.new([1])
  """
  @spec difference(t(val1), t(val2)) :: t(val1) when val1: value, val2: value
  def difference(map_set1, map_set2)

  # Taking a few out beats building what remains, and the other way round.
  def difference(%MapSet{map: map1} = set, %MapSet{map: map2})
      when map_size(map2) * 2 <= map_size(map1),
      do: %{set | map: remove_all(:maps.keys(map2), map1)}

  def difference(%MapSet{map: map1} = set, %MapSet{map: map2}),
    do: %{set | map: :maps.from_keys(keys_not_in(:maps.keys(map1), map2), [])}

  @doc """
  The elements that are in one of the sets only.

  ## Examples

      iex> MapSet.symmetric_difference(MapSet.new([1, 2]), MapSet.new([2, 3]))
      MapSet.new([1, 3])
  """
  @spec symmetric_difference(t(val1), t(val2)) :: t(val1 | val2) when val1: value, val2: value
  def symmetric_difference(%MapSet{map: map1} = set, %MapSet{map: map2}) do
    only1 = keys_not_in(:maps.keys(map1), map2)
    only2 = keys_not_in(:maps.keys(map2), map1)
    %{set | map: :maps.from_keys(only1 ++ only2, [])}
  end

  @doc """
  Whether the sets have no element in common.

  ## Examples

      iex> MapSet.disjoint?(MapSet.new([1]), MapSet.new([2]))
      true
  """
  @spec disjoint?(t, t) :: boolean
  def disjoint?(%MapSet{map: map1}, %MapSet{map: map2}) do
    {small, large} = if map_size(map1) <= map_size(map2), do: {map1, map2}, else: {map2, map1}
    none_in?(:maps.keys(small), large)
  end

  @doc """
  Whether all elements of the first set are in the second.

  ## Examples

      iex> MapSet.subset?(MapSet.new([1]), MapSet.new([1, 2]))
      true
  """
  @spec subset?(t, t) :: boolean
  def subset?(%MapSet{map: map1}, %MapSet{map: map2}) do
    map_size(map1) <= map_size(map2) and all_in?(:maps.keys(map1), map2)
  end

  @doc """
  Whether the sets have the same elements.

  ## Examples

      iex> MapSet.equal?(MapSet.new([1]), MapSet.new([1.0]))
      false
  """
  @spec equal?(t, t) :: boolean
  def equal?(%MapSet{map: map1, version: version}, %MapSet{map: map2, version: version}),
    do: map1 === map2

  def equal?(%MapSet{map: map1}, %MapSet{map: map2}),
    do: map_size(map1) == map_size(map2) and all_in?(:maps.keys(map1), map2)

  @doc """
  The list of the elements.

  ## Examples

      iex> MapSet.to_list(MapSet.new([1, 2, 3]))
      [1, 2, 3]
  """
  @spec to_list(t(val)) :: [val] when val: value
  def to_list(%MapSet{map: map}), do: :maps.keys(map)

  @doc """
  The elements for which `fun` is truthy.

  ## Examples

      iex> MapSet.filter(MapSet.new(1..5), &(&1 > 3))
      MapSet.new([4, 5])
  """
  @spec filter(t(a), (a -> as_boolean(term))) :: t(a) when a: value
  def filter(%MapSet{map: map} = set, fun) when is_function(fun) do
    %{set | map: :maps.from_keys(for(x <- :maps.keys(map), fun.(x), do: x), [])}
  end

  @doc """
  The elements for which `fun` is falsy.

  ## Examples

      iex> MapSet.reject(MapSet.new(1..5), &(&1 > 3))
      MapSet.new([1, 2, 3])
  """
  @spec reject(t(a), (a -> as_boolean(term))) :: t(a) when a: value
  def reject(%MapSet{map: map} = set, fun) when is_function(fun) do
    %{set | map: :maps.from_keys(for(x <- :maps.keys(map), !fun.(x), do: x), [])}
  end

  defp keys_in([key | rest], map) when :erlang.is_map_key(key, map),
    do: [key | keys_in(rest, map)]

  defp keys_in([_ | rest], map), do: keys_in(rest, map)
  defp keys_in([], _map), do: []

  defp keys_not_in([key | rest], map) when :erlang.is_map_key(key, map),
    do: keys_not_in(rest, map)

  defp keys_not_in([key | rest], map), do: [key | keys_not_in(rest, map)]
  defp keys_not_in([], _map), do: []

  defp all_in?([key | rest], map) when :erlang.is_map_key(key, map), do: all_in?(rest, map)
  defp all_in?(rest, _map), do: rest == []

  defp none_in?([key | _], map) when :erlang.is_map_key(key, map), do: false
  defp none_in?([_ | rest], map), do: none_in?(rest, map)
  defp none_in?([], _map), do: true

  defp remove_all([key | rest], map), do: remove_all(rest, :maps.remove(key, map))
  defp remove_all([], map), do: map
end

defimpl Enumerable, for: MapSet do
  def count(set), do: {:ok, MapSet.size(set)}
  def member?(set, value), do: {:ok, MapSet.member?(set, value)}
  def reduce(set, order, fun), do: Enumerable.List.reduce(MapSet.to_list(set), order, fun)
  def slice(set), do: {:ok, MapSet.size(set), &MapSet.to_list/1}
end

defimpl Collectable, for: MapSet do
  # The elements are gathered in a list and put into the set at once.
  def into(%@for{map: map} = set) do
    fun = fn
      acc, {:cont, value} -> [value | acc]
      acc, :done -> %{set | map: :maps.merge(map, :maps.from_keys(acc, []))}
      _acc, :halt -> :ok
    end

    {[], fun}
  end
end
