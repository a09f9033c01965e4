# stdlib/elixir/stream/zip.part.ex: several collections walked side by side.
# Holds: elements are fetched from left to right; the first collection that has none ends the walk, and
# those that were begun are closed.

@doc """
Passes pairs of the elements at the same position of two collections.

## Examples

    iex> Stream.zip(1..3, Stream.cycle([:a, :b])) |> Enum.to_list()
    [{1, :a}, {2, :b}, {3, :a}]
"""
@spec zip(Enumerable.t(), Enumerable.t()) :: Enumerable.t()
def zip(enumerable1, enumerable2),
  do: zip_with([enumerable1, enumerable2], &:erlang.list_to_tuple/1)

@doc """
Passes tuples of the elements at the same position of all collections of a collection.

## Examples

    iex> Stream.zip([1..2, [:a, :b, :c], ["x", "y"]]) |> Enum.to_list()
    [{1, :a, "x"}, {2, :b, "y"}]
"""
@spec zip(enumerables) :: Enumerable.t() when enumerables: [Enumerable.t()] | Enumerable.t()
def zip(enumerables), do: zip_with(enumerables, &:erlang.list_to_tuple/1)

@doc """
Passes the results of `zip_fun` for the elements at the same position of two collections.

## Examples

    iex> Stream.zip_with([1, 2], [10, 20], &(&1 + &2)) |> Enum.to_list()
    [11, 22]
"""
@spec zip_with(Enumerable.t(), Enumerable.t(), (term, term -> term)) :: Enumerable.t()
def zip_with(enumerable1, enumerable2, zip_fun) when is_function(zip_fun, 2) do
  zip_with([enumerable1, enumerable2], fn [left, right] -> zip_fun.(left, right) end)
end

@doc """
Passes the results of `zip_fun` for the lists of elements at the same position.

## Examples

    iex> Stream.zip_with([[1, 2], 3..4], &Enum.sum/1) |> Enum.to_list()
    [4, 6]
"""
@spec zip_with(enumerables, ([term] -> term)) :: Enumerable.t()
      when enumerables: [Enumerable.t()] | Enumerable.t()
def zip_with(enumerables, zip_fun)

def zip_with([], zip_fun) when is_function(zip_fun, 1), do: %Stream{enum: []}

def zip_with(enumerables, zip_fun) when is_list(enumerables) and is_function(zip_fun, 1) do
  fn order, fun -> zip_walk(:lists.map(&new_cursor/1, enumerables), order, fun, zip_fun) end
end

def zip_with(enumerables, zip_fun) when is_function(zip_fun, 1),
  do: enumerables |> Enum.to_list() |> zip_with(zip_fun)

defp zip_walk(cursors, {:halt, acc}, _fun, _zip_fun) do
  close_all(cursors)
  {:halted, acc}
end

defp zip_walk(cursors, {:suspend, acc}, fun, zip_fun),
  do: {:suspended, acc, &zip_walk(cursors, &1, fun, zip_fun)}

defp zip_walk(cursors, {:cont, acc}, fun, zip_fun) do
  case zip_step(cursors, acc, fun, zip_fun) do
    {cursors, order} -> zip_walk(cursors, order, fun, zip_fun)
    :done -> {:done, acc}
  end
end

# What raises on the way closes all collections as they stood before the step.
defp zip_step(cursors, acc, fun, zip_fun) do
  try do
    case zip_fetch(cursors, [], []) do
      {elements, fetched} -> {fetched, fun.(zip_fun.(elements), acc)}
      :done -> :done
    end
  catch
    kind, reason ->
      close_all(cursors)
      :erlang.raise(kind, reason, __STACKTRACE__)
  end
end

defp zip_fetch([cursor | rest], elements, fetched) do
  case next_element(cursor) do
    {x, cursor} ->
      zip_fetch(rest, [x | elements], [cursor | fetched])

    :done ->
      close_all(:lists.reverse(fetched, rest))
      :done
  end
end

defp zip_fetch([], elements, fetched), do: {:lists.reverse(elements), :lists.reverse(fetched)}

defp close_all([cursor | rest]) do
  close_cursor(cursor)
  close_all(rest)
end

defp close_all([]), do: :ok
