# stdlib/ex_unit/ex_unit/runner.ex: runs a suite.
# Here: the order of modules and tests, the processes they run in, what counts as a failure.
# Not here: what is shown (formatters); what is done at the end of a test (ExUnit.OnExitHandler).
# Holds: each module has one process for setup_all, which lives until its last test is done, and
# each test a process of its own. Tests of one module never run at the same time.
defmodule ExUnit.Runner do
  @moduledoc false

  alias ExUnit.{EventManager, OnExitHandler, RunnerStats, Server}

  @rand_algorithm :exs1024
  @current_key __MODULE__

  @doc """
  Runs all modules that `ExUnit.Server` has; `load_us` is how long loading took, if that is known.
  """
  def run(options, load_us) when is_list(options) do
    {:ok, manager} = EventManager.start_link()
    {:ok, stats} = EventManager.add_handler(manager, RunnerStats, options)
    config = configure(options, manager, stats)
    :erlang.system_flag(:backtrace_depth, max(config.stacktrace_depth, 8))

    started = System.monotonic_time()
    EventManager.suite_started(manager, Keyword.merge(options, include: config.include, exclude: config.exclude))
    async_ended = run_async(config, %{}, false)
    ended = System.monotonic_time()

    if max_failures_reached?(config), do: EventManager.max_failures_reached(manager)

    EventManager.suite_finished(manager, %{
      run: microseconds(ended - started),
      async: async_ended && microseconds(async_ended - started),
      load: load_us
    })

    result = RunnerStats.stats(stats)
    EventManager.stop(manager)
    for callback <- Application.fetch_env!(:ex_unit, :after_suite), do: callback.(result)
    result
  end

  defp microseconds(time), do: System.convert_time_unit(time, :native, :microsecond)

  defp configure(options, manager, stats) do
    {include, exclude} = ExUnit.Filters.normalize(options[:include], options[:exclude])
    for formatter <- options[:formatters], do: add_formatter(manager, formatter, options)

    %{
      capture_log: options[:capture_log],
      exclude: exclude,
      include: include,
      manager: manager,
      max_cases: options[:max_cases],
      max_failures: options[:max_failures],
      only_test_ids: options[:only_test_ids],
      runner_pid: self(),
      seed: options[:seed],
      stacktrace_depth: options[:stacktrace_depth] || 20,
      stats_pid: stats,
      timeout: options[:timeout],
      trace: options[:trace]
    }
  end

  defp add_formatter(manager, formatter, options) do
    case EventManager.add_handler(manager, formatter, options) do
      {:ok, _} -> :ok
      {:error, reason} -> exit({:formatter, formatter, reason})
    end
  end

  # -- modules --------------------------------------------------------------------------------------------------

  # Asynchronous modules first, max_cases at a time, then the others one by one. Answers when the last
  # asynchronous one ended, nil if there was none. `running` maps monitors to modules.
  defp run_async(config, running, once?) do
    free = config.max_cases - map_size(running)

    cond do
      free <= 0 ->
        run_async(config, wait_for_one(running), once?)

      modules = Server.take_async_modules(free) ->
        run_async(config, start_modules(config, modules, running), true)

      true ->
        wait_for_all(running)
        ended = System.monotonic_time()
        Enum.each(Server.take_sync_modules(), &run_alone(config, &1))
        if once?, do: ended
    end
  end

  defp run_alone(config, module) do
    config |> start_modules([module], %{}) |> wait_for_all()
  end

  defp start_modules(config, modules, running) do
    if max_failures_reached?(config) do
      running
    else
      Enum.reduce(modules, running, fn module, running ->
        {_pid, monitor} = spawn_monitor(fn -> run_module(config, module) end)
        Map.put(running, monitor, module)
      end)
    end
  end

  defp wait_for_one(running) do
    receive do
      {:DOWN, monitor, _, _, reason} when is_map_key(running, monitor) ->
        if reason not in [:normal, :shutdown], do: exit({:test_module, Map.fetch!(running, monitor), reason})
        Map.delete(running, monitor)
    end
  end

  defp wait_for_all(running) when map_size(running) == 0, do: :ok
  defp wait_for_all(running), do: running |> wait_for_one() |> wait_for_all()

  defp run_module(config, module) do
    test_module = module.__ex_unit__()
    EventManager.module_started(config.manager, test_module)

    {left_out, to_run} = config |> prepare_tests(test_module.tests) |> Enum.split_with(& &1.state)
    Enum.each(left_out, &report(config, &1))

    {test_module, invalid, finished} = run_module_tests(config, test_module, to_run)

    invalid = invalid_within_limit(config, invalid)
    Enum.each(invalid, &report(config, &1))
    EventManager.module_finished(config.manager, %{test_module | tests: finished ++ invalid})
  end

  defp report(config, test) do
    EventManager.test_started(config.manager, test)
    EventManager.test_finished(config.manager, test)
  end

  # Each of them counts for max_failures.
  defp invalid_within_limit(_config, []), do: []

  defp invalid_within_limit(config, invalid) do
    counter = RunnerStats.increment_failure_counter(config.stats_pid, length(invalid))
    before = counter - length(invalid)

    if config.max_failures == :infinity or counter <= config.max_failures,
      do: invalid,
      else: Enum.take(invalid, max(config.max_failures - before, 0))
  end

  # The tests of a module in the order they run; those that do not have their state already.
  defp prepare_tests(config, tests) do
    ids = config.only_test_ids

    for test <- shuffle(config, tests), ids == nil or {test.module, test.name} in ids do
      tags = Map.merge(test.tags, %{test: test.name, module: test.module})

      case ExUnit.Filters.eval(config.include, config.exclude, tags, tests) do
        :ok -> %{test | tags: tags}
        excluded_or_skipped -> %{test | state: excluded_or_skipped}
      end
    end
  end

  # `list` has what was defined last first.
  defp shuffle(%{seed: 0}, list), do: Enum.reverse(list)

  defp shuffle(%{seed: seed}, list) do
    :rand.seed(@rand_algorithm, {seed, seed, seed})
    Enum.shuffle(list)
  end

  defp run_module_tests(_config, test_module, []), do: {test_module, [], []}

  defp run_module_tests(config, test_module, tests) do
    {pid, monitor} = start_setup_all(test_module)

    {test_module, invalid, finished} =
      receive do
        {^pid, :setup_all, {:ok, context}} ->
          finished = run_tests(config, tests, context)
          stop_setup_all(pid, monitor)
          {test_module, [], finished}

        {^pid, :setup_all, {:failed, failures}} ->
          test_module = %{test_module | state: {:failed, failures}}
          stop_setup_all(pid, monitor)
          {test_module, invalid(tests, test_module), []}

        {:DOWN, ^monitor, :process, ^pid, reason} ->
          test_module = %{test_module | state: failed({:EXIT, pid}, reason, [])}
          {test_module, invalid(tests, test_module), []}
      end

    case OnExitHandler.run(pid, timeout(config, %{})) do
      :ok -> {test_module, invalid, finished}
      {kind, reason, stack} -> {%{test_module | state: failed(kind, reason, prune_stacktrace(stack))}, invalid, finished}
    end
  end

  defp invalid(tests, test_module), do: Enum.map(tests, &%{&1 | state: {:invalid, test_module}})

  defp start_setup_all(%{name: module}) do
    parent = self()

    spawn_monitor(fn ->
      OnExitHandler.register(self())
      send(parent, {self(), :setup_all, setup_all(module)})
      Process.sleep(:infinity)
    end)
  end

  defp setup_all(module) do
    {:ok, module.__ex_unit__(:setup_all, %{module: module, case: module})}
  catch
    kind, reason -> failed(kind, reason, prune_stacktrace(__STACKTRACE__))
  end

  defp stop_setup_all(pid, monitor) do
    Process.exit(pid, :shutdown)

    receive do
      {:DOWN, ^monitor, :process, ^pid, _} -> :ok
    end
  end

  # -- tests ----------------------------------------------------------------------------------------------------

  defp run_tests(config, tests, context) do
    tests
    |> Enum.reduce_while([], fn test, done ->
      if max_failures_reached?(config), do: {:halt, done}, else: {:cont, [run_test(config, test, context) | done]}
    end)
    |> Enum.reverse()
  end

  defp run_test(config, test, context) do
    Process.put(@current_key, test)
    EventManager.test_started(config.manager, test)
    context = Map.merge(context, test.tags)
    test = run_in_process(config, test, context)
    Process.delete(@current_key)

    counter =
      case test.state do
        {:failed, _} -> RunnerStats.increment_failure_counter(config.stats_pid)
        _ -> 0
      end

    # One that failed beside others when the limit was reached is not told of. An atom is more than any number.
    if counter <= config.max_failures, do: EventManager.test_finished(config.manager, test)
    test
  end

  defp run_in_process(config, test, context) do
    parent = self()
    timeout = timeout(config, test.tags)
    {pid, monitor} = spawn_monitor(fn -> test_process(config, test, context, parent) end)
    test = wait_for_test(test, pid, monitor, timeout)

    # A failure of the test itself counts before one of its callbacks.
    case OnExitHandler.run(pid, timeout) do
      {kind, reason, stack} when test.state == nil -> %{test | state: failed(kind, reason, prune_stacktrace(stack))}
      _ -> test
    end
  end

  defp wait_for_test(test, pid, monitor, timeout) do
    receive do
      {^pid, :test_finished, test} ->
        Process.demonitor(monitor, [:flush])
        await_end(pid)
        test

      {:DOWN, ^monitor, :process, ^pid, reason} ->
        %{test | state: failed({:EXIT, pid}, reason, [])}
    after
      timeout ->
        stack = stack_of(pid)
        Process.exit(pid, :kill)
        Process.demonitor(monitor, [:flush])
        error = ExUnit.TimeoutError.exception(timeout: timeout, type: Atom.to_string(test.tags.test_type))
        %{test | state: failed(:error, error, stack), time: timeout * 1000}
    end
  end

  # The process has nothing left to do but to end; processes linked to it hear of that now.
  defp await_end(pid) do
    monitor = Process.monitor(pid)

    receive do
      {:DOWN, ^monitor, _, _, _} -> :ok
    end
  end

  defp stack_of(pid) do
    case Process.info(pid, :current_stacktrace) do
      {:current_stacktrace, stack} -> prune_stacktrace(stack)
      nil -> []
    end
  end

  defp test_process(config, test, context, parent) do
    OnExitHandler.register(self())
    :rand.seed(@rand_algorithm, {:erlang.phash2(test.module), :erlang.phash2(test.name), config.seed})

    started = System.monotonic_time()
    test = with_captured_log(config, test, fn -> execute(test, context) end)
    time = microseconds(System.monotonic_time() - started)

    send(parent, {self(), :test_finished, %{test | time: time}})
    exit(:shutdown)
  end

  defp execute(test, context) do
    # From here on the test carries what its callbacks added.
    context = test.module.__ex_unit__(:setup, put_tmp_dir(test, context))
    execute_body(%{test | tags: context})
  catch
    kind, reason -> %{test | state: failed(kind, reason, prune_stacktrace(__STACKTRACE__))}
  end

  defp execute_body(test) do
    apply(test.module, test.name, [test.tags])
    test
  catch
    kind, reason -> %{test | state: failed(kind, reason, prune_stacktrace(__STACKTRACE__))}
  end

  defp with_captured_log(config, test, fun) do
    case Map.get(test.tags, :capture_log, config.capture_log) do
      no when no in [nil, false] ->
        fun.()

      options ->
        {test, log} = ExUnit.CaptureLog.__with_test_log__(if(is_list(options), do: options, else: []), fun)
        %{test | logs: log}
    end
  end

  # -- a folder for a test --------------------------------------------------------------------------------------

  defp put_tmp_dir(test, context) do
    case Map.get(test.tags, :tmp_dir, false) do
      no when no in [false, nil] ->
        context

      true ->
        Map.put(context, :tmp_dir, make_tmp_dir(test, ""))

      folder when is_binary(folder) ->
        Map.put(context, :tmp_dir, make_tmp_dir(test, folder))

      other ->
        raise ArgumentError, "expected :tmp_dir to be a boolean or a string, got: #{inspect(other)}"
    end
  end

  defp make_tmp_dir(test, folder) do
    module = inspect(test.module)
    name = Atom.to_string(test.name)
    hash = {module, name} |> :erlang.phash2(0x100000000) |> Integer.to_string(16) |> String.downcase() |> String.pad_leading(8, "0")
    path = ["tmp", in_path(module), in_path(name) <> "-" <> hash, folder] |> Path.join() |> Path.expand()
    File.rm_rf!(path)
    File.mkdir_p!(path)
    path
  end

  defp in_path(name), do: String.replace(name, ~r/[^\w\-.]/u, "-")

  # -- failures -------------------------------------------------------------------------------------------------

  defp failed(:error, %ExUnit.MultiError{errors: errors}, _stack) do
    {:failed,
     for {kind, reason, stack} <- errors do
       {kind, Exception.normalize(kind, reason, stack), prune_stacktrace(stack)}
     end}
  end

  defp failed(kind, reason, stack), do: {:failed, [{kind, Exception.normalize(kind, reason, stack), stack}]}

  @doc """
  A stack trace without assertions, and without what called the test.
  """
  def prune_stacktrace(stack), do: stack |> without_operator() |> prune()

  # The reference's compiled code names no function for an operator that failed.
  defp without_operator([{:erlang, name, [_ | _], _} | rest]) when name in [:+, :-, :*, :/, :div, :rem], do: rest
  defp without_operator(stack), do: stack

  defp prune([]), do: []
  defp prune([{ExUnit.Assertions, _, _, _} | rest]), do: prune(rest)
  defp prune([{__MODULE__, _, _, _} | _]), do: []
  defp prune([entry | rest]), do: [entry | prune(rest)]

  defp max_failures_reached?(%{max_failures: :infinity}), do: false

  defp max_failures_reached?(%{max_failures: limit, stats_pid: pid}), do: RunnerStats.get_failure_counter(pid) >= limit

  defp timeout(%{trace: true}, _tags), do: :infinity
  defp timeout(config, tags), do: Map.get(tags, :timeout, config.timeout)
end
