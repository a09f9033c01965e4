# stdlib/elixir/keyword.ex: functions over keyword lists.
# Here: construction, reading, what concerns many keys.
# Not here: changes of one key (keyword/change.part.ex).
# Holds: entries keep their order; a key may stand several times, and the first one counts.
defmodule Keyword do
  @moduledoc """
  Keyword lists: lists of `{atom, value}` pairs, mostly options of a function.

      iex> [a: 1, b: 2] == [{:a, 1}, {:b, 2}]
      true
      iex> [a: 1, b: 2, a: 3][:a]
      1

  They keep their order and may have a key several times. All look-ups are linear: use maps for data.
  """

  require Kernel.Part

  @type key :: atom
  @type value :: any
  @type t :: [{key, value}]
  @type t(value) :: [{key, value}]
  @type default :: any

  @doc """
  Whether `term` is a keyword list.

  Linear.

  ## Examples

      iex> Keyword.keyword?(a: 1)
      true
      iex> Keyword.keyword?([{"a", 1}])
      false
      iex> Keyword.keyword?([])
      true
  """
  @spec keyword?(term) :: boolean
  def keyword?(term)

  def keyword?([{key, _value} | rest]) when is_atom(key), do: keyword?(rest)
  def keyword?([]), do: true
  def keyword?(_other), do: false

  @doc """
  An empty keyword list.

  ## Examples

      iex> Keyword.new()
      []
  """
  @spec new :: []
  def new, do: []

  @doc """
  The keyword list of a collection of pairs, each key once: the last one's value.

  ## Examples

      iex> Keyword.new(b: 1, a: 2, b: 3)
      [a: 2, b: 3]
  """
  @spec new(Enumerable.t()) :: t
  def new(pairs), do: new(pairs, fn pair -> pair end)

  @doc """
  The keyword list of the pairs that `transform` gives for each element, each key once.

  ## Examples

      iex> Keyword.new([:a, :b], fn x -> {x, x} end)
      [a: :a, b: :b]
  """
  @spec new(Enumerable.t(), (term -> {key, value})) :: t
  def new(pairs, transform) when is_function(transform, 1) do
    fun = fn element, acc ->
      {key, value} = transform.(element)
      put_new(acc, key, value)
    end

    pairs |> Enum.reverse() |> Enum.reduce([], fun)
  end

  @doc """
  The keyword list in which each of `keys` has `value`.

  ## Examples

      iex> Keyword.from_keys([:a, :b], 0)
      [a: 0, b: 0]
  """
  @spec from_keys([key], value) :: t(value)
  def from_keys(keys, value) when is_list(keys) do
    :lists.map(fn key -> {key, value} end, keys)
  end

  @doc """
  Checks keys against those allowed and fills in defaults, as `{:ok, list}` or `{:error, bad_keys}`.

  `values` lists allowed keys, as atoms or with a default as pairs. A key that stands twice is bad.

  ## Examples

      iex> {:ok, result} = Keyword.validate([port: 80], [:host, port: 4000, retry: 3])
      iex> Enum.sort(result)
      [port: 80, retry: 3]
      iex> Keyword.validate([prot: 80], [:port])
      {:error, [:prot]}
  """
  @spec validate(keyword, values :: [atom | {atom, term}]) :: {:ok, keyword} | {:error, [atom]}
  def validate(keyword, values) when is_list(keyword) and is_list(values) do
    validate(keyword, values, [], [], [])
  end

  defp validate([{key, _} = pair | rest], values1, values2, acc, bad) when is_atom(key) do
    case find_key!(key, values1, values2) do
      {values1, values2} -> validate(rest, values1, values2, [pair | acc], bad)
      :error -> validate(rest, values1, values2, acc, [key | bad])
    end
  end

  defp validate([], values1, values2, acc, []),
    do: {:ok, move_pairs!(values1, move_pairs!(values2, acc))}

  defp validate([], _values1, _values2, _acc, bad), do: {:error, bad}

  defp validate([entry | _], _values1, _values2, _acc, _bad) do
    raise ArgumentError,
          "expected a keyword list as first argument, got invalid entry: #{inspect(entry)}"
  end

  # Allowed keys that were passed over wait in `values2`: options mostly come in the same order.
  defp find_key!(key, [key | rest], passed), do: {rest, passed}
  defp find_key!(key, [{key, _} | rest], passed), do: {rest, passed}
  defp find_key!(key, [other | rest], passed), do: find_key!(key, rest, [other | passed])
  defp find_key!(key, [], passed), do: find_passed(key, passed, [])

  defp find_passed(key, [key | rest], acc), do: {rest, acc}
  defp find_passed(key, [{key, _} | rest], acc), do: {rest, acc}
  defp find_passed(key, [other | rest], acc), do: find_passed(key, rest, [other | acc])
  defp find_passed(_key, [], _acc), do: :error

  defp move_pairs!([key | rest], acc) when is_atom(key), do: move_pairs!(rest, acc)

  defp move_pairs!([{key, _} = pair | rest], acc) when is_atom(key),
    do: move_pairs!(rest, [pair | acc])

  defp move_pairs!([], acc), do: acc

  defp move_pairs!([other | _], _acc) do
    raise ArgumentError,
          "expected the second argument to be a list of atoms or tuples, got: #{inspect(other)}"
  end

  @doc """
  Checks keys as `validate/2` and gives the list; raises `ArgumentError` for keys not allowed.

  ## Examples

      iex> Keyword.validate!([a: 1], [:a, :b])
      [a: 1]
      iex> Keyword.validate!([a: 1, c: 2], [:a, b: 3])
      ** (ArgumentError) unknown keys [:c] in [a: 1, c: 2], the allowed keys are: [:a, :b]
  """
  @spec validate!(keyword, values :: [atom | {atom, term}]) :: keyword
  def validate!(keyword, values) do
    case validate(keyword, values) do
      {:ok, valid} ->
        valid

      {:error, bad} ->
        allowed =
          for value <- values do
            if is_atom(value), do: value, else: :erlang.element(1, value)
          end

        reason = bad -- bad -- allowed

        message =
          if reason == [],
            do:
              "unknown keys #{inspect(bad)} in #{inspect(keyword)}, the allowed keys are: #{inspect(allowed)}",
            else: "duplicate keys #{inspect(bad)} in #{inspect(keyword)}"

        raise ArgumentError, message
    end
  end

  @doc """
  The value of `key`, or `default`; the first where there are several.

  ## Examples

      iex> Keyword.get([a: 1, a: 2], :a)
      1
      iex> Keyword.get([a: 1], :b, 0)
      0
  """
  @spec get(t, key, default) :: value | default
  def get(keywords, key, default \\ nil) when is_list(keywords) and is_atom(key) do
    case :lists.keyfind(key, 1, keywords) do
      {_, value} -> value
      false -> default
    end
  end

  @doc """
  The value of `key`, or what `fun` gives, which is called only then.

  ## Examples

      iex> Keyword.get_lazy([a: 1], :b, fn -> 1 + 1 end)
      2
  """
  @spec get_lazy(t, key, (() -> value)) :: value
  def get_lazy(keywords, key, fun)
      when is_list(keywords) and is_atom(key) and is_function(fun, 0) do
    case :lists.keyfind(key, 1, keywords) do
      {_, value} -> value
      false -> fun.()
    end
  end

  @doc """
  The value of `key` as `{:ok, value}`, or `:error`.

  ## Examples

      iex> Keyword.fetch([a: 1], :a)
      {:ok, 1}
      iex> Keyword.fetch([a: 1], :b)
      :error
  """
  @spec fetch(t, key) :: {:ok, value} | :error
  def fetch(keywords, key) when is_list(keywords) and is_atom(key) do
    case :lists.keyfind(key, 1, keywords) do
      {_, value} -> {:ok, value}
      false -> :error
    end
  end

  @doc """
  The value of `key`; raises `KeyError` when there is none.

  ## Examples

      iex> Keyword.fetch!([a: 1], :a)
      1
      iex> Keyword.fetch!([a: 1], :b)
      ** (KeyError) key :b not found in: [a: 1]
  """
  @spec fetch!(t, key) :: value
  def fetch!(keywords, key) when is_list(keywords) and is_atom(key) do
    case :lists.keyfind(key, 1, keywords) do
      {_, value} -> value
      false -> raise KeyError, key: key, term: keywords
    end
  end

  @doc """
  All values of `key`, in order.

  ## Examples

      iex> Keyword.get_values([a: 1, b: 2, a: 3], :a)
      [1, 3]
  """
  @spec get_values(t, key) :: [value]
  def get_values(keywords, key) when is_list(keywords) and is_atom(key),
    do: values_of(keywords, key)

  defp values_of([{key, value} | rest], key), do: [value | values_of(rest, key)]
  defp values_of([{_, _} | rest], key), do: values_of(rest, key)
  defp values_of([], _key), do: []

  @doc """
  Whether `key` is in the list.

  ## Examples

      iex> Keyword.has_key?([a: 1], :a)
      true
  """
  @spec has_key?(t, key) :: boolean
  def has_key?(keywords, key) when is_list(keywords) and is_atom(key),
    do: :lists.keymember(key, 1, keywords)

  @doc """
  The keys, as often as they stand.

  Raises `ArgumentError` for entries that are no pairs with an atom.

  ## Examples

      iex> Keyword.keys(a: 1, b: 2, a: 3)
      [:a, :b, :a]
  """
  @spec keys(t) :: [key]
  def keys(keywords) when is_list(keywords) do
    :lists.map(
      fn
        {key, _} when is_atom(key) ->
          key

        element ->
          raise ArgumentError,
                "expected a keyword list, but an entry in the list is not a two-element tuple " <>
                  "with an atom as its first element, got: " <> inspect(element)
      end,
      keywords
    )
  end

  @doc """
  The values, in order.

  ## Examples

      iex> Keyword.values(a: 1, b: 2, a: 3)
      [1, 2, 3]
  """
  @spec values(t) :: [value]
  def values(keywords) when is_list(keywords) do
    :lists.map(fn {_, value} -> value end, keywords)
  end

  @doc """
  Whether the lists have the same entries, in whatever order; values are compared with `===`.

  ## Examples

      iex> Keyword.equal?([a: 1, b: 2], [b: 2, a: 1])
      true
      iex> Keyword.equal?([a: 1], [a: 1.0])
      false
  """
  @spec equal?(t, t) :: boolean
  def equal?(left, right) when is_list(left) and is_list(right) do
    :lists.sort(left) === :lists.sort(right)
  end

  Kernel.Part.include("keyword/change.part.ex")

  @doc """
  The two lists in one: entries of the left whose keys the right has are left out.

  Raises `ArgumentError` unless both are keyword lists.

  ## Examples

      iex> Keyword.merge([a: 1, b: 2], [a: 3, c: 4])
      [b: 2, a: 3, c: 4]
  """
  @spec merge(t, t) :: t
  def merge(keywords1, keywords2)

  def merge(keywords1, []) when is_list(keywords1), do: keywords1
  def merge([], keywords2) when is_list(keywords2), do: keywords2

  def merge(keywords1, keywords2) when is_list(keywords1) and is_list(keywords2) do
    if keyword?(keywords2) do
      fun = fn
        {key, _} when is_atom(key) ->
          not has_key?(keywords2, key)

        _ ->
          raise ArgumentError,
                "expected a keyword list as the first argument, got: #{inspect(keywords1)}"
      end

      :lists.filter(fun, keywords1) ++ keywords2
    else
      raise ArgumentError,
            "expected a keyword list as the second argument, got: #{inspect(keywords2)}"
    end
  end

  @doc """
  The two lists in one; where both have a key, `fun` gets key and both values and gives the new one.

  ## Examples

      iex> Keyword.merge([a: 1, b: 2], [a: 3, c: 4], fn _key, left, right -> left + right end)
      [b: 2, a: 4, c: 4]
  """
  @spec merge(t, t, (key, value, value -> value)) :: t
  def merge(keywords1, keywords2, fun)
      when is_list(keywords1) and is_list(keywords2) and is_function(fun, 3) do
    if keyword?(keywords1),
      do: merge_with(keywords2, [], keywords1, keywords1, fun, keywords2),
      else:
        raise(
          ArgumentError,
          "expected a keyword list as the first argument, got: #{inspect(keywords1)}"
        )
  end

  # `rest` loses an entry of the left for each that the right has met, so that several entries of one
  # key are paired in order; `left` loses all entries with keys of the right.
  defp merge_with([{key, value2} | right], acc, rest, left, fun, all) when is_atom(key) do
    case :lists.keyfind(key, 1, left) do
      {^key, value1} ->
        acc = [{key, fun.(key, value1, value2)} | acc]
        merge_with(right, acc, delete(rest, key), :lists.keydelete(key, 1, left), fun, all)

      false ->
        merge_with(right, [{key, value2} | acc], rest, left, fun, all)
    end
  end

  defp merge_with([], acc, rest, _left, _fun, _all), do: rest ++ :lists.reverse(acc)

  defp merge_with(_other, _acc, _rest, _left, _fun, all) do
    raise ArgumentError, "expected a keyword list as the second argument, got: #{inspect(all)}"
  end

  @doc """
  Two lists: the entries whose keys are among `keys` and the others.

  ## Examples

      iex> Keyword.split([a: 1, b: 2, a: 3], [:a])
      {[a: 1, a: 3], [b: 2]}
  """
  @spec split(t, [key]) :: {t, t}
  def split(keywords, keys) when is_list(keywords) and is_list(keys) do
    {taken, dropped} =
      :lists.foldl(
        fn {key, _} = entry, {taken, dropped} ->
          if :lists.member(key, keys),
            do: {[entry | taken], dropped},
            else: {taken, [entry | dropped]}
        end,
        {[], []},
        keywords
      )

    {:lists.reverse(taken), :lists.reverse(dropped)}
  end

  @doc """
  The entries whose keys are among `keys`.

  ## Examples

      iex> Keyword.take([a: 1, b: 2, a: 3], [:a])
      [a: 1, a: 3]
  """
  @spec take(t, [key]) :: t
  def take(keywords, keys) when is_list(keywords) and is_list(keys) do
    :lists.filter(fn {key, _} -> :lists.member(key, keys) end, keywords)
  end

  @doc """
  The entries whose keys are not among `keys`.

  ## Examples

      iex> Keyword.drop([a: 1, b: 2, a: 3], [:a])
      [b: 2]
  """
  @spec drop(t, [key]) :: t
  def drop(keywords, keys) when is_list(keywords) and is_list(keys) do
    :lists.filter(fn {key, _} -> not :lists.member(key, keys) end, keywords)
  end

  @doc """
  The list itself.

  ## Examples

      iex> Keyword.to_list(a: 1)
      [a: 1]
  """
  @spec to_list(t) :: t
  def to_list(keywords) when is_list(keywords), do: keywords

  @doc false
  @deprecated "Use Kernel.length/1 instead"
  def size(keyword), do: length(keyword)

  @doc """
  The entries for which `fun` is truthy.

  ## Examples

      iex> Keyword.filter([a: 1, b: 2], fn {_key, value} -> value > 1 end)
      [b: 2]
  """
  @spec filter(t, ({key, value} -> as_boolean(term))) :: t
  def filter(keywords, fun) when is_list(keywords) and is_function(fun, 1) do
    for {_, _} = entry <- keywords, fun.(entry), do: entry
  end

  @doc """
  The entries for which `fun` is falsy.

  ## Examples

      iex> Keyword.reject([a: 1, b: 2], fn {_key, value} -> value > 1 end)
      [a: 1]
  """
  @spec reject(t, ({key, value} -> as_boolean(term))) :: t
  def reject(keywords, fun) when is_list(keywords) and is_function(fun, 1) do
    for {_, _} = entry <- keywords, !fun.(entry), do: entry
  end

  @doc """
  The list with each value replaced by what `fun` gives for the entry.

  ## Examples

      iex> Keyword.map([a: 1, b: 2], fn {_key, value} -> value * 10 end)
      [a: 10, b: 20]
  """
  @spec map(t, ({key, value} -> value)) :: t
  def map(keywords, fun) when is_list(keywords) and is_function(fun, 1) do
    for {key, _} = entry <- keywords, do: {key, fun.(entry)}
  end
end
