# stdlib/kernel/kernel/names.part.ex: names in macros, bindings, debugging.
# Here: var!, alias!, binding, dbg.

@doc """
In a quote: the variable of that name where the macro is used, not one of the macro's own.

With a `context` it is the variable of that context.

## Examples

    iex> quote(do: var!(x)) |> Macro.to_string()
    "var!(x)"
"""
defmacro var!(var, context \\ nil)

defmacro var!({name, meta, atom}, context) when :erlang.andalso(is_atom(name), is_atom(atom)) do
  case :"Elixir.Kernel.Utils".expand(context, __CALLER__) do
    expanded when is_atom(expanded) ->
      {name, [{:if_undefined, :raise} | :lists.keydelete(:counter, 1, meta)], expanded}

    _ ->
      :"Elixir.Kernel.Utils".fail(
        "expected var! context to expand to an atom, got: ",
        context
      )
  end
end

defmacro var!(other, _context) do
  :"Elixir.Kernel.Utils".fail("expected a variable to be given to var!, got: ", other)
end

@doc """
In a quote: the alias as it stands where the macro is used.

## Examples

    iex> alias!(Foo)
    Foo
"""
defmacro alias!(alias) when is_atom(alias), do: alias

defmacro alias!({:__aliases__, meta, args}) do
  {:__aliases__, [{:alias, false} | :lists.keydelete(:alias, 1, meta)], args}
end

@doc """
The variables in scope and their values, as a keyword list.

Only those of `context` are listed; for a program's own that is `nil`.

## Examples

    iex> x = 1
    iex> binding()[:x]
    1
"""
defmacro binding(context \\ nil) do
  case __CALLER__ do
    %{context: :match} -> :"Elixir.Kernel.Utils".fail("cannot invoke binding/1 inside a match")
    %{context: :guard} -> :"Elixir.Kernel.Utils".fail("cannot invoke binding/1 inside a guard")
    _ -> :ok
  end

  names =
    :lists.sort(
      :lists.filtermap(
        fn
          {name, ^context} when :erlang."=/="(name, :_) -> {true, name}
          _ -> false
        end,
        :maps.keys(:erlang.map_get(:versioned_vars, __CALLER__))
      )
    )

  :"Elixir.Kernel.Utils".map(fn name -> {name, {name, [generated: true], context}} end, names)
end

@doc """
Shows the code and values of an expression while it runs, and gives its value.

Pipes are shown step by step. What it does is set by the application environment `:elixir`,
`:dbg_callback`.

## Examples

    [1, 2, 3] |> Enum.map(&(&1 * 2)) |> dbg()
"""
defmacro dbg(code \\ quote(do: binding()), options \\ []) do
  {module, function, arguments} =
    case :application.get_env(:elixir, :dbg_callback) do
      {:ok, callback} -> callback
      :undefined -> {:"Elixir.Macro", :dbg, []}
    end

  :erlang.apply(module, function, [code, options, __CALLER__ | arguments])
end
