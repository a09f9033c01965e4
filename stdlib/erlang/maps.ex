# stdlib/erlang/maps.ex: Erlang's functions over maps, as far as they are no natives.
# Natives of this module: find, from_keys, from_list, get, is_key, keys, merge/2, new, put, remove, size, take,
# to_list/1, update, values.
# Holds: an iterator is the list of pairs still to come, as [{key, value} | rest], or :none at its end.
defmodule :maps do
  @moduledoc """
  Erlang's functions over maps. `Map` has most of them under their Elixir names.
  """

  @doc """
  The pairs for which `fun` is true; with `{true, value}` never: see `filtermap/2`.

      iex> :maps.filter(fn _, v -> v > 1 end, %{a: 1, b: 2})
      %{b: 2}
  """
  def filter(fun, map) when is_function(fun, 2) do
    map |> pairs([fun, map]) |> filter_pairs(fun) |> :maps.from_list()
  end

  def filter(fun, map), do: :vial_error.wrong([fun, map], [{:fun, 2}, :map_or_iterator])

  defp filter_pairs([{key, value} = pair | rest], fun) do
    case fun.(key, value) do
      true -> [pair | filter_pairs(rest, fun)]
      false -> filter_pairs(rest, fun)
    end
  end

  defp filter_pairs([], _fun), do: []

  @doc "Filters and maps: `true` keeps the pair, `false` drops it, `{true, value}` gives the key `value`."
  def filtermap(fun, map) when is_function(fun, 2) do
    map |> pairs([fun, map]) |> filtermap_pairs(fun) |> :maps.from_list()
  end

  def filtermap(fun, map), do: :vial_error.wrong([fun, map], [{:fun, 2}, :map_or_iterator])

  defp filtermap_pairs([{key, value} = pair | rest], fun) do
    case fun.(key, value) do
      true -> [pair | filtermap_pairs(rest, fun)]
      {true, value} -> [{key, value} | filtermap_pairs(rest, fun)]
      false -> filtermap_pairs(rest, fun)
    end
  end

  defp filtermap_pairs([], _fun), do: []

  @doc "Calls `fun` with each key and value; gives `:ok`."
  def foreach(fun, map) when is_function(fun, 2),
    do: map |> pairs([fun, map]) |> foreach_pair(fun)

  def foreach(fun, map), do: :vial_error.wrong([fun, map], [{:fun, 2}, :map_or_iterator])

  defp foreach_pair([{key, value} | rest], fun) do
    fun.(key, value)
    foreach_pair(rest, fun)
  end

  defp foreach_pair([], _fun), do: :ok

  @doc """
  Folds over keys and values.

      iex> :maps.fold(fn _, v, sum -> v + sum end, 0, %{a: 1, b: 2})
      3
  """
  def fold(fun, acc, map) when is_function(fun, 3),
    do: map |> pairs([fun, acc, map]) |> fold_pairs(fun, acc)

  def fold(fun, acc, map), do: :vial_error.wrong([fun, acc, map], [{:fun, 3}, :any, :map_or_iterator])

  defp fold_pairs([{key, value} | rest], fun, acc),
    do: fold_pairs(rest, fun, fun.(key, value, acc))

  defp fold_pairs([], _fun, acc), do: acc

  @doc """
  The map with each value replaced by what `fun` gives for key and value.

      iex> :maps.map(fn _, v -> v * 2 end, %{a: 1})
      %{a: 2}
  """
  def map(fun, map) when is_function(fun, 2) do
    map |> pairs([fun, map]) |> map_pairs(fun) |> :maps.from_list()
  end

  def map(fun, map), do: :vial_error.wrong([fun, map], [{:fun, 2}, :map_or_iterator])

  defp map_pairs([{key, value} | rest], fun), do: [{key, fun.(key, value)} | map_pairs(rest, fun)]
  defp map_pairs([], _fun), do: []

  @doc """
  The keys that both maps have, with the values of the second.

      iex> :maps.intersect(%{a: 1, b: 2}, %{b: 3})
      %{b: 3}
  """
  def intersect(map1, map2) when is_map(map1) and is_map(map2) do
    if map_size(map1) <= map_size(map2),
      do: map1 |> :maps.keys() |> with_1(map2) |> :maps.from_list(),
      else: map2 |> :maps.to_list() |> keep_keys(map1) |> :maps.from_list()
  end

  def intersect(map1, map2), do: bad_maps(map1, map2, [map1, map2])

  defp keep_keys([{key, _} = pair | rest], map) when is_map_key(map, key),
    do: [pair | keep_keys(rest, map)]

  defp keep_keys([_ | rest], map), do: keep_keys(rest, map)
  defp keep_keys([], _map), do: []

  @doc "The keys that both maps have, with what `fun` gives for key and both values."
  def intersect_with(fun, map1, map2)
      when is_map(map1) and is_map(map2) and is_function(fun, 3) do
    map1 |> :maps.to_list() |> combine_pairs(map2, fun) |> :maps.from_list()
  end

  def intersect_with(fun, map1, map2), do: bad_maps(map1, map2, [fun, map1, map2])

  defp combine_pairs([{key, value1} | rest], map2, fun) do
    case map2 do
      %{^key => value2} -> [{key, fun.(key, value1, value2)} | combine_pairs(rest, map2, fun)]
      _ -> combine_pairs(rest, map2, fun)
    end
  end

  defp combine_pairs([], _map2, _fun), do: []

  @doc "The two maps in one; where both have a key, with what `fun` gives for it and both values."
  def merge_with(fun, map1, map2) when is_map(map1) and is_map(map2) and is_function(fun, 3) do
    if map_size(map1) > map_size(map2),
      do:
        merge_pairs(:maps.to_list(map2), map1, fn key, value2, value1 ->
          fun.(key, value1, value2)
        end),
      else: merge_pairs(:maps.to_list(map1), map2, fun)
  end

  def merge_with(fun, map1, map2), do: bad_maps(map1, map2, [fun, map1, map2])

  defp merge_pairs([{key, value} | rest], map, fun) do
    case map do
      %{^key => other} -> merge_pairs(rest, %{map | key => fun.(key, value, other)}, fun)
      _ -> merge_pairs(rest, :maps.put(key, value, map), fun)
    end
  end

  defp merge_pairs([], map, _fun), do: map

  @doc "The map with what `fun` gives for the value of `key`, which must be there."
  def update_with(key, fun, map) when is_function(fun, 1) do
    case map do
      %{^key => value} -> %{map | key => fun.(value)}
      %{} -> :erlang.error({:badkey, key}, [key, fun, map])
      other -> :erlang.error({:badmap, other}, [key, fun, map])
    end
  end

  def update_with(key, fun, map), do: bad_arguments(map, [key, fun, map], [:any, {:fun, 1}, :map])

  @doc "The map with what `fun` gives for the value of `key`, or with `default` where there is none."
  def update_with(key, fun, default, map) when is_function(fun, 1) do
    case map do
      %{^key => value} -> %{map | key => fun.(value)}
      %{} -> :maps.put(key, default, map)
      other -> :erlang.error({:badmap, other}, [key, fun, default, map])
    end
  end

  def update_with(key, fun, default, map), do: bad_arguments(map, [key, fun, default, map], [:any, {:fun, 1}, :any, :map])

  @doc """
  The map with only those of `keys` that it has.

      iex> :maps.with([:a, :c], %{a: 1, b: 2})
      %{a: 1}
  """
  def with(keys, map) when is_list(keys) and is_map(map),
    do: keys |> with_1(map) |> :maps.from_list()

  def with(keys, map), do: bad_arguments(map, [keys, map], [:list, :map])

  defp with_1([key | rest], map) do
    case map do
      %{^key => value} -> [{key, value} | with_1(rest, map)]
      _ -> with_1(rest, map)
    end
  end

  defp with_1([], _map), do: []

  @doc "The map without `keys`."
  def without(keys, map) when is_list(keys) and is_map(map), do: remove_keys(keys, map)
  def without(keys, map), do: bad_arguments(map, [keys, map], [:list, :map])

  defp remove_keys([key | rest], map), do: remove_keys(rest, :maps.remove(key, map))
  defp remove_keys([], map), do: map

  @doc """
  A map from what `fun` gives for the elements of a list to the lists of these.

      iex> :maps.groups_from_list(&rem(&1, 2), [1, 2, 3])
      %{0 => [2], 1 => [1, 3]}
  """
  def groups_from_list(fun, list) when is_function(fun, 1) and is_list(list),
    do: groups(:lists.reverse(list), fun, fn x -> x end, %{})

  def groups_from_list(fun, list), do: :vial_error.wrong([fun, list], [{:fun, 1}, :list])

  @doc "Groups as `groups_from_list/2`, with what `value_fun` gives in place of the elements."
  def groups_from_list(fun, value_fun, list)
      when is_function(fun, 1) and is_function(value_fun, 1) and is_list(list) do
    # From the end, so that each group is built in order.
    groups(:lists.reverse(list), fun, value_fun, %{})
  end

  def groups_from_list(fun, value_fun, list),
    do: :vial_error.wrong([fun, value_fun, list], [{:fun, 1}, {:fun, 1}, :list])

  defp groups([x | rest], fun, value_fun, acc) do
    key = fun.(x)
    value = value_fun.(x)

    case acc do
      %{^key => values} -> groups(rest, fun, value_fun, %{acc | key => [value | values]})
      _ -> groups(rest, fun, value_fun, :maps.put(key, [value], acc))
    end
  end

  defp groups([], _fun, _value_fun, acc), do: acc

  @doc "An iterator over the pairs of a map, for `next/1`."
  def iterator(map) when is_map(map), do: iterator_of(:maps.to_list(map))
  def iterator(other), do: :erlang.error({:badmap, other}, [other])

  defp iterator_of([]), do: :none
  defp iterator_of(pairs), do: pairs

  @doc """
  The next pair of an iterator as `{key, value, iterator}`, or `:none` at its end.

      iex> {:a, 1, rest} = :maps.next(:maps.iterator(%{a: 1}))
      iex> :maps.next(rest)
      :none
  """
  def next([{key, value} | rest]), do: {key, value, iterator_of(rest)}
  def next(:none), do: :none
  def next(other), do: :vial_error.wrong([other], [:iterator])

  # The pairs of a map or of an iterator.
  defp pairs(map, _arguments) when is_map(map), do: :maps.to_list(map)
  defp pairs([{_, _} | _] = iterator, _arguments), do: iterator
  defp pairs(:none, _arguments), do: []
  defp pairs(other, arguments), do: :erlang.error({:badmap, other}, arguments)

  defp bad_arguments(map, arguments, kinds) when is_map(map), do: :vial_error.wrong(arguments, kinds)
  defp bad_arguments(other, arguments, _kinds), do: :erlang.error({:badmap, other}, arguments)

  defp bad_maps(map1, map2, arguments) do
    cond do
      length(arguments) == 3 and not is_function(hd(arguments), 3) ->
        :vial_error.wrong(arguments, [{:fun, 3}, :map, :map])

      not is_map(map1) ->
        :erlang.error({:badmap, map1}, arguments)

      not is_map(map2) ->
        :erlang.error({:badmap, map2}, arguments)

      true ->
        :erlang.error(:badarg, arguments)
    end
  end
end
