# stdlib/elixir/map/change.part.ex: maps with one key put, changed or taken out.
# Not here: changes of many keys at once (map.ex).

@doc """
The map in which `key` has `value`.

## Examples

    iex> Map.put(%{a: 1}, :b, 2)
    %{a: 1, b: 2}
    iex> Map.put(%{a: 1}, :a, 3)
    %{a: 3}
"""
@spec put(map, key, value) :: map
def put(map, key, value), do: :maps.put(key, value, map)

@doc """
The map in which `key` has `value`, unless it has one already.

## Examples

    iex> Map.put_new(%{a: 1}, :a, 2)
    %{a: 1}
    iex> Map.put_new(%{a: 1}, :b, 2)
    %{a: 1, b: 2}
"""
@spec put_new(map, key, value) :: map
def put_new(map, key, value) do
  case map do
    %{^key => _} -> map
    %{} -> :maps.put(key, value, map)
    other -> :erlang.error({:badmap, other})
  end
end

@doc """
The map in which `key` has what `fun` gives, unless it has a value already; then `fun` is not called.

## Examples

    iex> Map.put_new_lazy(%{a: 1}, :b, fn -> 1 + 1 end)
    %{a: 1, b: 2}
"""
@spec put_new_lazy(map, key, (() -> value)) :: map
def put_new_lazy(map, key, fun) when is_function(fun, 0) do
  case map do
    %{^key => _} -> map
    %{} -> :maps.put(key, fun.(), map)
    other -> :erlang.error({:badmap, other}, [map, key, fun])
  end
end

@doc """
The map in which `key` has `value`, if it had one; else the map as it is.

## Examples

    iex> Map.replace(%{a: 1}, :a, 2)
    %{a: 2}
    iex> Map.replace(%{a: 1}, :b, 2)
    %{a: 1}
"""
@spec replace(map, key, value) :: map
def replace(map, key, value) do
  case map do
    %{^key => _} -> %{map | key => value}
    %{} -> map
    other -> :erlang.error({:badmap, other})
  end
end

@doc """
The map in which `key` has `value`; raises `KeyError` unless it had one.

## Examples

    iex> Map.replace!(%{a: 1}, :a, 2)
    %{a: 2}
    iex> Map.replace!(%{a: 1}, :b, 2)
    ** (KeyError) key :b not found in: %{a: 1}
"""
@spec replace!(map, key, value) :: map
def replace!(map, key, value) do
  case map do
    %{^key => _} -> %{map | key => value}
    %{} -> raise KeyError, key: key, term: map
    other -> :erlang.error({:badmap, other})
  end
end

@doc """
The map in which `key` has what `fun` gives for its value, if it had one; else the map as it is.

## Examples

    iex> Map.replace_lazy(%{a: 1}, :a, fn x -> x + 1 end)
    %{a: 2}
    iex> Map.replace_lazy(%{a: 1}, :b, fn x -> x + 1 end)
    %{a: 1}
"""
@spec replace_lazy(map, key, (value -> value)) :: map
def replace_lazy(map, key, fun) when is_map(map) and is_function(fun, 1) do
  case map do
    %{^key => value} -> %{map | key => fun.(value)}
    %{} -> map
  end
end

@doc """
The map in which `key` has what `fun` gives for its value; `default` where it had none.

`fun` is not called with the default.

## Examples

    iex> Map.update(%{a: 1}, :a, 0, fn x -> x + 1 end)
    %{a: 2}
    iex> Map.update(%{a: 1}, :b, 0, fn x -> x + 1 end)
    %{a: 1, b: 0}
"""
@spec update(map, key, default :: value, (existing :: value -> new :: value)) :: map
def update(map, key, default, fun) when is_function(fun, 1) do
  case map do
    %{^key => value} -> %{map | key => fun.(value)}
    %{} -> :maps.put(key, default, map)
    other -> :erlang.error({:badmap, other}, [map, key, default, fun])
  end
end

