# tests/support/reference_build.exs: compiles stdlib sources with the installed Elixir.
# Usage: elixir reference_build.exs OUT FILE_OR_FOLDER...
# The .beam files in OUT replace the reference's own modules in a later `elixir --erl "-pa OUT"`, so that
# doctests and comparisons run against our code while the compiler stays the reference's.
# Not here: modules named by plain atoms (:lists, ...): reference_rename.exs loads them renamed.
Code.require_file("reference_parts.exs", __DIR__)

[out | sources] = System.argv()
File.mkdir_p!(out)
root = Path.expand("../..", __DIR__)

files =
  Enum.flat_map(sources, fn source ->
    if File.dir?(source), do: Path.wildcard(Path.join(source, "**/*.ex")), else: [source]
  end)
  |> Enum.reject(&String.ends_with?(&1, ".part.ex"))

Code.compiler_options(ignore_module_conflict: true, docs: true)
Code.compile_file(Path.join(root, "stdlib/kernel/part.ex"))

{:ok, _, warnings} =
  case Kernel.ParallelCompiler.compile_to_path(files, out, return_diagnostics: false) do
    {:ok, modules, warnings} -> {:ok, modules, warnings}
    {:error, _, _} -> System.halt(1)
  end

if warnings != [], do: IO.puts(:stderr, "#{length(warnings)} warnings")
