# tests/elixir/api_list.exs [--hidden] MODULES: prints `module kind name/arity` for each public function and macro of the modules,
# and `module missing` for one that is not there. What documentation hides, and names with underscores around them, are
# no part of the interface; --hidden prints the former too.
{names, all?} =
  case System.argv() do
    ["--hidden" | names] -> {names, true}
    names -> {names, false}
  end

hidden = fn module ->
  case not all? and Code.fetch_docs(module) do
    {:docs_v1, _, _, _, _, _, docs} -> for {{kind, name, arity}, _, _, :hidden, _} <- docs, into: %{}, do: {{kind, name, arity}, true}
    _ -> %{}
  end
end

print = fn module, kind, list, hidden ->
  for {name, arity} <- Enum.sort(list),
      not String.starts_with?(Atom.to_string(name), ["_", "MACRO-"]),
      not is_map_key(hidden, {kind, name, arity}) do
    IO.puts("#{inspect(module)} #{kind} #{Macro.inspect_atom(:remote_call, name)}/#{arity}")
  end
end

# What follows from a struct, an exception, a behaviour or compilation itself, in every module.
own = [module_info: 0, module_info: 1, behaviour_info: 1, impl_for: 1, impl_for!: 1]

for name <- names do
  module =
    case name do
      ":" <> erlang -> String.to_atom(erlang)
      elixir -> Module.concat([elixir])
    end

  cond do
    not Code.ensure_loaded?(module) ->
      IO.puts("#{inspect(module)} missing")

    function_exported?(module, :__info__, 1) and String.starts_with?(Atom.to_string(module), "Elixir.") ->
      hidden = hidden.(module)
      print.(module, :function, module.__info__(:functions) -- own, hidden)
      print.(module, :macro, module.__info__(:macros), hidden)

    true ->
      print.(module, :function, module.module_info(:exports) -- own, %{})
  end
end
