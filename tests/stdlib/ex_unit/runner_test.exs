# tests/stdlib/ex_unit/runner_test.exs: suites inside of a test: their numbers, order, events and text.
ExUnit.start()

defmodule RunnerTest.Events do
  # A formatter that hands events on.
  use GenServer
  def init(options), do: {:ok, options[:listener]}

  def handle_cast(event, listener) do
    send(listener, {:event, event})
    {:noreply, listener}
  end
end

defmodule RunnerTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  @settings [
    colors: [enabled: false],
    exclude: [],
    formatters: [ExUnit.CLIFormatter],
    include: [],
    max_failures: :infinity,
    only_test_ids: nil,
    seed: 0,
    slowest: 0,
    timeout: 60_000,
    trace: false
  ]

  setup do
    before = Keyword.merge(@settings, Keyword.take(ExUnit.configuration(), Keyword.keys(@settings)))
    ExUnit.configure(@settings)
    on_exit(fn -> ExUnit.configure(before) end)
    :ok
  end

  # Runs the modules that `body` defines: {numbers, output}.
  defp suite(options \\ [], body) do
    ExUnit.configure(options)
    name = "RunnerTest.Suite#{System.unique_integer([:positive])}"
    Code.eval_string("defmodule #{name} do\n  use ExUnit.Case\n#{body}\nend", [], file: "suite.exs")
    with_io(fn -> ExUnit.run() end) |> then(fn {numbers, text} -> {numbers, String.replace(text, name, "S")} end)
  end

  defp without_times(text), do: Regex.replace(~r/\d+\.\d+( seconds|s |s,|s\)|ms)/, text, "T\\1")

  test "tests carry what their callbacks added" do
    Process.register(self(), :carried)
    ExUnit.configure(formatters: [RunnerTest.Events], listener: self())

    Code.eval_string("""
    defmodule RunnerTest.Carried#{System.unique_integer([:positive])} do
      use ExUnit.Case
      setup_all do: [kettle: :on]
      setup do: [tea: :green]
      test "a", do: :ok
      test "b", do: flunk()
    end
    """)

    ExUnit.run()
    Process.unregister(:carried)

    for _ <- 1..2 do
      assert_received {:event, {:test_finished, %{tags: %{kettle: :on, tea: :green, case: module, module: module}}}}
    end
  end

  test "numbers and dots" do
    {numbers, text} =
      suite("""
        test "a", do: :ok
        @tag :skip
        test "b", do: :ok
        @tag :slow
        test "c", do: :ok
        test "d", do: assert 1 == 1
      """ |> then(&("@moduletag :m\n" <> &1)))

    assert numbers == %{total: 4, failures: 0, skipped: 1, excluded: 0}
    assert without_times(text) == "*...\nFinished in T seconds (Ts async, Ts sync)\n4 tests, 0 failures, 1 skipped\n\nRandomized with seed 0\n"
  end

  test "a failure is shown" do
    {numbers, text} = suite("test \"fails\" do\n  assert 1 + 1 == 3\nend\ntest \"raises\" do\n  raise \"oops\"\nend")
    assert numbers.failures == 2

    assert text =~ """
             1) test fails (S)
                suite.exs:3
                Assertion with == failed
                code:  assert 1 + 1 == 3
                left:  2
                right: 3
                stacktrace:
                  suite.exs:4: (test)
           """ |> String.replace("\n         ", "\n") |> String.trim_leading()

    assert text =~ "** (RuntimeError) oops\n     stacktrace:\n       suite.exs:7: (test)\n"
    assert text =~ "2 tests, 2 failures\n"
  end

  test "filters" do
    body = "@tag :x\ntest \"a\", do: :ok\n@tag os: :unix\ntest \"b\", do: :ok\ntest \"c\", do: :ok"
    {numbers, text} = suite([exclude: [:x]], body)
    assert numbers == %{total: 3, failures: 0, skipped: 0, excluded: 1}
    assert text =~ ~r/\AExcluding tags: \[:x\]\n\n\.\.\n/
    assert text =~ "3 tests, 0 failures, 1 excluded"

    {numbers, text} = suite([exclude: [:test], include: [os: "unix"]], body)
    assert numbers == %{total: 3, failures: 0, skipped: 0, excluded: 2}
    assert text =~ "Excluding tags: [:test]\nIncluding tags: [os: \"unix\"]\n\n.\n"

    {_, text} = suite([exclude: [:test], include: []], body)
    assert text =~ "All tests have been excluded."

    {numbers, _} = suite([exclude: [:test], include: [line: "6"]], body)
    assert numbers.excluded == 2
  end

  test "trace" do
    {_, text} = suite([trace: true], "test \"a\", do: :ok\n@tag :skip\ntest \"b\", do: :ok")
    assert without_times(text) =~ "\nS [suite.exs]\n  * test b [L#5]\r  * test b (skipped) [L#5]\n  * test a [L#3]\r  * test a (Tms) [L#3]\n\nFinished"
  end

  test "setup_all that fails invalidates all tests" do
    {numbers, text} = suite("setup_all do: raise(\"no\")\ntest \"a\", do: :ok\ntest \"b\", do: :ok" |> String.replace("do: raise(\"no\")", "do\n raise \"no\"\nend"))
    assert numbers == %{total: 2, failures: 2, skipped: 0, excluded: 0}
    assert text =~ ~r/\A\?\?\n\n  0\) S: failure on setup_all callback, all tests have been invalidated\n     \*\* \(RuntimeError\) no\n/
    assert text =~ "2 tests, 0 failures, 2 invalid"
  end

  test "a test that exits, is killed, takes too long" do
    {numbers, text} =
      suite("""
        test "exits", do: exit(:gone)
        test "linked" do
          spawn_link(fn -> exit(:bad) end)
          Process.sleep(:infinity)
        end
        @tag timeout: 20
        test "sleeps", do: Process.sleep(:infinity)
      """)

    assert numbers.failures == 3
    assert text =~ "** (exit) :gone"
    assert text =~ ~r/\*\* \(EXIT from #PID<\d+\.\d+\.\d+>\) :bad/
    assert text =~ "** (ExUnit.TimeoutError) test timed out after 20ms. You can change the timeout:"
  end

  test "max_failures ends the run" do
    {numbers, text} = suite([max_failures: 1], "test \"a\", do: flunk()\ntest \"b\", do: flunk()\ntest \"c\", do: :ok")
    assert numbers.total == 1
    assert text =~ "--max-failures reached, aborting test suite\nFinished"
  end

  test "the seed gives the order" do
    body = for name <- ~w(a b c d e f), do: "test \"#{name}\", do: IO.write(\"#{name}\")\n"
    assert suite([seed: 0], body) |> elem(1) |> String.replace(".", "") =~ ~r/\Aabcdef\n/
    # A dot may come later than what the next test writes.
    order = fn -> [seed: 17] |> suite(body) |> elem(1) |> String.replace(".", "") |> String.split("\n") |> hd() end
    first = order.()
    assert first |> String.graphemes() |> Enum.sort() == ~w(a b c d e f)
    assert order.() == first
    assert first != "abcdef"
  end

  test "events reach a formatter" do
    suite([formatters: [RunnerTest.Events], listener: self()], "test \"a\", do: :ok")
    assert_received {:event, {:suite_started, _}}
    assert_received {:event, {:module_started, %ExUnit.TestModule{}}}
    assert_received {:event, {:test_started, %ExUnit.Test{name: :"test a"}}}
    assert_received {:event, {:test_finished, %ExUnit.Test{state: nil, time: time}}}
    assert is_integer(time)
    assert_received {:event, {:module_finished, %ExUnit.TestModule{state: nil, tests: [_]}}}
    assert_received {:event, {:suite_finished, %{run: _, async: _, load: nil}}}
  end

  test "on_exit runs in another process, the last first, after the test's processes" do
    Process.register(self(), :runner_test_listener)

    suite("""
      test "a" do
        test = self()
        agent = start_supervised!({Agent, fn -> 1 end})
        say = fn what -> on_exit(fn -> send(:runner_test_listener, {what, self() != test, Process.alive?(agent)}) end) end
        say.(1)
        say.(2)
        on_exit(:named, fn -> send(:runner_test_listener, :replaced) end)
        on_exit(:named, fn -> send(:runner_test_listener, :kept) end)
      end
    """)

    {:messages, messages} = Process.info(self(), :messages)
    assert messages == [:kept, {2, true, false}, {1, true, false}]
  end
end
