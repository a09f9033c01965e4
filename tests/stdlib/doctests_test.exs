# tests/stdlib/doctests_test.exs: the examples of every public module of the library.
# Here: one module of tests for each module that stdlib/ORDER names.
# Holds: examples with dates wait for Calendar.
ExUnit.start()

stdlib = Path.expand("../../stdlib", __DIR__)

# A file defines one public module at most, its first.
name = fn file ->
  case Regex.run(~r/^def(?:module|protocol) (:?[\w.]+)/m, File.read!(Path.join(stdlib, file))) do
    [_, ":" <> name] -> [String.to_atom(name)]
    [_, name] -> [Module.concat([name])]
    nil -> []
  end
end

documented? = fn module ->
  match?({:docs_v1, _, _, _, doc, _, _} when doc != :hidden, Code.fetch_docs(module))
end

dates? = Code.ensure_loaded?(Calendar.ISO)

with_dates = fn module ->
  {:docs_v1, _, _, _, _, _, docs} = Code.fetch_docs(module)
  for {{_, name, arity}, _, _, %{"en" => text}, _} <- docs, not dates?, text =~ ~r/~[DTNU]\[/, do: {name, arity}
end

modules =
  Path.join(stdlib, "ORDER")
  |> File.read!()
  |> String.split("\n", trim: true)
  |> Enum.reject(&String.starts_with?(&1, "#"))
  |> Enum.flat_map(name)
  |> Enum.uniq()
  |> Enum.filter(documented?)

test_name = fn module ->
  case inspect(module) do
    ":" <> name -> Module.concat([Doctests, Erlang, Macro.camelize(name)])
    name -> Module.concat(Doctests, name)
  end
end

for module <- modules do
  defmodule test_name.(module) do
    use ExUnit.Case, async: true
    doctest module, except: with_dates.(module)
  end
end
