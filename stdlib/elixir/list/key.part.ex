# stdlib/elixir/list/key.part.ex: lists of tuples, looked up by one of their elements.
# Holds: positions count from 0 here, from 1 in :lists; a tuple too short never matches.

@doc """
The first tuple whose element at `position` equals `key`, or `default`.

## Examples

    iex> List.keyfind([a: 1, b: 2], :b, 0)
    {:b, 2}
    iex> List.keyfind([a: 1], :c, 0)
    nil
"""
@spec keyfind([tuple], any, non_neg_integer, any) :: any
def keyfind(list, key, position, default \\ nil) when is_integer(position) do
  case :lists.keyfind(key, position + 1, list) do
    false -> default
    tuple -> tuple
  end
end

@doc """
The first tuple whose element at `position` equals `key`; raises `KeyError` when there is none.

## Examples

    iex> List.keyfind!([a: 1, b: 2], 2, 1)
    {:b, 2}
"""
@spec keyfind!([tuple], any, non_neg_integer) :: any
def keyfind!(list, key, position) when is_integer(position) do
  case :lists.keyfind(key, position + 1, list) do
    false ->
      raise KeyError,
        key: key,
        term: list,
        message:
          "key #{inspect(key)} at position #{inspect(position)} not found in: #{inspect(list)}"

    tuple ->
      tuple
  end
end

@doc """
Whether there is a tuple whose element at `position` equals `key`.

## Examples

    iex> List.keymember?([a: 1, b: 2], 2, 1)
    true
"""
@spec keymember?([tuple], any, non_neg_integer) :: boolean
def keymember?(list, key, position) when is_integer(position),
  do: :lists.keymember(key, position + 1, list)

@doc """
The list with the first tuple whose element at `position` equals `key` replaced by `new_tuple`.

## Examples

    iex> List.keyreplace([a: 1, b: 2], :a, 0, {:a, 3})
    [a: 3, b: 2]
"""
@spec keyreplace([tuple], any, non_neg_integer, tuple) :: [tuple]
def keyreplace(list, key, position, new_tuple) when is_integer(position),
  do: :lists.keyreplace(key, position + 1, list, new_tuple)

@doc """
The tuples sorted by their elements at `position`; stable.

`sorter` is as in `Enum.sort/2`.

## Examples

    iex> List.keysort([a: 3, b: 1, c: 2], 1)
    [b: 1, c: 2, a: 3]
    iex> List.keysort([a: 3, b: 1, c: 2], 1, :desc)
    [a: 3, c: 2, b: 1]
"""
@spec keysort(
        [tuple],
        non_neg_integer,
        (any, any -> boolean) | :asc | :desc | module | {:asc | :desc, module}
      ) :: [tuple]
def keysort(list, position, sorter \\ :asc)

def keysort(list, position, :asc) when is_list(list) and is_integer(position),
  do: :lists.keysort(position + 1, list)

def keysort(list, position, sorter) when is_list(list) and is_integer(position) do
  fun = keysort_fun(sorter)
  position = position + 1

  :lists.sort(
    fn left, right -> fun.(:erlang.element(position, left), :erlang.element(position, right)) end,
    list
  )
end

defp keysort_fun(sorter) when is_function(sorter, 2), do: sorter
defp keysort_fun(:desc), do: &>=/2
defp keysort_fun(module) when is_atom(module), do: &(module.compare(&1, &2) != :gt)
defp keysort_fun({:asc, module}) when is_atom(module), do: &(module.compare(&1, &2) != :gt)
defp keysort_fun({:desc, module}) when is_atom(module), do: &(module.compare(&1, &2) != :lt)

@doc """
The list with the first tuple whose element at `position` equals `key` replaced by `new_tuple`, or with
`new_tuple` at its end.

## Examples

    iex> List.keystore([a: 1], :b, 0, {:b, 2})
    [a: 1, b: 2]
"""
@spec keystore([tuple], any, non_neg_integer, tuple) :: [tuple, ...]
def keystore(list, key, position, new_tuple) when is_integer(position),
  do: :lists.keystore(key, position + 1, list, new_tuple)

@doc """
The list without the first tuple whose element at `position` equals `key`.

## Examples

    iex> List.keydelete([a: 1, b: 2], 2, 1)
    [a: 1]
"""
@spec keydelete([tuple], any, non_neg_integer) :: [tuple]
def keydelete(list, key, position) when is_integer(position),
  do: :lists.keydelete(key, position + 1, list)

@doc """
The first tuple whose element at `position` equals `key` and the list without it, or `nil`.

## Examples

    iex> List.keytake([a: 1, b: 2], :a, 0)
    {{:a, 1}, [b: 2]}
    iex> List.keytake([a: 1], :c, 0)
    nil
"""
@spec keytake([tuple], any, non_neg_integer) :: {tuple, [tuple]} | nil
def keytake(list, key, position) when is_integer(position) do
  case :lists.keytake(key, position + 1, list) do
    {:value, tuple, rest} -> {tuple, rest}
    false -> nil
  end
end
