# stdlib/elixir/enum/random.part.ex: elements drawn by chance.
# Here: random, shuffle, take_random.
# Holds: all chance comes from :rand and its per-process seed; draws are made in the reference's
# order, so that a seed gives the same elements.

@doc """
An element chosen at random.

Raises `Enum.EmptyError` when there are none. Constant for ranges, linear otherwise. Uses `:rand`.

## Examples

    iex> Enum.random([7])
    7
    iex> Enum.random(1..10) in 1..10
    true
"""
@spec random(t) :: element
def random(enumerable)

def random(list) when is_list(list) do
  case length(list) do
    0 -> raise Enum.EmptyError
    count -> list |> drop_list(draw(count)) |> hd()
  end
end

def random(first.._//step = range) do
  case Range.size(range) do
    0 -> raise Enum.EmptyError
    size -> first + draw(size) * step
  end
end

def random(enumerable) do
  result =
    case Enumerable.slice(enumerable) do
      {:ok, 0, _} -> []
      {:ok, count, fun} -> slicer(fun, enumerable, count, 1).(draw(count), 1, 1)
      {:error, _} -> take_random(enumerable, 1)
    end

  case result do
    [] -> raise Enum.EmptyError
    [element] -> element
  end
end

# A number from 0 to count - 1; nothing is drawn where there is no choice.
defp draw(1), do: 0
defp draw(count), do: :rand.uniform(count) - 1

@doc """
Lists the elements in random order.

## Examples

    iex> Enum.shuffle([1, 2, 3]) |> Enum.sort()
    [1, 2, 3]
"""
@spec shuffle(t) :: list
def shuffle(enumerable) do
  enumerable
  |> reduce([], fn x, acc -> [{:rand.uniform(), x} | acc] end)
  |> sort_by(fn {number, _} -> number end)
  |> reduce_list([], fn {_, x}, acc -> [x | acc] end)
end

@doc """
Lists `count` elements chosen at random, all of them where there are fewer.

Linear in the number of elements; needs memory for `count` of them only.

## Examples

    iex> Enum.take_random(1..10, 3) |> Enum.uniq() |> length()
    3
    iex> Enum.take_random([], 3)
    []
"""
@spec take_random(t, non_neg_integer) :: list
def take_random(enumerable, count)

def take_random(_enumerable, 0), do: []

def take_random([], count) when is_integer(count) and count > 0, do: []

def take_random(enumerable, 1) do
  enumerable
  |> reduce([], fn
    x, [] -> [1 | x]
    x, [seen | chosen] -> if draw(seen + 1) == 0, do: [seen + 1 | x], else: [seen + 1 | chosen]
  end)
  |> case do
    [] -> []
    [_ | chosen] -> [chosen]
  end
end

# A reservoir: slot i holds the i-th chosen one. A tuple while it is cheap to copy, then a map.
def take_random(enumerable, count) when is_integer(count) and count in 2..128 do
  {sample, seen} =
    reduce(enumerable, {Tuple.duplicate(nil, count), 0}, fn x, {sample, seen} ->
      slot = draw(seen + 1)

      cond do
        seen < count ->
          {sample |> put_elem(seen, elem(sample, slot)) |> put_elem(slot, x), seen + 1}

        slot < count ->
          {put_elem(sample, slot, x), seen + 1}

        true ->
          {sample, seen + 1}
      end
    end)

  sample |> Tuple.to_list() |> take(Kernel.min(count, seen))
end

def take_random(enumerable, count) when is_integer(count) and count > 128 do
  {sample, seen} =
    reduce(enumerable, {%{}, 0}, fn x, {sample, seen} ->
      slot = draw(seen + 1)

      cond do
        seen < count ->
          {sample |> Map.put(seen, Map.get(sample, slot)) |> Map.put(slot, x), seen + 1}

        slot < count ->
          {Map.put(sample, slot, x), seen + 1}

        true ->
          {sample, seen + 1}
      end
    end)

  map_up(0, Kernel.min(count, seen) - 1, 1, fn slot -> Map.get(sample, slot) end)
end
