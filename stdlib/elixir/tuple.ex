# stdlib/elixir/tuple.ex: functions over tuples.
# Not here: elem, put_elem and tuple_size, which are Kernel's.
defmodule Tuple do
  @moduledoc """
  Functions over tuples: a fixed number of values side by side.

  Reading an element is constant, any change copies the whole tuple. Use lists for what grows.

      iex> Tuple.append({:ok, 1}, 2)
      {:ok, 1, 2}
  """

  @doc """
  A tuple of `size` times `data`.

  ## Examples

      iex> Tuple.duplicate(0, 3)
      {0, 0, 0}
  """
  @spec duplicate(term, non_neg_integer) :: tuple
  def duplicate(data, size) when is_integer(size) and size >= 0,
    do: :erlang.make_tuple(size, data)

  @doc """
  The tuple with `value` before the element at `index` (from 0); at the end where `index` is its size.

  Raises `ArgumentError` when `index` lies outside.

  ## Examples

      iex> Tuple.insert_at({:a, :c}, 1, :b)
      {:a, :b, :c}
      iex> Tuple.insert_at({:a}, 1, :b)
      {:a, :b}
  """
  @spec insert_at(tuple, non_neg_integer, term) :: tuple
  def insert_at(tuple, index, value) when is_integer(index) and index >= 0,
    do: :erlang.insert_element(index + 1, tuple, value)

  @doc """
  The tuple with `value` as its last element.

  ## Examples

      iex> Tuple.append({:a}, :b)
      {:a, :b}
  """
  @spec append(tuple, term) :: tuple
  def append(tuple, value), do: :erlang.append_element(tuple, value)

  @doc """
  The tuple without the element at `index` (from 0).

  Raises `ArgumentError` when there is none.

  ## Examples

      iex> Tuple.delete_at({:a, :b, :c}, 1)
      {:a, :c}
  """
  @spec delete_at(tuple, non_neg_integer) :: tuple
  def delete_at(tuple, index) when is_integer(index) and index >= 0,
    do: :erlang.delete_element(index + 1, tuple)

  @doc """
  The sum of the elements.

  ## Examples

      iex> Tuple.sum({1, 2, 3.5})
      6.5
      iex> Tuple.sum({})
      0
  """
  @spec sum(tuple) :: number
  def sum(tuple), do: sum(tuple, tuple_size(tuple), 0)

  defp sum(_tuple, 0, acc), do: acc
  defp sum(tuple, index, acc), do: sum(tuple, index - 1, acc + :erlang.element(index, tuple))

  @doc """
  The product of the elements.

  ## Examples

      iex> Tuple.product({2, 3, 4})
      24
      iex> Tuple.product({})
      1
  """
  @spec product(tuple) :: number
  def product(tuple), do: product(tuple, tuple_size(tuple), 1)

  defp product(_tuple, 0, acc), do: acc

  defp product(tuple, index, acc),
    do: product(tuple, index - 1, acc * :erlang.element(index, tuple))

  @doc """
  The list of the elements.

  ## Examples

      iex> Tuple.to_list({1, 2})
      [1, 2]
  """
  @spec to_list(tuple) :: list
  def to_list(tuple), do: :erlang.tuple_to_list(tuple)
end
