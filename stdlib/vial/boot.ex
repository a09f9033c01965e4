defmodule Vial.Boot do
  @moduledoc false
  # The first process of a VM: what `vial run`, `compile`, `repl`, `test` and `disasm` do.
  # main/2 answers with the exit status of the OS process; data goes to standard output, all that is
  # said about failures to standard error.

  @doc false
  @spec main(atom, map) :: non_neg_integer
  def main(command, options) do
    :vial_settings.start()
    :vial_settings.put(:first_process, self())
    :erlang.group_leader(:vial_io_device.start_user(), self())
    :vial_io_device.start_standard_error()
    System.argv(Map.get(options, :args, []))
    if :vial_io.colours(1) and :vial_io.colours(2), do: Application.put_env(:elixir, :ansi_enabled, true)

    :vial_compiler.start_batch()

    status =
      try do
        command(command, options)
        :vial_compiler.finish_batch()
        0
      catch
        kind, reason -> status_of(kind, reason, __STACKTRACE__)
      end

    System.run_at_exit(status)
  end

  defp command(:run, options) do
    Enum.each(options.require, &require_pattern/1)

    case options.file do
      nil -> Enum.each(options.eval, &eval/1)
      "-" -> run_text(read_all(), "stdin")
      file -> run_file(file)
    end
  end

  defp command(:compile, options), do: Vial.Compile.run(options.paths, options.output, options.strict)
  defp command(:disasm, options), do: IO.write(Vial.Disasm.listing(options.name))
  defp command(:repl, options), do: Vial.Repl.run(options)

  defp command(:test, options), do: Vial.Test.run(options.args)

  defp eval(text) do
    Vial.Diagnostics.source("nofile", text)
    Code.eval_string(text, [], file: "nofile")
  end

  defp run_text(text, name) do
    Vial.Diagnostics.source(name, text)
    :vial_compiler.run_string(text, name)
  end

  defp run_file(file) do
    Vial.Diagnostics.source(file, nil)

    case Path.extname(file) do
      ".vbc" -> run_bytecode(file)
      _ -> :vial_compiler.run_file(Path.expand(file))
    end
  end

  defp run_bytecode(file) do
    case File.read(file) do
      {:ok, bytes} -> :vial_code.run_binary(bytes, file)
      {:error, reason} -> exit({:vial_status, 1, "#{file}: #{:file.format_error(reason)}"})
    end
  end

  defp require_pattern(pattern) do
    case Path.wildcard(pattern) do
      [] -> exit({:vial_status, 1, "no file matches #{pattern}"})
      files -> Enum.each(files, &Code.require_file/1)
    end
  end

  defp read_all do
    case IO.read(:stdio, :all) do
      text when is_binary(text) -> text
      _ -> ""
    end
  end

  # What ended the main process, told once, and the status it stands for.
  defp status_of(:exit, :normal, _trace), do: 0
  defp status_of(:exit, {:shutdown, status}, _trace) when is_integer(status) and status in 0..255, do: status
  defp status_of(:exit, :shutdown, _trace), do: 0

  defp status_of(:exit, {:vial_status, status, message}, _trace) do
    IO.puts(:stderr, "vial: " <> message)
    status
  end

  defp status_of(:error, {:vial_bytecode, file, why}, _trace) do
    IO.puts(:stderr, "vial: #{file}: #{why}")
    1
  end

  defp status_of(:exit, {:vial_diagnostics, errors}, _trace) do
    Vial.Diagnostics.show(errors)
    1
  end

  defp status_of(kind, reason, trace) do
    unless Vial.Diagnostics.shown?(reason, trace), do: report(kind, reason, trace)
    1
  end

  defp report(kind, reason, trace) do
    {blamed, trace} = Exception.blame(kind, reason, trace)
    IO.puts(:stderr, Exception.format(kind, blamed, trace))
  end
end
