# tests/stdlib/elixir/list_test.exs: List and MapSet beyond what their doctests say.
ExUnit.start()

defmodule ListTest do
  use ExUnit.Case, async: true

  # Applies edits to the first list.
  defp patch(edits) do
    Enum.flat_map(edits, fn
      {:del, _} -> []
      {_, list} -> list
    end)
  end

  test "differences lead from one list to the other" do
    for a <- 1..12, b <- 1..12 do
      left = for i <- 1..a, do: rem(i * 7, 5)
      right = for i <- 1..b, do: rem(i * i, 5)
      edits = List.myers_difference(left, right)
      assert patch(edits) == right

      assert Enum.flat_map(edits, fn {kind, list} -> if kind == :ins, do: [], else: list end) ==
               left
    end

    assert List.myers_difference([1, 2, 3, 4], [1, 5, 3, 6]) ==
             [eq: [1], del: [2], ins: [5], eq: [3], del: [4], ins: [6]]
  end

  test "positions from the end" do
    assert List.insert_at([1, 2, 3], -5, :a) == [:a, 1, 2, 3]
    assert List.replace_at([1, 2, 3], -4, :a) == [1, 2, 3]
    assert List.pop_at([1, 2, 3], -1) == {3, [1, 2]}
    assert List.update_at([1, 2, 3], -2, &(&1 * 2)) == [1, 4, 3]
  end

  test "text of lists" do
    assert_raise UnicodeConversionError, "invalid code point 1114112", fn ->
      List.to_string([0x110000])
    end

    assert_raise UnicodeConversionError, fn -> List.to_charlist([<<255>>]) end

    assert_raise ArgumentError, ~r/cannot convert the given list to a string/, fn ->
      List.to_string([:a])
    end
  end

  test "sets of several thousand elements" do
    evens = MapSet.new(0..4000//2)
    threes = MapSet.new(0..4000//3)
    assert MapSet.size(MapSet.intersection(evens, threes)) == 667
    assert MapSet.size(MapSet.union(evens, threes)) == 2668
    assert MapSet.size(MapSet.difference(evens, threes)) == 1334
    assert MapSet.size(MapSet.symmetric_difference(evens, threes)) == 2001
    assert MapSet.subset?(MapSet.new([6, 12]), MapSet.intersection(evens, threes))
    refute MapSet.disjoint?(evens, threes)
    assert inspect(MapSet.new([97, 98])) == "MapSet.new([97, 98])"
    assert MapSet.new([1, 2]) == MapSet.delete(MapSet.new([1, 2, 3]), 3)
  end
end
