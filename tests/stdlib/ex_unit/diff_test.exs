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

  test "patterns" do
    assert pattern(quote(do: {:ok, x}), {:error, 1}) == ["{<:ok>, x}", "{<:error>, 1}"]
    assert pattern(quote(do: %{a: 1, b: %{c: 2}}), %{a: 1, b: %{c: 3}, d: 4}) == ["%{a: 1, b: %{c: <2>}}", "%{a: 1, b: %{c: <3>}, d: 4}"]
    assert pattern({{:^, [], [{:a, [], nil}]}, {:_, [], nil}}, {2, 3}, [{{:a, nil}, 1}]) == ["{<^a>, _}", "{<2>, 3}"]
    assert pattern(quote(do: "foo" <> rest), "bar") == [~S["<foo>" <> rest], ~S["<bar>"]]
    assert pattern(quote(do: {:ok, _}), :error) == ["<{:ok, _}>", "<:error>"]
  end
end
