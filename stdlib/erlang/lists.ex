# stdlib/erlang/lists.ex: Erlang's functions over lists.
# Here: walks and folds, and searching. Not here: cutting and joining (lists/shape.part.ex), tuples by key
# (lists/key.part.ex), sorting (lists/sort.part.ex), merging (lists/merge.part.ex).
# Natives of this module: reverse/1 and /2, member/2, keyfind/3, keymember/3, keysearch/3, sort/1, usort/1,
# keysort/2, ukeysort/2; calls to them say `:lists.` since they are not defined here.
# Holds: positions count from 1; what is no proper list fails with function_clause. Kernel's macros call this
# module while others compile, `|>` among them, so it is compiled right after Kernel and does without these.
defmodule :lists do
  @moduledoc """
  Erlang's functions over lists. `List` and `Enum` have most of them under their Elixir names.

  Positions count from 1, and functions come first among the arguments.
  """

  # Elixir's own functions of these names would be in the way.
  import Kernel, except: [max: 2, min: 2]
  require Kernel.Part

  Kernel.Part.include("lists/shape.part.ex")
  Kernel.Part.include("lists/key.part.ex")
  Kernel.Part.include("lists/sort.part.ex")
  Kernel.Part.include("lists/merge.part.ex")

  @doc """
  Maps each element.

      iex> :lists.map(fn x -> x + 1 end, [1, 2])
      [2, 3]
  """
  def map(fun, list) when is_function(fun, 1) and is_list(list), do: map_1(list, fun)
  def map(fun, other) when is_function(fun, 1), do: not_a_list(other)

  defp map_1([x | rest], fun), do: [fun.(x) | map_1(rest, fun)]
  defp map_1([], _fun), do: []

  # OTP looks at the list in a `case` here, and callers may see which error that is.
  defp not_a_list(other), do: :erlang.error({:case_clause, other})

  @doc "Calls `fun` with each element; gives `:ok`."
  def foreach(fun, list) when is_function(fun, 1), do: foreach_1(list, fun)

  defp foreach_1([x | rest], fun) do
    fun.(x)
    foreach_1(rest, fun)
  end

  defp foreach_1([], _fun), do: :ok

  @doc """
  Folds from the left.

      iex> :lists.foldl(fn x, acc -> [x | acc] end, [], [1, 2])
      [2, 1]
  """
  def foldl(fun, acc, list) when is_function(fun, 2) and is_list(list),
    do: foldl_1(list, acc, fun)

  def foldl(fun, _acc, other) when is_function(fun, 2), do: not_a_list(other)

  defp foldl_1([x | rest], acc, fun), do: foldl_1(rest, fun.(x, acc), fun)
  defp foldl_1([], acc, _fun), do: acc

  @doc """
  Folds from the right.

      iex> :lists.foldr(fn x, acc -> [x | acc] end, [], [1, 2])
      [1, 2]
  """
  def foldr(fun, acc, list) when is_function(fun, 2),
    do: foldl_1(:lists.reverse(list), acc, fun)

  @doc """
  Maps and folds from the left.

      iex> :lists.mapfoldl(fn x, sum -> {x * 2, sum + x} end, 0, [1, 2])
      {[2, 4], 3}
  """
  def mapfoldl(fun, acc, list) when is_function(fun, 2), do: mapfoldl_1(list, fun, acc, [])

  defp mapfoldl_1([x | rest], fun, acc, mapped) do
    {y, acc} = fun.(x, acc)
    mapfoldl_1(rest, fun, acc, [y | mapped])
  end

  defp mapfoldl_1([], _fun, acc, mapped), do: {:lists.reverse(mapped), acc}

  @doc "Maps and folds from the right."
  def mapfoldr(fun, acc, list) when is_function(fun, 2),
    do: mapfoldr_list(:lists.reverse(list), fun, acc, [])

  defp mapfoldr_list([x | rest], fun, acc, mapped) do
    {y, acc} = fun.(x, acc)
    mapfoldr_list(rest, fun, acc, [y | mapped])
  end

  defp mapfoldr_list([], _fun, acc, mapped), do: {mapped, acc}

  @doc """
  The elements for which `fun` is true; other results than booleans are errors.

      iex> :lists.filter(fn x -> x > 1 end, [1, 2, 3])
      [2, 3]
  """
  def filter(fun, list) when is_function(fun, 1), do: filter_1(list, fun)

  defp filter_1([x | rest], fun) do
    case fun.(x) do
      true -> [x | filter_1(rest, fun)]
      false -> filter_1(rest, fun)
      other -> :erlang.error({:bad_filter, other})
    end
  end

  defp filter_1([], _fun), do: []
  defp filter_1(other, _fun), do: :erlang.error({:bad_generator, other})

  @doc """
  Filters and maps: `true` keeps the element, `false` drops it, `{true, value}` gives `value`.

      iex> :lists.filtermap(fn x -> if x > 1, do: {true, x * 10}, else: false end, [1, 2])
      [20]
  """
  def filtermap(fun, list) when is_function(fun, 1), do: filtermap_1(list, fun)

  defp filtermap_1([x | rest], fun) do
    case fun.(x) do
      true -> [x | filtermap_1(rest, fun)]
      {true, value} -> [value | filtermap_1(rest, fun)]
      false -> filtermap_1(rest, fun)
    end
  end

  defp filtermap_1([], _fun), do: []

  @doc false
  def zf(fun, list), do: filtermap(fun, list)

  @doc "Two lists: the elements for which `fun` is true and the others."
  def partition(fun, list) when is_function(fun, 1), do: partition_1(list, fun, [], [])

  defp partition_1([x | rest], fun, yes, no) do
    case fun.(x) do
      true -> partition_1(rest, fun, [x | yes], no)
      false -> partition_1(rest, fun, yes, [x | no])
    end
  end

  defp partition_1([], _fun, yes, no), do: {:lists.reverse(yes), :lists.reverse(no)}

  @doc """
  Maps each element to a list and joins them.

      iex> :lists.flatmap(fn x -> [x, x] end, [1, 2])
      [1, 1, 2, 2]
  """
  def flatmap(fun, list) when is_function(fun, 1), do: flatmap_1(list, fun)

  defp flatmap_1([x | rest], fun), do: fun.(x) ++ flatmap_1(rest, fun)
  defp flatmap_1([], _fun), do: []

  @doc "Whether `fun` is true for all elements."
  def all(fun, list) when is_function(fun, 1) and is_list(list), do: all_1(list, fun)
  def all(fun, other) when is_function(fun, 1), do: not_a_list(other)

  defp all_1([x | rest], fun) do
    case fun.(x) do
      true -> all_1(rest, fun)
      false -> false
    end
  end

  defp all_1([], _fun), do: true

  @doc "Whether `fun` is true for any element."
  def any(fun, list) when is_function(fun, 1) and is_list(list), do: any_1(list, fun)
  def any(fun, other) when is_function(fun, 1), do: not_a_list(other)

  defp any_1([x | rest], fun) do
    case fun.(x) do
      true -> true
      false -> any_1(rest, fun)
    end
  end

  defp any_1([], _fun), do: false

  @doc "The first element for which `fun` is true as `{:value, element}`, or `false`."
  def search(fun, list) when is_function(fun, 1), do: search_1(list, fun)

  defp search_1([x | rest], fun) do
    case fun.(x) do
      true -> {:value, x}
      false -> search_1(rest, fun)
    end
  end

  defp search_1([], _fun), do: false

  @doc "The elements before the first for which `fun` is not true."
  def takewhile(fun, list) when is_function(fun, 1), do: takewhile_1(list, fun)

  defp takewhile_1([x | rest], fun) do
    case fun.(x) do
      true -> [x | takewhile_1(rest, fun)]
      false -> []
    end
  end

  defp takewhile_1([], _fun), do: []

  @doc "The elements from the first for which `fun` is not true on."
  def dropwhile(fun, list) when is_function(fun, 1), do: dropwhile_1(list, fun)

  defp dropwhile_1([x | rest] = list, fun) do
    case fun.(x) do
      true -> dropwhile_1(rest, fun)
      false -> list
    end
  end

  defp dropwhile_1([], _fun), do: []

  @doc """
  The list split before the first element for which `fun` is not true.

      iex> :lists.splitwith(fn x -> x < 2 end, [1, 2, 1])
      {[1], [2, 1]}
  """
  def splitwith(fun, list) when is_function(fun, 1), do: splitwith_1(list, fun, [])

  defp splitwith_1([x | rest] = list, fun, taken) do
    case fun.(x) do
      true -> splitwith_1(rest, fun, [x | taken])
      false -> {:lists.reverse(taken), list}
    end
  end

  defp splitwith_1([], _fun, taken), do: {:lists.reverse(taken), []}

  @doc "The sum of the elements."
  def sum(list), do: sum(list, 0)

  defp sum([x | rest], acc), do: sum(rest, acc + x)
  defp sum([], acc), do: acc

  @doc "The largest element of a list that is not empty; the first of several."
  def max([x | rest]), do: max(rest, x)

  defp max([x | rest], acc) when x > acc, do: max(rest, x)
  defp max([_ | rest], acc), do: max(rest, acc)
  defp max([], acc), do: acc

  @doc "The smallest element of a list that is not empty; the first of several."
  def min([x | rest]), do: min(rest, x)

  defp min([x | rest], acc) when x < acc, do: min(rest, x)
  defp min([_ | rest], acc), do: min(rest, acc)
  defp min([], acc), do: acc

  @doc """
  Pairs of the elements at the same position of two lists of the same length.

      iex> :lists.zip([1, 2], [:a, :b])
      [{1, :a}, {2, :b}]
  """
  def zip([x | xs], [y | ys]), do: [{x, y} | zip(xs, ys)]
  def zip([], []), do: []

  @doc "Triples of the elements at the same position of three lists of the same length."
  def zip3([x | xs], [y | ys], [z | zs]), do: [{x, y, z} | zip3(xs, ys, zs)]
  def zip3([], [], []), do: []

  @doc "The results of `fun` for the elements at the same position of two lists of the same length."
  def zipwith(fun, [x | xs], [y | ys]), do: [fun.(x, y) | zipwith(fun, xs, ys)]
  def zipwith(fun, [], []) when is_function(fun, 2), do: []

  @doc "The results of `fun` for the elements at the same position of three lists of the same length."
  def zipwith3(fun, [x | xs], [y | ys], [z | zs]), do: [fun.(x, y, z) | zipwith3(fun, xs, ys, zs)]
  def zipwith3(fun, [], [], []) when is_function(fun, 3), do: []

  @doc """
  A list of pairs as a pair of lists.

      iex> :lists.unzip([{1, :a}, {2, :b}])
      {[1, 2], [:a, :b]}
  """
  def unzip(list), do: unzip(list, [], [])

  defp unzip([{x, y} | rest], xs, ys), do: unzip(rest, [x | xs], [y | ys])
  defp unzip([], xs, ys), do: {:lists.reverse(xs), :lists.reverse(ys)}

  @doc "A list of triples as a triple of lists."
  def unzip3(list), do: unzip3(list, [], [], [])

  defp unzip3([{x, y, z} | rest], xs, ys, zs), do: unzip3(rest, [x | xs], [y | ys], [z | zs])
  defp unzip3([], xs, ys, zs), do: {:lists.reverse(xs), :lists.reverse(ys), :lists.reverse(zs)}
end
