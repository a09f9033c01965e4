# stdlib/elixir/keyword/change.part.ex: keyword lists with one key put, changed or taken out.
# Not here: changes of many keys at once (keyword.ex).

@doc """
The list with `{key, value}` in front and no other entry of `key`.

## Examples

    iex> Keyword.put([a: 1, b: 2, a: 3], :a, 4)
    [a: 4, b: 2]
"""
@spec put(t, key, value) :: t
def put(keywords, key, value) when is_list(keywords) and is_atom(key),
  do: [{key, value} | delete(keywords, key)]

@doc """
The list with `{key, value}` in front, unless it has the key.

## Examples

    iex> Keyword.put_new([a: 1], :b, 2)
    [b: 2, a: 1]
    iex> Keyword.put_new([a: 1], :a, 2)
    [a: 1]
"""
@spec put_new(t, key, value) :: t
def put_new(keywords, key, value) when is_list(keywords) and is_atom(key) do
  case :lists.keyfind(key, 1, keywords) do
    {_, _} -> keywords
    false -> [{key, value} | keywords]
  end
end

@doc """
The list with what `fun` gives for `key` in front, unless it has the key; then `fun` is not called.

## Examples

    iex> Keyword.put_new_lazy([a: 1], :b, fn -> 1 + 1 end)
    [b: 2, a: 1]
"""
@spec put_new_lazy(t, key, (() -> value)) :: t
def put_new_lazy(keywords, key, fun)
    when is_list(keywords) and is_atom(key) and is_function(fun, 0) do
  case :lists.keyfind(key, 1, keywords) do
    {_, _} -> keywords
    false -> [{key, fun.()} | keywords]
  end
end

@doc """
The list in which the first entry of `key` has `value` and the others of it are gone, if there is one.

## Examples

    iex> Keyword.replace([a: 1, b: 2, a: 3], :a, 4)
    [a: 4, b: 2]
    iex> Keyword.replace([a: 1], :b, 2)
    [a: 1]
"""
@spec replace(t, key, value) :: t
def replace(keywords, key, value) when is_list(keywords) and is_atom(key),
  do: replace_first(keywords, key, value)

defp replace_first([{key, _} | rest], key, value), do: [{key, value} | delete(rest, key)]

defp replace_first([{_, _} = entry | rest], key, value),
  do: [entry | replace_first(rest, key, value)]

defp replace_first([], _key, _value), do: []

@doc """
The list in which `key` has `value`, as `replace/3`; raises `KeyError` where there is no entry.

## Examples

    iex> Keyword.replace!([a: 1], :a, 2)
    [a: 2]
    iex> Keyword.replace!([a: 1], :b, 2)
    ** (KeyError) key :b not found in: [a: 1]
"""
@spec replace!(t, key, value) :: t
def replace!(keywords, key, value) when is_list(keywords) and is_atom(key),
  do: replace_first!(keywords, key, value, keywords)

defp replace_first!([{key, _} | rest], key, value, _all), do: [{key, value} | delete(rest, key)]

defp replace_first!([{_, _} = entry | rest], key, value, all),
  do: [entry | replace_first!(rest, key, value, all)]

defp replace_first!([], key, _value, all), do: raise(KeyError, key: key, term: all)

@doc """
The list in which `key` has what `fun` gives for its value, as `replace/3`, if there is an entry.

## Examples

    iex> Keyword.replace_lazy([a: 1, b: 2, a: 3], :a, fn x -> x * 10 end)
    [a: 10, b: 2]
"""
@spec replace_lazy(t, key, (existing :: value -> new :: value)) :: t
def replace_lazy(keywords, key, fun)
    when is_list(keywords) and is_atom(key) and is_function(fun, 1),
    do: replace_first_lazy(keywords, key, fun)

defp replace_first_lazy([{key, value} | rest], key, fun),
  do: [{key, fun.(value)} | delete(rest, key)]

defp replace_first_lazy([{_, _} = entry | rest], key, fun),
  do: [entry | replace_first_lazy(rest, key, fun)]

defp replace_first_lazy([], _key, _fun), do: []

