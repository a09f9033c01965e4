# tests/support/reference_rename.exs: loads modules of stdlib/erlang beside the reference's own.
# Required by scripts run with the installed Elixir: RenamedModules.load([:lists, ...]) compiles our :lists as
# :ours_lists, and so on. Only the name of the module changes: calls from one module to another, which
# say `:lists.`, go to the reference's.
Code.require_file("reference_parts.exs", __DIR__)

defmodule RenamedModules do
  @room Path.expand("../../stdlib/erlang", __DIR__)

  def load(names) do
    Code.compiler_options(ignore_module_conflict: true)
    Code.compile_file(Path.expand("../../stdlib/kernel/part.ex", __DIR__))
    Enum.each(names, &load_one/1)
  end

  defp load_one(name) do
    path = Path.join(@room, "#{name}.ex")

    path
    |> File.read!()
    |> Code.string_to_quoted!(file: path)
    |> Macro.prewalk(fn
      {:defmodule, meta, [^name | rest]} -> {:defmodule, meta, [:"ours_#{name}" | rest]}
      other -> other
    end)
    |> Code.compile_quoted(path)
  end
end
