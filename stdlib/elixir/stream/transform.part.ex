# stdlib/elixir/stream/transform.part.ex: streams that give several elements for one, and that open and
# close something.
# Here: transform, flat_map, concat, intersperse, resource, into; and cursors, which fetch one element of
# any collection at a time.
# Holds: whatever was opened is closed once, whether the walk ends, is stopped, or fails. What the
# caller's functions or the consumer raise is passed on after closing.

## Cursors: a list, {:new, enumerable} before the first element, or a continuation

defp new_cursor(list) when is_list(list), do: list
defp new_cursor(enum), do: {:new, enum}

# {element, cursor} or :done. A source may end in the very step that gives its last element.
defp next_element([x | rest]), do: {x, rest}
defp next_element([]), do: :done

defp next_element({:new, enum}),
  do: fetched(Enumerable.reduce(enum, {:cont, []}, fn x, _ -> {:suspend, [x]} end))

defp next_element(continuation), do: fetched(continuation.({:cont, []}))

defp fetched({:suspended, [x], continuation}), do: {x, continuation}
defp fetched({_, []}), do: :done
# What a source that ends without suspending has left is walked as a list.
defp fetched({_, [x | rest]}), do: {x, rest}

defp close_cursor(continuation) when is_function(continuation), do: continuation.({:halt, []})
defp close_cursor({:new, enum}), do: Enumerable.reduce(enum, {:halt, []}, fn _, acc -> {:halt, acc} end)
defp close_cursor(_list), do: :ok

# Calls `fun`, closing the cursor should it fail.
defp closing(cursor, fun) do
  try do
    fun.()
  catch
    kind, reason ->
      close_cursor(cursor)
      :erlang.raise(kind, reason, __STACKTRACE__)
  end
end

## Giving a whole collection to the consumer
# {:go, acc} when it is through, {:stop, acc} when the consumer stopped, or {:suspended, acc, continuation}
# whose continuation gives one of these three again.

defp emit(list, order, fun) when is_list(list), do: emit_list(list, order, fun)

defp emit(enum, {command, acc}, fun) do
  # An inner stream may stop by itself, even while the consumer asks for a pause; the mark in front of
  # acc tells what the consumer ordered last.
  marked = fn x, [_ | acc] ->
    case fun.(x, acc) do
      {:cont, acc} -> {:cont, [:go | acc]}
      {:halt, acc} -> {:halt, [:stop | acc]}
      {:suspend, acc} -> {:suspend, [:pause | acc]}
    end
  end

  emitted(Enumerable.reduce(enum, {command, [:go | acc]}, marked))
end

defp emitted({:suspended, [_ | acc], continuation}) do
  {:suspended, acc,
   fn
     {:halt, acc} -> emitted(continuation.({:halt, [:stop | acc]}))
     {command, acc} -> emitted(continuation.({command, [:go | acc]}))
   end}
end

defp emitted({_, [:pause | acc]}), do: {:suspended, acc, &emit_list([], &1, nil)}
defp emitted({_, [mark | acc]}), do: {mark, acc}

defp emit_list([x | rest], {:cont, acc}, fun), do: emit_list(rest, fun.(x, acc), fun)
defp emit_list([], {:cont, acc}, _fun), do: {:go, acc}
defp emit_list(_list, {:halt, acc}, _fun), do: {:stop, acc}
defp emit_list(list, {:suspend, acc}, fun), do: {:suspended, acc, &emit_list(list, &1, fun)}

@doc """
Maps each element to a collection and passes the elements of these.

## Examples

    iex> Stream.flat_map([1, 2], fn x -> [x, -x] end) |> Enum.to_list()
    [1, -1, 2, -2]
"""
@spec flat_map(Enumerable.t(), (element -> Enumerable.t())) :: Enumerable.t()
def flat_map(enum, mapper) when is_function(mapper, 1) do
  transform(enum, nil, fn x, nil -> {mapper.(x), nil} end)
end

@doc """
Passes the elements of each collection of a collection, one after the other.

## Examples

    iex> Stream.concat([1..2, [:a]]) |> Enum.to_list()
    [1, 2, :a]
"""
@spec concat(Enumerable.t()) :: Enumerable.t()
def concat(enumerables), do: flat_map(enumerables, & &1)

@doc """
Passes the elements of `first` and then those of `second`.

## Examples

    iex> Stream.concat(1..2, [:a]) |> Enum.to_list()
    [1, 2, :a]
"""
@spec concat(Enumerable.t(), Enumerable.t()) :: Enumerable.t()
def concat(first, second), do: flat_map([first, second], & &1)

@doc """
Puts `intersperse_element` between the elements.

## Examples

    iex> Stream.intersperse(1..3, 0) |> Enum.to_list()
    [1, 0, 2, 0, 3]
"""
@spec intersperse(Enumerable.t(), any) :: Enumerable.t()
def intersperse(enumerable, intersperse_element) do
  transform(enumerable, false, fn
    x, true -> {[intersperse_element, x], true}
    x, false -> {[x], true}
  end)
