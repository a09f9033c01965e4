# stdlib/kernel/kernel/operators.part.ex: arithmetic, comparison, lists.
# Here: operators and the functions that go with them: div, rem, max, min, not, **.
# Holds: the compiler replaces calls of all but ** by the machine's own.

@doc """
The sum. Integers have any size; with a float the result is a float.

Allowed in guards.

## Examples

    iex> 1 + 2
    3
"""
@spec (number) + (number) :: number
def left + right, do: :erlang.+(left, right)

@doc """
The difference.

Allowed in guards.

## Examples

    iex> 1 - 2.5
    -1.5
"""
@spec (number) - (number) :: number
def left - right, do: :erlang.-(left, right)

@doc """
The product.

Allowed in guards.

## Examples

    iex> 3 * 4
    12
"""
@spec (number) * (number) :: number
def left * right, do: :erlang.*(left, right)

@doc """
The quotient, always a float; division by zero raises `ArithmeticError`.

For integers see `div/2`. Allowed in guards.

## Examples

    iex> 7 / 2
    3.5
"""
@spec (number) / (number) :: float
def left / right, do: :erlang./(left, right)

@doc """
The elements of `left`, then `right`. Linear in the length of `left`.

`right` may be anything: it becomes the tail.

## Examples

    iex> [1] ++ [2, 3]
    [1, 2, 3]
    iex> [1] ++ 2
    [1 | 2]
"""
@spec (list) ++ (term) :: maybe_improper_list
def left ++ right, do: :erlang.++(left, right)

@doc """
`left` without the first occurrence of each element of `right`.

Of order n log n.

## Examples

    iex> [1, 2, 3, 2] -- [2]
    [1, 3, 2]
"""
@spec (list) -- (list) :: list
def left -- right, do: :erlang.--(left, right)

@doc """
Whether both are equal; an integer equals a float of the same value.

Allowed in guards.

## Examples

    iex> 1 == 1.0
    true
    iex> 1 == 2
    false
"""
@spec (term) == (term) :: boolean
def left == right, do: :erlang.==(left, right)

@doc """
Whether both differ; an integer equals a float of the same value.

Allowed in guards.

## Examples

    iex> 1 != 1.0
    false
    iex> 1 != 2
    true
"""
@spec (term) != (term) :: boolean
def left != right, do: :erlang."/="(left, right)

@doc """
Whether both are exactly equal: an integer never equals a float.

Allowed in guards.

## Examples

    iex> 1 === 1.0
    false
    iex> 1 === 1
    true
"""
@spec (term) === (term) :: boolean
def left === right, do: :erlang."=:="(left, right)

@doc """
Whether both are not exactly equal.

Allowed in guards.

## Examples

    iex> 1 !== 1.0
    true
"""
@spec (term) !== (term) :: boolean
def left !== right, do: :erlang."=/="(left, right)

@doc """
Whether `left` comes before `right` in the order of terms: numbers, atoms, references, functions,
ports, pids, tuples, maps, lists, bitstrings.

Allowed in guards.

## Examples

    iex> 1 < 2
    true
    iex> :a < "a"
    true
"""
@spec (term) < (term) :: boolean
def left < right, do: :erlang.<(left, right)

@doc """
Whether `left` comes after `right` in the order of terms.

Allowed in guards.

## Examples

    iex> 1 > 2
    false
"""
@spec (term) > (term) :: boolean
def left > right, do: :erlang.>(left, right)

@doc """
Whether `left` does not come after `right` in the order of terms.

Allowed in guards.

## Examples

    iex> 1 <= 1.0
    true
"""
@spec (term) <= (term) :: boolean
def left <= right, do: :erlang."=<"(left, right)

@doc """
Whether `left` does not come before `right` in the order of terms.

Allowed in guards.

## Examples

    iex> 1 >= 2
    false
"""
@spec (term) >= (term) :: boolean
def left >= right, do: :erlang.>=(left, right)

@doc """
The number itself; anything else raises `ArithmeticError`.

Allowed in guards.

## Examples

    iex> +1
    1
"""
@spec +number :: number
def +value, do: :erlang.+(value)

@doc """
The number with its sign changed.

Allowed in guards.

## Examples

    iex> -(-2)
    2
"""
@spec -number :: number
def -value, do: :erlang.-(value)

@doc """
`base` to the power of `exponent`.

Two integers give an integer, unless the exponent is negative: then a float. With a float the result
is a float.

## Examples

    iex> 2 ** 10
    1024
    iex> 2 ** -1
    0.5
    iex> 2.0 ** 3
    8.0
"""
@spec integer ** non_neg_integer :: integer
@spec number ** number :: number
def base ** exponent when :erlang.andalso(:erlang.andalso(is_integer(base), is_integer(exponent)), exponent >= 0) do
  power(base, exponent, 1)
end

def base ** exponent, do: :math.pow(base, exponent)

defp power(_, 0, acc), do: acc
defp power(base, 1, acc), do: base * acc

defp power(base, exponent, acc) do
  case :erlang.band(exponent, 1) do
    0 -> power(base * base, :erlang.bsr(exponent, 1), acc)
    1 -> power(base * base, :erlang.bsr(exponent, 1), base * acc)
  end
end

@doc """
The other boolean; anything but a boolean raises `ArgumentError`.

Allowed in guards.

## Examples

    iex> not false
    true
"""
@spec not true :: false
@spec not false :: true
def not value, do: :erlang.not(value)

@doc """
The quotient of two integers, cut towards zero; by zero it raises `ArithmeticError`.

Allowed in guards. `Integer.floor_div/2` rounds down.

## Examples

    iex> div(5, 2)
    2
    iex> div(-5, 2)
    -2
"""
@spec div(integer, neg_integer | pos_integer) :: integer
def div(dividend, divisor), do: :erlang.div(dividend, divisor)

@doc """
What `div/2` leaves, with the sign of the dividend; by zero it raises `ArithmeticError`.

Allowed in guards. `Integer.mod/2` has the sign of the divisor.

## Examples

    iex> rem(5, 2)
    1
    iex> rem(-5, 2)
    -1
"""
@spec rem(integer, neg_integer | pos_integer) :: integer
def rem(dividend, divisor), do: :erlang.rem(dividend, divisor)

@doc """
The larger one in the order of terms; of equal ones the first.

## Examples

    iex> max(1, 2)
    2
    iex> max("a", :a)
    "a"
"""
@spec max(first, second) :: first | second when first: term, second: term
def max(first, second), do: :erlang.max(first, second)

@doc """
The smaller one in the order of terms; of equal ones the first.

## Examples

    iex> min(1, 2)
    1
"""
@spec min(first, second) :: first | second when first: term, second: term
def min(first, second), do: :erlang.min(first, second)
