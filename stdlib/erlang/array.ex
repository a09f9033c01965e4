# stdlib/erlang/array.ex: arrays that grow and change without copying the whole.
# Here: trees of tuples of ten. Shaped as OTP's, so that arrays of both look the same.
# Holds: an array is {:array, size, max, default, elements}; max is how many indices the tree spans, 0 for a
# fixed array. A part of the tree is an integer s where its s elements have never been set, a leaf of ten
# elements, or a node of ten parts whose 11th element is how many indices each of them spans.
defmodule :array do
  @moduledoc """
  Arrays: indices from 0, logarithmic to read and change, with a default where nothing was set.

      iex> a = :array.set(3, :x, :array.new())
      iex> {:array.get(3, a), :array.get(1, a), :array.size(a)}
      {:x, :undefined, 4}
  """

  @doc "An empty array that grows."
  def new, do: make(0, false, :undefined)

  @doc """
  An array of options: a size or `{:size, n}` (which fixes it), `:fixed`, `{:fixed, boolean}`, `{:default, term}`.

      iex> :array.get(2, :array.new([3, {:default, 0}]))
      0
  """
  def new(options), do: options(as_list(options), 0, false, :undefined, options)

  @doc "An array of a size and more options."
  def new(size, options) when is_integer(size) and size >= 0,
    do: options(as_list(options), size, true, :undefined, options)

  def new(_size, _options), do: :erlang.error(:badarg)

  defp as_list(options) when is_list(options), do: options
  defp as_list(option), do: [option]

  defp options([:fixed | rest], size, _fixed, default, all),
    do: options(rest, size, true, default, all)

  defp options([{:fixed, fixed} | rest], size, _fixed, default, all) when is_boolean(fixed),
    do: options(rest, size, fixed, default, all)

  defp options([{:default, default} | rest], size, fixed, _default, all),
    do: options(rest, size, fixed, default, all)

  defp options([{:size, size} | rest], _size, _fixed, default, all)
       when is_integer(size) and size >= 0,
       do: options(rest, size, true, default, all)

  defp options([size | rest], _size, _fixed, default, all) when is_integer(size) and size >= 0,
    do: options(rest, size, true, default, all)

  defp options([], size, fixed, default, _all), do: make(size, fixed, default)
  defp options(_other, _size, _fixed, _default, all), do: :erlang.error(:badarg, [all])

  defp make(size, fixed, default) do
    span = span(size - 1, 10)
    {:array, size, if(fixed, do: 0, else: span), default, span}
  end

  # The span of a tree that has room for the index.
  defp span(index, max) when index >= max, do: span(index, max * 10)
  defp span(_index, max), do: max

  @doc "Whether a term looks like an array."
  def is_array({:array, size, max, _, _}) when is_integer(size) and is_integer(max), do: true
  def is_array(_other), do: false

  @doc "The number of indices."
  def size({:array, size, _, _, _}), do: size
  def size(_other), do: :erlang.error(:badarg)

  @doc "The value of indices that were not set."
  def default({:array, _, _, default, _}), do: default
  def default(_other), do: :erlang.error(:badarg)

  @doc "Whether the array cannot grow."
  def is_fix({:array, _, 0, _, _}), do: true
  def is_fix({:array, _, _, _, _}), do: false

  @doc "The array with its size fixed."
  def fix({:array, size, _, default, elements}), do: {:array, size, 0, default, elements}

  @doc "The array with its size not fixed."
  def relax({:array, size, _, default, elements}),
    do: {:array, size, span(size - 1, 10), default, elements}

  @doc "The array with another size; what lies beyond is cut off."
  def resize(size, {:array, old, max, default, elements}) when is_integer(size) and size >= 0 do
    if size > old do
      {elements, span} = grow(size - 1, elements, if(max > 0, do: max, else: span(old - 1, 10)))
      {:array, size, if(max > 0, do: span, else: 0), default, elements}
    else
      {:array, size, max, default, elements}
    end
  end

  def resize(_size, _other), do: :erlang.error(:badarg)

  @doc "The array cut off after the last index that is not the default."
  def resize(array), do: resize(sparse_size(array), array)

  @doc "The value at `index`."
  def get(index, {:array, size, max, default, elements}) when is_integer(index) and index >= 0 do
    cond do
      index < size -> get_part(index, elements, default)
      max > 0 -> default
      true -> :erlang.error(:badarg)
    end
  end

  def get(_index, _other), do: :erlang.error(:badarg)

  defp get_part(_index, part, default) when is_integer(part), do: default

  defp get_part(index, part, default) when tuple_size(part) == 11 do
    span = :erlang.element(11, part)
    get_part(rem(index, span), :erlang.element(div(index, span) + 1, part), default)
  end

  defp get_part(index, part, _default), do: :erlang.element(index + 1, part)

  @doc "The array with `value` at `index`; it grows where it may."
  def set(index, value, {:array, size, max, default, elements})
      when is_integer(index) and index >= 0 do
    cond do
      index < size ->
        {:array, size, max, default, set_part(index, elements, value, default)}

      index < max ->
        {:array, index + 1, max, default, set_part(index, elements, value, default)}

      max > 0 ->
        {elements, max} = grow(index, elements, max)
        {:array, index + 1, max, default, set_part(index, elements, value, default)}

      true ->
        :erlang.error(:badarg)
    end
  end

  def set(_index, _value, _other), do: :erlang.error(:badarg)

  defp set_part(index, part, value, default) when is_integer(part),
    do: expand(index, part, value, default)

  defp set_part(index, part, value, default) when tuple_size(part) == 11 do
    span = :erlang.element(11, part)
    slot = div(index, span) + 1

    :erlang.setelement(
      slot,
      part,
      set_part(rem(index, span), :erlang.element(slot, part), value, default)
    )
  end

  defp set_part(index, part, value, _default), do: :erlang.setelement(index + 1, part, value)

  defp expand(index, span, value, default) when span > 10 do
    inner = div(span, 10)

    :erlang.setelement(
      div(index, inner) + 1,
      node_of(inner),
      expand(rem(index, inner), inner, value, default)
    )
  end

  defp expand(index, _span, value, default),
    do: :erlang.setelement(index + 1, :erlang.make_tuple(10, default), value)

  defp node_of(span), do: :erlang.make_tuple(11, span)

  defp grow(index, elements, _max) when is_integer(elements) do
    span = span(index, elements)
    {span, span}
  end

  defp grow(index, elements, max) when index >= max,
    do: grow(index, :erlang.setelement(1, node_of(max), elements), max * 10)

  defp grow(_index, elements, max), do: {elements, max}

  @doc "The array with the default at `index`."
  def reset(index, {:array, size, max, default, elements} = array)
      when is_integer(index) and index >= 0 do
    cond do
      index < size and get_part(index, elements, default) === default -> array
      index < size -> {:array, size, max, default, set_part(index, elements, default, default)}
      max > 0 -> array
      true -> :erlang.error(:badarg)
    end
  end

  def reset(_index, _other), do: :erlang.error(:badarg)

  @doc """
  The values in order, defaults included.

      iex> :array.to_list(:array.set(2, :x, :array.new(default: 0)))
      [0, 0, :x]
  """
  def to_list({:array, size, _, default, elements}), do: values(elements, size, default, [])
  def to_list(_other), do: :erlang.error(:badarg)

  # The first `count` values of a part, before `rest`.
  defp values(_part, 0, _default, rest), do: rest
  defp values(part, count, default, rest) when is_integer(part), do: fill(count, default, rest)

  defp values(part, count, default, rest) when tuple_size(part) == 11 do
    span = :erlang.element(11, part)
    full = div(count, span)

    rest =
      if rem(count, span) == 0,
        do: rest,
        else: values(:erlang.element(full + 1, part), rem(count, span), default, rest)

    node_values(part, full, span, default, rest)
  end

  defp values(part, count, default, rest),
    do: values(part, count - 1, default, [:erlang.element(count, part) | rest])

  defp node_values(_part, 0, _span, _default, rest), do: rest

  defp node_values(part, slot, span, default, rest),
    do:
      node_values(
        part,
        slot - 1,
        span,
        default,
        values(:erlang.element(slot, part), span, default, rest)
      )

  defp fill(0, _default, rest), do: rest
  defp fill(count, default, rest), do: fill(count - 1, default, [default | rest])

  @doc "The values in order that are not the default."
  def sparse_to_list(array) do
    default = default(array)
    :lists.filter(&(&1 !== default), to_list(array))
  end

  @doc "The array of a list's elements."
  def from_list(list), do: from_list(list, :undefined)

  @doc "The array of a list's elements, with a default."
  def from_list(list, default) when is_list(list), do: set_all(list, 0, make(0, false, default))
  def from_list(_other, _default), do: :erlang.error(:badarg)

  defp set_all([x | rest], index, array), do: set_all(rest, index + 1, set(index, x, array))
  defp set_all([], _index, array), do: array
  defp set_all(_other, _index, _array), do: :erlang.error(:badarg)

  @doc "Pairs of index and value in order, defaults included."
  def to_orddict(array), do: :lists.enumerate(0, to_list(array))

  @doc "Pairs of index and value in order, without defaults."
  def sparse_to_orddict(array) do
    default = default(array)
    :lists.filter(fn {_, x} -> x !== default end, to_orddict(array))
  end

  @doc "The array of a sorted list of pairs of index and value."
  def from_orddict(pairs), do: from_orddict(pairs, :undefined)

  @doc "The array of a sorted list of pairs of index and value, with a default."
  def from_orddict(pairs, default) when is_list(pairs),
    do: set_pairs(pairs, -1, make(0, false, default))

  def from_orddict(_other, _default), do: :erlang.error(:badarg)

  defp set_pairs([{index, x} | rest], last, array) when is_integer(index) and index > last,
    do: set_pairs(rest, index, set(index, x, array))

  defp set_pairs([], _last, array), do: array
  defp set_pairs(_other, _last, _array), do: :erlang.error(:badarg)

  @doc "The array with each value replaced by what `fun` gives for index and value, defaults included."
  def map(fun, {:array, size, max, default, elements} = array) when is_function(fun, 2),
    do: map_values(to_list(array), 0, fun, {:array, size, max, default, span_of(elements)})

  def map(_fun, _other), do: :erlang.error(:badarg)

  # Set into an empty tree of the same span, which may be more than the size needs.
  defp span_of(part) when is_integer(part), do: part
  defp span_of(part) when tuple_size(part) == 11, do: 10 * :erlang.element(11, part)
  defp span_of(_leaf), do: 10

  defp map_values([x | rest], index, fun, array),
    do: map_values(rest, index + 1, fun, set(index, fun.(index, x), array))

  defp map_values([], _index, _fun, array), do: array

  @doc "The array with each value but defaults replaced by what `fun` gives for index and value."
  def sparse_map(fun, {:array, _, _, default, _} = array) when is_function(fun, 2) do
    :lists.foldl(
      fn {index, x}, acc -> set(index, fun.(index, x), acc) end,
      array,
      pairs_but(array, default)
    )
  end

  def sparse_map(_fun, _other), do: :erlang.error(:badarg)

  defp pairs_but(array, default),
    do: :lists.filter(fn {_, x} -> x !== default end, to_orddict(array))

  @doc "Folds over index and value from the first, defaults included."
  def foldl(fun, acc, {:array, _, _, _, _} = array) when is_function(fun, 3),
    do: fold_up(to_list(array), 0, fun, acc)

  def foldl(_fun, _acc, _other), do: :erlang.error(:badarg)

  defp fold_up([x | rest], index, fun, acc),
    do: fold_up(rest, index + 1, fun, fun.(index, x, acc))

  defp fold_up([], _index, _fun, acc), do: acc

  @doc "Folds over index and value from the last, defaults included."
  def foldr(fun, acc, {:array, size, _, _, _} = array) when is_function(fun, 3),
    do: fold_down(:lists.reverse(to_list(array)), size - 1, fun, acc)

  def foldr(_fun, _acc, _other), do: :erlang.error(:badarg)

  defp fold_down([x | rest], index, fun, acc),
    do: fold_down(rest, index - 1, fun, fun.(index, x, acc))

  defp fold_down([], _index, _fun, acc), do: acc

  @doc "Folds over index and value from the first, without defaults."
  def sparse_foldl(fun, acc, {:array, _, _, default, _} = array) when is_function(fun, 3),
    do:
      :lists.foldl(fn {index, x}, acc -> fun.(index, x, acc) end, acc, pairs_but(array, default))

  def sparse_foldl(_fun, _acc, _other), do: :erlang.error(:badarg)

  @doc "Folds over index and value from the last, without defaults."
  def sparse_foldr(fun, acc, {:array, _, _, default, _} = array) when is_function(fun, 3),
    do:
      :lists.foldr(fn {index, x}, acc -> fun.(index, x, acc) end, acc, pairs_but(array, default))

  def sparse_foldr(_fun, _acc, _other), do: :erlang.error(:badarg)

  @doc "One more than the last index that is not the default; 0 where all are."
  def sparse_size({:array, _, _, default, _} = array) do
    case pairs_but(array, default) do
      [] ->
        0

      pairs ->
        {index, _} = :lists.last(pairs)
        index + 1
    end
  end

  def sparse_size(_other), do: :erlang.error(:badarg)
end
