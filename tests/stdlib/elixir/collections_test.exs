# tests/stdlib/elixir/collections_test.exs: the small modules over data beyond what their doctests say.
ExUnit.start()

defmodule CollectionsTest do
  use ExUnit.Case, async: true

  test "a bare list is walked, paused and stopped by order" do
    assert {:suspended, 1, go_on} =
             Enumerable.reduce([1, 2, 3], {:cont, 0}, fn x, acc -> {:suspend, x + acc} end)

    assert {:suspended, 3, go_on} = go_on.({:cont, 1})
    assert go_on.({:halt, :stop}) == {:halted, :stop}
  end

  test "functions of another arity are not enumerable" do
    assert_raise Protocol.UndefinedError, ~r/only anonymous functions of arity 2/, fn ->
      Enum.to_list(fn x -> x end)
    end
  end

  test "collecting into bitstrings and maps" do
    assert Enum.into([<<1::1>>, <<1::1>>], <<0::1>>) == <<3::3>>
    assert Enum.into(["a", "b"], "x") == "xab"
    assert for({k, v} <- [a: 1], into: %{b: 2}, do: {k, v}) == %{a: 1, b: 2}
    assert_raise FunctionClauseError, fn -> Enum.into(1..2, %{}) end
  end

  test "accessors tell what they expected" do
    assert_raise RuntimeError, "Access.all/0 expected a list, got: %{}", fn ->
      get_in(%{}, [Access.all()])
    end

    assert_raise RuntimeError, "cannot pop data from a tuple", fn ->
      pop_in({1}, [Access.elem(0)])
    end

    assert_raise ArgumentError, "could not put/update key :a on a nil value", fn ->
      put_in(nil, [:a], 1)
    end

    assert pop_in([1, 2, 3, 4], [Access.slice(1..2)]) == {[2, 3], [1, 4]}
  end
end
