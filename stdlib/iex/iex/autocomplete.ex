defmodule IEx.Autocomplete do
  @moduledoc false
  # What Tab offers: modules, functions and macros, variables, keys of maps and fields of structs, names in a
  # struct's braces, arities, paths in strings; behind an opening parenthesis, how the function is called. Only what
  # stands before the cursor counts.

  @doc """
  `{insertion, candidates}`: what is sure to follow `text`, and if nothing is, what may.
  """
  def complete(text, binding, env) do
    [last] = Regex.run(~r/[^\n]*\z/, text)

    case path_in_string(last) do
      nil -> last |> expression() |> offers(binding, env) |> answer()
      path -> path |> paths() |> answer()
    end
  end

  # {what is typed of the name, [{name, shown}]}; {:shown, texts} that are no text to insert.
  defp answer({:shown, texts}), do: {"", texts}
  defp answer({_typed, []}), do: {"", []}

  defp answer({typed, offers}) do
    offers = Enum.uniq(offers)
    names = offers |> Enum.map(&elem(&1, 0)) |> Enum.uniq()
    common = :binary.longest_common_prefix(names)
    insertion = binary_part(hd(names), byte_size(typed), max(common - byte_size(typed), 0))
    if insertion != "" and String.valid?(insertion), do: {insertion, []}, else: {"", offers |> Enum.map(&elem(&1, 1)) |> several()}
  end

  # Nothing to say when the only offer is there in full.
  defp several([_]), do: []
  defp several(shown), do: Enum.sort(shown)

  # --- what is being written ---------------------------------------------------------------------------

  defp expression(line) do
    case Regex.run(~r/%([A-Z][\w.]*)\{[^{}]*?(\w*)\z/u, line) do
      [_, struct, typed] -> {:field, struct, typed}
      nil -> line |> Code.Fragment.cursor_context() |> context()
    end
  end

  defp context({:alias, name}) do
    {above, [typed]} = name |> to_string() |> String.split(".") |> Enum.split(-1)
    {:alias, Enum.join(above, "."), typed}
  end

  defp context({:dot, inside, typed}), do: behind_dot(:names, inside, to_string(typed))
  defp context({:dot_arity, inside, name}), do: behind_dot(:arities, inside, to_string(name))
  defp context({:dot_call, inside, name}), do: behind_dot(:calls, inside, to_string(name))
  defp context({:local_or_var, typed}), do: {:local, to_string(typed)}
  defp context({:local_arity, name}), do: {:imported, :arities, to_string(name)}
  defp context({:local_call, name}), do: {:imported, :calls, to_string(name)}
  defp context({:unquoted_atom, typed}), do: {:erlang, to_string(typed)}
  defp context({:struct, {:dot, {:alias, above}, typed}}), do: {:struct, "#{above}.#{typed}"}
  defp context({:struct, typed}) when is_list(typed), do: {:struct, to_string(typed)}
  defp context({:sigil, []}), do: :sigil
  defp context(context) when context == :expr or elem(context, 0) in [:operator, :operator_call], do: {:local, ""}
  defp context(_), do: :nothing

  defp behind_dot(what, {:alias, name}, typed), do: {:remote, what, to_string(name), typed}
  defp behind_dot(what, {:unquoted_atom, name}, typed), do: {:remote, what, ":#{name}", typed}
  defp behind_dot(:names, inside, typed), do: if(path = path(inside), do: {:path, path, typed}, else: :nothing)
  defp behind_dot(_, _, _), do: :nothing

  defp path({:var, name}), do: [to_string(name)]
  defp path({:dot, inside, key}), do: if(path = path(inside), do: path ++ [to_string(key)])
  defp path(_), do: nil

  defp offers({:local, typed}, binding, env) do
    variables = for {name, _} <- binding, is_atom(name), name = Atom.to_string(name), begins?(name, typed), do: {name, name}
    imported = for {_, list} <- env.functions ++ env.macros, fa <- list, do: fa
    {typed, variables ++ functions(imported ++ special_forms(), typed)}
  end

  defp offers({:imported, what, name}, _binding, env) do
    found = Enum.filter(env.functions ++ env.macros, fn {_, list} -> Enum.any?(list, fn {fun, _} -> Atom.to_string(fun) == name end) end)
    module = if found == [], do: Kernel.SpecialForms, else: found |> hd() |> elem(0)
    whole(what, module, name)
  end

  defp offers({:remote, what, name, typed}, _binding, env) when what != :names, do: name |> module(env) |> then(&whole(what, &1, typed))
  defp offers({:remote, :names, ":" <> _ = name, typed}, _binding, env), do: {typed, name |> module(env) |> exported(typed)}

  defp offers({:remote, :names, name, typed}, _binding, env) do
    module = module(name, env)
    below = if typed == "", do: modules_below(Atom.to_string(module) <> ".", ""), else: []
    {typed, below ++ exported(module, typed)}
  end

  defp offers({:alias, "", typed}, _binding, env) do
    aliases = for {alias, _} <- env.aliases, "Elixir." <> name = Atom.to_string(alias), begins?(name, typed), do: {name, name}
    {typed, aliases ++ modules_below("Elixir.", typed)}
  end

  defp offers({:alias, above, typed}, _binding, env) do
    module = module(above, env)
    {typed, modules_below(Atom.to_string(module) <> ".", typed)}
  end

  defp offers({:erlang, typed}, _binding, _env) do
    names = for name <- module_names(), not String.starts_with?(name, "Elixir."), begins?(name, typed), name =~ ~r/\A[a-z]\w*\z/, do: {name, name}
    {typed, names}
  end

  defp offers({:path, [variable | keys], typed}, binding, _env) do
    value =
      Enum.reduce(keys, Enum.find_value(binding, fn {name, value} -> if to_string_key(name) == variable, do: value end), fn key, value ->
        if is_map(value), do: Enum.find_value(value, fn {name, v} -> if to_string_key(name) == key, do: v end)
      end)

    cond do
      is_map(value) -> {typed, for({key, _} <- value, is_atom(key), name = Atom.to_string(key), begins?(name, typed), do: {name, name})}
      is_atom(value) and value not in [nil, true, false] -> {typed, exported(value, typed)}
      true -> {typed, []}
    end
  end

  defp offers({:struct, typed}, _binding, env) do
    {above, last} = typed |> String.split(".") |> Enum.split(-1)
    prefix = if above == [], do: "Elixir.", else: Atom.to_string(module(Enum.join(above, "."), env)) <> "."
    {hd(last), for({name, shown} <- modules_below(prefix, hd(last)), struct?(prefix <> name), do: {name, shown})}
  end

  defp offers({:field, name, typed}, _binding, env) do
    module = module(name, env)
    fields = if struct?(Atom.to_string(module)), do: module.__struct__() |> Map.from_struct() |> Map.keys(), else: []
    {typed, for(field <- fields, name = Atom.to_string(field), begins?(name, typed), do: {name <> ": ", name})}
  end

  defp offers(:sigil, _binding, env) do
    sigils = for {_, list} <- env.functions ++ env.macros, {name, 2} <- list, "sigil_" <> letter = name <- [Atom.to_string(name)], do: "~#{letter} (#{name})"
    {:shown, Enum.sort(sigils)}
  end

  defp offers(:nothing, _, _), do: {"", []}

  # The name is there in full: its arities, or how it is called.
  defp whole(:arities, module, name) do
    {"", for({^name, shown} <- exported(module, name), do: {shown |> String.split("/") |> List.last(), shown})}
  end

  defp whole(:calls, module, name) do
    with {:docs_v1, _, _, _, _, _, docs} <- Code.fetch_docs(module) do
      {:shown, for({{kind, fun, _}, _, [signature | _], _, _} <- docs, kind in [:function, :macro], Atom.to_string(fun) == name, do: signature)}
    else
      _ -> {:shown, []}
    end
  end

  defp to_string_key(name) when is_atom(name), do: Atom.to_string(name)
  defp to_string_key(_), do: nil

  # --- modules and functions -----------------------------------------------------------------------------

  defp begins?(name, ""), do: not String.starts_with?(name, "_")
  defp begins?(name, typed), do: String.starts_with?(name, typed)

  defp module(":" <> name, _env), do: existing(name)

  defp module(name, env) do
    [first | rest] = String.split(name, ".")
    first = String.to_atom("Elixir." <> first)
    Module.concat([Keyword.get(env.aliases, first, first) | rest])
  end

  defp existing(name) do
    String.to_existing_atom(name)
  rescue
    ArgumentError -> nil
  end

  defp module_names do
    loaded = for module <- :erlang.loaded(), do: Atom.to_string(module)
    Enum.uniq(loaded ++ :vial_code.available())
  end

  # The next part of each name under `prefix`.
  defp modules_below(prefix, typed) do
    for name <- module_names(), String.starts_with?(name, prefix <> typed) do
      name |> String.replace_prefix(prefix, "") |> String.split(".") |> hd()
    end
    |> Enum.uniq()
    |> Enum.filter(&(&1 =~ ~r/\A[A-Z]\w*\z/u))
    |> Enum.map(&{&1, &1})
  end

  defp struct?(name) do
    module = String.to_atom(name)
    Code.ensure_loaded?(module) and function_exported?(module, :__struct__, 0)
  end

  defp exported(nil, _), do: []

  defp exported(module, typed) do
    cond do
      not Code.ensure_loaded?(module) -> []
      String.starts_with?(Atom.to_string(module), "Elixir.") -> functions(module.__info__(:functions) ++ module.__info__(:macros), typed)
      # Natives are functions of Erlang's modules too.
      true -> functions(:vial_code.exports(module) -- [module_info: 0, module_info: 1, __info__: 1], typed)
    end
  end

  defp functions(list, typed) do
    for {name, arity} <- list, text = Atom.to_string(name), begins?(text, typed), text =~ ~r/\A[a-z_]\w*[?!]?\z/u, do: {text, "#{text}/#{arity}"}
  end

  defp special_forms do
    [alias: 2, case: 2, cond: 1, fn: 1, for: 1, import: 2, quote: 2, receive: 1, require: 2, try: 1, unquote: 1, with: 1]
  end

  # --- paths ---------------------------------------------------------------------------------------------

  # Inside an open string that looks like a path.
  defp path_in_string(line) do
    case Regex.run(~r/\A[^"]*(?:"[^"]*"[^"]*)*"([^"]*)\z/, line) do
      [_, path] -> if(path =~ ~r/[\/.]/, do: path)
      nil -> nil
    end
  end

  defp paths(path) do
    typed = Path.basename(path <> "x") |> String.replace_suffix("x", "")
    folder = path |> String.replace_suffix(typed, "")

    case File.ls(if(folder == "", do: ".", else: Path.expand(folder))) do
      {:ok, names} -> {typed, for(name <- names, String.starts_with?(name, typed), do: entry(folder, name))}
      {:error, _} -> {typed, []}
    end
  end

  defp entry(folder, name) do
    name = if File.dir?(Path.expand(Path.join(folder, name))), do: name <> "/", else: name
    {name, name}
  end
end
