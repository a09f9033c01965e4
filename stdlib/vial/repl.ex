defmodule Vial.Repl do
  @moduledoc false
  # `vial repl`: reads code, evaluates it, shows its value. Bindings and the environment go on from one
  # entry to the next; an error leaves both as they were. An entry that is not complete goes on in the
  # next line.

  def run(options) do
    for pattern <- options.require, file <- Path.wildcard(pattern), do: Code.require_file(file)
    IO.puts("Vial (Elixir #{System.version()} compatible). Ctrl-D ends the session.")
    loop(1, [], :eval)
  end

  defp loop(number, bindings, env) do
    case read(number, "") do
      :eof ->
        IO.puts("")

      text ->
        {bindings, env} = evaluate(text, bindings, env)
        loop(number + 1, bindings, env)
    end
  end

  defp read(number, before) do
    prompt = if before == "", do: "vial(#{number})> ", else: "...(#{number})> "

    case IO.gets(prompt) do
      :eof when before == "" -> :eof
      :eof -> before
      {:error, _} -> :eof
      line -> complete(number, before <> line)
    end
  end

  # An entry ends when it parses, when its error is not that something is missing, or at an empty line.
  defp complete(number, text) do
    case Code.string_to_quoted(text) do
      {:error, {_, message, ""}} ->
        if missing?(message) and not String.ends_with?(text, "\n\n"), do: read(number, text), else: text

      _ ->
        text
    end
  end

  defp missing?({before, _}), do: missing?(before)
  defp missing?(message) when is_binary(message), do: message =~ "missing terminator" or message =~ "expression is incomplete" or message =~ "syntax error"
  defp missing?(_), do: false

  defp evaluate(text, bindings, env) do
    {value, bindings, env} = eval(text, bindings, env)
    IO.puts(inspect(value, pretty: true, width: 80))
    {bindings, env}
  catch
    kind, reason ->
      {blamed, trace} = Exception.blame(kind, reason, __STACKTRACE__)
      IO.puts(:stderr, Exception.format(kind, blamed, visible(trace)))
      {bindings, env}
  end

  defp eval(text, bindings, :eval) do
    Code.eval_quoted_with_env(quoted(text), bindings, Code.env_for_eval(file: "repl"))
  end

  defp eval(text, bindings, env), do: Code.eval_quoted_with_env(quoted(text), bindings, env)

  defp quoted(text), do: Code.string_to_quoted!(text, file: "repl")

  # What stands below the entry is the session's own.
  defp visible(trace), do: Enum.take_while(trace, fn {module, _, _, _} -> module != __MODULE__ and module != :vial_expansion end)
end