@doc """
The list in which `key` has what `fun` gives for its value; `default` at the end where it has none.

Only the first entry of the key remains. `fun` is not called with the default.

## Examples

    iex> Keyword.update([a: 1, b: 2, a: 3], :a, 0, &(&1 + 1))
    [a: 2, b: 2]
    iex> Keyword.update([a: 1], :b, 0, &(&1 + 1))
    [a: 1, b: 0]
"""
@spec update(t, key, default :: value, (existing :: value -> new :: value)) :: t
def update(keywords, key, default, fun)
    when is_list(keywords) and is_atom(key) and is_function(fun, 1),
    do: update_first(keywords, key, default, fun)

defp update_first([{key, value} | rest], key, _default, fun),
  do: [{key, fun.(value)} | delete(rest, key)]

defp update_first([{_, _} = entry | rest], key, default, fun),
  do: [entry | update_first(rest, key, default, fun)]

defp update_first([], key, default, _fun), do: [{key, default}]

@doc """
The list in which `key` has what `fun` gives for its value; raises `KeyError` where it has none.

## Examples

    iex> Keyword.update!([a: 1, b: 2, a: 3], :a, &(&1 + 1))
    [a: 2, b: 2]
    iex> Keyword.update!([a: 1], :b, &(&1 + 1))
    ** (KeyError) key :b not found in: [a: 1]
"""
@spec update!(t, key, (current :: value -> new :: value)) :: t
def update!(keywords, key, fun) when is_list(keywords) and is_atom(key) and is_function(fun, 1),
  do: update_first!(keywords, key, fun, keywords)

defp update_first!([{key, value} | rest], key, fun, _all),
  do: [{key, fun.(value)} | delete(rest, key)]

defp update_first!([{_, _} = entry | rest], key, fun, all),
  do: [entry | update_first!(rest, key, fun, all)]

defp update_first!([], key, _fun, all), do: raise(KeyError, key: key, term: all)

@doc """
Reads and changes the value of `key` at once: `fun` gives `{result, new_value}` or `:pop`.

`fun` gets `nil` where there is no entry. A changed entry stays in its place, a new one comes first;
only the first entry of the key remains.

## Examples

    iex> Keyword.get_and_update([b: 0, a: 1], :a, fn x -> {x, x + 1} end)
    {1, [b: 0, a: 2]}
    iex> Keyword.get_and_update([a: 1], :a, fn _ -> :pop end)
    {1, []}
"""
@spec get_and_update(t, key, (value | nil -> {current, new :: value} | :pop)) ::
        {current, new_keywords :: t}
      when current: value
def get_and_update(keywords, key, fun) when is_list(keywords) and is_atom(key),
  do: get_and_update(keywords, [], key, fun)

defp get_and_update([{key, current} | rest], acc, key, fun) do
  case fun.(current) do
    {result, value} -> {result, :lists.reverse(acc, [{key, value} | rest])}
    :pop -> {current, :lists.reverse(acc, rest)}
    other -> raise_bad_order(other)
  end
end

defp get_and_update([{_, _} = entry | rest], acc, key, fun),
  do: get_and_update(rest, [entry | acc], key, fun)

defp get_and_update([], acc, key, fun) do
  case fun.(nil) do
    {result, value} -> {result, [{key, value} | :lists.reverse(acc)]}
    :pop -> {nil, :lists.reverse(acc)}
    other -> raise_bad_order(other)
  end
end

defp raise_bad_order(other) do
  raise "the given function must return a two-element tuple or :pop, got: #{inspect(other)}"
end

@doc """
Reads and changes the value of `key`, as `get_and_update/3`; raises `KeyError` where it has none.

## Examples

    iex> Keyword.get_and_update!([a: 1], :a, fn x -> {x, x + 1} end)
    {1, [a: 2]}
"""
@spec get_and_update!(t, key, (value | nil -> {current, new :: value} | :pop)) ::
        {current, new_keywords :: t}
      when current: value
def get_and_update!(keywords, key, fun), do: get_and_update!(keywords, key, fun, [])

defp get_and_update!([{key, value} | rest], key, fun, acc) do
  case fun.(value) do
    {result, value} -> {result, :lists.reverse(acc, [{key, value} | delete(rest, key)])}
    :pop -> {value, :lists.reverse(acc, rest)}
    other -> raise_bad_order(other)
  end
end

defp get_and_update!([{_, _} = entry | rest], key, fun, acc),
  do: get_and_update!(rest, key, fun, [entry | acc])

defp get_and_update!([], key, _fun, acc), do: raise(KeyError, key: key, term: acc)

