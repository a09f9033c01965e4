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
      if found == [], do: missing(module, fun, arity), else: Enum.each(found, &function_docs/1)
      IEx.dont_display_result()
    else
      {:error, _} -> if(Code.ensure_loaded?(module), do: missing(module, fun, arity), else: sorry("Could not load module #{inspect(module)}"))
    end
  end

  defp missing(module, fun, arity) do
    sorry("No documentation for #{inspect(module)}.#{fun}#{if arity, do: "/#{arity}"} was found")
  end

  defp function_docs({{kind, name, arity}, _, signature, doc, metadata}) do
    prefix = if kind == :macro, do: "defmacro ", else: "def "
    heading(prefix <> (Enum.join(signature, " ") |> present("#{name}/#{arity}")))
    for {key, label} <- [deprecated: "deprecated", since: "since"], value = metadata[key], do: IO.puts([label, ": ", to_string(value)])

    case doc do
      %{"en" => text} -> prose(text)
      :hidden -> IO.puts("not part of the public interface\n")
      _ -> IO.puts("no documentation\n")
    end
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
  def b({module, fun}), do: entries(module, [:callback, :macrocallback], fun)
  def b({module, fun, _}), do: entries(module, [:callback, :macrocallback], fun)

  def b(module) when is_atom(module) do
    if Code.ensure_loaded?(module) and function_exported?(module, :behaviour_info, 1) do
      optional = module.behaviour_info(:optional_callbacks)

      for {name, arity} <- Enum.sort(module.behaviour_info(:callbacks)) do
        IO.puts(["@callback ", "#{name}/#{arity}", if({name, arity} in optional, do: " (optional)", else: "")])
      end

      IEx.dont_display_result()
    else
      sorry("#{inspect(module)} is no behaviour")
    end
  end

  @doc false
  def t({module, name}), do: entries(module, [:type, :opaque], name)
  def t({module, name, _}), do: entries(module, [:type, :opaque], name)
  def t(module) when is_atom(module), do: entries(module, [:type, :opaque], nil)

  defp entries(module, kinds, wanted) do
    with {:module, _} <- Code.ensure_loaded(module), {:docs_v1, _, _, _, _, _, docs} <- Code.fetch_docs(module) do
      found = for {{kind, name, arity}, _, _, doc, _} <- Enum.sort(docs), kind in kinds, wanted in [nil, name], do: {kind, name, arity, doc}
      if found == [], do: sorry("No #{hd(kinds)} was found in #{inspect(module)}"), else: Enum.each(found, &entry(&1, wanted))
      IEx.dont_display_result()
    else
      _ -> sorry("No documentation for #{inspect(module)} was found")
    end
  end

  defp entry({kind, name, arity, doc}, wanted) do
    IO.puts(["@", Atom.to_string(kind), " ", "#{name}/#{arity}"])
    with true <- wanted != nil, %{"en" => text} <- doc, do: prose(text)
  end

  # --- i -------------------------------------------------------------------------------------------------

  @protocols [Collectable, Enumerable, IEx.Info, Inspect, List.Chars, String.Chars]

  @doc false
  def protocols(term), do: @protocols |> Enum.filter(& &1.impl_for(term)) |> Enum.map_join(", ", &inspect/1)
end
