defmodule Vial.Compile do
  @moduledoc false
  # `vial compile`: .ex files to one .vbc for each module, scripts to one .vbc each.

  def run(paths, output) do
    File.mkdir_p!(output)
    paths |> Enum.flat_map(&sources/1) |> Enum.each(&compile(&1, output))
  end

  defp sources(path) do
    cond do
      File.dir?(path) -> path |> Path.join("**/*.ex") |> Path.wildcard() |> Enum.sort()
      File.regular?(path) -> [path]
      true -> exit({:vial_status, 1, "#{path}: no such file or folder"})
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
