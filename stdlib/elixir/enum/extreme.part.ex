# stdlib/elixir/enum/extreme.part.ex: smallest and largest elements.
# Here: max, min, min_max and their `_by` forms.
# Holds: of equal elements the first is given. The optional arguments may each be left out, so a
# function of no arguments in the sorter's place is the fallback.

@doc """
The largest element in term order, or by `sorter`; the first of several.

`sorter` is a function that says whether its first argument is larger than or equal to the second,
or a module with `compare/2`. For an empty collection `empty_fallback` is called, which raises
`Enum.EmptyError` unless given.

## Examples

    iex> Enum.max([1, 3, 2])
    3
    iex> Enum.max([~D[2024-01-01], ~D[2023-05-05]], Date)
    ~D[2024-01-01]
    iex> Enum.max([], fn -> 0 end)
    0
"""
@spec max(t, (element, element -> boolean) | module) :: element | no_return
@spec max(t, (element, element -> boolean) | module, (() -> empty)) :: element | empty
      when empty: any
def max(enumerable, sorter \\ &>=/2, empty_fallback \\ fn -> raise Enum.EmptyError end)

def max(enumerable, empty_fallback, _) when is_function(empty_fallback, 0) do
  extreme(enumerable, &>=/2, empty_fallback, :max)
end

def max(enumerable, sorter, empty_fallback) do
  extreme(enumerable, max_fun(sorter), empty_fallback, :max)
end

@doc """
The smallest element in term order, or by `sorter`; the first of several.

`sorter` is a function that says whether its first argument is smaller than or equal to the second,
or a module with `compare/2`. For an empty collection `empty_fallback` is called, which raises
`Enum.EmptyError` unless given.

## Examples

    iex> Enum.min([2, 1, 3])
    1
    iex> Enum.min([], fn -> :none end)
    :none
"""
@spec min(t, (element, element -> boolean) | module) :: element | no_return
@spec min(t, (element, element -> boolean) | module, (() -> empty)) :: element | empty
      when empty: any
def min(enumerable, sorter \\ &<=/2, empty_fallback \\ fn -> raise Enum.EmptyError end)

def min(enumerable, empty_fallback, _) when is_function(empty_fallback, 0) do
  extreme(enumerable, &<=/2, empty_fallback, :min)
end

def min(enumerable, sorter, empty_fallback) do
  extreme(enumerable, min_fun(sorter), empty_fallback, :min)
end

defp max_fun(sorter) when is_function(sorter, 2), do: sorter
defp max_fun(module) when is_atom(module), do: &(module.compare(&1, &2) != :lt)

defp min_fun(sorter) when is_function(sorter, 2), do: sorter
defp min_fun(module) when is_atom(module), do: &(module.compare(&1, &2) != :gt)

defp extreme(list, keep?, empty_fallback, which) when is_list(list) do
  case list do
    [] ->
      empty_fallback.()

    [x | rest] ->
      cond do
        which == :max and keep? == (&>=/2) -> max_list(rest, x)
        which == :min and keep? == (&<=/2) -> min_list(rest, x)
        true -> extreme_list(rest, x, keep?)
      end
  end
end

