# stdlib/elixir/stream/state.part.ex: stages that remember something between elements.
# Here: take, drop, every nth, with_index, scan, dedup, uniq.
# Not here: what a stage's state is and where it stands (the card of stream.ex).

@doc """
Passes the first `count` elements, then ends; with a negative count the last ones.

For the last ones the whole collection is walked first.

## Examples

    iex> Stream.take(1..100, 3) |> Enum.to_list()
    [1, 2, 3]
    iex> Stream.take(1..5, -2) |> Enum.to_list()
    [4, 5]
"""
@spec take(Enumerable.t(), integer) :: Enumerable.t()
def take(enum, count)

def take(_enum, 0), do: %Stream{enum: []}
def take([], count) when is_integer(count), do: %Stream{enum: []}

def take(enum, count) when is_integer(count) and count > 0 do
  lazy(enum, count, fn next ->
    fn
      x, [acc, left | states] when left > 1 ->
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, left - 1 | states]}

      x, [acc, _ | states] ->
        {_, [acc | states]} = next.(x, [acc | states])
        {:halt, [acc, 0 | states]}
    end
  end)
end

def take(enum, count) when is_integer(count) and count < 0 do
  fn order, fun -> Enumerable.reduce(Enum.take(enum, count), order, fun) end
end

@doc """
Passes every `nth` element, beginning with the first; none with 0.

## Examples

    iex> Stream.take_every(1..10, 3) |> Enum.to_list()
    [1, 4, 7, 10]
"""
@spec take_every(Enumerable.t(), non_neg_integer) :: Enumerable.t()
def take_every(enum, nth)

def take_every(_enum, 0), do: %Stream{enum: []}
def take_every([], nth) when is_integer(nth) and nth > 0, do: %Stream{enum: []}

def take_every(enum, nth) when is_integer(nth) and nth > 0 do
  lazy(enum, 0, fn next ->
    fn
      x, [acc, 0 | states] ->
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, nth - 1 | states]}

      _x, [acc, left | states] ->
        {:cont, [acc, left - 1 | states]}
    end
  end)
end

@doc """
Maps every `nth` element, beginning with the first, and passes the others as they are.

## Examples

    iex> Stream.map_every(1..5, 2, &(&1 * 100)) |> Enum.to_list()
    [100, 2, 300, 4, 500]
"""
@spec map_every(Enumerable.t(), non_neg_integer, (element -> any)) :: Enumerable.t()
def map_every(enum, nth, fun)

def map_every(enum, 1, fun), do: map(enum, fun)
def map_every(enum, 0, _fun), do: %Stream{enum: enum}
def map_every([], nth, _fun) when is_integer(nth) and nth > 1, do: %Stream{enum: []}

def map_every(enum, nth, fun) when is_integer(nth) and nth > 1 do
  lazy(enum, 0, fn next ->
    fn
      x, [acc, 0 | states] ->
        {command, [acc | states]} = next.(fun.(x), [acc | states])
        {command, [acc, nth - 1 | states]}

      x, [acc, left | states] ->
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, left - 1 | states]}
    end
  end)
end

@doc """
Passes the elements after the first `count`; with a negative count drops the last ones.

For the last ones that many elements are held back.

## Examples

    iex> Stream.drop(1..5, 2) |> Enum.to_list()
    [3, 4, 5]
    iex> Stream.drop(1..5, -2) |> Enum.to_list()
    [1, 2, 3]
"""
@spec drop(Enumerable.t(), integer) :: Enumerable.t()
def drop(enum, count)

def drop(enum, count) when is_integer(count) and count >= 0 do
  lazy(enum, count, fn next ->
    fn
      x, [acc, 0 | states] ->
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, 0 | states]}

      _x, [acc, left | states] ->
        {:cont, [acc, left - 1 | states]}
    end
  end)
end

# Held back are `front` and then `back` reversed, at most -count of them.
def drop(enum, count) when is_integer(count) and count < 0 do
  lazy(enum, {-count, [], []}, fn next ->
    fn
      x, [acc, {0, front, back} | states] ->
        {oldest, front, back} = oldest(front, [x | back])
        {command, [acc | states]} = next.(oldest, [acc | states])
        {command, [acc, {0, front, back} | states]}

      x, [acc, {room, front, back} | states] ->
        {:cont, [acc, {room - 1, front, [x | back]} | states]}
    end
  end)
end

defp oldest([x | front], back), do: {x, front, back}

defp oldest([], back) do
  [x | front] = :lists.reverse(back)
  {x, front, []}
end

@doc """
Drops every `nth` element, beginning with the first; none with 0.

## Examples

    iex> Stream.drop_every(1..7, 3) |> Enum.to_list()
    [2, 3, 5, 6]
"""
@spec drop_every(Enumerable.t(), non_neg_integer) :: Enumerable.t()
def drop_every(enum, nth)

def drop_every(enum, 0), do: %Stream{enum: enum}
def drop_every([], nth) when is_integer(nth) and nth > 0, do: %Stream{enum: []}

