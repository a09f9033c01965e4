# stdlib/ex_unit/ex_unit/cli_formatter.ex: what a run prints.
# Here: a handler of events, colours.
# Not here: the text of failures (ExUnit.Formatter).
defmodule ExUnit.CLIFormatter do
  @moduledoc false
  use GenServer

  import ExUnit.Formatter,
    only: [format_times: 1, format_filters: 2, format_test_failure: 5, format_test_all_failure: 5]

  @impl true
  def init(options) do
    {:ok,
     %{
       seed: options[:seed],
       trace: options[:trace],
       colors: colors(options),
       width: width(),
       slowest: options[:slowest],
       test_counter: %{},
       test_timings: [],
       failure_counter: 0,
       skipped_counter: 0,
       excluded_counter: 0,
       invalid_counter: 0
     }}
  end

  @impl true
  def handle_cast({:suite_started, options}, config) do
    print_filters(options, :exclude)
    print_filters(options, :include)
    if options[:exclude] != [] or options[:include] != [], do: IO.write("\n")
    {:noreply, config}
  end

  def handle_cast({:suite_finished, times}, config) do
    if total(config) > 0 and total(config) == config.excluded_counter do
      IO.puts(invalid("All tests have been excluded.", config))
    end

    IO.write("\n")
    IO.puts(format_times(times))
    if config.slowest > 0, do: IO.puts(slowest(config, times.run))
    IO.puts(summary(config))
    IO.puts("\nRandomized with seed #{config.seed}")
    {:noreply, config}
  end

  def handle_cast({:module_started, %ExUnit.TestModule{name: name, file: file}}, config) do
    if config.trace, do: IO.puts("\n#{inspect(name)} [#{Path.relative_to_cwd(file)}]")
    {:noreply, config}
  end

  def handle_cast({:module_finished, %ExUnit.TestModule{state: {:failed, failures}} = module}, config) do
    # Tests that had passed count as failed now.
    passed = Enum.count(module.tests, &is_nil(&1.state))
    config = Map.update!(config, :failure_counter, &(&1 + passed))
    text = format_test_all_failure(module, failures, config.failure_counter, config.width, &formatter(&1, &2, config))
    print_failure(text, config)
    {:noreply, config}
  end

  def handle_cast({:test_started, test}, config) do
    if config.trace, do: IO.write("  * #{test.name} [L##{test.tags.line}]")
    {:noreply, config}
  end

  def handle_cast({:test_finished, test}, config) do
    config = finished(test, count(config, test))
    {:noreply, config}
  end

  def handle_cast({:sigquit, running}, config) do
    IO.write("\n\n")

    unless running == [] do
      IO.puts(failure("Aborting test suite, the following have not completed:", config) <> "\n")
      Enum.each(running, &IO.puts(unfinished(&1)))
    end

    {:noreply, config}
  end

  def handle_cast(:max_failures_reached, config) do
    IO.write(failure("--max-failures reached, aborting test suite", config))
    {:noreply, config}
  end

  def handle_cast(_event, config), do: {:noreply, config}

  defp print_filters(options, key) do
    if options[key] != [], do: IO.puts(format_filters(options[key], key))
  end

  defp unfinished(%ExUnit.Test{name: name, module: module}), do: "  * #{name} (#{inspect(module)})"
  defp unfinished(%ExUnit.TestModule{name: name}), do: "  * #{inspect(name)} (setup_all)"

  # -- one test -------------------------------------------------------------------------------------------------

  defp count(config, test) do
    Map.update!(config, :test_counter, fn counter -> Map.update(counter, test.tags.test_type, 1, &(&1 + 1)) end)
  end

  defp finished(%{state: nil} = test, config) do
    if config.trace, do: IO.puts(success(traced(test, time(test)), config)), else: IO.write(success(".", config))
    timed(config, test)
  end

  defp finished(%{state: {:excluded, _}} = test, config) do
    if config.trace, do: IO.puts(invalid(traced(test, "(excluded)"), config))
    Map.update!(config, :excluded_counter, &(&1 + 1))
  end

  defp finished(%{state: {:skipped, _}} = test, config) do
    if config.trace, do: IO.puts(invalid(traced(test, "(skipped)"), config)), else: IO.write(invalid("*", config))
    Map.update!(config, :skipped_counter, &(&1 + 1))
  end

  defp finished(%{state: {:invalid, _}} = test, config) do
    if config.trace, do: IO.puts(invalid(traced(test, time(test)), config)), else: IO.write(invalid("?", config))
    Map.update!(config, :invalid_counter, &(&1 + 1))
  end

  defp finished(%{state: {:failed, failures}} = test, config) do
    if config.trace, do: IO.puts(failure(traced(test, time(test)), config))
    number = config.failure_counter + 1
    text = format_test_failure(test, failures, number, config.width, &formatter(&1, &2, config))
    print_failure(text, config)
    print_logs(test.logs)
    timed(%{config | failure_counter: number}, test)
  end

  defp timed(config, test), do: Map.update!(config, :test_timings, &[test | &1])

  # Over the line that test_started wrote.
  defp traced(test, what), do: "\r  * #{test.name} #{what} [L##{test.tags.line}]"

  defp time(%{time: us}), do: "(#{milliseconds(us)}ms)"

  defp milliseconds(us) do
    case div(us, 10) do
      hundredths when hundredths < 10 -> "0.0#{hundredths}"
      hundredths -> "#{div(hundredths, 100)}.#{hundredths |> rem(100) |> div(10)}"
    end
  end

  defp print_failure(text, config) do
    IO.write(if config.trace, do: ["\n", text, "\n"], else: ["\n\n", text, "\n"])
  end

  defp print_logs(""), do: :ok

  defp print_logs(logs) do
    IO.puts("     The following output was logged:\n     " <> String.replace(logs, "\n", "\n     "))
  end

  # -- the end --------------------------------------------------------------------------------------------------

  defp slowest(config, run_us) do
    tests = config.test_timings |> Enum.sort_by(& &1.time, :desc) |> Enum.take(config.slowest)
    sum = tests |> Enum.map(& &1.time) |> Enum.sum()
    percent = if run_us > 0, do: Float.round(sum * 100 / run_us, 1), else: 0.0

    lines =
      Enum.map(tests, fn test ->
        "  * #{test.name} (#{inspect(test.module)}) #{time(test)} [#{Path.relative_to_cwd(test.tags.file)}:#{test.tags.line}]\n"
      end)

    "\nTop #{config.slowest} slowest (#{seconds(sum)}s), #{percent}% of total time:\n\n#{lines}"
  end

  defp seconds(us), do: :erlang.float_to_binary(us / 1_000_000, decimals: 2)

  defp summary(config) do
    tests =
      config.test_counter
      |> Enum.sort()
      |> Enum.map_join("", fn {type, count} -> "#{count} #{plural(type, count)}, " end)

    failures = if config.failure_counter == 1, do: "1 failure", else: "#{config.failure_counter} failures"

    text =
      tests <> failures <> some(config.excluded_counter, "excluded") <> some(config.invalid_counter, "invalid")

    skipped = if config.skipped_counter > 0, do: ", " <> invalid("#{config.skipped_counter} skipped", config), else: ""

    cond do
      config.failure_counter > 0 or config.invalid_counter > 0 -> failure(text <> skipped, config)
      total(config) > 0 and total(config) == config.excluded_counter -> invalid(text <> skipped, config)
      true -> success(text <> skipped, config)
    end
  end

  defp plural(type, 1), do: Atom.to_string(type)
  defp plural(type, _count), do: type |> Atom.to_string() |> ExUnit.plural_rule()

  defp some(0, _what), do: ""
  defp some(count, what), do: ", #{count} #{what}"

  defp total(config), do: config.test_counter |> Map.values() |> Enum.sum()

  # -- colours --------------------------------------------------------------------------------------------------

  @default_colors [
    diff_delete: :red,
    diff_delete_whitespace: IO.ANSI.color_background(2, 0, 0),
    diff_insert: :green,
    diff_insert_whitespace: IO.ANSI.color_background(0, 2, 0),
    success: :green,
    invalid: :yellow,
    skipped: :yellow,
    failure: :red,
    error_info: :red,
    extra_info: :cyan,
    location_info: [:bright, :black]
  ]

  defp colors(options) do
    @default_colors
    |> Keyword.merge(options[:colors] || [])
    |> Keyword.put_new(:enabled, IO.ANSI.enabled?())
  end

  defp colorize(key, text, %{colors: colors}) do
    color = colors[key]

    if colors[:enabled] and color != nil,
      do: [color, text, :reset] |> IO.ANSI.format_fragment(true) |> IO.iodata_to_binary(),
      else: text
  end

  # Documents of the pretty printer keep their width: a colour takes no room.
  defp colorize_document(key, document, %{colors: colors}) do
    if colors[:enabled],
      do: Inspect.Algebra.color(document, key, %Inspect.Opts{syntax_colors: colors}),
      else: document
  end

  defp success(text, config), do: colorize(:success, text, config)
  defp invalid(text, config), do: colorize(:invalid, text, config)
  defp failure(text, config), do: colorize(:failure, text, config)

  defp formatter(:diff_enabled?, _, %{colors: colors}), do: colors[:enabled]
  defp formatter(:blame_diff, text, config), do: blame(text, config)

  defp formatter(key, document, config)
       when key in [:diff_delete, :diff_delete_whitespace, :diff_insert, :diff_insert_whitespace] do
    colorize_document(key, document, config)
  end

  defp formatter(key, text, config), do: colorize(key, text, config)

  defp blame(text, %{colors: colors} = config) do
    if colors[:enabled], do: colorize(:error_info, text, config), else: "-" <> text <> "-"
  end

  defp width do
    case :io.columns() do
      {:ok, columns} -> max(40, columns)
      _ -> 80
    end
  end
end
