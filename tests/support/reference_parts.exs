# tests/support/reference_parts.exs: the native that reads parts of modules, for the installed Elixir.
# Not here: what uses it, stdlib/kernel/part.ex.
defmodule :vial_compiler do
  # The native's stand-in: parses a part and marks every node with the part's name and line.
  def quoted_file(path) do
    path
    |> File.read!()
    |> Code.string_to_quoted!(file: path)
    |> Macro.prewalk(fn
      {name, meta, args} ->
        {name, [keep: {Path.relative_to_cwd(path), meta[:line] || 1}] ++ meta, args}

      other ->
        other
    end)
  end
end
