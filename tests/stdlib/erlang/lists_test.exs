# tests/stdlib/erlang/lists_test.exs: Erlang's list functions.
ExUnit.start()

defmodule ListsTest do
  use ExUnit.Case, async: true

  defp sample(n), do: for(i <- 1..n, do: {rem(i * 7919, 6), i})

  test "sorting is stable, and a strict order turns equals round" do
    list = sample(100)
    keys = fn list -> Enum.map(list, &elem(&1, 0)) end
    positions = fn list, key -> for {^key, i} <- list, do: i end
    up = :lists.sort(fn {a, _}, {b, _} -> a <= b end, list)
    strict = :lists.sort(fn {a, _}, {b, _} -> a < b end, list)
    assert keys.(up) == Enum.sort(keys.(list))

    for key <- 0..5 do
      assert positions.(up, key) == Enum.sort(positions.(list, key))
      assert positions.(strict, key) == Enum.reverse(positions.(up, key))
    end

    assert :lists.keysort(1, list) == up
    assert :lists.usort([1, 1.0, 2]) === [1, 2]
    assert :lists.ukeysort(1, a: 1, b: 2, a: 3) == [a: 1, b: 2]
  end

  test "merging" do
    assert :lists.merge([[1, 4], [2, 5], [3]]) == [1, 2, 3, 4, 5]
    assert :lists.umerge([1, 2], [2, 3]) == [1, 2, 3]
    assert :lists.keymerge(1, [a: 1, c: 1], a: 2, b: 2) == [a: 1, a: 2, b: 2, c: 1]
    assert :lists.ukeymerge(1, [a: 1, c: 1], a: 2, b: 2) == [a: 1, b: 2, c: 1]
    assert :lists.rmerge([3, 1], [4, 2]) == [4, 3, 2, 1]
  end

  test "cutting and joining" do
    assert :lists.seq(10, 1, -4) == [10, 6, 2]
    assert :lists.seq(1, 0) == []
    assert :lists.split(2, [1, 2, 3]) == {[1, 2], [3]}
    assert :lists.sublist([1, 2, 3, 4], 2, 2) == [2, 3]
    assert :lists.flatten([1, [[2], [], 3]], [4]) == [1, 2, 3, 4]
    assert :lists.suffix([2, 3], [1, 2, 3])
    assert :lists.join(0, [1, 2]) == [1, 0, 2]
    assert :lists.concat([:a, 1, 'b']) == 'a1b'
    assert :lists.enumerate(5, [:a]) == [{5, :a}]
    assert :lists.nthtail(2, [1, 2, 3]) == [3]
    assert :lists.droplast([1, 2]) == [1]
  end

  test "keys" do
    assert :lists.keytake(:b, 1, a: 1, b: 2) == {:value, {:b, 2}, [a: 1]}
    assert :lists.keystore(:c, 1, [a: 1], {:c, 3}) == [a: 1, c: 3]
    assert :lists.keyreplace(1.0, 2, [a: 1], {:z, 0}) == [z: 0]
    assert :lists.keymap(&(&1 * 2), 2, a: 1) == [a: 2]
    assert :lists.keydelete(9, 1, [{1}, 2]) == [{1}, 2]
  end

  test "walks" do
    assert :lists.mapfoldr(fn x, acc -> {x + acc, acc + 1} end, 0, [1, 2]) == {[2, 2], 2}
    assert :lists.filtermap(fn x -> if x > 1, do: {true, -x}, else: false end, [1, 2]) == [-2]
    assert :lists.partition(&(&1 > 1), [1, 2, 3]) == {[2, 3], [1]}
    assert :lists.search(&(&1 > 1), [1, 2]) == {:value, 2}
    assert :lists.zipwith3(fn a, b, c -> a + b + c end, [1], [2], [3]) == [6]
    assert_raise FunctionClauseError, fn -> :lists.zip([1], []) end
    assert_raise CaseClauseError, fn -> :lists.map(& &1, :a) end
    assert_raise ErlangError, fn -> :lists.filter(fn _ -> 1 end, [1]) end
  end

  test "maps" do
    assert :maps.fold(fn _, v, acc -> v + acc end, 0, %{a: 1, b: 2}) == 3

    assert :maps.filtermap(fn k, v -> if k == :a, do: {true, v * 10}, else: false end, %{
             a: 1,
             b: 2
           }) == %{a: 10}

    assert :maps.merge_with(fn k, x, y -> {k, x, y} end, %{a: 1, b: 2}, %{a: 3}) == %{
             a: {:a, 1, 3},
             b: 2
           }

    assert :maps.intersect(%{a: 1, b: 2}, %{b: 3, c: 4}) == %{b: 3}
    assert :maps.groups_from_list(&rem(&1, 2), [1, 2, 3]) == %{0 => [2], 1 => [1, 3]}
    assert :maps.update_with(:a, &(&1 + 1), 0, %{a: 1}) == %{a: 2}
    assert :maps.with([:a, :z], %{a: 1, b: 2}) == %{a: 1}
    assert {:a, 1, rest} = :maps.next(:maps.iterator(%{a: 1}))
    assert :maps.next(rest) == :none
    assert_raise BadMapError, fn -> :maps.map(fn _, v -> v end, []) end
    assert_raise KeyError, fn -> :maps.update_with(:b, & &1, %{}) end
  end
end