@doc """
The map in which `key` has what `fun` gives for its value; raises `KeyError` where it had none.

## Examples

    iex> Map.update!(%{a: 1}, :a, fn x -> x + 1 end)
    %{a: 2}
    iex> Map.update!(%{a: 1}, :b, fn x -> x + 1 end)
    ** (KeyError) key :b not found in: %{a: 1}
"""
@spec update!(map, key, (value -> value)) :: map
def update!(map, key, fun) when is_function(fun, 1) do
  %{map | key => fun.(fetch!(map, key))}
end

@doc """
Reads and changes the value of `key` at once: `fun` gives `{result, new_value}` or `:pop`.

`fun` gets `nil` where there is no value. `:pop` gives the value and takes the key out.

## Examples

    iex> Map.get_and_update(%{a: 1}, :a, fn x -> {x, x + 1} end)
    {1, %{a: 2}}
    iex> Map.get_and_update(%{a: 1}, :a, fn _ -> :pop end)
    {1, %{}}
    iex> Map.get_and_update(%{}, :a, fn nil -> {:none, 1} end)
    {:none, %{a: 1}}
"""
@spec get_and_update(map, key, (value | nil -> {current, new :: value} | :pop)) ::
        {current, new_map :: map}
      when current: value
def get_and_update(map, key, fun) when is_function(fun, 1) do
  current = get(map, key)
  change(map, key, current, fun.(current))
end

@doc """
Reads and changes the value of `key` at once, as `get_and_update/3`; raises `KeyError` without one.

## Examples

    iex> Map.get_and_update!(%{a: 1}, :a, fn x -> {x, x + 1} end)
    {1, %{a: 2}}
"""
@spec get_and_update!(map, key, (value -> {current, new :: value} | :pop)) :: {current, map}
      when current: value
def get_and_update!(map, key, fun) when is_function(fun, 1) do
  current = fetch!(map, key)
  change(map, key, current, fun.(current))
end

defp change(map, key, current, order) do
  case order do
    {result, value} ->
      {result, :maps.put(key, value, map)}

    :pop ->
      {current, :maps.remove(key, map)}

    other ->
      raise "the given function must return a two-element tuple or :pop, got: #{inspect(other)}"
  end
end

@doc """
The map without `key`.

## Examples

    iex> Map.delete(%{a: 1, b: 2}, :a)
    %{b: 2}
    iex> Map.delete(%{b: 2}, :a)
    %{b: 2}
"""
@spec delete(map, key) :: map
def delete(map, key), do: :maps.remove(key, map)

@doc """
The value of `key`, or `default`, and the map without the key.

## Examples

    iex> Map.pop(%{a: 1, b: 2}, :a)
    {1, %{b: 2}}
    iex> Map.pop(%{b: 2}, :a, 0)
    {0, %{b: 2}}
"""
@spec pop(map, key, default) :: {value, updated_map :: map} | {default, map} when default: value
def pop(map, key, default \\ nil) do
  case :maps.take(key, map) do
    {_, _} = taken -> taken
    :error -> {default, map}
  end
end

@doc """
The value of `key` and the map without it; raises `KeyError` where there is none.

## Examples

    iex> Map.pop!(%{a: 1, b: 2}, :a)
    {1, %{b: 2}}
"""
@spec pop!(map, key) :: {value, updated_map :: map}
def pop!(map, key) do
  case :maps.take(key, map) do
    {_, _} = taken -> taken
    :error -> raise KeyError, key: key, term: map
  end
end

@doc """
The value of `key`, or what `fun` gives, and the map without the key.

## Examples

    iex> Map.pop_lazy(%{b: 2}, :a, fn -> :made end)
    {:made, %{b: 2}}
"""
@spec pop_lazy(map, key, (() -> value)) :: {value, map}
def pop_lazy(map, key, fun) when is_function(fun, 0) do
  case :maps.take(key, map) do
    {_, _} = taken -> taken
    :error -> {fun.(), map}
  end
end
