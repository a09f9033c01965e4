# stdlib/elixir/function_clause_error.ex: raised when no clause of a function matches its arguments.
defmodule FunctionClauseError do
  @moduledoc """
  Raised when no clause of a function matches its arguments.
  """

  defexception [:module, :function, :arity, :kind, :args, :clauses]

  @clause_limit 10

  @impl true
  def message(exception) do
    case exception do
      %{function: nil} ->
        "no function clause matches"

      %{module: module, function: function, arity: arity} ->
        formatted = Exception.format_mfa(module, function, arity)
        blamed = blame(exception, &inspect/1, &blame_match/1)
        "no function clause matching in #{formatted}" <> blamed
    end
  end

  @impl true
  def blame(%{module: module, function: function, arity: arity} = exception, stacktrace) do
    case stacktrace do
      [{^module, ^function, args, meta} | rest] when length(args) == arity ->
        exception =
          case Exception.blame_mfa(module, function, args) do
            {:ok, kind, clauses} -> %{exception | args: args, kind: kind, clauses: clauses}
            :error -> %{exception | args: args}
          end

        {exception, [{module, function, arity, meta} | rest]}

      stacktrace ->
        {exception, stacktrace}
    end
  end

  defp blame_match(%{match?: true, node: node}), do: Macro.to_string(node)
  defp blame_match(%{match?: false, node: node}), do: "-" <> Macro.to_string(node) <> "-"

  @doc false
  def blame(%{args: nil}, _inspect_fun, _fun), do: ""

  def blame(exception, inspect_fun, fun) do
    %{module: module, function: function, arity: arity, kind: kind, args: args, clauses: clauses} =
      exception

    mfa = Exception.format_mfa(module, function, arity)

    shown =
      args
      |> Enum.with_index(1)
      |> Enum.map(fn {arg, i} -> "\n\n    # #{i}\n    " <> pad(inspect_fun.(arg)) end)

    IO.iodata_to_binary([
      "\n\nThe following arguments were given to #{mfa}:",
      shown,
      "\n",
      clauses_text(clauses, kind, function, fun)
    ])
  end

  defp clauses_text(nil, _kind, _function, _fun), do: []

  defp clauses_text(clauses, kind, function, fun) do
    top = Enum.take(clauses, @clause_limit)

    [
      "\nAttempted function clauses (showing #{length(top)} out of #{length(clauses)}):",
      "\n\n",
      for(clause <- top, do: ["    ", clause_text(clause, kind, function, fun), ?\n]),
      if(length(clauses) > @clause_limit,
        do: "    ...\n    (#{length(clauses) - @clause_limit} clauses not shown)\n",
        else: []
      )
    ]
  end

  defp clause_text({args, guards}, kind, function, fun) do
    code = Enum.reduce(guards, {function, [], args}, &{:when, [], [&2, &1]})
    "#{kind} " <> clause_code(code, fun)
  end

  defp clause_code({:when, _, [code, guard]}, fun), do: clause_code(code, fun) <> " when " <> guard_code(guard, fun)

  defp clause_code({name, _, args}, fun),
    do: "#{name}(" <> Enum.map_join(args, ", ", fun) <> ")"

  defp guard_code(%{} = node, fun), do: fun.(node)

  defp guard_code({operator, _, [left, right]}, fun),
    do: guard_code(left, fun) <> " #{operator} " <> guard_code(right, fun)

  defp pad(text), do: String.replace(text, "\n", "\n    ")
end
