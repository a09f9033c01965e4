# tests/stdlib/elixir/number_test.exs: Integer, Float and Range beyond what their doctests say.
ExUnit.start()

defmodule NumberTest do
  use ExUnit.Case, async: true

  test "division with signs" do
    for a <- -7..7, b <- [-3, -2, -1, 1, 2, 3] do
      assert Integer.floor_div(a, b) == Integer.floor_div(-a, -b)
      assert Integer.floor_div(a, b) * b + Integer.mod(a, b) == a
    end

    assert_raise ArithmeticError, fn -> Integer.mod(1, 0) end
  end

  test "digits of large integers" do
    big = Integer.pow(7, 400)
    assert big |> Integer.digits() |> Integer.undigits() == big
    assert big |> Integer.digits(16) |> Integer.undigits(16) == big
    assert -big |> Integer.digits() |> Enum.sum() == -Enum.sum(Integer.digits(big))
    assert_raise ArgumentError, "invalid digit 12 in base 10", fn -> Integer.undigits([1, 12]) end
  end

  test "reading integers" do
    assert Integer.parse("-") == :error
    assert Integer.parse("+7x") == {7, "x"}
    assert Integer.parse("1_0") == {1, "_0"}
    assert Integer.parse("zZ", 36) == {1295, ""}
    assert_raise ArgumentError, "invalid base 37", fn -> Integer.parse("1", 37) end
  end

  test "reading floats" do
    for {text, expected} <- [
          {"1.", {1.0, "."}},
          {".5", :error},
          {"-1.5e3x", {-1500.0, "x"}},
          {"1e5", {1.0e5, ""}},
          {"1.0e+", {1.0, "e+"}},
          {"1.0e-400", {0.0, ""}},
          {"1.5.5", {1.5, ".5"}},
          {"1.0e400", :error}
        ] do
      assert Float.parse(text) == expected
    end
  end

  test "rounding goes by the exact value" do
    assert Float.round(5.015, 2) === 5.01
    assert Float.round(0.285, 2) === 0.28
    assert Float.floor(-0.4, 1) === -0.5
    assert Float.ceil(1.0e-300, 3) === 0.001
    assert Float.round(1.0e300, 5) === 1.0e300
    assert Float.floor(5.5675, 15) === 5.567499999999999
    assert Float.round(-2.5) === -3.0
    assert Float.to_string(Float.round(-0.01, 1)) == "-0.0"

    assert_raise ArgumentError, "precision 16 is out of valid range of 0..15", fn ->
      Float.round(1.0, 16)
    end
  end

  test "ratios are exact" do
    for x <- [3.14, -1.0e300, 5.0e-324, 0.1, 1.0e-300, 7.0] do
      {a, b} = Float.ratio(x)
      assert Integer.gcd(a, b) == 1
      if b < 1.0e300, do: assert(a / b == x)
    end
  end

  test "disjoint ranges agree with their lists" do
    ranges = for a <- 0..6//3, b <- [-4, 5, 9], step <- [-3, -1, 2, 3], do: Range.new(a, b, step)

    for left <- ranges, right <- ranges do
      assert Range.disjoint?(left, right) == MapSet.disjoint?(MapSet.new(left), MapSet.new(right))
    end
  end

  test "members of ranges with steps" do
    for range <- [1..10//3, 10..1//-4, 5..1//1], x <- 0..11 do
      assert x in range == x in Enum.to_list(range)
    end
  end
end
