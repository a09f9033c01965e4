# tests/stdlib/erlang/structures_test.exs: queues, trees, sets, arrays and property lists against plain lists.
ExUnit.start()

defmodule StructuresTest do
  use ExUnit.Case, async: true

  # The same numbers in every run.
  defp numbers(n, limit), do: for(i <- 1..n, do: rem(i * 7919 + div(i * i, 3), limit))

  test "a queue is worked on at both ends" do
    {queue, list} =
      Enum.reduce(numbers(500, 5), {:queue.new(), []}, fn
        0, {queue, []} ->
          {:queue.drop(:queue.in(1, queue)), []}

        0, {queue, [x | rest]} ->
          {{:value, ^x}, queue} = :queue.out(queue)
          {queue, rest}

        1, {queue, list} ->
          {:queue.in_r(1, queue), [1 | list]}

        2, {queue, list} ->
          {:queue.reverse(queue), Enum.reverse(list)}

        n, {queue, list} ->
          {:queue.in(n, queue), list ++ [n]}
      end)

    assert :queue.to_list(queue) == list
    assert :queue.len(queue) == length(list)
    {front, rear} = :queue.split(3, queue)
    assert {:queue.to_list(front), :queue.to_list(rear)} == Enum.split(list, 3)
    assert :queue.to_list(:queue.join(rear, front)) == Enum.drop(list, 3) ++ Enum.take(list, 3)
    assert :queue.to_list(:queue.filter(&(&1 > 2), queue)) == Enum.filter(list, &(&1 > 2))
    assert :queue.to_list(:queue.delete(4, queue)) == List.delete(list, 4)
    assert :queue.peek_r(queue) == {:value, List.last(list)}
    assert_raise ErlangError, fn -> :queue.get(:queue.new()) end
  end

  test "queues have OTP's shape" do
    assert :queue.from_list([1, 2, 3, 4, 5]) == {[5, 4, 3], [1, 2]}
    assert :queue.in(2, :queue.in(1, :queue.new())) == {[2], [1]}
    assert :queue.drop({[5, 5, 4, 3], [2]}) == {[5, 5], [3, 4]}
  end

  test "trees agree with maps" do
    {tree, map} =
      Enum.reduce(Enum.with_index(numbers(800, 90)), {:gb_trees.empty(), %{}}, fn {key, i},
                                                                                  {tree, map} ->
        if rem(i, 4) == 0,
          do: {:gb_trees.delete_any(key, tree), Map.delete(map, key)},
          else: {:gb_trees.enter(key, i, tree), Map.put(map, key, i)}
      end)

    assert :gb_trees.to_list(tree) == Enum.sort(map)
    assert :gb_trees.size(tree) == map_size(map)
    assert :gb_trees.smallest(tree) == Enum.min(map)
    assert {_, _, rest} = :gb_trees.take_largest(tree)
    assert :gb_trees.size(rest) == map_size(map) - 1
    assert {key, _, _} = :gb_trees.next(:gb_trees.iterator_from(40, tree))
    assert key == map |> Map.keys() |> Enum.filter(&(&1 >= 40)) |> Enum.min()
    assert_raise ErlangError, fn -> :gb_trees.insert(key, 0, tree) end
  end

  test "a tree filled in order stays flat" do
    tree = Enum.reduce(1..2000, :gb_trees.empty(), &:gb_trees.insert(&1, &1, &2))
    assert depth(elem(tree, 1)) <= 22
    assert tree |> :gb_trees.balance() |> elem(1) |> depth() == 11
  end

  defp depth(nil), do: 0
  defp depth({_, _, smaller, bigger}), do: 1 + max(depth(smaller), depth(bigger))

  test "sets of four kinds" do
    a = numbers(40, 50)
    b = numbers(9, 30)
    union = Enum.sort(Enum.uniq(a ++ b))
    common = Enum.sort(for x <- Enum.uniq(a), x in b, do: x)
    left = Enum.sort(Enum.uniq(a) -- b)

    for module <- [:gb_sets, :ordsets, :sets] do
      [sa, sb] = Enum.map([a, b], &module.from_list/1)
      list = fn set -> Enum.sort(module.to_list(set)) end
      assert list.(module.union(sa, sb)) == union
      assert list.(module.intersection(sa, sb)) == common
      assert list.(module.subtract(sa, sb)) == left
      assert module.is_subset(module.intersection(sa, sb), sa)
      assert module.is_disjoint(module.subtract(sa, sb), sb)
      assert module.is_element(hd(a), sa)
      assert list.(module.del_element(hd(a), sa)) == Enum.sort(Enum.uniq(a) -- [hd(a)])
      assert module.fold(&(&1 + &2), 0, sa) == Enum.sum(Enum.uniq(a))
    end
  end

  test "ordered dictionaries" do
    dict = :orddict.from_list(b: 1, a: 2, b: 3)
    assert dict == [a: 2, b: 3]
    assert :orddict.append(:c, 1, []) == [c: [1]]
    assert :orddict.update_counter(:a, 5, dict) == [a: 7, b: 3]
    assert :orddict.take(:a, dict) == {2, [b: 3]}
    assert :orddict.merge(fn _, x, y -> x + y end, dict, b: 1, c: 1) == [a: 2, b: 4, c: 1]
  end

  test "arrays" do
    array = :array.from_list(Enum.to_list(1..250))
    assert :array.get(249, array) == 250
    assert :array.to_list(array) == Enum.to_list(1..250)
    sparse = :array.set(120, :x, :array.new(default: 0))
    assert :array.size(sparse) == 121
    assert :array.sparse_to_orddict(sparse) == [{120, :x}]
    assert :array.to_list(:array.resize(3, sparse)) == [0, 0, 0]
    assert :array.new() == {:array, 0, 10, :undefined, 10}
    assert_raise ArgumentError, fn -> :array.set(3, :x, :array.new(3)) end
  end

  test "property lists" do
    list = [:verbose, {:level, 3}, {:level, 4}, :odd]
    assert :proplists.get_value(:verbose, list) == true
    assert :proplists.get_value(:none, list, 0) == 0
    assert :proplists.get_all_values(:level, list) == [3, 4]
    assert :proplists.delete(:level, list) == [:verbose, :odd]
    assert :proplists.to_map(list) == %{verbose: true, level: 3, odd: true}
    assert :proplists.split(list, [:level]) == {[[level: 3, level: 4]], [:verbose, :odd]}

    assert :proplists.normalize([:no_x, a: 1], negations: [no_x: :x], aliases: [a: :b]) == [
             {:x, false},
             {:b, 1}
           ]
  end
end
