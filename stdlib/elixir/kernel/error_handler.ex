# stdlib/elixir/kernel/error_handler.ex: what a process that compiles does when a function is not there.
# Here: waiting for modules that other files of the same batch define.
# Not here: the batch (parallel_compiler.ex); who asks (compiler/expand/dispatch.cpp, the machine).
# Holds: a process of a batch has :vial_batch in its dictionary and this module as its error handler.
defmodule Kernel.ErrorHandler do
  @moduledoc false

  @type mode :: :hard | :soft | :raise

  @doc """
  The machine calls it in place of a function that is not defined.
  """
  @spec undefined_function(module, atom, list) :: term
  def undefined_function(module, fun, args) do
    ensure_loaded(module) || ensure_compiled(module, :module, :raise)

    if :erlang.function_exported(module, fun, length(args)) do
      apply(module, fun, args)
    else
      [_here | trace] = Process.info(self(), :current_stacktrace) |> elem(1) |> Enum.drop(1)
      :erlang.raise(:error, :undef, [{module, fun, args, []} | trace])
    end
  end

  @doc """
  As `undefined_function/3`, for a fun whose module is not there.
  """
  @spec undefined_lambda(module, fun, list) :: term
  def undefined_lambda(module, fun, args) do
    ensure_loaded(module) || ensure_compiled(module, :module, :raise)
    apply(fun, args)
  end

  @doc """
  Loads `module`; whether it is there.
  """
  @spec ensure_loaded(module) :: boolean
  def ensure_loaded(module), do: match?({:module, _}, :code.ensure_loaded(module))

  @doc """
  Waits until another file of the batch has defined `module`; whether it has.
  """
  @spec ensure_compiled(module, atom, mode) :: :found | :not_found | :deadlock
  def ensure_compiled(module, kind, mode) do
    case :erlang.get(:vial_batch) do
      batch when is_pid(batch) -> wait(batch, module, kind, mode)
      _ -> :not_found
    end
  end

  defp wait(batch, module, kind, mode) do
    ref = make_ref()
    send(batch, {:waiting, kind, self(), ref, module})

    receive do
      {^ref, :deadlock} when mode != :soft ->
        {file, _} = :erlang.get(:vial_batch_file)
        raise CompileError, file: file, line: nil, description: "deadlocked waiting on module #{inspect(module)}"

      {^ref, answer} ->
        answer
    end
  end

  @doc """
  Tells the batch that this process has defined `module`.
  """
  @spec module_available(module, binary) :: :ok
  def module_available(module, binary) do
    case {:erlang.get(:vial_batch), :erlang.get(:vial_batch_file)} do
      {batch, {file, _}} when is_pid(batch) -> send(batch, {:available, self(), file, module, binary})
      _ -> :ok
    end

    :ok
  end
end
