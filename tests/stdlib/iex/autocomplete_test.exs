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