end

@doc """
Maps each element to a collection with an accumulator, and passes the elements of these.

`reducer` gives `{collection, acc}`, or `{:halt, acc}` to end.

## Examples

    iex> Stream.transform(1..10, 0, fn x, sum -> if sum < 5, do: {[x, x], sum + x}, else: {:halt, sum} end) |> Enum.to_list()
    [1, 1, 2, 2, 3, 3]
"""
@spec transform(Enumerable.t(), acc, fun) :: Enumerable.t()
      when fun: (element, acc -> {Enumerable.t(), acc} | {:halt, acc}), acc: any
def transform(enum, acc, reducer) when is_function(reducer, 2) do
  fn order, fun -> walk(new_cursor(enum), acc, {reducer, nil, nil}, order, fun) end
end

@doc """
Transforms as `transform/3`, with an accumulator that `start_fun` makes when the walk begins and that
`after_fun` gets when it is over, however it ends.

## Examples

    iex> Stream.transform(1..3, fn -> 10 end, fn x, n -> {[x * n], n} end, fn n -> send(self(), {:end, n}) end) |> Enum.to_list()
    [10, 20, 30]
    iex> receive do {:end, n} -> n end
    10
"""
@spec transform(Enumerable.t(), (() -> acc), fun, (acc -> term)) :: Enumerable.t()
      when fun: (element, acc -> {Enumerable.t(), acc} | {:halt, acc}), acc: any
def transform(enum, start_fun, reducer, after_fun)
    when is_function(start_fun, 0) and is_function(reducer, 2) and is_function(after_fun, 1) do
  fn order, fun -> walk(new_cursor(enum), start_fun.(), {reducer, nil, after_fun}, order, fun) end
end

@doc """
Transforms as `transform/4`; `last_fun` gets the accumulator after the last element and may give a last
collection.

It is not called when the walk is stopped before its end.

## Examples

    iex> Stream.transform(1..3, fn -> 0 end, fn x, sum -> {[], sum + x} end, fn sum -> {[sum], sum} end, fn _ -> :ok end) |> Enum.to_list()
    [6]
"""
@spec transform(Enumerable.t(), (() -> acc), fun, last_fun, (acc -> term)) :: Enumerable.t()
      when fun: (element, acc -> {Enumerable.t(), acc} | {:halt, acc}),
           last_fun: (acc -> {Enumerable.t(), acc} | {:halt, acc}),
           acc: any
def transform(enum, start_fun, reducer, last_fun, after_fun)
    when is_function(start_fun, 0) and is_function(reducer, 2) and is_function(last_fun, 1) and
           is_function(after_fun, 1) do
  fn order, fun ->
    walk(new_cursor(enum), start_fun.(), {reducer, last_fun, after_fun}, order, fun)
  end
end

# `state` is the reducer's accumulator, `funs` are {reducer, last_fun or nil, after_fun or nil}.
defp walk(cursor, state, funs, {:halt, acc}, _fun),
  do: finish(cursor, state, funs, {:halted, acc})

defp walk(cursor, state, funs, {:suspend, acc}, fun),
  do: {:suspended, acc, &walk(cursor, state, funs, &1, fun)}

defp walk(cursor, state, funs, {:cont, acc}, fun) do
  case guarded([], state, funs, fn -> next_element(cursor) end) do
    {x, cursor} -> walk_element(x, cursor, state, funs, acc, fun)
    :done -> walk_last(state, funs, acc, fun)
  end
end

defp walk_element(x, cursor, state, {reducer, _, _} = funs, acc, fun) do
  case guarded(cursor, state, funs, fn -> reducer.(x, state) end) do
    {:halt, state} ->
      finish(cursor, state, funs, {:halted, acc})

    {inner, state} ->
      result = guarded(cursor, state, funs, fn -> emit(inner, {:cont, acc}, fun) end)
      walk_on(result, cursor, state, funs, fun)
  end
end

defp walk_on({:go, acc}, cursor, state, funs, fun),
  do: walk(cursor, state, funs, {:cont, acc}, fun)

defp walk_on({:stop, acc}, cursor, state, funs, _fun),
  do: finish(cursor, state, funs, {:halted, acc})

defp walk_on({:suspended, acc, continuation}, cursor, state, funs, fun) do
  {:suspended, acc,
   fn order ->
     result = guarded(cursor, state, funs, fn -> continuation.(order) end)
     walk_on(result, cursor, state, funs, fun)
   end}
end

defp walk_last(state, {_, nil, _} = funs, acc, _fun), do: finish([], state, funs, {:done, acc})

defp walk_last(state, {_, last_fun, _} = funs, acc, fun) do
  case guarded([], state, funs, fn -> last_fun.(state) end) do
    {:halt, state} ->
      finish([], state, funs, {:halted, acc})

    {inner, state} ->
      result = guarded([], state, funs, fn -> emit(inner, {:cont, acc}, fun) end)
      last_on(result, state, funs)
  end
