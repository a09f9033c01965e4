# stdlib/elixir/range.ex: arithmetic sequences of integers.
# Here: the struct, what can be asked of it, and its walk.
# Not here: the operators `..` and `..//`, which are Kernel's and build the struct.
# Holds: the step is never 0; a range is empty when its last lies on the wrong side of its first.
defmodule Range do
  @moduledoc """
  Ranges: integers from `first` to `last`, both included, `step` apart.

      iex> Enum.to_list(1..4)
      [1, 2, 3, 4]
      iex> Enum.to_list(1..10//4)
      [1, 5, 9]
      iex> Enum.to_list(3..1//-1)
      [3, 2, 1]
      iex> Enum.to_list(3..1//1)
      []

  A range takes constant space and knows its size and members without a walk. `first..last` has step 1,
  or -1 where `last` is the smaller; write `first..last//1` where such a range should be empty. The
  fields `first`, `last` and `step` may be matched on.
  """

  # A range is never enforced by keys: `..` builds the map itself.
  defstruct first: nil, last: nil, step: nil

  @type limit :: integer
  @type step :: pos_integer | neg_integer
  @type t :: %__MODULE__{first: limit, last: limit, step: step}
  @type t(first, last) :: %__MODULE__{first: first, last: last, step: step}

  @doc """
  The range from `first` to `last`, with step -1 where `last` is the smaller, else 1.

  Raises `ArgumentError` unless both are integers.

  ## Examples

      iex> Range.new(1, 3)
      1..3
      iex> Range.new(3, 1)
      3..1//-1
  """
  @spec new(limit, limit) :: t
  def new(first, last) when is_integer(first) and is_integer(last) do
    step = if first <= last, do: 1, else: -1
    %{__struct__: Range, first: first, last: last, step: step}
  end

  def new(first, last) do
    raise ArgumentError,
          "ranges (first..last) expect both sides to be integers, got: " <>
            "#{inspect(first)}..#{inspect(last)}"
  end

  @doc """
  The range from `first` to `last` with `step`.

  Raises `ArgumentError` unless all are integers and the step is not 0.

  ## Examples

      iex> Range.new(1, 10, 3)
      1..10//3
      iex> Enum.count(Range.new(3, 1, 1))
      0
  """
  @spec new(limit, limit, step) :: t
  def new(first, last, step)
      when is_integer(first) and is_integer(last) and is_integer(step) and step != 0 do
    %{__struct__: Range, first: first, last: last, step: step}
  end

  def new(first, last, step) do
    raise ArgumentError,
          "ranges (first..last//step) expect both sides to be integers and the step to be a " <>
            "non-zero integer, got: #{inspect(first)}..#{inspect(last)}//#{inspect(step)}"
  end

  @doc """
  The number of elements.

  ## Examples

      iex> Range.size(1..10)
      10
      iex> Range.size(1..10//4)
      3
      iex> Range.size(10..1//1)
      0
  """
  @spec size(t) :: non_neg_integer
  def size(range)

  def size(first..last//step) when step > 0 and first > last, do: 0
  def size(first..last//step) when step < 0 and first < last, do: 0
  def size(first..last//step), do: div(last - first, step) + 1

  # Ranges made before steps existed have no such field.
  def size(%{__struct__: Range, first: first, last: last}), do: abs(last - first) + 1

  @doc """
  Moves the range by `steps_to_shift` of its own steps.

  ## Examples

      iex> Range.shift(0..10, 2)
      2..12
      iex> Range.shift(0..10//3, -1)
      -3..7//3
  """
  @spec shift(t, integer) :: t
  def shift(first..last//step, steps_to_shift) when is_integer(steps_to_shift) do
    new(first + steps_to_shift * step, last + steps_to_shift * step, step)
  end

  @doc """
  Whether the two ranges have no element in common.

  Takes constant time for any steps.

  ## Examples

      iex> Range.disjoint?(1..5, 6..9)
      true
      iex> Range.disjoint?(1..10//2, 2..10//2)
      true
      iex> Range.disjoint?(1..10//3, 2..10//2)
      false
  """
  @spec disjoint?(t, t) :: boolean
  def disjoint?(first1..last1//step1 = range1, first2..last2//step2 = range2) do
    if size(range1) == 0 or size(range2) == 0 do
      true
    else
      {first1, last1, step1} = ascending(first1, last1, step1)
      {first2, last2, step2} = ascending(first2, last2, step2)
      not meet?(first1, last1, step1, first2, last2, step2)
    end
  end

  defp ascending(first, last, step) when step > 0, do: {first, last, step}
  defp ascending(first, last, step), do: {first - div(first - last, -step) * -step, first, -step}

  # first1 + i * step1 == first2 + j * step2 has solutions iff gcd divides the difference; they lie
  # lcm apart, and the smallest that both ranges have begun at must not lie past either end.
  defp meet?(first1, last1, step1, first2, last2, step2) do
    {gcd, inverse, _} = Integer.extended_gcd(step1, step2)
    distance = first2 - first1

    if rem(distance, gcd) != 0 do
      false
    else
      lcm = div(step1, gcd) * step2
      common = first1 + step1 * Integer.mod(div(distance, gcd) * inverse, div(step2, gcd))
      start = max(first1, first2)
      start + Integer.mod(common - start, lcm) <= min(last1, last2)
    end
  end

  @doc false
  @deprecated "Pattern match on first..last//step instead"
  def range?(term)

  def range?(first..last) when is_integer(first) and is_integer(last), do: true
  def range?(_), do: false
end

defimpl Enumerable, for: Range do
  def count(range), do: {:ok, Range.size(range)}

  def member?(first..last//step, value) when is_integer(value) do
    cond do
      step > 0 -> {:ok, first <= value and value <= last and rem(value - first, step) == 0}
      true -> {:ok, last <= value and value <= first and rem(value - first, step) == 0}
    end
  end

  def member?(%{__struct__: Range}, _value), do: {:ok, false}

  def slice(first.._//step = range) do
    {:ok, Range.size(range),
     fn start, length, every -> part(first + start * step, step * every, length) end}
  end

  defp part(x, _step, 1), do: [x]
  defp part(x, step, left), do: [x | part(x + step, step, left - 1)]

  def reduce(first..last//step, acc, fun) when step > 0, do: up(first, last, step, acc, fun)
  def reduce(first..last//step, acc, fun), do: down(first, last, step, acc, fun)

  defp up(x, last, step, {:cont, acc}, fun) when x <= last,
    do: up(x + step, last, step, fun.(x, acc), fun)

  defp up(_x, _last, _step, {:cont, acc}, _fun), do: {:done, acc}
  defp up(_x, _last, _step, {:halt, acc}, _fun), do: {:halted, acc}
  defp up(x, last, step, {:suspend, acc}, fun), do: {:suspended, acc, &up(x, last, step, &1, fun)}

  defp down(x, last, step, {:cont, acc}, fun) when x >= last,
    do: down(x + step, last, step, fun.(x, acc), fun)

  defp down(_x, _last, _step, {:cont, acc}, _fun), do: {:done, acc}
  defp down(_x, _last, _step, {:halt, acc}, _fun), do: {:halted, acc}

  defp down(x, last, step, {:suspend, acc}, fun),
    do: {:suspended, acc, &down(x, last, step, &1, fun)}
end
