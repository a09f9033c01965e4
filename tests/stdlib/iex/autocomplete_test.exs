ExUnit.start()

defmodule IEx.AutocompleteTest do
  use ExUnit.Case, async: true

  defp complete(text, binding \\ []), do: IEx.Autocomplete.complete(text, binding, IEx.Evaluator.env())

  test "modules" do
    assert complete("Strin") == {"g", []}
    assert complete("x = Enumera") == {"ble", []}
    assert {"", names} = complete("Task.")
    assert "Supervisor" in names and "async/1" in names
    assert complete(":list") == {"s", []}
    assert complete("NoSuchModul") == {"", []}
  end

  test "functions" do
    assert complete("Enum.chunk_b") == {"y", []}
    assert complete("String.pad") == {"_", []}
    assert complete("String.pad_") == {"", ["pad_leading/2", "pad_leading/3", "pad_trailing/2", "pad_trailing/3"]}
    assert complete(":lists.keyf") == {"ind", []}
    assert complete("foo(Enum.uniq_b") == {"y", []}
    assert complete("is_bool") == {"ean", []}
    assert complete("NoSuch.fun") == {"", []}
  end

  test "functions that are captured, arities, calls" do
    assert complete("&Enum.uniq_b") == {"y", []}
    assert complete("&Enum.uniq_by/") == {"2", []}
    assert complete("&Enum.map_reduce/") == {"3", []}
    assert complete("Enum.map(list, &String.pad_leading/") == {"", ["pad_leading/2", "pad_leading/3"]}
    assert complete("&is_atom/") == {"1", []}
    assert complete("Enum.map(") == {"", ["map(enumerable, fun)"]}
    assert complete("div(") == {"", ["div(dividend, divisor)"]}
    assert complete("no_such(") == {"", []}
    assert complete("NoSuch.fun(") == {"", []}
    assert complete(":lists.keyfind/") == {"3", []}
    assert complete(":no_such_module_at_all.f") == {"", []}
    assert {"", ["~C (sigil_C)" | _]} = complete("~")
  end

  test "aliases" do
    {_, _, env} = Code.eval_quoted_with_env(quote(do: alias(Task.Supervisor, as: Boss)), [], IEx.Evaluator.env())
    assert IEx.Autocomplete.complete("Bos", [], env) == {"s", []}
    assert IEx.Autocomplete.complete("Boss.async_n", [], env) == {"olink", []}
    assert complete("Agent.Serv") == {"er", []}
  end

  test "variables, keys of maps, fields of structs" do
    assert complete("long", long_name: 1) == {"_name", []}
    assert complete("user.na", user: %{name: "x", age: 1}) == {"me", []}
    assert complete("a.b.deep", a: %{b: %{deeper: 1}}) == {"er", []}
    assert complete("%Ran") == {"ge", []}
    assert complete("%Range{fir") == {"st: ", []}
    assert {"", ["age", "name"]} = complete("user.", user: %{name: "x", age: 1})
  end

  test "paths" do
    folder = Path.join(System.tmp_dir!(), "autocomplete-#{System.unique_integer([:positive])}")
    File.mkdir_p!(Path.join(folder, "inside"))
    File.write!(Path.join(folder, "plain.txt"), "")
    assert complete("File.read(\"#{folder}/pl") == {"ain.txt", []}
    assert complete("File.ls(\"#{folder}/in") == {"side/", []}
    File.rm_rf!(folder)
  end
end
