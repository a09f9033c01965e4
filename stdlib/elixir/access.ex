# stdlib/elixir/access.ex: data[key] and the functions that reach into nested data.
# Here: the behaviour, what the brackets call, and the accessors (keys, elements, all, filters).
# Not here: get_in, put_in, update_in, pop_in and get_and_update_in, which are Kernel's and call these.
# Holds: an accessor is fn :get, data, next -> result and fn :get_and_update, data, next -> {got, data}.
defmodule Access do
  @moduledoc """
  Reading by key, `data[key]`, and accessors for nested data.

      iex> user = %{name: "Ada", langs: [%{name: "en"}, %{name: "fr"}]}
      iex> user[:name]
      "Ada"
      iex> user[:age]
      nil
      iex> get_in(user, [:langs, Access.at(1), :name])
      "fr"
      iex> update_in(user, [:langs, Access.all(), :name], &String.upcase/1).langs
      [%{name: "EN"}, %{name: "FR"}]

  Brackets work on maps, keyword lists, `nil` (always `nil`), and structs whose module implements this
  behaviour. The functions `all/0`, `at/1`, `elem/1`, `filter/1`, `key/2`, `key!/1` and `slice/1` stand in
  the paths of `get_in/2` and its kin.
  """

  @type container :: keyword | struct | map
  @type nil_container :: nil
  @type t :: container | nil_container | any
  @type key :: any
  @type value :: any

  @type get_fun(data) :: (:get, data, (term -> term) -> new_data :: container)
  @type get_and_update_fun(data, current_value) ::
          (:get_and_update, data, (term -> term) -> {current_value, new_data :: container} | :pop)
  @type access_fun(data, current_value) :: get_fun(data) | get_and_update_fun(data, current_value)

  @doc """
  The value of `key` as `{:ok, value}`, or `:error`.
  """
  @callback fetch(term :: t, key) :: {:ok, value} | :error

  @doc """
  Reads and changes the value of `key`: the function gives `{result, new_value}` or `:pop`.
  """
  @callback get_and_update(data, key, (value | nil -> {current_value, new_value :: value} | :pop)) ::
              {current_value, new_data :: data}
            when current_value: value, data: container

  @doc """
  The value of `key`, `nil` where there is none, and the data without it.
  """
  @callback pop(data, key) :: {value, data} when data: container

  defmacrop raise_undefined_behaviour(exception, module, top) do
    quote do
      exception =
        case __STACKTRACE__ do
          [unquote(top) | _] ->
            reason =
              "#{inspect(unquote(module))} does not implement the Access behaviour. " <>
                "If you are using get_in/put_in/update_in, you can specify the field " <>
                "to be accessed using Access.key!/1"

            %{unquote(exception) | reason: reason}

          _ ->
            unquote(exception)
        end

      reraise exception, __STACKTRACE__
    end
  end

  @doc """
  The value of `key` as `{:ok, value}`, or `:error`.

  ## Examples

      iex> Access.fetch(%{a: 1}, :a)
      {:ok, 1}
      iex> Access.fetch([a: 1], :b)
      :error
  """
  @spec fetch(container, term) :: {:ok, term} | :error
  @spec fetch(nil_container, any) :: :error
  def fetch(container, key)

  def fetch(%module{} = container, key) do
    module.fetch(container, key)
  rescue
    exception in UndefinedFunctionError ->
      raise_undefined_behaviour(exception, module, {^module, :fetch, [^container, ^key], _})
  end

  def fetch(map, key) when is_map(map) do
    case map do
      %{^key => value} -> {:ok, value}
      _ -> :error
    end
  end

  def fetch(list, key) when is_list(list) and is_atom(key) do
    case :lists.keyfind(key, 1, list) do
      {_, value} -> {:ok, value}
      false -> :error
    end
  end

  def fetch(list, key) when is_list(list) do
    raise ArgumentError,
          "the Access calls for keywords expect the key to be an atom, got: " <> inspect(key)
  end

  def fetch(nil, _key), do: :error

  @doc """
  The value of `key`; raises `KeyError` where there is none.

  ## Examples

      iex> Access.fetch!(%{a: 1}, :a)
      1
      iex> Access.fetch!([a: 1], :b)
      ** (KeyError) key :b not found in: [a: 1]
  """
  @spec fetch!(container, term) :: term
  def fetch!(container, key) do
    case fetch(container, key) do
      {:ok, value} -> value
      :error -> raise(KeyError, key: key, term: container)
    end
  end

  @doc """
  The value of `key`, or `default`; `container[key]` calls it.

  ## Examples

      iex> Access.get(%{a: 1}, :a)
      1
      iex> Access.get([a: 1], :b, 0)
      0
      iex> Access.get(nil, :b)
      nil
  """
  @spec get(container, term, term) :: term
  @spec get(nil_container, any, default) :: default when default: var
  def get(container, key, default \\ nil)

  def get(%module{} = container, key, default) do
    try do
      module.fetch(container, key)
    rescue
      exception in UndefinedFunctionError ->
        raise_undefined_behaviour(exception, module, {^module, :fetch, [^container, ^key], _})
    else
      {:ok, value} -> value
      :error -> default
    end
  end

  def get(map, key, default) when is_map(map) do
    case map do
      %{^key => value} -> value
      _ -> default
    end
  end

  def get(list, key, default) when is_list(list) and is_atom(key) do
    case :lists.keyfind(key, 1, list) do
      {_, value} -> value
      false -> default
    end
  end

  def get(list, key, _default) when is_list(list) do
    raise ArgumentError,
          "the Access calls for keywords expect the key to be an atom, got: " <> inspect(key)
  end

  def get(nil, _key, default), do: default

  @doc """
  Reads and changes the value of `key`: `fun` gives `{result, new_value}` or `:pop`.

  ## Examples

      iex> Access.get_and_update([a: 1], :a, fn x -> {x, x + 1} end)
      {1, [a: 2]}
      iex> Access.get_and_update(%{a: 1}, :a, fn _ -> :pop end)
      {1, %{}}
  """
  @spec get_and_update(data, key, (value | nil -> {current_value, new_value :: value} | :pop)) ::
          {current_value, new_data :: data}
        when data: container, current_value: var
  def get_and_update(container, key, fun)

  def get_and_update(%module{} = container, key, fun) do
    module.get_and_update(container, key, fun)
  rescue
    exception in UndefinedFunctionError ->
      raise_undefined_behaviour(
        exception,
        module,
        {^module, :get_and_update, [^container, ^key, ^fun], _}
      )
  end

  def get_and_update(map, key, fun) when is_map(map), do: Map.get_and_update(map, key, fun)

  def get_and_update(list, key, fun) when is_list(list),
    do: Keyword.get_and_update(list, key, fun)

  def get_and_update(nil, key, _fun) do
    raise ArgumentError, "could not put/update key #{inspect(key)} on a nil value"
  end

  @doc """
  The value of `key`, `nil` where there is none, and the data without it.

  ## Examples

      iex> Access.pop(%{a: 1, b: 2}, :a)
      {1, %{b: 2}}
      iex> Access.pop([a: 1], :c)
      {nil, [a: 1]}
  """
  @spec pop(data, key) :: {value, data} when data: container
  def pop(%module{} = container, key) do
    module.pop(container, key)
  rescue
    exception in UndefinedFunctionError ->
      raise_undefined_behaviour(exception, module, {^module, :pop, [^container, ^key], _})
  end

  def pop(map, key) when is_map(map), do: Map.pop(map, key)
  def pop(list, key) when is_list(list), do: Keyword.pop(list, key)
  def pop(nil, key), do: raise(ArgumentError, "could not pop key #{inspect(key)} on a nil value")

  @doc """
  An accessor for a key of a map or struct, with a default where it is missing.

  ## Examples

      iex> get_in(%{}, [Access.key(:user, %{}), Access.key(:name)])
      nil
      iex> put_in(%{}, [Access.key(:user, %{}), Access.key(:name)], "Ada")
      %{user: %{name: "Ada"}}
  """
  @spec key(key, term) :: access_fun(data :: struct | map, current_value :: term)
  def key(key, default \\ nil) do
    fn
      :get, data, next ->
        next.(to_default(data, key, default))

      :get_and_update, data, next ->
        value = to_default(data, key, default)

        case next.(value) do
          {got, value} -> {got, Map.put(data, key, value)}
          :pop -> {value, Map.delete(data, key)}
        end
    end
  end

  defp to_default(data, key, default) do
    case data do
      %{^key => value} -> value
      %{} -> default
      other -> raise BadMapError, term: other
    end
  end

  @doc """
  An accessor for a key of a map or struct; raises `KeyError` where it is missing.

  ## Examples

      iex> get_in(%{user: %{name: "Ada"}}, [Access.key!(:user), Access.key!(:name)])
      "Ada"
      iex> get_in(%{}, [Access.key!(:user)])
      ** (KeyError) key :user not found in: %{}
  """
  @spec key!(key) :: access_fun(data :: struct | map, current_value :: term)
  def key!(key) do
    fn
      :get, %{} = data, next ->
        next.(Map.fetch!(data, key))

      :get_and_update, %{} = data, next ->
        value = Map.fetch!(data, key)

        case next.(value) do
          {got, value} -> {got, Map.put(data, key, value)}
          :pop -> {value, Map.delete(data, key)}
        end

      _operation, data, _next ->
        raise "Access.key!/1 expected a map/struct, got: #{inspect(data)}"
    end
  end

  # What `.name` on the way of `get_and_update_in(path, fun)` and `pop_in(path)` stands for.
  @doc false
  def __field__(name) do
    fn :get_and_update, data, next -> Map.get_and_update!(data, name, next) end
  end

  # pop_in/1: what the path starts from may be nil when there is one step only.
  @doc false
  def __pop__(nil, [_]), do: {nil, nil}
  def __pop__(nil, [key | _]), do: get_and_update(nil, key, fn _ -> :pop end)
  def __pop__(data, keys), do: Kernel.pop_in(data, keys)

  @doc """
  An accessor for the element of a tuple at `index` (from 0). It cannot be popped.

  ## Examples

      iex> get_in(%{point: {1, 2}}, [:point, Access.elem(1)])
      2
      iex> put_in({1, 2}, [Access.elem(0)], 9)
      {9, 2}
  """
  @spec elem(non_neg_integer) :: access_fun(data :: tuple, current_value :: term)
  def elem(index) when is_integer(index) and index >= 0 do
    position = index + 1

    fn
      :get, data, next when is_tuple(data) ->
        next.(:erlang.element(position, data))

      :get_and_update, data, next when is_tuple(data) ->
        value = :erlang.element(position, data)

        case next.(value) do
          {got, value} -> {got, :erlang.setelement(position, data, value)}
          :pop -> raise "cannot pop data from a tuple"
        end

      _operation, data, _next ->
        raise "Access.elem/1 expected a tuple, got: #{inspect(data)}"
    end
  end

  @doc """
  An accessor for all elements of a list.

  ## Examples

      iex> get_in([%{n: 1}, %{n: 2}], [Access.all(), :n])
      [1, 2]
      iex> update_in([1, 2], [Access.all()], &(&1 * 10))
      [10, 20]
      iex> pop_in([%{n: 1, m: 2}], [Access.all(), :n])
      {[1], [%{m: 2}]}
  """
  @spec all() :: access_fun(data :: list, current_value :: list)
  def all, do: &all/3

  defp all(:get, data, next) when is_list(data), do: Enum.map(data, next)
  defp all(:get_and_update, data, next) when is_list(data), do: all_changed(data, next, [], [])

  defp all(_operation, data, _next),
    do: raise("Access.all/0 expected a list, got: #{inspect(data)}")

  defp all_changed([x | rest], next, gets, updates) do
    case next.(x) do
      {got, x} -> all_changed(rest, next, [got | gets], [x | updates])
      :pop -> all_changed(rest, next, [x | gets], updates)
    end
  end

  defp all_changed([], _next, gets, updates), do: {:lists.reverse(gets), :lists.reverse(updates)}

  @doc """
  An accessor for the element of a list at `index`; negative ones count from the end.

  Reading where there is none gives `nil`, a change does nothing.

  ## Examples

      iex> get_in([:a, :b], [Access.at(-1)])
      :b
      iex> update_in([1, 2], [Access.at(1)], &(&1 * 10))
      [1, 20]
      iex> get_in([1], [Access.at(5)])
      nil
  """
  @spec at(integer) :: access_fun(data :: list, current_value :: term)
  def at(index) when is_integer(index) do
    fn operation, data, next -> at(operation, data, index, next) end
  end

  defp at(:get, data, index, next) when is_list(data), do: data |> Enum.at(index) |> next.()

  defp at(:get_and_update, data, index, next) when is_list(data),
    do: change_at(data, index, next, fn -> nil end)

  defp at(_operation, data, _index, _next),
    do: raise("Access.at/1 expected a list, got: #{inspect(data)}")

  @doc """
  An accessor for the element of a list at `index`; raises `Enum.OutOfBoundsError` where there is none.

  ## Examples

      iex> get_in([:a, :b], [Access.at!(1)])
      :b
      iex> get_in([:a], [Access.at!(1)])
      ** (Enum.OutOfBoundsError) out of bounds error
  """
  @spec at!(integer) :: access_fun(data :: list, current_value :: term)
  def at!(index) when is_integer(index) do
    fn operation, data, next -> at!(operation, data, index, next) end
  end

  defp at!(:get, data, index, next) when is_list(data) do
    case Enum.fetch(data, index) do
      {:ok, value} -> next.(value)
      :error -> raise Enum.OutOfBoundsError
    end
  end

  defp at!(:get_and_update, data, index, next) when is_list(data),
    do: change_at(data, index, next, fn -> raise Enum.OutOfBoundsError end)

  defp at!(_operation, data, _index, _next),
    do: raise("Access.at!/1 expected a list, got: #{inspect(data)}")

  defp change_at(list, index, next, missing) do
    from_start = if index >= 0, do: index, else: length(list) + index

    case Enum.split(list, Kernel.max(from_start, 0)) do
      {before, [x | rest]} when from_start >= 0 ->
        case next.(x) do
          {got, x} -> {got, before ++ [x | rest]}
          :pop -> {x, before ++ rest}
        end

      _ ->
        {missing.(), list}
    end
  end

  @doc """
  An accessor for the elements of a list for which `func` is truthy.

  ## Examples

      iex> get_in([1, 2, 3], [Access.filter(&(&1 > 1))])
      [2, 3]
      iex> update_in([1, 2, 3], [Access.filter(&(&1 > 1))], &(&1 * 10))
      [1, 20, 30]
  """
  @spec filter((term -> boolean)) :: access_fun(data :: list, current_value :: list)
  def filter(func) when is_function(func) do
    fn operation, data, next -> filter(operation, data, func, next) end
  end

  defp filter(:get, data, func, next) when is_list(data),
    do: data |> Enum.filter(func) |> Enum.map(next)

  defp filter(:get_and_update, data, func, next) when is_list(data),
    do: filter_changed(data, func, next, [], [])

  defp filter(_operation, data, _func, _next),
    do: raise("Access.filter/1 expected a list, got: #{inspect(data)}")

  defp filter_changed([x | rest], func, next, gets, updates) do
    if func.(x) do
      case next.(x) do
        {got, x} -> filter_changed(rest, func, next, [got | gets], [x | updates])
        :pop -> filter_changed(rest, func, next, [x | gets], updates)
      end
    else
      filter_changed(rest, func, next, gets, [x | updates])
    end
  end

  defp filter_changed([], _func, _next, gets, updates),
    do: {:lists.reverse(gets), :lists.reverse(updates)}

  @doc """
  An accessor for the elements of a list at the positions of a range.

  Negative bounds count from the end; the step must be positive.

  ## Examples

      iex> get_in([1, 2, 3, 4], [Access.slice(1..2)])
      [2, 3]
      iex> update_in([1, 2, 3, 4], [Access.slice(0..-1//2)], &(&1 * 10))
      [10, 2, 30, 4]
  """
  @spec slice(Range.t()) :: access_fun(data :: list, current_value :: list)
  def slice(_.._//_ = range) do
    if range.step > 0 do
      fn operation, data, next -> slice(operation, data, range, next) end
    else
      raise ArgumentError,
            "Access.slice/1 does not accept ranges with negative steps, got: #{inspect(range)}"
    end
  end

  defp slice(:get, data, range, next) when is_list(data),
    do: data |> Enum.slice(range) |> Enum.map(next)

  defp slice(:get_and_update, data, range, next) when is_list(data) do
    range = from_start(range, data)

    if range.first > range.last,
      do: {[], data},
      else: slice_changed(data, 0, range, next, [], [])
  end

  defp slice(_operation, data, _range, _next),
    do: raise(ArgumentError, "Access.slice/1 expected a list, got: #{inspect(data)}")

  defp from_start(first..last//_ = range, list) when first < 0 or last < 0 do
    count = length(list)
    first = if first >= 0, do: first, else: Kernel.max(first + count, 0)
    last = if last >= 0, do: last, else: last + count
    %{range | first: first, last: last}
  end

  defp from_start(range, _list), do: range

  defp slice_changed([x | rest], index, range, next, gets, updates) do
    if index >= range.first and index <= range.last and rem(index - range.first, range.step) == 0 do
      case next.(x) do
        {got, x} -> slice_changed(rest, index + 1, range, next, [got | gets], [x | updates])
        :pop -> slice_changed(rest, index + 1, range, next, [x | gets], updates)
      end
    else
      slice_changed(rest, index + 1, range, next, gets, [x | updates])
    end
  end

  defp slice_changed([], _index, _range, _next, gets, updates),
    do: {:lists.reverse(gets), :lists.reverse(updates)}
end
