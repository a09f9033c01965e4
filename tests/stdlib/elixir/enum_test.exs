# tests/stdlib/elixir/enum_test.exs: Enum beyond what its doctests say.
ExUnit.start()

defmodule EnumTest do
  use ExUnit.Case, async: true

  # A walk whose steps are seen, to show that nothing is fetched that is not needed.
  defp noted(range) do
    Stream.map(range, fn x ->
      send(self(), {:fetched, x})
      x
    end)
  end

  defp fetched(acc \\ []) do
    receive do
      {:fetched, x} -> fetched([x | acc])
    after
      0 -> Enum.reverse(acc)
    end
  end

  test "take, slice, at and find walk no further than needed" do
    assert Enum.take(noted(1..10), 2) == [1, 2]
    assert fetched() == [1, 2]
    assert Enum.slice(noted(1..10), 1, 2) == [2, 3]
    assert fetched() == [1, 2, 3]
    assert Enum.at(noted(1..10), 3) == 4
    assert fetched() == [1, 2, 3, 4]
    assert Enum.find(noted(1..10), &(&1 > 1)) == 2
    assert fetched() == [1, 2]
    assert Enum.count_until(noted(1..10), 2) == 2
    assert fetched() == [1, 2]
  end

  test "sorting is stable in both directions" do
    list = for i <- 1..200, do: {rem(i * 7, 5), i}
    by_key = fn {key, _} -> key end

    for order <- [:asc, :desc] do
      sorted = Enum.sort_by(list, by_key, order)

      for {{a, i}, {b, j}} <- Enum.zip(sorted, tl(sorted)), a == b do
        assert i < j
      end
    end

    assert Enum.sort([1, 1.0, 1], :desc) === [1, 1.0, 1]
    assert Enum.sort_by([b: 1, a: 1.0], &elem(&1, 1)) == [b: 1, a: 1.0]
  end

  test "of equal extremes the first is given" do
    assert Enum.max([1, 1.0]) === 1
    assert Enum.max([1.0, 1]) === 1.0
    assert Enum.min([1.0, 1]) === 1.0
    assert Enum.min_max([1, 1.0]) === {1, 1}
    assert Enum.max_by([a: 1, b: 1], &elem(&1, 1)) == {:a, 1}
  end

  test "ranges with steps" do
    for range <- [1..10, 10..1, 1..10//3, 10..1//-4, 5..1//1, 1..5//-1, 3..3] do
      list = Enum.to_list(range)
      assert Enum.map(range, & &1) == list
      assert Enum.reduce(range, [], &[&1 | &2]) == Enum.reverse(list)
      assert Enum.sum(range) == Enum.sum(list)
      assert Enum.count(range) == length(list)
      assert Enum.slice(range, 1, 2) == Enum.slice(list, 1, 2)
      assert Enum.slice(range, 0..-1//2) == Enum.slice(list, 0..-1//2)
      assert Enum.zip(range, list) == Enum.zip(list, list)
      assert Enum.max(range, fn -> nil end) == Enum.max(list, fn -> nil end)
      assert Enum.min_max(range, fn -> nil end) == Enum.min_max(list, fn -> nil end)
    end
  end

  test "a collectable is told of an error" do
    assert_raise RuntimeError, fn ->
      Enum.into([1], MapSet.new(), fn _ -> raise "no" end)
    end
  end

  test "errors" do
    assert_raise Enum.EmptyError, fn -> Enum.max([]) end
    assert_raise Enum.EmptyError, fn -> Enum.reduce([], &(&1 + &2)) end
    assert_raise Enum.OutOfBoundsError, fn -> Enum.fetch!(1..3, 3) end
    assert_raise FunctionClauseError, fn -> Enum.take([1], :a) end
    assert_raise FunctionClauseError, fn -> Enum.chunk_every([1], 0) end
    assert_raise Protocol.UndefinedError, fn -> Enum.map(:a, & &1) end
    assert_raise ArgumentError, fn -> Enum.slice([1, 2, 3], 3..1//-2) end
    assert_raise ArithmeticError, fn -> Enum.sum([:a]) end
  end
end
