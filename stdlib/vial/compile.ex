defmodule Vial.Compile do
  @moduledoc false
  # `vial compile`: .ex files to one .vbc for each module, scripts to one .vbc each.

  # `strict`: a warning is a failure too.
  def run(paths, output, strict) do
    File.mkdir_p!(output)

    case paths |> Enum.flat_map(&sources/1) |> rounds(output) do
      [] -> :vial_compiler.finish_batch()
      failed -> exit({:vial_diagnostics, Enum.flat_map(failed, &explain/1)})
    end

    if strict and :vial_compiler.warning_count() > 0 do
      exit({:vial_status, 1, "compilation failed due to warnings while using the --warnings-as-errors option"})
    end
  end

  defp sources(path) do
    cond do
      File.dir?(path) -> path |> Path.join("**/*.ex") |> Path.wildcard() |> Enum.sort()
      File.regular?(path) -> [path]
      true -> exit({:vial_status, 1, "#{path}: no such file or folder"})
    end
  end

  # A file may need modules of one that comes later: what failed is tried again as long as another one
  # succeeds. What failed for good, with its reason and trace.
  defp rounds(files, output) do
    failed = Enum.flat_map(files, &attempt(&1, output))
    again = Enum.map(failed, &elem(&1, 0))

    cond do
      failed == [] -> []
      length(again) == length(files) -> failed
      true -> rounds(again, output)
    end
  end

  defp attempt(path, output) do
    compile(path, output)
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

  defp compile(path, output) do
    case Path.extname(path) do
      ".exs" ->
        file = Path.join(output, Path.basename(path, ".exs") <> ".vbc")
        File.write!(file, :vial_compiler.compile_script(path))

      _ ->
        for {module, binary} <- :vial_compiler.compile_file(path) do
          File.write!(Path.join(output, "#{module}.vbc"), binary)
        end
    end
  end
end
