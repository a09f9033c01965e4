# stdlib/elixir/list/position.part.ex: elements put in, changed or taken out by their position.
# Holds: negative positions count from the end; one outside leaves the list as it is, but for insert_at,
# which puts the element at the nearer end.

@doc """
The list with `value` before the element at `index`.

A negative index counts from the end, where -1 puts the value last.

## Examples

    iex> List.insert_at([1, 2, 3], 1, :x)
    [1, :x, 2, 3]
    iex> List.insert_at([1, 2, 3], -1, :x)
    [1, 2, 3, :x]
    iex> List.insert_at([1, 2, 3], 10, :x)
    [1, 2, 3, :x]
"""
@spec insert_at(list, integer, any) :: list
def insert_at(list, index, value) when is_list(list) and is_integer(index) do
  if index >= 0,
    do: insert(list, index, value),
    else: insert(list, max(length(list) + index + 1, 0), value)
end

defp insert([head | tail], index, value) when index > 0,
  do: [head | insert(tail, index - 1, value)]

defp insert(list, _index, value), do: [value | list]

@doc """
The list with `value` in place of the element at `index`.

## Examples

    iex> List.replace_at([1, 2, 3], 0, :x)
    [:x, 2, 3]
    iex> List.replace_at([1, 2, 3], 9, :x)
    [1, 2, 3]
"""
@spec replace_at(list, integer, any) :: list
def replace_at(list, index, value) when is_list(list) and is_integer(index),
  do: replace(list, from_start(list, index), value)

defp replace([_ | tail], 0, value), do: [value | tail]

defp replace([head | tail], index, value) when index > 0,
  do: [head | replace(tail, index - 1, value)]

defp replace(list, _index, _value), do: list

@doc """
The list with what `fun` gives for the element at `index` in its place.

## Examples

    iex> List.update_at([1, 2, 3], -1, &(&1 * 10))
    [1, 2, 30]
"""
@spec update_at([elem], integer, (elem -> any)) :: list when elem: var
def update_at(list, index, fun) when is_list(list) and is_function(fun) and is_integer(index),
  do: update(list, from_start(list, index), fun)

defp update([head | tail], 0, fun), do: [fun.(head) | tail]
defp update([head | tail], index, fun) when index > 0, do: [head | update(tail, index - 1, fun)]
defp update(list, _index, _fun), do: list

@doc """
The list without the element at `index`.

## Examples

    iex> List.delete_at([1, 2, 3], 0)
    [2, 3]
    iex> List.delete_at([1, 2, 3], 9)
    [1, 2, 3]
"""
@spec delete_at(list, integer) :: list
def delete_at(list, index) when is_list(list) and is_integer(index),
  do: :erlang.element(2, pop_at(list, index))

@doc """
The element at `index`, or `default`, and the list without it.

## Examples

    iex> List.pop_at([1, 2, 3], 1)
    {2, [1, 3]}
    iex> List.pop_at([1, 2, 3], 9, :none)
    {:none, [1, 2, 3]}
"""
@spec pop_at(list, integer, any) :: {any, list}
def pop_at(list, index, default \\ nil) when is_list(list) and is_integer(index),
  do: pop(list, from_start(list, index), default, [])

defp pop([head | tail], 0, _default, acc), do: {head, :lists.reverse(acc, tail)}

defp pop([head | tail], index, default, acc) when index > 0,
  do: pop(tail, index - 1, default, [head | acc])

defp pop(list, _index, default, acc), do: {default, :lists.reverse(acc, list)}

defp from_start(_list, index) when index >= 0, do: index
defp from_start(list, index), do: length(list) + index
