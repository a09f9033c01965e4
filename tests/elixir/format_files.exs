# tests/elixir/format_files.exs OUT FILES: writes each file, formatted and as Macro.to_string has it, into the folder OUT.
[out | files] = System.argv()
File.mkdir_p!(out)

guarded = fn fun ->
  try do
    fun.()
  rescue
    error -> "#{inspect(error.__struct__)}: #{Exception.message(error)}\n"
  end
end

for file <- files do
  text = File.read!(file)
  formatted = for width <- [98, 40, 70], do: guarded.(fn -> [Code.format_string!(text, line_length: width), "\n"] end)

  shown =
    for opts <- [[], [token_metadata: true]] do
      guarded.(fn -> [text |> Code.string_to_quoted!(opts) |> Macro.to_string(), "\n"] end)
    end

  File.write!(Path.join(out, String.replace(file, "/", "_")), [formatted, shown])
end
