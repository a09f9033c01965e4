# stdlib/elixir/list.ex: functions over lists.
# Here: ends, construction, deletion, folds, conversion.
# Not here: lists of tuples by key (list/key.part.ex), elements by position (list/position.part.ex), the
# differences of two lists (list/difference.part.ex); what holds for any collection (Enum).
defmodule List do
  @moduledoc ~S"""
  Functions over lists: chains of cells, each with an element and the rest.

      iex> [1, 2 | [3]]
      [1, 2, 3]
      iex> [head | tail] = [1, 2, 3]
      iex> {head, tail}
      {1, [2, 3]}

  Putting an element in front is constant, whatever goes to the end or by position is linear, as is
  `length/1`. A charlist is a list of code points; `inspect/1` shows one that is printable in quotes.
  Functions for any collection are in `Enum`.
  """

  require Kernel.Part

  @doc """
  The list without the first element equal (`===`) to `element`.

  ## Examples

      iex> List.delete([:a, :b, :c, :b], :b)
      [:a, :c, :b]
      iex> List.delete([1], 1.0)
      [1]
  """
  @spec delete([], any) :: []
  @spec delete([...], any) :: list
  def delete(list, element)

  def delete([element | rest], element), do: rest
  def delete([other | rest], element), do: [other | delete(rest, element)]
  def delete([], _element), do: []

  @doc """
  A list of `n` times `elem`.

  ## Examples

      iex> List.duplicate(:x, 3)
      [:x, :x, :x]
  """
  @spec duplicate(any, 0) :: []
  @spec duplicate(elem, pos_integer) :: [elem, ...] when elem: var
  def duplicate(elem, n), do: :lists.duplicate(n, elem)

  @doc """
  All elements of nested lists in one list.

  ## Examples

      iex> List.flatten([1, [[2], 3], []])
      [1, 2, 3]
  """
  @spec flatten(deep_list) :: list when deep_list: [any | deep_list]
  def flatten(list), do: :lists.flatten(list)

  @doc """
  All elements of nested lists in one list, followed by `tail`.

  ## Examples

      iex> List.flatten([1, [2]], [3, [4]])
      [1, 2, 3, [4]]
  """
  @spec flatten(deep_list, [elem]) :: [elem] when deep_list: [elem | deep_list], elem: var
  def flatten(list, tail), do: :lists.flatten(list, tail)

  @doc """
  Folds the list from the left.

  ## Examples

      iex> List.foldl([1, 2, 3], "", fn x, acc -> acc <> Integer.to_string(x) end)
      "123"
  """
  @spec foldl([elem], acc, (elem, acc -> acc)) :: acc when elem: var, acc: var
  def foldl(list, acc, fun) when is_list(list) and is_function(fun), do: fold(list, acc, fun)

  defp fold([x | rest], acc, fun), do: fold(rest, fun.(x, acc), fun)
  defp fold([], acc, _fun), do: acc

  @doc """
  Folds the list from the right.

  ## Examples

      iex> List.foldr([1, 2, 3], "", fn x, acc -> acc <> Integer.to_string(x) end)
      "321"
  """
  @spec foldr([elem], acc, (elem, acc -> acc)) :: acc when elem: var, acc: var
  def foldr(list, acc, fun) when is_list(list) and is_function(fun),
    do: list |> :lists.reverse() |> fold(acc, fun)

  @doc """
  The first element, or `default` of an empty list.

  ## Examples

      iex> List.first([1, 2])
      1
      iex> List.first([], :none)
      :none
  """
  @spec first([], any) :: any
  @spec first([elem, ...], any) :: elem when elem: var
  def first(list, default \\ nil)

  def first([], default), do: default
  def first([head | _], _default), do: head

  @doc """
  The last element, or `default` of an empty list. Linear.

  ## Examples

      iex> List.last([1, 2])
      2
      iex> List.last([])
      nil
  """
  @spec last([], any) :: any
  @spec last([elem, ...], any) :: elem when elem: var
  def last(list, default \\ nil)

  def last([], default), do: default
  def last([head], _default), do: head
  def last([_ | tail], default), do: last(tail, default)

  @doc """
  A list of what may be one already: lists stay, `nil` becomes empty, other terms a list of themselves.

  ## Examples

      iex> List.wrap("hi")
      ["hi"]
      iex> List.wrap([1])
      [1]
      iex> List.wrap(nil)
      []
  """
  @spec wrap(term) :: maybe_improper_list
  def wrap(term)

  def wrap(list) when is_list(list), do: list
  def wrap(nil), do: []
  def wrap(term), do: [term]

  @doc """
  Tuples of the elements at the same position of all lists, as `Enum.zip/1` gives them.

  ## Examples

      iex> List.zip([[1, 2], [:a, :b, :c]])
      [{1, :a}, {2, :b}]
  """
  @spec zip([list]) :: [tuple]
  def zip(list_of_lists)

  def zip([]), do: []
  def zip(list_of_lists) when is_list(list_of_lists), do: zip_heads(list_of_lists)

  defp zip_heads(lists) do
    case heads_and_tails(lists, [], []) do
      {heads, tails} -> [:erlang.list_to_tuple(heads) | zip_heads(tails)]
      :done -> []
    end
  end

  defp heads_and_tails([list | lists], heads, tails) do
    case to_list(list) do
      [head | tail] -> heads_and_tails(lists, [head | heads], [tail | tails])
      [] -> :done
    end
  end

  defp heads_and_tails([], heads, tails), do: {:lists.reverse(heads), :lists.reverse(tails)}

  defp to_list(list) when is_list(list), do: list
  defp to_list(tuple) when is_tuple(tuple), do: :erlang.tuple_to_list(tuple)

  @doc """
  Whether all elements are printable characters of ASCII; with a limit, whether the first ones are.

  ## Examples

      iex> List.ascii_printable?([?a, ?b, ?\\n])
      true
      iex> List.ascii_printable?([?a, 0])
      false
      iex> List.ascii_printable?([?a, 0], 1)
      true
  """
  @spec ascii_printable?(list, 0) :: true
  @spec ascii_printable?([], limit) :: true when limit: :infinity | pos_integer
  @spec ascii_printable?([...], limit) :: boolean when limit: :infinity | pos_integer
  def ascii_printable?(list, limit \\ :infinity)
      when is_list(list) and (limit == :infinity or (is_integer(limit) and limit >= 0)) do
    printable?(list, limit)
  end

  defp printable?(_list, 0), do: true

  defp printable?([char | rest], limit)
       when char in 32..126 or char in 7..13 or char == 27,
       do: printable?(rest, if(limit == :infinity, do: limit, else: limit - 1))

  defp printable?([], _limit), do: true
  defp printable?(_other, _limit), do: false

  @doc """
  Whether the list does not end with an empty list.

  ## Examples

      iex> List.improper?([1 | 2])
      true
      iex> List.improper?([1, 2])
      false
  """
  @spec improper?(maybe_improper_list) :: boolean
  def improper?(list) when is_list(list) and length(list) >= 0, do: false
  def improper?(list) when is_list(list), do: true

  @doc """
  Whether the list begins with the elements of `prefix`; equality is that of patterns.

  ## Examples

      iex> List.starts_with?([1, 2, 3], [1, 2])
      true
      iex> List.starts_with?([1], [1, 2])
      false
  """
  @spec starts_with?(nonempty_list, nonempty_list) :: boolean
  @spec starts_with?(list, []) :: true
  @spec starts_with?([], nonempty_list) :: false
  def starts_with?(list, prefix)

  def starts_with?([head | tail], [head | prefix_tail]), do: starts_with?(tail, prefix_tail)
  def starts_with?(list, []) when is_list(list), do: true
  def starts_with?(list, [_ | _]) when is_list(list), do: false

  Kernel.Part.include("list/key.part.ex")
  Kernel.Part.include("list/position.part.ex")
  Kernel.Part.include("list/difference.part.ex")
  Kernel.Part.include("list/convert.part.ex")
end
