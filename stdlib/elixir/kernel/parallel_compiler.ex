# stdlib/elixir/kernel/parallel_compiler.ex: several source files at once, whatever their order.
# Here: the batch: which files are being compiled, who waits for which module.
# Not here: one file (:vial_compiler.compile_file/1); waiting (error_handler.ex).
# Holds: a file is one process. One that needs a module of another file waits and does not count as
# running, so there is always room for those it waits for.
defmodule Kernel.ParallelCompiler do
  @moduledoc """
  Compiles, or runs, several source files at once.

  A file that uses a module of another file while it is compiled (a macro, a struct, a behaviour, a function
  called in a module's body) waits until that module is there, so the order of the files does not matter.
  """

  @typedoc "What is wrong, in which file, at which line (0: not known)."
  @type warning :: {file :: Path.t(), line :: non_neg_integer, message :: String.t()}
  @type error :: {file :: Path.t(), line :: non_neg_integer, message :: String.t()}

  @doc false
  @deprecated "Use Kernel.ParallelCompiler.async/1 or Task.async/1"
  def async(fun) when is_function(fun, 0), do: Task.async(fun)

  @doc false
  @deprecated "Use Kernel.ParallelCompiler.compile/2 instead"
  def files(files, options \\ []) when is_list(options) do
    case compile(files, options) do
      {:ok, modules, _} -> modules
      {:error, _, _} -> exit({:shutdown, 1})
    end
  end

  @doc false
  @deprecated "Use Kernel.ParallelCompiler.compile_to_path/2 instead"
  def files_to_path(files, path, options \\ []) when is_binary(path) and is_list(options) do
    case compile_to_path(files, path, options) do
      {:ok, modules, _} -> modules
      {:error, _, _} -> exit({:shutdown, 1})
    end
  end

  @doc """
  Compiles the files: `{:ok, modules, warnings}` or `{:error, errors, warnings}`.

  Errors are shown on standard error as they come; the files that do not need what failed are compiled
  nevertheless, so that one run shows all that is wrong. Warnings are shown too; the list of them is empty.

  ## Options

    * `:each_file` - called with each file that has been compiled;
    * `:each_module` - called with the file, the module and its bytecode;
    * `:each_long_compilation` - called with a file that takes longer than `:long_compilation_threshold`
      seconds (10);
    * `:each_cycle` - called when all files are compiled; gives `{:compile, modules, warnings}` or
      `{:runtime, modules, warnings}`; what it says is taken as it is.
  """
  @spec compile([Path.t()], keyword) :: {:ok, [atom], [warning]} | {:error, [error], [warning]}
  def compile(files, options \\ []) when is_list(options), do: batch(files, :compile, options)

  @doc """
  As `compile/2`, writing each module's bytecode to the folder `path`.

  Nothing is written when a file does not compile.
  """
  @spec compile_to_path([Path.t()], Path.t(), keyword) ::
          {:ok, [atom], [warning]} | {:error, [error], [warning]}
  def compile_to_path(files, path, options \\ []) when is_binary(path) and is_list(options) do
    batch(files, {:compile, path}, options)
  end

  @doc """
  Runs the files, keeping no bytecode: `{:ok, modules, warnings}` or `{:error, errors, warnings}`.

  ## Options

  `:each_file` and `:each_module` as in `compile/2`; the latter gets the file and the module.
  """
  @spec require([Path.t()], keyword) :: {:ok, [atom], [warning]} | {:error, [error], [warning]}
  def require(files, options \\ []) when is_list(options), do: batch(files, :require, options)

  defp batch(files, output, options) do
    outcome =
      loop(%{
        queue: files,
        output: output,
        options: options,
        limit: max(:erlang.system_info(:schedulers_online), 2),
        running: %{},
        waiting: [],
        modules: [],
        errors: []
      })

    case outcome do
      %{errors: []} = state -> finish(state)
      state -> {:error, Enum.reverse(state.errors), []}
    end
  end

  defp finish(state) do
    modules = state.modules |> Enum.reverse() |> Enum.uniq_by(&elem(&1, 0))

    with {:compile, path} <- state.output do
      File.mkdir_p!(path)
      for {module, binary} <- modules, do: File.write!(Path.join(path, "#{module}.vbc"), binary)
    end

    {:ok, Enum.map(modules, &elem(&1, 0)), []}
  end

  # Files are started while there is room; the ones that wait leave theirs to others.
  defp loop(%{queue: [file | rest]} = state) when map_size(state.running) - length(state.waiting) < state.limit do
    loop(start(file, %{state | queue: rest}))
  end

  defp loop(%{running: running} = state) when map_size(running) == 0, do: state

  defp loop(state) do
    if map_size(state.running) == length(state.waiting), do: loop(unblock(state)), else: next(state)
  end

  defp start(file, state) do
    batch = self()
    flag = state.output

    {pid, monitor} =
      spawn_monitor(fn ->
        :erlang.process_flag(:error_handler, Kernel.ErrorHandler)
        :vial_compiler.join_batch(batch)
        :erlang.put(:vial_batch, batch)
        :erlang.put(:vial_batch_file, {file, flag})
        send(batch, {:finished, self(), outcome(file)})
      end)

    timer = threshold(state.options) && Process.send_after(self(), {:long, pid}, threshold(state.options))
    put_in(state.running[pid], %{file: file, monitor: monitor, timer: timer})
  end

  defp threshold(options) do
    if options[:each_long_compilation], do: Keyword.get(options, :long_compilation_threshold, 10) * 1000
  end

  defp outcome(file) do
    :vial_compiler.compile_file(file)
    :ok
  catch
    kind, reason -> {:failed, kind, reason, __STACKTRACE__}
  end

  defp next(state) do
    receive do
      {:waiting, _kind, pid, ref, module} -> loop(wait(state, pid, ref, module))
      {:available, _pid, file, module, binary} -> loop(available(state, file, module, binary))
      {:finished, pid, outcome} -> loop(finished(state, pid, outcome))
      {:DOWN, _, :process, pid, reason} when is_map_key(state.running, pid) -> loop(finished(state, pid, {:failed, :exit, reason, []}))
      {:long, pid} -> loop(long(state, pid))
    end
  end

  # The module may have come between the look and the message.
  defp wait(state, pid, ref, module) do
    if Kernel.ErrorHandler.ensure_loaded(module) do
      send(pid, {ref, :found})
      state
    else
      %{state | waiting: [{pid, ref, module} | state.waiting]}
    end
  end

  defp available(state, file, module, binary) do
    case {state.output, state.options[:each_module]} do
      {_, nil} -> :ok
      {:require, told} -> told.(file, module)
      {_, told} -> told.(file, module, binary)
    end

    {ready, waiting} = Enum.split_with(state.waiting, fn {_, _, wanted} -> wanted == module end)
    for {pid, ref, _} <- ready, do: send(pid, {ref, :found})
    %{state | waiting: waiting, modules: [{module, binary} | state.modules]}
  end

  defp finished(state, pid, outcome) do
    {%{file: file, monitor: monitor, timer: timer}, running} = Map.pop!(state.running, pid)
    :erlang.demonitor(monitor, [:flush])
    if timer, do: :erlang.cancel_timer(timer)
    state = %{state | running: running, waiting: Enum.reject(state.waiting, fn {waiter, _, _} -> waiter == pid end)}

    case outcome do
      :ok ->
        if told = state.options[:each_file], do: told.(file)
        state

      {:failed, kind, reason, trace} ->
        tell = state.options[:each_failure] || (&failure/4)
        %{state | errors: [tell.(file, kind, reason, visible(trace)) | state.errors]}
    end
  end

  defp long(state, pid) do
    with %{file: file} <- state.running[pid], do: state.options[:each_long_compilation].(file)
    state
  end

  # Everybody waits. What nobody defines will not come; where the rest wait for each other, they hear so.
  # After a failure they are not to tell of what they miss because of it.
  defp unblock(%{errors: [_ | _]} = state) do
    for {pid, _, _} <- state.waiting do
      :erlang.demonitor(state.running[pid].monitor, [:flush])
      Process.exit(pid, :kill)
    end

    %{state | running: %{}, waiting: []}
  end

  defp unblock(state) do
    {cycle, nowhere} = Enum.split_with(state.waiting, fn {_, _, module} -> :vial_compiler.is_open(module) end)
    {answer, released, waiting} = if nowhere == [], do: {:deadlock, cycle, []}, else: {:not_found, nowhere, cycle}
    for {pid, ref, _} <- released, do: send(pid, {ref, answer})
    %{state | waiting: waiting}
  end

  defp failure(file, kind, reason, trace) do
    {blamed, trace} = Exception.blame(kind, reason, trace)
    IO.puts(:stderr, "\n== Compilation error in file #{Path.relative_to_cwd(file)} ==")
    IO.puts(:stderr, Exception.format(kind, blamed, trace))
    line = if is_map(blamed), do: Map.get(blamed, :line)
    {Path.absname(file), line || 0, Exception.format_banner(kind, blamed)}
  end

  # Not the compiler's own calls. (:vial_expansion stays: it tells whether a macro raised.)
  defp visible(trace) do
    Enum.reject(trace, fn {module, _, _, _} -> module in [__MODULE__, Kernel.ErrorHandler, :vial_compiler] end)
  end

  @doc false
  @deprecated "Use Kernel.ParallelCompiler.pmap/2 instead"
  def print_warning({file, {line, _column}, message}), do: print_warning({file, line, message})
  def print_warning({file, line, message}), do: IO.warn(message, [{nil, :__FILE__, 1, [file: String.to_charlist(file), line: line]}])
end
