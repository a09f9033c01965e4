# stdlib/kernel/macro/debug.part.ex: what Kernel.dbg/2 shows.
# Here: the default callback.

@doc """
What `dbg/2` expands to unless it is told otherwise: code that runs `code`, prints it with its value and
gives the value. Pipes are printed step by step.
"""
@spec dbg(t, t, Macro.Env.t()) :: t
def dbg(code, options, %Macro.Env{} = env) do
  case env.context do
    :match ->
      raise ArgumentError,
            "invalid expression in match, dbg is not allowed in patterns such as function clauses, " <>
              "case clauses or on the left side of the = operator"

    :guard ->
      raise ArgumentError, "invalid expression in guard, dbg is not allowed in guards. To learn more about guards, visit: https://hexdocs.pm/elixir/patterns-and-guards.html"

    nil ->
      :ok
  end

  {before, debug} = debugged(code)
  header = Path.relative_to_cwd(env.file) <> ":#{env.line}: #{debug_place(env)}"

  quote do
    unquote(before)
    Macro.__dbg__(unquote(header), unquote(debug), unquote(options))
  end
end

defp debug_place(%{module: nil}), do: "(file)"
defp debug_place(%{module: module, function: nil}), do: "#{inspect(module)} (module)"
defp debug_place(%{module: module, function: {name, arity}}), do: Exception.format_mfa(module, name, arity)

defp debugged({:|>, _, _} = pipe) do
  [{first, _} | rest] = unpipe(pipe)
  value = unique_var(:value, __MODULE__)
  values = unique_var(:values, __MODULE__)
  start = Macro.to_string(first)

  before =
    quote do
      unquote(value) = unquote(first)
      unquote(values) = [{unquote(start), unquote(value)}]
    end

  steps =
    :lists.map(
      fn {step, position} ->
        text = Macro.to_string(step)

        quote do
          unquote(value) = unquote(pipe(value, step, position))
          unquote(values) = [{unquote(text), unquote(value)} | unquote(values)]
        end
      end,
      rest
    )

  {{:__block__, [], [before | steps]}, {:pipe, values}}
end

defp debugged(code) do
  value = unique_var(:value, __MODULE__)
  {quote(do: unquote(value) = unquote(code)), {:{}, [], [:value, Macro.to_string(code), value]}}
end

@doc false
def __dbg__(header, to_debug, options) do
  {print_location?, options} = Keyword.pop(options, :print_location, true)
  defaults = [width: 80, pretty: true]
  options = Keyword.merge(defaults, options)
  {text, result} = debug_text(to_debug, options)
  head = if print_location?, do: ["[", header, "]", ?\n], else: []
  IO.write([head, text, ?\n])
  result
end

defp debug_text({:value, code, value}, options) do
  {[code, " #=> ", inspect(value, options), ?\n], value}
end

defp debug_text({:pipe, values}, options) do
  [{first_code, first} | rest] = :lists.reverse(values)
  lines = [[first_code, " #=> ", inspect(first, options), ?\n]]

  {lines, last} =
    :lists.foldl(
      fn {code, value}, {lines, _} ->
        {[lines, ["|> ", code, " #=> ", inspect(value, options), ?\n]], value}
      end,
      {lines, first},
      rest
    )

  {lines, last}
end
