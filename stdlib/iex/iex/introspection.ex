defmodule IEx.Introspection do
  @moduledoc false
  # What h, b, t and i show of modules, from their documentation.

  @doc false
  # Mod, Mod.fun, Mod.fun/arity, fun, fun/arity as {:module | :function..., ...}, quoted.
  def decompose({:/, _, [call, arity]}, env) when is_integer(arity) do
    case name(call) do
      {module, fun} -> {:{}, [], [module, fun, arity]}
      {:local, fun} -> local(fun, arity, env)
      nil -> call
    end
  end

  def decompose({{:., _, [module, fun]}, _, []}, _env) when is_atom(fun), do: {module, fun}
  def decompose({{:., _, [module, fun]}, _, args}, _env) when is_atom(fun), do: {:{}, [], [module, fun, length(args)]}
  def decompose({:__aliases__, _, _} = module, _env), do: module
  def decompose({fun, _, context}, env) when is_atom(fun) and is_atom(context), do: local(fun, nil, env)
  def decompose(other, _env), do: other

  defp name({{:., _, [module, fun]}, _, _}) when is_atom(fun), do: {module, fun}
  defp name({fun, _, context}) when is_atom(fun) and is_atom(context), do: {:local, fun}
  defp name(_), do: nil

  defp local(fun, arity, env) do
    found =
      Enum.find(env.functions ++ env.macros, fn {_, list} ->
        Enum.any?(list, fn {name, n} -> name == fun and arity in [nil, n] end)
      end)

    module = if found, do: elem(found, 0), else: Kernel.SpecialForms
    if arity, do: {:{}, [], [module, fun, arity]}, else: {module, fun}
  end

  # --- h -------------------------------------------------------------------------------------------------

  @doc false
  def h(module) when is_atom(module) do
    case Code.ensure_loaded(module) do
      {:module, _} -> module |> Code.fetch_docs() |> module_docs(module)
      {:error, reason} -> sorry("Could not load module #{inspect(module)}, got: #{reason}")
    end
  end

  def h({module, fun}), do: functions(module, fun, nil)
  def h({module, fun, arity}), do: functions(module, fun, arity)
  def h(_), do: sorry("h/1 takes a module, a function or a macro: h(Enum), h(Enum.map/2)")

  defp module_docs({:docs_v1, _, _, _, %{"en" => text}, _, _}, module) do
    heading(inspect(module))
    prose(text)
  end

  defp module_docs({:docs_v1, _, _, _, :hidden, _, _}, module), do: sorry("The module #{inspect(module)} is not part of the public interface")
  defp module_docs({:docs_v1, _, _, _, _, _, _}, module), do: sorry("#{inspect(module)} has no @moduledoc")
  defp module_docs({:error, _}, module), do: sorry("No documentation for #{inspect(module)} was found: it was not compiled to a file, or has none")

  defp functions(module, fun, arity) do
    with {:module, _} <- Code.ensure_loaded(module), {:docs_v1, _, _, _, _, _, docs} <- Code.fetch_docs(module) do
      found = for {{kind, ^fun, n}, _, _, _, _} = doc <- docs, kind in [:function, :macro], arity in [nil, n], do: doc
      if found == [], do: missing(module, fun, arity), else: Enum.each(found, &function_docs(&1, module))
      IEx.dont_display_result()
    else
      {:error, _} -> if(Code.ensure_loaded?(module), do: missing(module, fun, arity), else: sorry("Could not load module #{inspect(module)}"))
    end
  end

  defp missing(module, fun, arity) do
    sorry("No documentation for #{inspect(module)}.#{fun}#{if arity, do: "/#{arity}"} was found")
  end

  defp function_docs({{kind, name, arity}, _, signature, doc, metadata}, module) do
    prefix = if kind == :macro, do: "defmacro ", else: "def "
    heading(prefix <> (Enum.join(signature, " ") |> present("#{name}/#{arity}")))
    if kind == :function, do: specs(module, name, arity)
    for {key, label} <- [deprecated: "deprecated", since: "since"], value = metadata[key], do: IO.puts([label, ": ", to_string(value)])

    case doc do
      %{"en" => text} -> prose(text)
      :hidden -> IO.puts("not part of the public interface\n")
      _ -> IO.puts("no documentation\n")
    end
  end

  defp specs(module, name, arity) do
    specs = for %{quoted: quoted} = spec <- typespecs(module, [:spec]), wanted?(spec, name, arity), do: shown({:@, [], [{:spec, [], [named(quoted, :spec)]}]})
    if specs != [], do: IO.puts([Enum.map(specs, &["  ", String.replace(&1, "\n", "\n  "), "\n"])])
  end

  defp present("", other), do: other
  defp present(text, _), do: text

  defp heading(text) do
    width = IEx.width()
    text = if IO.ANSI.enabled?(), do: text |> String.pad_leading(div(width + String.length(text), 2)) |> String.pad_trailing(width), else: "* " <> text
    IO.puts(["\n", IEx.color(:doc_title, text), "\n"])
  end

  # Titles bright, examples and `code` in a colour; the rest as it is written.
  defp prose(text) do
    text |> String.trim_trailing() |> String.split("\n") |> Enum.map(&[styled(&1), "\n"]) |> IO.write()
    IO.puts("")
    IEx.dont_display_result()
  end

  defp styled("#" <> _ = title), do: IEx.color(:doc_title, title)
  defp styled("    " <> _ = code), do: IEx.color(:doc_code, code)
  defp styled(line), do: Regex.replace(~r/`([^`]+)`/, line, fn _, code -> IEx.color(:doc_code, code) |> quoted(code) end)

  # Without colours the marks stay.
  defp quoted(same, same), do: "`" <> same <> "`"
  defp quoted(coloured, _), do: coloured

  defp sorry(text) do
    IO.puts(IEx.color(:eval_error, text))
    IEx.dont_display_result()
  end

  # --- b, t ----------------------------------------------------------------------------------------------

  @doc false
  def b({module, fun}), do: callbacks(module, fun, nil)
  def b({module, fun, arity}), do: callbacks(module, fun, arity)
  def b(module) when is_atom(module), do: callbacks(module, nil, nil)
  def b(_), do: sorry("b/1 takes a behaviour or one of its callbacks: b(GenServer), b(GenServer.init/1)")

  defp callbacks(module, name, arity) do
    with true <- loaded?(module) do
      found = module |> typespecs([:callback, :macrocallback]) |> Enum.filter(&wanted?(&1, name, arity)) |> Enum.sort_by(& &1.id)

      cond do
        found != [] ->
          Enum.each(found, &typespec/1)
          if name, do: documentation(module, hd(found)), else: optional(module)
          IEx.dont_display_result()

        name == nil ->
          sorry("No callbacks for #{inspect(module)} were found")

        true ->
          sorry("No documentation for #{called(module, name, arity)} was found")
      end
    end
  end

  defp optional(module) do
    case module.behaviour_info(:optional_callbacks) do
      [] -> :ok
      optional -> IO.puts([shown({:@, [], [{:optional_callbacks, [], [Enum.sort(Enum.map(optional, &plain/1))]}]}), "\n"])
    end
  end

  # Macros are functions with the caller's environment before their arguments.
  defp plain({name, arity}) do
    case Atom.to_string(name) do
      "MACRO-" <> macro -> {String.to_atom(macro), arity - 1}
      _ -> {name, arity}
    end
  end

  @doc false
  def t({module, name}), do: types(module, name, nil)
  def t({module, name, arity}), do: types(module, name, arity)
  def t(module) when is_atom(module), do: types(module, nil, nil)
  def t(_), do: sorry("t/1 takes a module or one of its types: t(Range), t(Range.step/0)")

  defp types(module, name, arity) do
    with true <- loaded?(module) do
      found = module |> typespecs([:type, :opaque]) |> Enum.filter(&wanted?(&1, name, arity))

      cond do
        found != [] ->
          for type <- Enum.sort_by(found, & &1.id) do
            typespec(type)
            if name, do: documentation(module, type)
          end

          IEx.dont_display_result()

        name == nil ->
          sorry("No type information for #{inspect(module)} was found")

        true ->
          called = called(module, name, nil)
          sorry("No type information for #{called} was found or #{called} is private")
      end
    end
  end

  defp called(module, name, nil), do: "#{inspect(module)}.#{name}"
  defp called(module, name, arity), do: "#{inspect(module)}.#{name}/#{arity}"

  defp loaded?(module) do
    case Code.ensure_loaded(module) do
      {:module, _} -> true
      {:error, reason} -> sorry("Could not load module #{inspect(module)}, got: #{reason}")
    end
  end

  defp wanted?(%{id: {name, arity}}, wanted, wanted_arity), do: wanted in [nil, name] and wanted_arity in [nil, arity]

  # The types and specs of these kinds that the module was compiled with, and which name and arity they are of.
  defp typespecs(module, kinds) do
    for {kind, quoted, _} <- :vial_code.debug(module) || [], kind in kinds do
      %{kind: kind, id: id(quoted), quoted: Macro.prewalk(quoted, &if(match?({:__MODULE__, _, _}, &1), do: module, else: &1))}
    end
  end

  defp id({:when, _, [spec, _]}), do: id(spec)
  defp id({:"::", _, [head, _]}), do: id(head)
  defp id({name, _, args}) when is_list(args), do: {name, length(args)}
  defp id({name, _, _}), do: {name, 0}

  defp typespec(%{kind: kind, quoted: quoted}), do: IO.puts([shown({:@, [], [{kind, [], [named(quoted, kind)]}]}), "\n"])

  # Types without arguments have their parentheses, which sets them apart from variables; what an opaque type is stays hidden.
  defp named({:when, meta, [spec, guards]}, kind), do: {:when, meta, [named(spec, kind, Keyword.keys(guards)), parentheses(guards, Keyword.keys(guards))]}
  defp named(spec, kind), do: named(spec, kind, [])

  defp named({:"::", meta, [{name, head, args}, body]}, kind, variables) do
    args = if is_list(args), do: args, else: []
    variables = if kind in [:type, :opaque], do: for({variable, _, context} <- args, is_atom(context), do: variable), else: variables
    head = {name, head, parentheses(args, variables)}
    if kind == :opaque, do: head, else: {:"::", meta, [head, parentheses(body, variables)]}
  end

  defp named(spec, _kind, _variables), do: spec

  defp parentheses(quoted, variables) do
    Macro.prewalk(quoted, fn
      {:"::", meta, [{name, _, context}, type]} when is_atom(context) -> {:"::", meta, [{name, [named: true], context}, type]}
      {name, meta, context} = type when is_atom(name) and is_atom(context) -> if(name in variables or meta[:named], do: type, else: {name, meta, []})
      other -> other
    end)
  end

  defp shown(quoted), do: Macro.to_string(quoted)

  defp documentation(module, %{kind: kind, id: {name, arity}}) do
    kind = if kind == :opaque, do: :type, else: kind

    with {:docs_v1, _, _, _, _, _, docs} <- Code.fetch_docs(module),
         {_, _, _, %{"en" => text}, _} <- List.keyfind(docs, {kind, name, arity}, 0) do
      prose(text)
    end
  end

  # --- i -------------------------------------------------------------------------------------------------

  @protocols [Collectable, Enumerable, IEx.Info, Inspect, List.Chars, String.Chars]

  @doc false
  def protocols(term), do: @protocols |> Enum.filter(& &1.impl_for(term)) |> Enum.map_join(", ", &inspect/1)
end