@doc """
The list without the entries of `key`.

## Examples

    iex> Keyword.delete([a: 1, b: 2, a: 3], :a)
    [b: 2]
"""
@spec delete(t, key) :: t
def delete(keywords, key) when is_list(keywords) and is_atom(key) do
  if :lists.keymember(key, 1, keywords), do: delete_all(keywords, key), else: keywords
end

defp delete_all([{key, _} | rest], key), do: delete_all(rest, key)
defp delete_all([entry | rest], key), do: [entry | delete_all(rest, key)]
defp delete_all([], _key), do: []

@doc false
@deprecated "Use Keyword.fetch/2 + Keyword.delete/2 instead"
def delete(keywords, key, value) when is_list(keywords) and is_atom(key) do
  if :lists.keymember(key, 1, keywords), do: delete_pairs(keywords, key, value), else: keywords
end

defp delete_pairs([{key, value} | rest], key, value), do: delete_pairs(rest, key, value)

defp delete_pairs([{_, _} = entry | rest], key, value),
  do: [entry | delete_pairs(rest, key, value)]

defp delete_pairs([], _key, _value), do: []

@doc """
The list without the first entry of `key`.

## Examples

    iex> Keyword.delete_first([a: 1, b: 2, a: 3], :a)
    [b: 2, a: 3]
"""
@spec delete_first(t, key) :: t
def delete_first(keywords, key) when is_list(keywords) and is_atom(key),
  do: :lists.keydelete(key, 1, keywords)

@doc """
The first value of `key`, or `default`, and the list without all its entries.

## Examples

    iex> Keyword.pop([a: 1, b: 2, a: 3], :a)
    {1, [b: 2]}
    iex> Keyword.pop([b: 2], :a, 0)
    {0, [b: 2]}
"""
@spec pop(t, key, default) :: {value | default, t}
def pop(keywords, key, default \\ nil) when is_list(keywords) and is_atom(key) do
  case fetch(keywords, key) do
    {:ok, value} -> {value, delete(keywords, key)}
    :error -> {default, keywords}
  end
end

@doc """
The first value of `key` and the list without all its entries; raises `KeyError` where it has none.

## Examples

    iex> Keyword.pop!([a: 1, a: 2], :a)
    {1, []}
    iex> Keyword.pop!([a: 1], :b)
    ** (KeyError) key :b not found in: [a: 1]
"""
@spec pop!(t, key) :: {value, t}
def pop!(keywords, key) when is_list(keywords) and is_atom(key) do
  case fetch(keywords, key) do
    {:ok, value} -> {value, delete(keywords, key)}
    :error -> raise KeyError, key: key, term: keywords
  end
end

@doc """
All values of `key` and the list without its entries.

## Examples

    iex> Keyword.pop_values([a: 1, b: 2, a: 3], :a)
    {[1, 3], [b: 2]}
"""
@spec pop_values(t, key) :: {[value], t}
def pop_values(keywords, key) when is_list(keywords) and is_atom(key),
  do: pop_values(keywords, key, [], [])

defp pop_values([{key, value} | rest], key, values, acc),
  do: pop_values(rest, key, [value | values], acc)

defp pop_values([{_, _} = entry | rest], key, values, acc),
  do: pop_values(rest, key, values, [entry | acc])

defp pop_values([], _key, values, acc), do: {:lists.reverse(values), :lists.reverse(acc)}

@doc """
The first value of `key`, or what `fun` gives, and the list without all its entries.

## Examples

    iex> Keyword.pop_lazy([b: 2], :a, fn -> :made end)
    {:made, [b: 2]}
"""
@spec pop_lazy(t, key, (() -> value)) :: {value, t}
def pop_lazy(keywords, key, fun)
    when is_list(keywords) and is_atom(key) and is_function(fun, 0) do
  case fetch(keywords, key) do
    {:ok, value} -> {value, delete(keywords, key)}
    :error -> {fun.(), keywords}
  end
end

@doc """
The first value of `key`, or `default`, and the list without that entry.

## Examples

    iex> Keyword.pop_first([a: 1, b: 2, a: 3], :a)
    {1, [b: 2, a: 3]}
    iex> Keyword.pop_first([b: 2], :a, 0)
    {0, [b: 2]}
"""
@spec pop_first(t, key, default) :: {value | default, t}
def pop_first(keywords, key, default \\ nil) when is_list(keywords) and is_atom(key) do
  case :lists.keytake(key, 1, keywords) do
    {:value, {^key, value}, rest} -> {value, rest}
    false -> {default, keywords}
  end
end
