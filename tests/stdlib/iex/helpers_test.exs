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
    assert run("b(GenServer)") =~ "@callback init(init_arg :: term()) ::"
    assert run("b(GenServer)") =~ "@optional_callbacks code_change: 3,"
    assert run("b(GenServer.terminate)") =~ "when reason: :normal | :shutdown"
    assert run("t(Range)") =~ "@type t() :: %Range{first: limit(), last: limit(), step: step()}\n"
    assert run("t(Range.step/0)") == "@type step() :: pos_integer() | neg_integer()\n\n"
    assert run("t(Range.steps)") =~ "No type information for Range.steps was found or Range.steps is private"
    assert run("t(NoSuch)") =~ "Could not load module NoSuch, got: nofile"
    assert run("h(Range.new/2)") =~ "@spec new(limit(), limit()) :: t()"
    assert run("exports(Atom)") =~ "to_string/1"
    assert run("b(Enum)") =~ "No callbacks for Enum were found"
  end

  test "identifiers" do
    assert IEx.Helpers.pid("0.1.0") |> is_pid()
    assert IEx.Helpers.pid(0, 1, 0) == IEx.Helpers.pid("0.1.0")
  end

  test "opaque types stay hidden, variables are no types" do
    Code.compile_string("""
    defmodule IEx.HelpersTest.Types do
      @opaque hidden(a) :: {a, integer}
      @type pair(a, b) :: {a, b, left :: atom}
      @macrocallback one(a) :: Macro.t when a: term
      @typep own :: pair(own, own)
      @callback two(own) :: hidden(own)
      @optional_callbacks one: 1
    end
    """)

    module = "IEx.HelpersTest.Types"
    assert run("t(#{module})") == "@opaque hidden(a)\n\n@type pair(a, b) :: {a, b, left :: atom()}\n\n"
    assert run("b(#{module})") == "@macrocallback one(a) :: Macro.t() when a: term()\n\n@callback two(own()) :: hidden(own())\n\n@optional_callbacks one: 1\n\n"
  end

  test "there are no breakpoints" do
    assert run("breaks()") == "No breakpoints set\n"
    assert run("whereami()") == "Pry session is not currently enabled\n"
    assert_raise ArgumentError, ~r/break! needs the debugger/, fn -> run("break!(Enum.map/2)") end
  end

  test "recompile says why not" do
    assert capture_io(fn -> assert IEx.Helpers.recompile() == :error end) =~ "needs a project"
  end
end
