defmodule IEx.Pry do
  @moduledoc false
  # Where a process stands that called IEx.pry: `%{pid, file, line, function}`.

  @doc false
  def location(%{function: {module, {name, arity}}} = place), do: "#{Exception.format_mfa(module, name, arity)} (#{file(place)})"
  def location(place), do: file(place)

  defp file(place), do: "#{Path.relative_to_cwd(place.file)}:#{place.line}"

  @doc false
  # The lines of the source around it; nothing where the file cannot be read.
  def around(%{file: file, line: line}, radius) do
    case File.read(file) do
      {:ok, text} ->
        first = max(line - radius, 1)
        lines = text |> String.split("\n") |> Enum.slice((first - 1)..(line + radius - 1)//1) |> Enum.with_index(first)
        ["\n\n", for({text, number} <- lines, do: numbered(number, text, number == line))]

      {:error, _} ->
        []
    end
  end

  defp numbered(number, text, here?) do
    line = [number |> Integer.to_string() |> String.pad_leading(5), ": ", text]
    [if(here?, do: IO.ANSI.format([:bright, line]), else: line), "\n"]
  end
end
