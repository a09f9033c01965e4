# stdlib/elixir/bitwise.ex: operators on the bits of integers.
# Holds: all are allowed in guards and compile to the machine's own arithmetic, so they are macros'
# equals: plain functions that the compiler replaces by :erlang's.
defmodule Bitwise do
  @moduledoc """
  Operators on integers as two's complement numbers of unlimited width.

      iex> import Bitwise
      iex> band(0b1100, 0b1010)
      8
      iex> 1 <<< 10
      1024

  Negative numbers have an endless row of ones on the left: `-1 >>> 10` is -1.
  """

  @doc false
  @deprecated "import Bitwise instead"
  defmacro __using__(options) do
    except =
      cond do
        Keyword.get(options, :only_operators) ->
          [bnot: 1, band: 2, bor: 2, bxor: 2, bsl: 2, bsr: 2]

        Keyword.get(options, :skip_operators) ->
          ["~~~": 1, &&&: 2, |||: 2, "^^^": 2, <<<: 2, >>>: 2]

        true ->
          []
      end

    quote do
      import Bitwise, except: unquote(except)
    end
  end

  @doc """
  The opposite of each bit.

  ## Examples

      iex> Bitwise.bnot(2)
      -3
  """
  @doc guard: true
  @spec bnot(integer) :: integer
  def bnot(expr), do: :erlang.bnot(expr)

  @doc """
  The opposite of each bit, as an operator.

  ## Examples

      iex> import Bitwise
      iex> ~~~2
      -3
  """
  @doc guard: true
  @spec ~~~integer :: integer
  def ~~~expr, do: :erlang.bnot(expr)

  @doc """
  The bits set in both.

  ## Examples

      iex> Bitwise.band(9, 3)
      1
  """
  @doc guard: true
  @spec band(integer, integer) :: integer
  def band(left, right), do: :erlang.band(left, right)

  @doc """
  The bits set in both, as an operator.

  ## Examples

      iex> import Bitwise
      iex> 9 &&& 3
      1
  """
  @doc guard: true
  @spec integer &&& integer :: integer
  def left &&& right, do: :erlang.band(left, right)

  @doc """
  The bits set in at least one.

  ## Examples

      iex> Bitwise.bor(9, 3)
      11
  """
  @doc guard: true
  @spec bor(integer, integer) :: integer
  def bor(left, right), do: :erlang.bor(left, right)

  @doc """
  The bits set in at least one, as an operator.

  ## Examples

      iex> import Bitwise
      iex> 9 ||| 3
      11
  """
  @doc guard: true
  @spec integer ||| integer :: integer
  def left ||| right, do: :erlang.bor(left, right)

  @doc """
  The bits set in exactly one.

  ## Examples

      iex> Bitwise.bxor(9, 3)
      10
  """
  @doc guard: true
  @spec bxor(integer, integer) :: integer
  def bxor(left, right), do: :erlang.bxor(left, right)

  @doc false
  @deprecated "Use Bitwise.bxor/2 instead"
  @doc guard: true
  @spec unquote(:^^^)(integer, integer) :: integer
  def unquote(:^^^)(left, right), do: :erlang.bxor(left, right)

  @doc """
  The bits of `left` moved up by `right`, which multiplies by a power of two.

  ## Examples

      iex> Bitwise.bsl(1, 2)
      4
      iex> Bitwise.bsl(1, -2)
      0
  """
  @doc guard: true
  @spec bsl(integer, integer) :: integer
  def bsl(left, right), do: :erlang.bsl(left, right)

  @doc """
  The bits of `left` moved up by `right`, as an operator.

  ## Examples

      iex> import Bitwise
      iex> 1 <<< 2
      4
      iex> -1 <<< 2
      -4
  """
  @doc guard: true
  @spec integer <<< integer :: integer
  def left <<< right, do: :erlang.bsl(left, right)

  @doc """
  The bits of `left` moved down by `right`, keeping the sign.

  ## Examples

      iex> Bitwise.bsr(5, 1)
      2
      iex> Bitwise.bsr(-5, 1)
      -3
  """
  @doc guard: true
  @spec bsr(integer, integer) :: integer
  def bsr(left, right), do: :erlang.bsr(left, right)

  @doc """
  The bits of `left` moved down by `right`, as an operator.

  ## Examples

      iex> import Bitwise
      iex> 5 >>> 1
      2
  """
  @doc guard: true
  @spec integer >>> integer :: integer
  def left >>> right, do: :erlang.bsr(left, right)
end
