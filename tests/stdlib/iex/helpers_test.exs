ExUnit.start()

defmodule IEx.HelpersTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  defp run(code) do
    {_, _, env} = Code.eval_quoted_with_env(quote(do: import(IEx.Helpers)), [], IEx.Evaluator.env())
    capture_io(fn -> Code.eval_quoted_with_env(Code.string_to_quoted!(code), [], env) end)
  end

  test "h" do
    assert run("h()") =~ "import_file"
    assert run("h(Enum)") =~ "Enum"
    assert run("h(Enum.count/1)") =~ "count(enumerable)"
    assert run("h(Enum.count)") =~ "count(enumerable, fun)"
    assert run("h(is_atom)") =~ "is_atom(term)"
    assert run("h(Enum.no_such)") =~ "No documentation for Enum.no_such"
    assert run("h(NoSuch)") =~ "Could not load module NoSuch"
  end

  test "i" do
    assert run("i(5)") =~ "Integer"
    assert run("i(\"text\")") =~ "A string"
    assert run("i([a: 1])") =~ "A keyword list"
    assert run("i(self())") =~ "PID"
    assert run("i(Enum)") =~ "Exports"
    assert run("i(1..2)") =~ "Range"
    assert run("i(&Enum.map/2)") =~ "Enum.map/2"
  end

  test "b, t, exports" do
    assert run("b(GenServer)") =~ "@callback init/1"
    assert run("exports(Atom)") =~ "to_string/1"
    assert run("b(Enum)") =~ "no behaviour"
  end

  test "identifiers" do
    assert IEx.Helpers.pid("0.1.0") |> is_pid()
    assert IEx.Helpers.pid(0, 1, 0) == IEx.Helpers.pid("0.1.0")
  end

  test "recompile says why not" do
    assert capture_io(fn -> assert IEx.Helpers.recompile() == :error end) =~ "needs a project"
  end
end
