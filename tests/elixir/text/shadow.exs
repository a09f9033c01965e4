# tests/elixir/text/shadow.exs: loads our stdlib modules beside the reference's own.
# Here: the renaming (String becomes V.String, :string becomes :v_string) of definitions
# and references in the given files, and a check that no public function is missing.
# Not here: what is compared (the *_check.exs files).
defmodule Shadow do
  @root Path.expand("../../..", __DIR__)

  # Exceptions and what the natives make stay the reference's own.
  def load(files) do
    quoted = for file <- files, do: {file, parse(Path.join([@root, "stdlib", file]))}
    names = quoted |> Enum.flat_map(fn {_, ast} -> defined(ast) end) |> MapSet.new()
    Process.put(:shadow_functions, quoted |> Enum.flat_map(fn {_, ast} -> functions(ast) end) |> MapSet.new())
    Code.compiler_options(ignore_module_conflict: true)

    Code.require_file(Path.join(@root, "stdlib/erlang/vial_error.ex"))

    dir = Process.get(:shadow_dir)

    for {file, ast} <- quoted do
      # Modules refer to later ones, so the compiler's warnings say nothing.
      made = ast |> rename(names) |> Code.compile_quoted(Path.join([@root, "stdlib", file]))
      if dir, do: for({name, binary} <- made, do: File.write!(Path.join(dir, "#{name}.beam"), binary))
    end

    names
  end

  def parse(path) do
    path
    |> File.read!()
    |> Code.string_to_quoted!(file: path)
    |> Macro.prewalk(fn
      {{:., _, [{:__aliases__, _, [:Kernel, :Part]}, :include]}, _, [name]} -> parse(Path.join(Path.dirname(path), name))
      {:require, _, [{:__aliases__, _, [:Kernel, :Part]}]} -> nil
      other -> other
    end)
  end

  def defined(ast) do
    {_, names} =
      Macro.prewalk(ast, [], fn
        {kind, _, [{:__aliases__, _, parts} | _]} = node, acc when kind in [:defmodule, :defprotocol] ->
          {node, [Module.concat(parts) | acc]}

        {:defmodule, _, [name | _]} = node, acc when is_atom(name) ->
          {node, [name | acc]}

        node, acc ->
          {node, acc}
      end)

    names
  end

  defp functions({:defmodule, _, [name, [do: body]]}) when is_atom(name) do
    {_, found} =
      Macro.prewalk(body, [], fn
        {:def, _, [{:when, _, [{fun, _, _} | _]} | _]} = node, acc -> {node, [{name, fun} | acc]}
        {:def, _, [{{:unquote, _, _}, _, _} | _]} = node, acc -> {node, acc}
        {:def, _, [{fun, _, _} | _]} = node, acc -> {node, [{name, fun} | acc]}
        {:defdelegate, _, [{fun, _, _} | _]} = node, acc -> {node, [{name, fun} | acc]}
        node, acc -> {node, acc}
      end)

    found
  end

  defp functions(_), do: []

  def rename(ast, names) do
    Macro.prewalk(ast, fn
      {:__aliases__, meta, [first | _] = parts} = node when is_atom(first) and first != :V ->
        if known?(parts, names), do: {:__aliases__, meta, [:V | parts]}, else: node

      # A module may be in part natives: those are the reference's.
      {:., meta, [name, fun]} when is_atom(name) ->
        if {name, fun} in Process.get(:shadow_functions) or is_tuple(fun), do: {:., meta, [erlang(name, names), fun]}, else: {:., meta, [name, fun]}

      {:defmodule, meta, [name | rest]} when is_atom(name) ->
        {:defmodule, meta, [erlang(name, names) | rest]}

      {kind, meta, [name | rest]} when kind in [:import, :alias, :require, :apply] and is_atom(name) ->
        {kind, meta, [erlang(name, names) | rest]}

      node ->
        node
    end)
  end

  defp erlang(name, names) do
    if name in names and not String.starts_with?(Atom.to_string(name), "Elixir.") and
         not String.starts_with?(Atom.to_string(name), "v_"),
       do: :"v_#{name}",
       else: name
  end

  # Inspect.List is made by defimpl, so its protocol decides.
  defp known?(parts, names) do
    Enum.all?(parts, &is_atom/1) and
      (Module.concat(parts) in names or impl?(parts, names))
  end

  defp impl?(parts, names) do
    Enum.any?(1..(length(parts) - 1)//1, fn n ->
      protocol = parts |> Enum.take(n) |> Module.concat()

      protocol in names and protocol in [Inspect, String.Chars, List.Chars] and
        Module.concat(parts) not in [Inspect.Error]
    end)
  end

  @doc "Lists the public functions of the reference that ours lacks."
  def missing(module) do
    ours = Module.concat(V, module)
    Code.ensure_loaded(module)
    module.module_info(:exports) -- ours.module_info(:exports)
  end

  def missing_erlang(module) do
    Code.ensure_loaded(module)
    module.module_info(:exports) -- :"v_#{module}".module_info(:exports)
  end
end
