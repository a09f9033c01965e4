# stdlib/elixir/map.ex: functions over maps.
# Here: construction, reading, and what takes several keys.
# Not here: changes of one key (map/change.part.ex); the natives behind them (:maps).
# Holds: what is no map raises BadMapError, as the natives do.
defmodule Map do
  @moduledoc """
  Functions over maps: keys of any type, each with one value.

      iex> map = %{"year" => 1815, name: "Ada"}
      iex> map.name
      "Ada"
      iex> map["year"]
      1815
      iex> %{map | name: "Augusta"}.name
      "Augusta"

  Keys are the same when they match (`===`): 1 and 1.0 are two keys. Reading and changing a key is
  logarithmic at most. Up to 32 keys are kept in term order; larger maps have an order of their own,
  which no program should rest on.

  Functions that take or give `{key, value}` pairs of a map as a whole are in `Enum`; `Map` has those
  that give maps.
  """

  require Kernel.Part

  @type key :: any
  @type value :: any

  @doc """
  An empty map.

  ## Examples

      iex> Map.new()
      %{}
  """
  @spec new :: map
  def new, do: %{}

  @doc """
  The map of a collection of `{key, value}` pairs; of equal keys the last counts.

  ## Examples

      iex> Map.new(a: 1, b: 2, a: 3)
      %{a: 3, b: 2}
  """
  @spec new(Enumerable.t()) :: map
  def new(enumerable)

  def new(list) when is_list(list), do: :maps.from_list(list)
  def new(%_{} = enumerable), do: enumerable |> Enum.to_list() |> :maps.from_list()
  def new(%{} = map), do: map
  def new(enumerable), do: enumerable |> Enum.to_list() |> :maps.from_list()

  @doc """
  The map of the pairs that `transform` gives for each element.

  ## Examples

      iex> Map.new([1, 2], fn x -> {x, x * x} end)
      %{1 => 1, 2 => 4}
  """
  @spec new(Enumerable.t(), (term -> {key, value})) :: map
  def new(enumerable, transform) when is_function(transform, 1) do
    enumerable |> Enum.map(transform) |> :maps.from_list()
  end

  @doc """
  The map in which each of `keys` has `value`.

  ## Examples

      iex> Map.from_keys([:a, :b], 0)
      %{a: 0, b: 0}
  """
  @spec from_keys([key], value) :: map
  def from_keys(keys, value), do: :maps.from_keys(keys, value)

  @doc """
  The map of a struct's fields; of a module's fields with their defaults.

  ## Examples

      iex> Map.from_struct(1..2)
      %{first: 1, last: 2, step: 1}
  """
  @spec from_struct(atom | struct) :: map
  def from_struct(struct) when is_atom(struct), do: :maps.remove(:__struct__, struct.__struct__())
  def from_struct(%_{} = struct), do: :maps.remove(:__struct__, struct)

  @doc """
  The list of the keys, in the map's order.

  ## Examples

      iex> Map.keys(%{a: 1, b: 2})
      [:a, :b]
  """
  @spec keys(map) :: [key]
  def keys(map), do: :maps.keys(map)

  @doc """
  The list of the values, in the map's order.

  ## Examples

      iex> Map.values(%{a: 1, b: 2})
      [1, 2]
  """
  @spec values(map) :: [value]
  def values(map), do: :maps.values(map)

  @doc """
  The list of `{key, value}` pairs, in the map's order.

  ## Examples

      iex> Map.to_list(%{a: 1})
      [a: 1]
  """
  @spec to_list(map) :: [{term, term}]
  def to_list(map), do: :maps.to_list(map)

  @doc false
  @deprecated "Use Kernel.map_size/1 instead"
  def size(map), do: map_size(map)

  @doc """
  Whether `key` is in the map.

  ## Examples

      iex> Map.has_key?(%{a: nil}, :a)
      true
  """
  @spec has_key?(map, key) :: boolean
  def has_key?(map, key), do: :maps.is_key(key, map)

  @doc """
  The value of `key` as `{:ok, value}`, or `:error`.

  ## Examples

      iex> Map.fetch(%{a: 1}, :a)
      {:ok, 1}
      iex> Map.fetch(%{a: 1}, :b)
      :error
  """
  @spec fetch(map, key) :: {:ok, value} | :error
  def fetch(map, key), do: :maps.find(key, map)

  @doc """
  The value of `key`; raises `KeyError` when there is none.

  ## Examples

      iex> Map.fetch!(%{a: 1}, :a)
      1
      iex> Map.fetch!(%{a: 1}, :b)
      ** (KeyError) key :b not found in: %{a: 1}
  """
  @spec fetch!(map, key) :: value
  def fetch!(map, key) do
    case map do
      %{^key => value} -> value
      %{} -> raise KeyError, key: key, term: map
      other -> :erlang.error({:badmap, other})
    end
  end

  @doc """
  The value of `key`, or `default`.

  ## Examples

      iex> Map.get(%{a: 1}, :a)
      1
      iex> Map.get(%{a: 1}, :b)
      nil
      iex> Map.get(%{a: 1}, :b, 0)
      0
  """
  @spec get(map, key, value) :: value
  def get(map, key, default \\ nil) do
    case map do
      %{^key => value} -> value
      %{} -> default
      other -> :erlang.error({:badmap, other}, [map, key, default])
    end
  end

  @doc """
  The value of `key`, or what `fun` gives, which is called only then.

  ## Examples

      iex> Map.get_lazy(%{a: 1}, :b, fn -> 1 + 1 end)
      2
  """
  @spec get_lazy(map, key, (() -> value)) :: value
  def get_lazy(map, key, fun) when is_function(fun, 0) do
    case map do
      %{^key => value} -> value
      %{} -> fun.()
      other -> :erlang.error({:badmap, other}, [map, key, fun])
    end
  end

  Kernel.Part.include("map/change.part.ex")

  @doc """
  The map with only those of `keys` that it has.

  ## Examples

      iex> Map.take(%{a: 1, b: 2, c: 3}, [:a, :c, :e])
      %{a: 1, c: 3}
  """
  @spec take(map, [key]) :: map
  def take(map, keys)

  def take(map, keys) when is_map(map) and is_list(keys), do: take(keys, map, [])

  def take(map, keys) when is_map(map) do
    IO.warn("Map.take/2 takes a list of keys, got: #{inspect(keys)}")
    keys |> Enum.to_list() |> take(map, [])
  end

  def take(other, _keys), do: :erlang.error({:badmap, other})

  defp take([key | rest], map, acc) do
    case map do
      %{^key => value} -> take(rest, map, [{key, value} | acc])
      %{} -> take(rest, map, acc)
    end
  end

  defp take([], _map, acc), do: :maps.from_list(acc)

  @doc """
  The map without `keys`.

  ## Examples

      iex> Map.drop(%{a: 1, b: 2, c: 3}, [:b, :d])
      %{a: 1, c: 3}
  """
  @spec drop(map, [key]) :: map
  def drop(map, keys)

  def drop(map, keys) when is_map(map) and is_list(keys), do: drop_keys(keys, map)

  def drop(map, keys) when is_map(map) do
    IO.warn("Map.drop/2 takes a list of keys, got: #{inspect(keys)}")
    keys |> Enum.to_list() |> drop_keys(map)
  end

  def drop(other, _keys), do: :erlang.error({:badmap, other})

  defp drop_keys([key | rest], map), do: drop_keys(rest, :maps.remove(key, map))
  defp drop_keys([], map), do: map

  @doc """
  Two maps: one with those of `keys` that the map has, one with the rest.

  ## Examples

      iex> Map.split(%{a: 1, b: 2, c: 3}, [:a, :d])
      {%{a: 1}, %{b: 2, c: 3}}
  """
  @spec split(map, [key]) :: {map, map}
  def split(map, keys)

  def split(map, keys) when is_map(map) and is_list(keys), do: split(keys, [], map)

  def split(map, keys) when is_map(map) do
    IO.warn("Map.split/2 takes a list of keys, got: #{inspect(keys)}")
    keys |> Enum.to_list() |> split([], map)
  end

  def split(other, _keys), do: :erlang.error({:badmap, other})

  defp split([key | rest], taken, map) do
    case :maps.take(key, map) do
      {value, map} -> split(rest, [{key, value} | taken], map)
      :error -> split(rest, taken, map)
    end
  end

  defp split([], taken, map), do: {:maps.from_list(taken), map}

  @doc """
  The two maps in one; where both have a key, the right one's value counts.

  ## Examples

      iex> Map.merge(%{a: 1, b: 2}, %{b: 3, c: 4})
      %{a: 1, b: 3, c: 4}
  """
  @spec merge(map, map) :: map
  def merge(map1, map2), do: :maps.merge(map1, map2)

  @doc """
  The two maps in one; where both have a key, `fun` gets key and both values and gives the new one.

  ## Examples

      iex> Map.merge(%{a: 1, b: 2}, %{b: 3}, fn _key, left, right -> left + right end)
      %{a: 1, b: 5}
  """
  @spec merge(map, map, (key, value, value -> value)) :: map
  def merge(map1, map2, fun) when is_function(fun, 3) do
    if map_size(map1) > map_size(map2) do
      merge_into(:maps.to_list(map2), map1, fn key, value2, value1 ->
        fun.(key, value1, value2)
      end)
    else
      merge_into(:maps.to_list(map1), map2, fun)
    end
  end

  defp merge_into([{key, value} | rest], map, fun) do
    case map do
      %{^key => other} -> merge_into(rest, %{map | key => fun.(key, value, other)}, fun)
      %{} -> merge_into(rest, :maps.put(key, value, map), fun)
    end
  end

  defp merge_into([], map, _fun), do: map

  @doc """
  Whether the maps have the same keys with the same (`===`) values.

  ## Examples

      iex> Map.equal?(%{a: 1, b: 2}, %{b: 2, a: 1})
      true
      iex> Map.equal?(%{a: 1}, %{a: 1.0})
      false
  """
  @spec equal?(map, map) :: boolean
  def equal?(map1, map2)

  def equal?(%{} = map1, %{} = map2), do: map1 === map2
  def equal?(%{} = map1, map2), do: :erlang.error({:badmap, map2}, [map1, map2])
  def equal?(term, other), do: :erlang.error({:badmap, term}, [term, other])

  @doc """
  The map of the pairs for which `fun` is truthy.

  ## Examples

      iex> Map.filter(%{a: 1, b: 2}, fn {_key, value} -> value > 1 end)
      %{b: 2}
  """
  @spec filter(map, ({key, value} -> as_boolean(term))) :: map
  def filter(map, fun) when is_map(map) and is_function(fun, 1) do
    for {_, _} = pair <- :maps.to_list(map), fun.(pair), into: %{}, do: pair
  end

  @doc """
  The map without the pairs for which `fun` is truthy.

  ## Examples

      iex> Map.reject(%{a: 1, b: 2}, fn {_key, value} -> value > 1 end)
      %{a: 1}
  """
  @spec reject(map, ({key, value} -> as_boolean(term))) :: map
  def reject(map, fun) when is_map(map) and is_function(fun, 1) do
    for {_, _} = pair <- :maps.to_list(map), !fun.(pair), into: %{}, do: pair
  end

  @doc """
  The map with each value replaced by what `fun` gives for the pair.

  ## Examples

      iex> Map.map(%{a: 1, b: 2}, fn {_key, value} -> value * 10 end)
      %{a: 10, b: 20}
  """
  @spec map(map, ({key, value} -> value)) :: map
  def map(map, fun) when is_map(map) do
    for {key, _} = pair <- :maps.to_list(map), into: %{}, do: {key, fun.(pair)}
  end
end