defp extreme(first.._//step = range, keep?, empty_fallback, which) do
  cond do
    Range.size(range) == 0 -> empty_fallback.()
    which == :max and keep? == (&>=/2) -> if step > 0, do: range_last(range), else: first
    which == :min and keep? == (&<=/2) -> if step > 0, do: first, else: range_last(range)
    true -> range |> to_list() |> extreme(keep?, empty_fallback, which)
  end
end

defp extreme(enumerable, keep?, empty_fallback, which),
  do: enumerable |> to_list() |> extreme(keep?, empty_fallback, which)

# The last element a range reaches, which with a step need not be its bound.
defp range_last(first..last//step), do: last - rem(last - first, step)

defp max_list([x | rest], acc) when acc >= x, do: max_list(rest, acc)
defp max_list([x | rest], _acc), do: max_list(rest, x)
defp max_list([], acc), do: acc

defp min_list([x | rest], acc) when acc <= x, do: min_list(rest, acc)
defp min_list([x | rest], _acc), do: min_list(rest, x)
defp min_list([], acc), do: acc

defp extreme_list([x | rest], acc, keep?) do
  case keep?.(acc, x) do
    true -> extreme_list(rest, acc, keep?)
    false -> extreme_list(rest, x, keep?)
  end
end

defp extreme_list([], acc, _keep?), do: acc

@doc """
The element for which `fun` gives the largest result; the first of several.

`sorter` and `empty_fallback` are as in `max/3`.

## Examples

    iex> Enum.max_by(["a", "ccc", "bbb"], &byte_size/1)
    "ccc"
    iex> Enum.max_by([], &byte_size/1, fn -> nil end)
    nil
"""
@spec max_by(t, (element -> any), (element, element -> boolean) | module) :: element | no_return
@spec max_by(t, (element -> any), (element, element -> boolean) | module, (() -> empty)) ::
        element | empty
      when empty: any
def max_by(enumerable, fun, sorter \\ &>=/2, empty_fallback \\ fn -> raise Enum.EmptyError end)

def max_by(enumerable, fun, empty_fallback, _)
    when is_function(fun, 1) and is_function(empty_fallback, 0) do
  extreme_by(enumerable, fun, &>=/2, empty_fallback)
end

def max_by(enumerable, fun, sorter, empty_fallback) when is_function(fun, 1) do
  extreme_by(enumerable, fun, max_fun(sorter), empty_fallback)
end

@doc """
The element for which `fun` gives the smallest result; the first of several.

`sorter` and `empty_fallback` are as in `min/3`.

## Examples

    iex> Enum.min_by(["aa", "b", "c"], &byte_size/1)
    "b"
"""
@spec min_by(t, (element -> any), (element, element -> boolean) | module) :: element | no_return
@spec min_by(t, (element -> any), (element, element -> boolean) | module, (() -> empty)) ::
        element | empty
      when empty: any
def min_by(enumerable, fun, sorter \\ &<=/2, empty_fallback \\ fn -> raise Enum.EmptyError end)

def min_by(enumerable, fun, empty_fallback, _)
    when is_function(fun, 1) and is_function(empty_fallback, 0) do
  extreme_by(enumerable, fun, &<=/2, empty_fallback)
end

def min_by(enumerable, fun, sorter, empty_fallback) when is_function(fun, 1) do
  extreme_by(enumerable, fun, min_fun(sorter), empty_fallback)
end

defp extreme_by(enumerable, fun, keep?, empty_fallback) do
  result =
    reduce(enumerable, [], fn
      x, [] ->
        [fun.(x) | x]

      x, [key | _] = acc ->
        new = fun.(x)

        case keep?.(key, new) do
          true -> acc
          false -> [new | x]
        end
    end)

  case result do
    [] -> empty_fallback.()
    [_ | element] -> element
  end
end

@doc """
The smallest and the largest element in term order, as a pair.

For an empty collection `empty_fallback` is called, which raises `Enum.EmptyError` unless given.

## Examples

    iex> Enum.min_max([2, 3, 1])
    {1, 3}
    iex> Enum.min_max([], fn -> {nil, nil} end)
    {nil, nil}
"""
@spec min_max(t, (() -> empty)) :: {element, element} | empty when empty: any
def min_max(enumerable, empty_fallback \\ fn -> raise Enum.EmptyError end)

def min_max(first..last//step = range, empty_fallback) when is_function(empty_fallback, 0) do
  case Range.size(range) do
    0 ->
      empty_fallback.()

    _ ->
      last = last - rem(last - first, step)
      {Kernel.min(first, last), Kernel.max(first, last)}
  end
end

def min_max(enumerable, empty_fallback) when is_function(empty_fallback, 0) do
  case to_list(enumerable) do
    [] -> empty_fallback.()
    [x | rest] -> min_max_list(rest, x, x)
  end
end

defp min_max_list([x | rest], min, max) when x < min, do: min_max_list(rest, x, max)
defp min_max_list([x | rest], min, max) when x > max, do: min_max_list(rest, min, x)
defp min_max_list([_ | rest], min, max), do: min_max_list(rest, min, max)
defp min_max_list([], min, max), do: {min, max}

@doc """
The elements for which `fun` gives the smallest and the largest result, as a pair.

Here a function as `sorter` says whether its first argument is smaller than the second.

## Examples

    iex> Enum.min_max_by(["ccc", "a", "bb"], &byte_size/1)
    {"a", "ccc"}
"""
@spec min_max_by(t, (element -> any), (element, element -> boolean) | module) ::
        {element, element} | no_return
@spec min_max_by(t, (element -> any), (element, element -> boolean) | module, (() -> empty)) ::
        {element, element} | empty
      when empty: any
def min_max_by(
      enumerable,
      fun,
      sorter_or_empty_fallback \\ &</2,
      empty_fallback \\ fn -> raise Enum.EmptyError end
    )

def min_max_by(enumerable, fun, empty_fallback, _)
    when is_function(fun, 1) and is_function(empty_fallback, 0) do
  min_max_by(enumerable, fun, &</2, empty_fallback)
end

def min_max_by(enumerable, fun, sorter, empty_fallback)
    when is_function(fun, 1) and is_atom(sorter) and is_function(empty_fallback, 0) do
  min_max_by(enumerable, fun, &(sorter.compare(&1, &2) == :lt), empty_fallback)
end

def min_max_by(enumerable, fun, less?, empty_fallback)
    when is_function(fun, 1) and is_function(less?, 2) and is_function(empty_fallback, 0) do
  result =
    reduce(enumerable, nil, fn
      x, nil ->
        key = fun.(x)
        {x, key, x, key}

      x, {min, min_key, max, max_key} = acc ->
        key = fun.(x)

        cond do
          less?.(key, min_key) -> {x, key, max, max_key}
          less?.(max_key, key) -> {min, min_key, x, key}
          true -> acc
        end
    end)

  case result do
    nil -> empty_fallback.()
    {min, _, max, _} -> {min, max}
  end
end
