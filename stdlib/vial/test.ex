# stdlib/vial/test.ex: `vial test`.
# Here: options, which files hold tests, loading them, the exit status.
# Not here: running tests and what is printed (stdlib/ex_unit).
# Holds: the options given win over what a test_helper.exs or a test file configures; filters add up.
defmodule Vial.Test do
  @moduledoc false

  @switches [
    color: :boolean,
    exclude: :keep,
    exit_status: :integer,
    failed: :boolean,
    formatter: :keep,
    include: :keep,
    max_cases: :integer,
    max_failures: :integer,
    only: :keep,
    partitions: :integer,
    seed: :integer,
    slowest: :integer,
    stale: :boolean,
    timeout: :integer,
    trace: :boolean
  ]

  @doc """
  Runs `vial test` with its arguments; answers when all tests passed, and exits with the status otherwise.
  """
  def run(arguments) do
    {options, paths} = parse(arguments)
    if System.get_env("MIX_ENV") == nil, do: System.put_env("MIX_ENV", "test")
    paths = enter_project(paths)
    Application.put_env(:ex_unit, :autorun, false)
    ExUnit.start(autorun: false)

    load_sources()
    {files, filters} = files(paths)
    helpers = helpers(files)
    Enum.each(helpers, &load/1)
    ExUnit.configure(merged(options, filters))
    {files, record} = files |> of_failed(options) |> of_partition(options) |> of_stale(helpers, options)

    case files do
      [] when record != nil -> IO.puts("No stale tests")
      [] -> IO.puts("There are no tests to run")
      files -> run_files(files, filters, record, options)
    end
  end

  # A helper may be among the files that are given.
  defp load(file) do
    Vial.Diagnostics.source(file, nil)
    Code.require_file(file)
  end

  defp run_files(files, filters, record, options) do
    Enum.each(files, &load/1)
    # Once more, with what the files configure.
    ExUnit.configure(merged(options, filters))
    %{total: total, failures: failures, excluded: excluded} = ExUnit.run()

    cond do
      failures > 0 ->
        exit({:shutdown, Application.fetch_env!(:ex_unit, :exit_status)})

      Keyword.has_key?(options, :only) and total == excluded ->
        stop(1, "the --only option was given to \"vial test\" but no test was executed")

      record != nil ->
        Vial.Test.Stale.keep(record, stale_record())

      true ->
        :ok
    end
  end

  # -- options --------------------------------------------------------------------------------------------------

  defp parse(arguments) do
    case OptionParser.parse(arguments, strict: @switches) do
      {options, paths, []} ->
        {options, paths}

      {_, _, [{option, nil} | _]} ->
        stop(64, "test: unknown option #{option} (vial test --help)")

      {_, _, [{option, value} | _]} ->
        stop(64, "test: invalid value #{inspect(value)} for #{option}")
    end
  end

  defp stop(status, message), do: exit({:vial_status, status, message})

  @passed [:exit_status, :max_cases, :max_failures, :seed, :slowest, :timeout, :trace]

  # What ExUnit.configure/1 gets, with the filters of the helpers.
  defp merged(options, {exclude, include}) do
    only = filters(options, :only)
    exclude = if(only == [], do: [], else: [:test]) ++ filters(options, :exclude) ++ exclude
    include = only ++ filters(options, :include) ++ include

    options
    |> Keyword.take(@passed)
    |> Keyword.merge(
      exclude: Enum.uniq(exclude ++ configured(:exclude)),
      include: Enum.uniq(include ++ configured(:include)),
      failures_manifest_file: manifest(),
      autorun: false
    )
    |> put_color(options[:color])
    |> put_formatters(Keyword.get_values(options, :formatter))
    |> put_failed(options[:failed])
  end

  # A single tag may stand for a list of one.
  defp configured(key), do: List.wrap(Application.get_env(:ex_unit, key, []))

  # Where it stands which tests failed: with what is built of a project, else among the user's caches.
  defp manifest do
    Application.get_env(:ex_unit, :failures_manifest_file) ||
      if project?("."), do: Path.expand("_build/vial/failed_tests"), else: cached(File.cwd!())
  end

  defp cached(folder) do
    caches = System.get_env("XDG_CACHE_HOME") || Path.join(System.user_home() || System.tmp_dir!(), ".cache")
    Path.join([caches, "vial", "failed_tests", Integer.to_string(:erlang.phash2(folder), 36)])
  end

  defp filters(options, key), do: options |> Keyword.get_values(key) |> ExUnit.Filters.parse()

  defp put_color(chosen, nil), do: chosen
  defp put_color(chosen, color), do: Keyword.put(chosen, :colors, Keyword.put(Application.get_env(:ex_unit, :colors, []), :enabled, color))

  defp put_formatters(chosen, []), do: chosen
  defp put_formatters(chosen, names), do: Keyword.put(chosen, :formatters, Enum.map(names, &Module.concat([&1])))

  defp put_failed(chosen, true) do
    {_, ids} = ExUnit.Filters.failure_info(chosen[:failures_manifest_file])
    Keyword.put(chosen, :only_test_ids, ids)
  end

  defp put_failed(chosen, _), do: chosen

  # -- projects and files ---------------------------------------------------------------------------------------

  # A single folder that is a project is entered, as if the command had been given there.
  defp enter_project([folder]) do
    if File.dir?(folder) and project?(folder) do
      File.cd!(folder)
      []
    else
      [folder]
    end
  end

  defp enter_project(paths), do: paths

  defp project?(folder) do
    File.regular?(Path.join(folder, "mix.exs")) or
      (File.dir?(Path.join(folder, "test")) and File.dir?(Path.join(folder, "lib")))
  end

  defp load_sources do
    load_in_rounds(sources())
  end

  defp sources do
    if project?("."),
      do: folders() |> Enum.flat_map(&Path.wildcard(Path.join(&1, "**/*.ex"))) |> Enum.sort(),
      else: []
  end

  # mix.exs is not evaluated: that it names test/support says that tests need what is there.
  defp folders do
    case File.read("mix.exs") do
      {:ok, text} -> if text =~ "test/support", do: ["lib", "test/support"], else: ["lib"]
      {:error, _} -> ["lib"]
    end
  end

  # A file may need modules of one that comes later: what failed is tried again as long as another one
  # succeeds. The error of the first that never does is the command's.
  defp load_in_rounds([]), do: :ok

  defp load_in_rounds(files) do
    case Enum.flat_map(files, &attempt/1) do
      [] -> :ok
      [{_, kind, reason, trace} | _] = failed when length(failed) == length(files) -> :erlang.raise(kind, reason, trace)
      failed -> failed |> Enum.map(&elem(&1, 0)) |> load_in_rounds()
    end
  end

  defp attempt(file) do
    Vial.Diagnostics.source(file, nil)
    Code.compile_file(file)
    []
  catch
    kind, reason -> [{file, kind, reason, __STACKTRACE__}]
  end

  # The files in the order given, and {exclude, include} of those with a line.
  defp files([]) do
    if File.dir?("test"), do: files(["test"]), else: stop(1, "test: there is no folder \"test\" here")
  end

  defp files(paths) do
    {files, options} = paths |> Enum.map(&file_and_filters/1) |> Enum.unzip()
    options = Enum.concat(options)

    {files |> Enum.concat() |> Enum.uniq(),
     {options |> Keyword.get_values(:exclude) |> Enum.concat() |> Enum.uniq(), options |> Keyword.get_values(:include) |> Enum.concat()}}
  end

  defp file_and_filters(path) do
    {file, options} = ExUnit.Filters.parse_path(path)

    cond do
      File.dir?(file) -> {file |> Path.join("**/*_test.exs") |> Path.wildcard() |> Enum.sort(), options}
      File.regular?(file) -> {[file], options}
      true -> stop(1, "test: #{file}: no such file or folder")
    end
  end

  # The nearest test_helper.exs of each file's folder or one above it, each once.
  defp helpers(files) do
    files |> Enum.map(&Path.dirname(Path.expand(&1))) |> Enum.uniq() |> Enum.flat_map(&helper/1) |> Enum.uniq()
  end

  defp helper(folder) do
    file = Path.join(folder, "test_helper.exs")
    above = Path.dirname(folder)

    cond do
      File.regular?(file) -> [Path.relative_to_cwd(file)]
      above == folder or not String.starts_with?(folder <> "/", File.cwd!() <> "/") -> []
      true -> helper(above)
    end
  end

  defp of_failed(files, options) do
    if options[:failed] do
      {failed, _} = ExUnit.Filters.failure_info(manifest())
      Enum.filter(files, &(Path.expand(&1) in failed))
    else
      files
    end
  end

  # {files, record for when they pass | nil}
  defp of_stale(files, helpers, options) do
    if options[:stale],
      do: Vial.Test.Stale.pick(files, Enum.uniq(sources() ++ helpers), stale_record()),
      else: {files, nil}
  end

  defp stale_record, do: manifest() <> ".stale"

  # Every n-th file, counted from the partition that MIX_TEST_PARTITION names.
  defp of_partition(files, options) do
    case {options[:partitions], System.get_env("MIX_TEST_PARTITION")} do
      {nil, _} ->
        files

      {count, text} when is_integer(count) and count > 0 and is_binary(text) ->
        case Integer.parse(text) do
          {partition, ""} when partition in 1..count -> files |> Enum.drop(partition - 1) |> Enum.take_every(count)
          _ -> stop(64, "test: MIX_TEST_PARTITION is to be between 1 and #{count}, got: #{text}")
        end

      {count, nil} when is_integer(count) and count > 0 ->
        stop(64, "test: --partitions needs the environment variable MIX_TEST_PARTITION")

      _ ->
        stop(64, "test: --partitions is to be a positive number")
    end
  end
end
