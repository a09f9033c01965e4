# tests/stdlib/elixir/stream_test.exs: Stream beyond what its doctests say: what is fetched, and what is closed.
ExUnit.start()

defmodule StreamTest do
  use ExUnit.Case, async: true

  # A resource that tells the test what happens to it.
  defp source(list, name) do
    Stream.resource(
      fn ->
        send(self(), {name, :open})
        list
      end,
      fn
        [] -> {:halt, []}
        [x | rest] -> send(self(), {name, x}) && {[x], rest}
      end,
      fn _ -> send(self(), {name, :close}) end
    )
  end

  defp events(acc \\ []) do
    receive do
      {_, _} = event -> events([event | acc])
    after
      0 -> Enum.reverse(acc)
    end
  end

  test "a resource is closed once, however the walk ends" do
    assert Enum.to_list(source([1, 2], :a)) == [1, 2]
    assert events() == [a: :open, a: 1, a: 2, a: :close]
    assert Enum.take(source([1, 2], :a), 1) == [1]
    assert events() == [a: :open, a: 1, a: :close]
    assert_raise RuntimeError, fn -> Enum.each(source([1, 2], :a), fn _ -> raise "no" end) end
    assert events() == [a: :open, a: 1, a: :close]
    assert catch_throw(Enum.each(source([1], :a), fn _ -> throw(:x) end)) == :x
    assert events() == [a: :open, a: 1, a: :close]
  end

  test "zip closes what has not ended" do
    assert Enum.to_list(Stream.zip(source([1, 2], :a), source([3, 4, 5], :b))) == [{1, 3}, {2, 4}]
    assert events() == [a: :open, a: 1, b: :open, b: 3, a: 2, b: 4, a: :close, b: :close]
    assert Enum.take(Stream.zip(source([1, 2], :a), source([3], :b)), 1) == [{1, 3}]
    assert events() == [a: :open, a: 1, b: :open, b: 3, a: :close, b: :close]
  end

  test "zip takes one element at a time of anything" do
    inner = Stream.flat_map([1, 2, 3], fn x -> Stream.take(1..10, x) end)
    assert Enum.zip(inner, 1..5) == [{1, 1}, {1, 2}, {2, 3}, {1, 4}, {2, 5}]
    assert Enum.zip(Stream.chunk_every(1..5, 2), 1..9) == [{[1, 2], 1}, {[3, 4], 2}, {[5], 3}]
    assert Enum.zip(Stream.cycle(%{a: 1}), 1..2) == [{{:a, 1}, 1}, {{:a, 1}, 2}]
    assert Enum.zip(Stream.take(1..9, 1), 1..3) == [{1, 1}]

    assert Enum.zip(
             Stream.transform(1..2, fn -> 0 end, &{[&1, &1], &2}, &{[7, 8], &1}, & &1),
             1..5
           ) ==
             [{1, 1}, {1, 2}, {2, 3}, {2, 4}, {7, 5}]
  end

  test "stages with state one after the other" do
    stream =
      1..10
      |> Stream.take(5)
      |> Stream.drop(1)
      |> Stream.with_index()
      |> Stream.chunk_every(3)
      |> Stream.map(&length/1)
      |> Stream.with_index()

    assert Enum.to_list(stream) == [{3, 0}, {1, 1}]
    assert Enum.to_list(stream) == [{3, 0}, {1, 1}]
    assert Enum.zip(stream, 1..9) == [{{3, 0}, 1}, {{1, 1}, 2}]
  end

  test "a chunk is not finished for a consumer that has stopped" do
    assert Enum.take(Stream.chunk_every(1..10, 3, 2), 1) == [[1, 2, 3]]

    halting =
      Stream.chunk_while(
        1..10,
        [],
        fn x, a -> if x == 5, do: {:halt, a}, else: {:cont, [x | a]} end,
        fn a ->
          {:cont, a, nil}
        end
      )

    assert Enum.to_list(halting) == [[4, 3, 2, 1]]
  end

  test "last and after functions of transform" do
    log = fn tag -> fn acc -> send(self(), {tag, acc}) end end

    walk = fn reducer ->
      Stream.transform([1, 2], fn -> 0 end, reducer, &{[:last], &1 + 1}, log.(:after))
    end

    assert Enum.to_list(walk.(fn x, acc -> {[x], acc + x} end)) == [1, 2, :last]
    assert events() == [after: 4]
    assert Enum.to_list(walk.(fn _, acc -> {:halt, acc} end)) == []
    assert events() == [after: 0]
  end

  test "what a stream looks like" do
    assert inspect(Stream.map(1..3, &(&1 + 1))) =~
             ~r/^#Stream<\[enum: 1..3, funs: \[#Function<.*>\]\]>$/

    assert_raise ArgumentError, "cannot cycle over an empty enumerable", fn ->
      Enum.take(Stream.cycle(%{}), 1)
    end
  end
end
