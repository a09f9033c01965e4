defmodule Vial.Compile do
  @moduledoc false
  # `vial compile`: .ex files to one .vbc for each module, scripts to one .vbc each. The .ex files are one
  # batch, in which order does not matter; scripts come after it and may use its modules while they are
  # compiled. What fails is told together at the end.

  # `strict`: a warning is a failure too.
  def run(paths, output, strict) do
    {scripts, files} = paths |> Enum.flat_map(&sources/1) |> Enum.uniq() |> Enum.split_with(&(Path.extname(&1) == ".exs"))
    File.mkdir_p!(output)

    failed =
      case batch(files, output) do
        [] -> Enum.flat_map(scripts, &script(&1, output))
        failed -> failed
      end

    if failed != [], do: exit({:vial_diagnostics, Enum.flat_map(failed, &explain/1)})
    :vial_compiler.finish_batch()

    if strict and :vial_compiler.warning_count() > 0 do
      exit({:vial_status, 1, "compilation failed due to warnings while using the --warnings-as-errors option"})
    end
  end

  defp sources(path) do
    cond do
      File.dir?(path) -> path |> Path.join("**/*.ex") |> Path.wildcard() |> Enum.sort() |> some(path)
      File.regular?(path) -> [path]
      true -> exit({:vial_status, 1, "#{path}: no such file or folder"})
    end
  end

  defp some([], path), do: exit({:vial_status, 1, "#{path}: no .ex file in this folder"})
  defp some(files, _path), do: files

  # What failed, with its reason and trace.
  defp batch([], _output), do: []

  defp batch(files, output) do
    keep = fn file, kind, reason, trace -> {file, kind, reason, trace} end

    case Kernel.ParallelCompiler.compile_to_path(files, output, each_failure: keep) do
      {:ok, _, _} -> []
      {:error, failed, _} -> failed
    end
  end

  defp script(path, output) do
    file = Path.join(output, Path.basename(path, ".exs") <> ".vbc")
    File.write!(file, :vial_compiler.compile_script(path))
    []
  catch
    kind, reason -> [{path, kind, reason, __STACKTRACE__}]
  end

  defp explain({path, kind, reason, trace}) do
    case Vial.Diagnostics.of(reason, trace, path) do
      none when none in [nil, []] ->
        {blamed, trace} = Exception.blame(kind, reason, trace)
        [{[Exception.format(kind, blamed, trace), ?\n], path, 0, ""}]

      errors ->
        errors
    end
  end
end
