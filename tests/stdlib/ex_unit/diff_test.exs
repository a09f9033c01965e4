# tests/stdlib/ex_unit/diff_test.exs: what failures mark as different.
ExUnit.start()

defmodule DiffTest do
  use ExUnit.Case, async: true

  # The text of a failure's two sides, with what differs between angle brackets.
  defp sides(options) do
    mark = fn
      :diff_enabled?, _ -> true
      key, document when key in [:diff_delete, :diff_insert] -> Inspect.Algebra.concat(["<", document, ">"])
      _, text -> text
    end

    error = struct(ExUnit.AssertionError, options)
    test = %ExUnit.Test{name: :"test a", module: __MODULE__, tags: %{file: __ENV__.file, line: 1}}

    ExUnit.Formatter.format_test_failure(test, [{:error, error, []}], 1, 80, mark)
    |> String.split("\n")
    |> Enum.flat_map(fn
      "     left:  " <> text -> [text]
      "     right: " <> text -> [text]
      _ -> []
    end)
  end

  defp values(left, right), do: sides(left: left, right: right, message: "m")

  defp pattern(quoted, value, pins \\ []) do
    sides(left: quoted, right: value, message: "m", context: {:match, pins})
  end

  test "values" do
    assert values(1, 2) == ["<1>", "<2>"]
    assert values([1, 2, 3], [1, 4, 3]) == ["[1, <2>, 3]", "[1, <4>, 3]"]
    assert values([1, 2, 3], [1, 3]) == ["[1, <2>, 3]", "[1, 3]"]
    assert values({:ok, 1}, {:error, 1}) == ["{<:ok>, 1}", "{<:error>, 1}"]
    assert values(%{a: 1, b: 2}, %{a: 1, b: 3}) == ["%{a: 1, b: <2>}", "%{a: 1, b: <3>}"]
    assert values([a: 1, b: 2], a: 1, c: 2) == ["[a: 1, <b:> 2]", "[a: 1, <c:> 2]"]
    assert values("hello world", "hello wurld") == [~S["hello w<o>rld"], ~S["hello w<u>rld"]]
    assert values([1], :a) == ["<[1]>", "<:a>"]
    assert values(1..3, 1..4) == ["1..<3>", "1..<4>"]
  end

  defmodule Cup do
    defstruct [:tea, :sugar]
  end

  defmodule Mug do
    defstruct [:tea]
  end

  test "letters, digits and bytes" do
    assert values(123, 124) == ["12<3>", "12<4>"]
    assert values("teapot", "t\npot") == [~S["t<ea>pot"], ~S["t<\n>pot"]]
    assert values("abcde", "abxyz") == [~S["<abcde>"], ~S["<abxyz>"]]
    assert values(<<1, 2, 255>>, <<1, 2, 254>>) == [~S["\x01\x02\xF<F>"], ~S["\x01\x02\xF<E>"]]
    assert values('', 'tea') == ["''", "'<tea>'"]
  end

  test "lists that have no end, or other keys" do
    assert values([1 | 2], [1 | 3]) == ["[1 | <2>]", "[1 | <3>]"]
    assert values([1, 2 | 3], [1]) == ["[1, <2> | <3>]", "[1]"]
    assert values([a: 1, b: 2], a: 1) == ["[{:a, 1}, <{:b, 2}>]", "[a: 1]"]
    assert pattern(quote(do: [a: _, b: 2]), a: 1, b: 3) == ["[a: _, b: <2>]", "[a: 1, b: <3>]"]
    assert pattern(quote(do: [h | t]), []) == ["[<h> | t]", "[]"]
    assert pattern(quote(do: [1] ++ rest), [2, 3]) == ["[<1>] ++ rest", "[<2>, 3]"]
  end

  test "structs of other kinds" do
    assert values(%Cup{tea: 1}, %Mug{tea: 1}) ==
             ["%<DiffTest.Cup>{tea: 1, <sugar: nil>}", "%<DiffTest.Mug>{tea: 1}"]

    assert values(%{tea: 1}, %Mug{tea: 2}) == ["%{tea: <1>}", "%<DiffTest.Mug>{tea: <2>}"]
    assert pattern(quote(do: %{tea: 1}), %Cup{tea: 2}) == ["%{tea: <1>}", "%DiffTest.Cup{tea: <2>, sugar: nil}"]
    assert pattern(quote(do: %_{tea: 1}), %Mug{tea: 2}) == ["%{__struct__: _, tea: <1>}", "%DiffTest.Mug{tea: <2>}"]
  end

  test "guards and macros" do
    guard = {:when, [], [{:x, [], nil}, quote(do: is_binary(var!(x)) and var!(x) != "a")]}
    guard = Macro.prewalk(guard, fn {:var!, _, [{:x, _, _}]} -> {:x, [], nil}; other -> other end)
    assert pattern(guard, 1) == [~S[x when <is_binary(x)> and x != "a"], "1"]
    assert pattern({:cup, [expanded: {:ok, 3}], [3]}, {:ok, 4}) == ["<cup(3)>", "{:ok, <4>}"]
  end

  test "patterns" do
    assert pattern(quote(do: {:ok, x}), {:error, 1}) == ["{<:ok>, x}", "{<:error>, 1}"]
    assert pattern(quote(do: %{a: 1, b: %{c: 2}}), %{a: 1, b: %{c: 3}, d: 4}) == ["%{a: 1, b: %{c: <2>}}", "%{a: 1, b: %{c: <3>}, d: 4}"]
    assert pattern({{:^, [], [{:a, [], nil}]}, {:_, [], nil}}, {2, 3}, [{{:a, nil}, 1}]) == ["{<^a>, _}", "{<2>, 3}"]
    assert pattern(quote(do: "foo" <> rest), "bar") == [~S["<foo>" <> rest], ~S["<bar>"]]
    assert pattern(quote(do: {:ok, _}), :error) == ["<{:ok, _}>", "<:error>"]
  end
end