end

defp last_on({:go, acc}, state, funs), do: finish([], state, funs, {:done, acc})
defp last_on({:stop, acc}, state, funs), do: finish([], state, funs, {:halted, acc})

defp last_on({:suspended, acc, continuation}, state, funs) do
  {:suspended, acc,
   fn order -> last_on(guarded([], state, funs, fn -> continuation.(order) end), state, funs) end}
end

defp finish(cursor, state, {_, _, after_fun}, result) do
  close_cursor(cursor)
  if after_fun != nil, do: after_fun.(state)
  result
end

defp guarded(cursor, state, funs, fun) do
  try do
    fun.()
  catch
    kind, reason ->
      finish(cursor, state, funs, nil)
      :erlang.raise(kind, reason, __STACKTRACE__)
  end
end

@doc """
A stream over something that is opened when the walk begins and closed when it is over.

`start_fun` opens it and gives an accumulator; `next_fun` gives `{collection, acc}` with the next
elements, or `{:halt, acc}`; `after_fun` closes it, however the walk ends.

## Examples

    iex> Stream.resource(
    ...>   fn -> StringIO.open("ab") |> elem(1) end,
    ...>   fn io -> case IO.getn(io, "", 1) do :eof -> {:halt, io}; char -> {[char], io} end end,
    ...>   fn io -> StringIO.close(io) end
    ...> ) |> Enum.to_list()
    ["a", "b"]
"""
@spec resource((() -> acc), (acc -> {[element], acc} | {:halt, acc}), (acc -> term)) ::
        Enumerable.t()
def resource(start_fun, next_fun, after_fun)
    when is_function(start_fun, 0) and is_function(next_fun, 1) and is_function(after_fun, 1) do
  fn order, fun -> pull(start_fun.(), next_fun, after_fun, order, fun) end
end

defp pull(state, _next_fun, after_fun, {:halt, acc}, _fun) do
  after_fun.(state)
  {:halted, acc}
end

defp pull(state, next_fun, after_fun, {:suspend, acc}, fun),
  do: {:suspended, acc, &pull(state, next_fun, after_fun, &1, fun)}

defp pull(state, next_fun, after_fun, {:cont, acc}, fun) do
  try do
    next_fun.(state)
  catch
    kind, reason ->
      after_fun.(state)
      :erlang.raise(kind, reason, __STACKTRACE__)
  else
    {:halt, state} ->
      after_fun.(state)
      {:done, acc}

    {inner, state} ->
      result = guarded([], state, {nil, nil, after_fun}, fn -> emit(inner, {:cont, acc}, fun) end)
      pull_on(result, state, next_fun, after_fun, fun)
  end
end

defp pull_on({:go, acc}, state, next_fun, after_fun, fun),
  do: pull(state, next_fun, after_fun, {:cont, acc}, fun)

defp pull_on({:stop, acc}, state, _next_fun, after_fun, _fun) do
  after_fun.(state)
  {:halted, acc}
end

defp pull_on({:suspended, acc, continuation}, state, next_fun, after_fun, fun) do
  {:suspended, acc,
   fn order ->
     result = guarded([], state, {nil, nil, after_fun}, fn -> continuation.(order) end)
     pull_on(result, state, next_fun, after_fun, fun)
   end}
end

@doc """
Puts each element, or `transform` of it, into `collectable` as it passes, and passes it on.

The collectable's own result is lost: this is for output streams and their like.

## Examples

    iex> {:ok, io} = StringIO.open("")
    iex> Stream.into(["a", "b"], IO.stream(io, :line)) |> Stream.run()
    iex> StringIO.contents(io)
    {"", "ab"}
"""
@spec into(Enumerable.t(), Collectable.t(), (term -> term)) :: Enumerable.t()
def into(enum, collectable, transform \\ fn x -> x end) when is_function(transform, 1) do
  fn {command, acc}, fun ->
    {initial, into} = Collectable.into(collectable)

    step = fn x, [acc | collected] ->
      collected = into.(collected, {:cont, transform.(x)})
      {command, acc} = fun.(x, acc)
      {command, [acc | collected]}
    end

    collect(fn -> Enumerable.reduce(enum, {command, [acc | initial]}, step) end, initial, into)
  end
end

defp collect(reduce, collected, into) do
  try do
    reduce.()
  catch
    kind, reason ->
      into.(collected, :halt)
      :erlang.raise(kind, reason, __STACKTRACE__)
  else
    {:suspended, [acc | collected], continuation} ->
      {:suspended, acc,
       fn {command, acc} ->
         collect(fn -> continuation.({command, [acc | collected]}) end, collected, into)
       end}

    {reason, [acc | collected]} ->
      into.(collected, :done)
      {reason, acc}
  end
end
