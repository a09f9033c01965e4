# stdlib/ex_unit/ex_unit.ex: starting, configuring and running a suite.
# Here: the settings and what stands at the end of a program that called start/1.
# Not here: the run itself (ExUnit.Runner), the list of modules to run (ExUnit.Server).
defmodule ExUnit do
  @moduledoc """
  Unit tests.

  A test file starts the framework, and defines modules that use `ExUnit.Case`. The tests run when
  the file is at its end:

      ExUnit.start()

      defmodule SumTest do
        use ExUnit.Case, async: true

        test "adds" do
          assert 1 + 1 == 2
        end
      end

  `vial run sum_test.exs` runs that one file; `vial test` runs all files `*_test.exs` of a folder, after
  its `test_helper.exs`.

  `ExUnit.Case` says how tests are written, `ExUnit.Assertions` what they may claim, `ExUnit.Callbacks`
  how they prepare and clean up, and `ExUnit.DocTest` how examples in documentation become tests.
  """

  @typedoc "What became of a test; `nil` if it passed."
  @type state :: nil | {:excluded, binary} | {:failed, failed} | {:invalid, module} | {:skipped, binary}

  @type failed :: [{Exception.kind(), reason :: term, Exception.stacktrace()}]

  @typedoc "What `run/0` answers."
  @type suite_result :: %{
          excluded: non_neg_integer,
          failures: non_neg_integer,
          skipped: non_neg_integer,
          total: non_neg_integer
        }

  @type test_id :: {module, name :: atom}

  @defaults [
    after_suite: [],
    assert_receive_timeout: 100,
    autorun: true,
    capture_log: false,
    colors: [],
    exclude: [],
    exit_status: 2,
    formatters: [ExUnit.CLIFormatter],
    include: [],
    max_failures: :infinity,
    refute_receive_timeout: 100,
    slowest: 0,
    stacktrace_depth: 20,
    timeout: 60_000,
    trace: false
  ]

  @doc false
  # As the callback of an application: the processes that live as long as the program.
  def start(_type, []) do
    defaults = [max_cases: System.schedulers_online() * 2] ++ @defaults

    for {key, value} <- defaults, Application.fetch_env(:ex_unit, key) == :error do
      Application.put_env(:ex_unit, key, value)
    end

    children = [ExUnit.Server, ExUnit.CaptureServer, ExUnit.OnExitHandler]
    starter = self()
    ref = make_ref()

    # The caller may be a process that ends soon, such as one test of another suite.
    keeper =
      spawn(fn ->
        result = Supervisor.start_link(children, strategy: :one_for_one, name: ExUnit.Supervisor)
        send(starter, {ref, result})
        if match?({:ok, _}, result), do: Process.sleep(:infinity)
      end)

    monitor = Process.monitor(keeper)

    receive do
      {^ref, result} ->
        Process.demonitor(monitor, [:flush])
        result

      {:DOWN, ^monitor, _, _, reason} ->
        {:error, reason}
    end
  end

  @doc """
  Starts the framework, with the options of `configure/1`; the tests run when the program ends.

  With `autorun: false` they run when `run/0` is called. A program that ends by an error runs no tests.

  ## Examples

      ExUnit.start(trace: true, seed: 0)
  """
  @spec start(Keyword.t()) :: :ok
  def start(options \\ []) do
    started()
    configure(options)

    if Application.fetch_env!(:ex_unit, :autorun) do
      Application.put_env(:ex_unit, :autorun, false)
      System.at_exit(&at_exit/1)
    end

    :ok
  end

  defp started do
    case Process.whereis(ExUnit.Server) do
      nil ->
        case start(:normal, []) do
          {:ok, _} -> :ok
          {:error, {:already_started, _}} -> :ok
          {:error, reason} -> raise "the test framework did not start: #{inspect(reason)}"
        end

      _ ->
        :ok
    end
  end

  defp at_exit(0) do
    loaded = ExUnit.Server.modules_loaded()
    options = settled(configuration())
    %{failures: failures} = ExUnit.Runner.run(options, loaded)
    status = options[:exit_status]
    System.at_exit(fn _ -> if failures > 0, do: exit({:shutdown, status}) end)
  end

  defp at_exit(_status), do: :ok

  @doc false
  def stop(_state), do: :ok

  @doc """
  Sets options.

    * `:assert_receive_timeout`, `:refute_receive_timeout` - how long those assertions wait, in
      milliseconds (100)
    * `:autorun` - whether tests run when the program ends (`true`)
    * `:capture_log` - whether log messages are kept and shown with failures only (`false`)
    * `:colors` - `enabled: boolean` (by default whether the output is a terminal), and the colours
      `:diff_insert`, `:diff_insert_whitespace`, `:diff_delete`, `:diff_delete_whitespace`
    * `:exclude`, `:include` - filters, see `ExUnit.Case`
    * `:exit_status` - of the program when a test failed (2)
    * `:failures_manifest_file` - where to keep which tests failed
    * `:formatters` - modules that show what happens (`[ExUnit.CLIFormatter]`)
    * `:max_cases` - how many modules run at once (twice the schedulers)
    * `:max_failures` - how many failures end the run (`:infinity`)
    * `:only_test_ids` - a set of `{module, test}`: the only ones to run
    * `:seed` - for the order of tests and their random numbers; 0 keeps the order as written
    * `:slowest` - how many of the slowest tests to list (0); implies `:trace`
    * `:stacktrace_depth` - how many lines of a stack trace to keep (20)
    * `:timeout` - for a test, in milliseconds (60,000)
    * `:trace` - one line for each test, one test at a time, no timeouts (`false`)
    * `:test_location_relative_path` - what to write before a test's file

  Other options are kept for formatters.

  ## Examples

      ExUnit.configure(exclude: [:slow], timeout: 5_000)
  """
  @spec configure(Keyword.t()) :: :ok
  def configure(options) do
    Enum.each(options, fn {key, value} -> Application.put_env(:ex_unit, key, value) end)
  end

  @doc """
  Returns the options that are set, see `configure/1`.
  """
  @spec configuration() :: Keyword.t()
  def configuration do
    options = Application.get_all_env(:ex_unit)
    options = if (options[:slowest] || 0) > 0, do: Keyword.put(options, :trace, true), else: options
    if options[:trace], do: Keyword.put(options, :max_cases, 1), else: options
  end

  @doc """
  Returns the plural of `word` in summaries: as registered, else with an `s`.

  ## Examples

      iex> ExUnit.plural_rule("test")
      "tests"
  """
  @spec plural_rule(binary) :: binary
  def plural_rule(word) when is_binary(word) do
    Application.get_env(:ex_unit, :plural_rules, %{}) |> Map.get(word, word <> "s")
  end

  @doc """
  Registers the plural of `word`.

  ## Examples

      iex> ExUnit.plural_rule("property", "properties")
      iex> ExUnit.plural_rule("property")
      "properties"
  """
  @spec plural_rule(binary, binary) :: :ok
  def plural_rule(word, pluralization) when is_binary(word) and is_binary(pluralization) do
    rules = Application.get_env(:ex_unit, :plural_rules, %{})
    configure(plural_rules: Map.put(rules, word, pluralization))
  end

  @doc """
  Runs the tests of all modules that were defined since the last run, and those of `additional_modules`.

  Answers with the numbers of tests, failures, excluded and skipped tests.
  """
  @spec run([module]) :: suite_result
  def run(additional_modules \\ []) do
    for module <- additional_modules, do: register_again(module)
    ExUnit.Server.modules_loaded()
    ExUnit.Runner.run(settled(configuration()), nil)
  end

  defp register_again(module) do
    attributes = module.__info__(:attributes)

    if true in Keyword.get(attributes, :ex_unit_async, []),
      do: ExUnit.Server.add_async_module(module),
      else: ExUnit.Server.add_sync_module(module)
  end

  @doc """
  Starts to run asynchronous tests while further modules are still being loaded.

  Give the task to `await_run/1`.
  """
  @doc since: "1.12.0"
  @spec async_run() :: Task.t()
  def async_run do
    options = settled(configuration())
    Task.async(fn -> ExUnit.Runner.run(options, nil) end)
  end

  @doc """
  Waits for the end of a run that `async_run/0` started.
  """
  @doc since: "1.12.0"
  @spec await_run(Task.t()) :: suite_result
  def await_run(task) do
    ExUnit.Server.modules_loaded()
    Task.await(task, :infinity)
  end

  # What depends on other options, kept so that formatters and later runs see the same.
  defp settled(options) do
    settled =
      options
      |> Keyword.put_new_lazy(:seed, fn -> rem(:erlang.unique_integer([:positive]) * 1_009 + elem(:os.timestamp(), 2), 1_000_000) end)

    configure(Keyword.take(settled, [:seed, :max_cases, :trace]))
    settled
  end

  @doc """
  Has `function` called with the result when a suite is done; the function set last is called first.

  ## Examples

      ExUnit.after_suite(fn %{failures: failures} -> IO.puts("failed: \#{failures}") end)
  """
  @doc since: "1.8.0"
  @spec after_suite((suite_result -> any)) :: :ok
  def after_suite(function) when is_function(function) do
    configure(after_suite: [function | Application.get_env(:ex_unit, :after_suite, [])])
  end

  @doc """
  The supervisor of the running test's processes: `{:ok, pid}`, or `:error` outside of a test.
  """
  @doc since: "1.11.0"
  @spec fetch_test_supervisor() :: {:ok, pid} | :error
  def fetch_test_supervisor do
    case ExUnit.OnExitHandler.get_supervisor(self()) do
      {:ok, nil} -> {:ok, ExUnit.Callbacks.__start_supervisor__()}
      {:ok, supervisor} -> {:ok, supervisor}
      :error -> :error
    end
  end
end
