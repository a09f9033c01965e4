# tests/stdlib/elixir/map_test.exs: Map and Keyword beyond what their doctests say.
ExUnit.start()

defmodule MapTest do
  use ExUnit.Case, async: true

  test "what is no map raises BadMapError" do
    assert_raise BadMapError, fn -> Map.get([], :a) end
    assert_raise BadMapError, fn -> Map.put([], :a, 1) end
    assert_raise BadMapError, fn -> Map.take([], [:a]) end
    assert_raise BadMapError, fn -> Map.update([], :a, 1, & &1) end
    assert_raise BadMapError, fn -> Map.merge(%{}, []) end
  end

  test "keys are told apart by ===" do
    map = Map.put(%{1 => :integer}, 1.0, :float)
    assert map_size(map) == 2
    assert Map.get(map, 1.0) == :float
  end

  test "large maps" do
    map = Map.new(1..1000, &{&1, &1 * &1})
    assert map_size(map) == 1000
    assert Enum.all?(1..1000, &(Map.fetch!(map, &1) == &1 * &1))

    assert map |> Map.drop(Enum.to_list(1..990)) |> Map.keys() |> Enum.sort() ==
             Enum.to_list(991..1000)

    assert map |> Map.filter(fn {k, _} -> k > 998 end) |> Map.values() |> Enum.sort() == [
             998_001,
             1_000_000
           ]

    assert Map.merge(map, %{1 => 0}, fn 1, a, b -> {a, b} end)[1] == {1, 0}
  end

  test "get_and_update wants a pair or :pop" do
    assert_raise RuntimeError, ~r/must return a two-element tuple or :pop, got: 1/, fn ->
      Map.get_and_update(%{}, :a, fn _ -> 1 end)
    end
  end

  test "keyword merges pair entries in order" do
    left = [a: 1, b: 2, a: 9]
    right = [a: 3, c: 4, a: 5]
    assert Keyword.merge(left, right) == [b: 2, a: 3, c: 4, a: 5]

    assert Keyword.merge(left, right, fn k, x, y -> {k, x, y} end) ==
             [b: 2, a: {:a, 1, 3}, c: 4, a: {:a, 9, 5}]

    assert_raise ArgumentError, "expected a keyword list as the second argument, got: [1]", fn ->
      Keyword.merge([a: 1], [1])
    end
  end

  test "validating options" do
    assert Keyword.validate([a: 1, a: 2], [:a]) == {:error, [:a]}

    assert_raise ArgumentError,
                 ~r/expected a keyword list as first argument, got invalid entry: 1/,
                 fn ->
                   Keyword.validate!([1], [:a])
                 end
  end
end