def drop_every(enum, nth) when is_integer(nth) and nth > 0 do
  lazy(enum, 0, fn next ->
    fn
      _x, [acc, 0 | states] ->
        {:cont, [acc, nth - 1 | states]}

      x, [acc, left | states] ->
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, left - 1 | states]}
    end
  end)
end

@doc """
Passes the elements from the first for which `fun` is falsy on.

## Examples

    iex> Stream.drop_while([1, 5, 2], &(&1 < 3)) |> Enum.to_list()
    [5, 2]
"""
@spec drop_while(Enumerable.t(), (element -> as_boolean(term))) :: Enumerable.t()
def drop_while(enum, fun) when is_function(fun, 1) do
  lazy(enum, true, fn next ->
    fn x, [acc, dropping | states] ->
      if dropping && fun.(x) do
        {:cont, [acc, true | states]}
      else
        {command, [acc | states]} = next.(x, [acc | states])
        {command, [acc, false | states]}
      end
    end
  end)
end

@doc """
Pairs each element with its position, counted from `offset`.

## Examples

    iex> Stream.with_index([:a, :b], 5) |> Enum.to_list()
    [a: 5, b: 6]
"""
@spec with_index(Enumerable.t(), integer) :: Enumerable.t()
def with_index(enum, offset \\ 0) when is_integer(offset) do
  lazy(enum, offset, fn next ->
    fn x, [acc, index | states] ->
      {command, [acc | states]} = next.({x, index}, [acc | states])
      {command, [acc, index + 1 | states]}
    end
  end)
end

@doc """
Passes the accumulators of a fold that starts with the first element.

## Examples

    iex> Stream.scan(1..5, &(&1 + &2)) |> Enum.to_list()
    [1, 3, 6, 10, 15]
"""
@spec scan(Enumerable.t(), (element, acc -> any)) :: Enumerable.t()
def scan(enum, fun) when is_function(fun, 2) do
  lazy(enum, [], fn next ->
    fn x, [acc, last | states] ->
      value = if last == [], do: x, else: fun.(x, hd(last))
      {command, [acc | states]} = next.(value, [acc | states])
      {command, [acc, [value] | states]}
    end
  end)
end

@doc """
Passes the accumulators of a fold that starts with `acc`.

## Examples

    iex> Stream.scan(1..5, 100, &(&1 + &2)) |> Enum.to_list()
    [101, 103, 106, 110, 115]
"""
@spec scan(Enumerable.t(), acc, (element, acc -> any)) :: Enumerable.t()
def scan(enum, acc, fun) when is_function(fun, 2) do
  lazy(enum, acc, fn next ->
    fn x, [acc, last | states] ->
      value = fun.(x, last)
      {command, [acc | states]} = next.(value, [acc | states])
      {command, [acc, value | states]}
    end
  end)
end

@doc """
Passes each run of equal (`===`) neighbours once.

## Examples

    iex> Stream.dedup([1, 1, 2, 1]) |> Enum.to_list()
    [1, 2, 1]
"""
@spec dedup(Enumerable.t()) :: Enumerable.t()
def dedup(enum), do: dedup_by(enum, fn x -> x end)

@doc """
Passes of neighbours for which `fun` gives the same result only the first.

## Examples

    iex> Stream.dedup_by([1, 3, 2], &rem(&1, 2)) |> Enum.to_list()
    [1, 2]
"""
@spec dedup_by(Enumerable.t(), (element -> term)) :: Enumerable.t()
def dedup_by(enum, fun) when is_function(fun, 1) do
  lazy(enum, [], fn next ->
    fn x, [acc, last | states] ->
      case [fun.(x)] do
        ^last ->
          {:cont, [acc, last | states]}

        key ->
          {command, [acc | states]} = next.(x, [acc | states])
          {command, [acc, key | states]}
      end
    end
  end)
end

@doc """
Passes each element once, where it occurs first. Remembers all of them.

## Examples

    iex> Stream.uniq([1, 2, 1]) |> Enum.to_list()
    [1, 2]
"""
@spec uniq(Enumerable.t()) :: Enumerable.t()
def uniq(enum), do: uniq_by(enum, fn x -> x end)

@doc false
@deprecated "Use Stream.uniq_by/2 instead"
def uniq(enum, fun), do: uniq_by(enum, fun)

@doc """
Passes of the elements for which `fun` gives the same result only the first. Remembers all results.

## Examples

    iex> Stream.uniq_by([{1, :x}, {2, :y}, {1, :z}], &elem(&1, 0)) |> Enum.to_list()
    [{1, :x}, {2, :y}]
"""
@spec uniq_by(Enumerable.t(), (element -> term)) :: Enumerable.t()
def uniq_by(enum, fun) when is_function(fun, 1) do
  lazy(enum, %{}, fn next ->
    fn x, [acc, seen | states] ->
      key = fun.(x)

      case seen do
        %{^key => _} ->
          {:cont, [acc, seen | states]}

        _ ->
          {command, [acc | states]} = next.(x, [acc | states])
          {command, [acc, :maps.put(key, true, seen) | states]}
      end
    end
  end)
end
