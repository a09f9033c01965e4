# tests/stdlib/ex_unit/assertions_test.exs: what assertions answer, and what they say when they fail.
ExUnit.start()

defmodule AssertionsTest do
  use ExUnit.Case, async: true

  @one 1

  defp id(x), do: x

  defmacrop pair(x), do: quote(do: {unquote(x), _})

  # The failure of an assertion as text.
  defmacrop failure(do: block) do
    quote do
      try do
        unquote(block)
        flunk("nothing failed")
      rescue
        error in ExUnit.AssertionError -> error |> Exception.message() |> String.trim()
      end
    end
  end

  test "values" do
    assert id(3) == 3
    assert assert(id(3)) == 3
    assert assert(id(:a) == :a) == true
    assert refute(id(nil)) == nil
    assert refute(id(1) == 2) == false
    assert assert(id(1), "message") == true
    assert refute(id(nil), "message") == false
    assert {:ok, x} = id({:ok, 5})
    assert x == 5
    assert [a, b | _] = id([1, 2, 3])
    assert {a, b} == {1, 2}
    assert pair(y) = id({7, 8})
    assert y == 7
    assert %{k: {^x, z}} = id(%{k: {5, 6}, l: 1})
    assert z == 6
    assert "pre" <> rest = id("prefix")
    assert rest == "fix"
    assert <<first, _::binary>> = id("abc")
    assert first == ?a
    assert %Range{first: @one} = id(1..2)
    assert ~r/b/ |> Regex.match?("abc")
    assert match?({:ok, n} when n > 1, id({:ok, 2}))
    refute match?({:ok, n} when n > 2, id({:ok, 2}))
    assert id(1) in [1, 2]
    assert id(3) not in [1, 2]
    assert id("abc") =~ "b"
  end

  test "two sides" do
    assert failure(do: assert(id(1) + 1 == 3)) == "Assertion with == failed\ncode:  assert id(1) + 1 == 3\nleft:  2\nright: 3"
    assert failure(do: assert(id(1) > 3)) == "Assertion with > failed\ncode:  assert id(1) > 3\nleft:  1\nright: 3"
    assert failure(do: assert(id(1) in [2])) == "Assertion with in failed\ncode:  assert id(1) in [2]\nleft:  1\nright: [2]"
    assert failure(do: refute(id(1) == 1)) == "Refute with == failed, both sides are exactly equal\ncode: refute id(1) == 1\nleft: 1"
    assert failure(do: assert(id(1) != 1)) == "Assertion with != failed, both sides are exactly equal\ncode: assert id(1) != 1\nleft: 1"
    assert failure(do: refute(id(1) == 1.0)) == "Refute with == failed\ncode:  refute id(1) == 1.0\nleft:  1\nright: 1.0"
  end

  test "patterns" do
    x = 1

    assert failure(do: assert({:ok, _} = id(:error))) ==
             "match (=) failed\ncode:  assert {:ok, _} = id(:error)\nleft:  {:ok, _}\nright: :error"

    assert failure(do: assert({^x, _} = id({2, 3}))) ==
             "match (=) failed\n     The following variables were pinned:\n       x = 1\ncode:  assert {^x, _} = id({2, 3})\nleft:  {^x, _}\nright: {2, 3}"

    assert failure(do: refute(match?({:ok, _}, id({:ok, 1})))) ==
             "match (match?) succeeded, but should have failed\ncode:  refute match?({:ok, _}, id({:ok, 1}))\nleft:  {:ok, _}\nright: {:ok, 1}"

    assert failure(do: assert(nil = id(nil))) == "Expected truthy, got nil\ncode: assert nil = id(nil)"
  end

  test "calls show their arguments" do
    text = failure(do: assert(Enum.member?([1, id(2)], 3)))
    assert text =~ ~r/\AExpected truthy, got false\ncode: assert Enum.member\?\(\[1, id\(2\)\], 3\)\narguments:/
    assert text =~ ~r/# 1\n +\[1, 2\]\n\n +# 2\n +3/
    assert failure(do: assert(id(1) == 1 and id(nil))) == "Expected truthy, got nil\ncode: assert id(1) == 1 and id(nil)"
    assert failure(do: assert(!id(true))) == "Expected truthy, got false\ncode: assert !id(true)"
    assert failure(do: refute(id(1))) == "Expected false or nil, got 1\ncode: refute id(1)" <> arguments(failure(do: refute(id(1))))
    assert failure(do: assert(id(false), "said")) == "said"
    assert failure(do: flunk()) == "Flunked!"
  end

  # A call to a private function may show its argument.
  defp arguments(text), do: text |> String.split("refute id(1)") |> List.last()

  test "expressions are computed once, in order" do
    note = fn x ->
      send(self(), {:noted, x})
      x
    end

    assert note.(1) < note.(2)
    assert {:messages, [noted: 1, noted: 2]} = Process.info(self(), :messages)
  end

  test "messages" do
    send(self(), {:a, 1})
    send(self(), {:b, 2})
    assert assert_received({:b, x}) == {:b, 2}
    assert x == 2
    assert_receive {:a, ^x} when x < 0, 0, "not this"
  rescue
    error in ExUnit.AssertionError -> assert error.message == "not this"
  end

  test "the mailbox is shown" do
    y = 4
    assert failure(do: assert_received(:x)) == "Assertion failed, no matching message after 0ms\n     The process mailbox is empty.\ncode: assert_received :x"
    for n <- 1..12, do: send(self(), {:m, n})
    text = failure(do: assert_receive({:n, ^y}, 1))
    assert text =~ "no matching message after 1ms\n     The following variables were pinned:\n       y = 4\n     Showing 10 of 12 messages in the mailbox\ncode: assert_receive {:n, ^y}\nmailbox:\n"
    assert text =~ "       pattern: {:n, ^y}\n       value:   {:m, 12}"
    refute text =~ "{:m, 2}"
    refute_received {:n, _}
    refute_receive {:n, _}, 1
    assert failure(do: refute_received({:m, _})) == "Unexpectedly received message {:m, 1} (which matched {:m, _})"
  end

  test "a message in time" do
    test = self()
    spawn(fn -> send(test, :late) end)
    assert_receive :late, 1_000
  end

  test "exceptions" do
    assert %ArgumentError{message: "m"} = assert_raise(ArgumentError, fn -> raise ArgumentError, "m" end)
    assert_raise ArgumentError, "m", fn -> raise ArgumentError, "m" end
    assert_raise ArgumentError, ~r/^m/, fn -> raise ArgumentError, "mm" end
    assert failure(do: assert_raise(ArgumentError, fn -> :ok end)) == "Expected exception ArgumentError but nothing was raised"
    assert failure(do: assert_raise(ArgumentError, fn -> raise "x" end)) == "Expected exception ArgumentError but got RuntimeError (x)"

    assert failure(do: assert_raise(RuntimeError, "y", fn -> raise "x" end)) ==
             "Wrong message for RuntimeError\n     expected:\n       \"y\"\n     actual:\n       \"x\""

    assert catch_throw(throw(:t)) == :t
    assert catch_exit(exit(:e)) == :e
    assert catch_error(:erlang.error(:x)) == :x
    assert failure(do: catch_throw(1)) == "Expected to catch throw, got nothing"
    assert catch_throw(assert_raise(RuntimeError, fn -> throw(:through) end)) == :through
  end

  defmacrop cup(x), do: quote(do: {:cup, unquote(x)})

  defmacrop assert_cup(value) do
    quote do
      kind = :cup
      assert {^kind, _} = unquote(value)
    end
  end

  defmacrop failed(assertion) do
    quote do
      try do
        unquote(assertion)
        nil
      rescue
        error in ExUnit.AssertionError -> error
      end
    end
  end

  test "a failed assertion is not what catch_error catches" do
    assert failed(catch_error(assert id(1) == 2)).message == "Assertion with == failed"
  end

  test "what a failure carries" do
    error = failed(assert id(1) > 2)
    assert {error.left, error.right, error.context} == {1, 2, :==}
    assert failed(assert id(1) === 2).context == :===

    error = failed(assert cup(1) = id({:cup, 2}))
    assert {:cup, meta, [1]} = error.left
    assert meta[:expanded] == {:cup, 1}

    # Pins of a macro are not the reader's.
    error = failed(assert_cup(id({:mug, 1})))
    assert error.message == "match (=) failed"
    kind = :cup
    error = failed(assert {^kind, _} = id({:mug, 1}))
    assert error.message == "match (=) failed\nThe following variables were pinned:\n  kind = :cup"
  end

  test "numbers" do
    assert_in_delta 1.0, 1.1, 0.2
    assert_in_delta 1, 2, 1
    refute_in_delta 1.0, 2.0, 0.5

    assert failure(do: assert_in_delta(1, 3, 1)) ==
             "Expected the difference between 1 and 3 (2) to be less than or equal to 1"

    assert_raise ArgumentError, fn -> assert_in_delta(1, 2, -1) end
  end
end
