# stdlib/erlang/proplists.ex: lists of properties.
# Holds: an atom alone stands for {atom, true}; of several entries of a key the first counts; anything else in
# the list is passed over.
defmodule :proplists do
  @moduledoc """
  Lists of properties: `{key, value, …}` tuples, and atoms that stand for `{atom, true}`.

      iex> :proplists.get_value(:verbose, [:verbose, level: 3])
      true
  """

  @doc "The shortest form of a property: an atom for `{atom, true}`."
  def property({key, true}) when is_atom(key), do: key
  def property(property), do: property

  @doc "The shortest form of a property of key and value."
  def property(key, true) when is_atom(key), do: key
  def property(key, value), do: {key, value}

  @doc "The list with atoms as `{atom, true}`."
  def unfold([key | rest]) when is_atom(key), do: [{key, true} | unfold(rest)]
  def unfold([entry | rest]), do: [entry | unfold(rest)]
  def unfold([]), do: []

  @doc "The list with properties in their shortest form."
  def compact(list), do: :lists.map(&property/1, list)

  @doc "The first entry of `key`, an atom as a pair, or `:none`."
  def lookup(key, [entry | rest]) do
    cond do
      is_atom(entry) and entry === key -> {key, true}
      entry?(entry, key) -> entry
      true -> lookup(key, rest)
    end
  end

  def lookup(_key, []), do: :none

  @doc "All entries of `key`, atoms as pairs."
  def lookup_all(key, [entry | rest]) do
    cond do
      is_atom(entry) and entry === key -> [{key, true} | lookup_all(key, rest)]
      entry?(entry, key) -> [entry | lookup_all(key, rest)]
      true -> lookup_all(key, rest)
    end
  end

  def lookup_all(_key, []), do: []

  defp entry?(entry, key),
    do: is_tuple(entry) and tuple_size(entry) >= 1 and :erlang.element(1, entry) === key

  @doc "Whether there is an entry of `key`."
  def is_defined(key, [entry | rest]) do
    if (is_atom(entry) and entry === key) or entry?(entry, key),
      do: true,
      else: is_defined(key, rest)
  end

  def is_defined(_key, []), do: false

  @doc "The value of `key`, or `:undefined`."
  def get_value(key, list), do: get_value(key, list, :undefined)

  @doc "The value of `key`, or `default`; entries that are no pairs give the default."
  def get_value(key, [entry | rest], default) do
    cond do
      is_atom(entry) and entry === key ->
        true

      entry?(entry, key) ->
        case entry do
          {_, value} -> value
          _ -> default
        end

      true ->
        get_value(key, rest, default)
    end
  end

  def get_value(_key, [], default), do: default

  @doc "All values of `key`."
  def get_all_values(key, [entry | rest]) do
    cond do
      is_atom(entry) and entry === key ->
        [true | get_all_values(key, rest)]

      entry?(entry, key) ->
        case entry do
          {_, value} -> [value | get_all_values(key, rest)]
          _ -> get_all_values(key, rest)
        end

      true ->
        get_all_values(key, rest)
    end
  end

  def get_all_values(_key, []), do: []

  @doc "The values of `key` joined, lists by their elements."
  def append_values(key, [entry | rest]) do
    cond do
      is_atom(entry) and entry === key ->
        [true | append_values(key, rest)]

      entry?(entry, key) ->
        case entry do
          {_, value} when is_list(value) -> value ++ append_values(key, rest)
          {_, value} -> [value | append_values(key, rest)]
          _ -> append_values(key, rest)
        end

      true ->
        append_values(key, rest)
    end
  end

  def append_values(_key, []), do: []

  @doc "Whether the first entry of `key` is `{key, true}`."
  def get_bool(key, [entry | rest]) do
    cond do
      is_atom(entry) and entry === key -> true
      entry?(entry, key) -> match?({_, true}, entry)
      true -> get_bool(key, rest)
    end
  end

  def get_bool(_key, []), do: false

  @doc "The keys, each once, in no particular order."
  def get_keys(list), do: :maps.keys(get_keys(list, %{}))

  defp get_keys([entry | rest], keys) do
    cond do
      is_atom(entry) ->
        get_keys(rest, :maps.put(entry, [], keys))

      is_tuple(entry) and tuple_size(entry) >= 1 ->
        get_keys(rest, :maps.put(:erlang.element(1, entry), [], keys))

      true ->
        get_keys(rest, keys)
    end
  end

  defp get_keys([], keys), do: keys

  @doc "The list without the entries of `key`."
  def delete(key, [entry | rest]) do
    if (is_atom(entry) and entry === key) or entry?(entry, key),
      do: delete(key, rest),
      else: [entry | delete(key, rest)]
  end

  def delete(_key, []), do: []

  @doc "The list with keys replaced by other names: `[{key, new_key}]`."
  def substitute_aliases(aliases, list), do: rewrite(list, aliases, &rename/2)

  @doc "The list with keys replaced by their opposites: `[{key, positive_key}]`."
  def substitute_negations(negations, list), do: rewrite(list, negations, &negate/2)

  defp rewrite([entry | rest], table, fun) do
    key =
      if is_tuple(entry) and tuple_size(entry) >= 1, do: :erlang.element(1, entry), else: entry

    case :lists.keyfind(key, 1, table) do
      {_, new_key} when is_atom(entry) or is_tuple(entry) ->
        [fun.(entry, new_key) | rewrite(rest, table, fun)]

      _ ->
        [entry | rewrite(rest, table, fun)]
    end
  end

  defp rewrite([], _table, _fun), do: []

  defp rename(entry, new_key) when is_atom(entry), do: property(new_key, true)
  defp rename(entry, new_key), do: property(:erlang.setelement(1, entry, new_key))

  defp negate(entry, new_key) when is_atom(entry), do: {new_key, false}
  defp negate({_, true}, new_key), do: {new_key, false}
  defp negate(_entry, new_key), do: property(new_key, true)

  @doc """
  The list with entries that match a property replaced by lists: `[{property, [entry]}]`.

      iex> :proplists.expand([{:all, [:a, :b]}], [:all, c: 1])
      [:a, :b, {:c, 1}]
  """
  def expand(expansions, list),
    do: expand_entries(list, :lists.map(fn {entry, to} -> {property(entry), to} end, expansions))

  defp expand_entries([entry | rest], table) do
    case :lists.keyfind(property(entry), 1, table) do
      {_, expansion} -> expansion ++ expand_entries(rest, table)
      false -> [entry | expand_entries(rest, table)]
    end
  end

  defp expand_entries([], _table), do: []

  @doc "Puts a list into normal form by stages: `{:aliases, _}`, `{:negations, _}`, `{:expand, _}`."
  def normalize(list, [{:aliases, aliases} | rest]),
    do: normalize(substitute_aliases(aliases, list), rest)

  def normalize(list, [{:negations, negations} | rest]),
    do: normalize(substitute_negations(negations, list), rest)

  def normalize(list, [{:expand, expansions} | rest]),
    do: normalize(expand(expansions, list), rest)

  def normalize(list, []), do: compact(list)

  @doc "The entries of each of `keys` as lists, and the remaining ones."
  def split(list, keys) do
    {found, rest} = split_entries(list, :maps.from_keys(keys, []), [])
    {:lists.map(fn key -> :lists.reverse(:maps.get(key, found)) end, keys), rest}
  end

  defp split_entries([entry | list], found, rest) do
    key =
      if is_tuple(entry) and tuple_size(entry) >= 1, do: :erlang.element(1, entry), else: entry

    case found do
      %{^key => entries} when is_atom(entry) or is_tuple(entry) ->
        split_entries(list, %{found | key => [entry | entries]}, rest)

      _ ->
        split_entries(list, found, [entry | rest])
    end
  end

  defp split_entries([], found, rest), do: {found, :lists.reverse(rest)}

  @doc "The map of a list's properties; the first entry of a key counts."
  def to_map(list), do: to_map_entries(:lists.reverse(list), %{})

  @doc "The map of a list's properties after the stages of `normalize/2`."
  def to_map(list, stages), do: to_map(normalize(list, stages))

  defp to_map_entries([{key, value} | rest], map),
    do: to_map_entries(rest, :maps.put(key, value, map))

  defp to_map_entries([key | rest], map) when is_atom(key),
    do: to_map_entries(rest, :maps.put(key, true, map))

  defp to_map_entries([_ | rest], map), do: to_map_entries(rest, map)
  defp to_map_entries([], map), do: map

  @doc "The list of a map's properties."
  def from_map(map), do: :lists.map(&property/1, :maps.to_list(map))
end
