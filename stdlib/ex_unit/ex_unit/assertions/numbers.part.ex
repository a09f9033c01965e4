# stdlib/ex_unit/ex_unit/assertions/numbers.part.ex: claims about numbers that are nearly equal.

@doc """
Claims that two numbers differ by at most `delta`.

## Examples

    assert_in_delta 1.1, 1.5, 0.5
"""
def assert_in_delta(value1, value2, delta, message \\ nil)

def assert_in_delta(_value1, _value2, delta, _message) when delta < 0 do
  raise ArgumentError, "delta must always be a positive number, got: #{inspect(delta)}"
end

def assert_in_delta(value1, value2, delta, message) do
  difference = abs(value1 - value2)

  message =
    message ||
      "Expected the difference between #{inspect(value1)} and #{inspect(value2)} " <>
        "(#{inspect(difference)}) to be less than or equal to #{inspect(delta)}"

  assert difference <= delta, message
end

@doc """
Claims that two numbers differ by more than `delta`.

## Examples

    refute_in_delta 10, 11, 0.5
"""
def refute_in_delta(value1, value2, delta, message \\ nil) do
  difference = abs(value1 - value2)

  message =
    message ||
      "Expected the difference between #{inspect(value1)} and #{inspect(value2)} " <>
        "(#{inspect(difference)}) to be more than #{inspect(delta)}"

  refute difference <= delta, message
end
