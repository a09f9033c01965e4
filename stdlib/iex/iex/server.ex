defmodule IEx.Server do
  @moduledoc false
  # A session: reads entries from a console (or from a stream without one), has them run, goes on.
  # The server keeps what the evaluator knew last, so an evaluator that is ended costs nothing but its entry.

  @doc false
  # `console` is a Vial.Console or nil: then entries come from standard input, line by line.
  def run(console, state, prefix \\ "vial") do
    Application.put_env(:iex, :started, true)
    Application.put_env(:iex, :server, self())
    if console, do: send(console, {:owner, self()})
    loop(start(%{console: console, leader: console || Process.group_leader(), evaluator: nil, state: state, prefix: prefix}))
  end

  @doc false
  # A session over standard input as programs start it. Options: :prefix, :binding, :env, :dot_iex_path.
  def run(options) when is_list(options) do
    IO.puts("Interactive Elixir (#{System.version()}) - press Ctrl+C to exit (type h() ENTER for help)")
    env = if env = options[:env], do: Code.env_for_eval(env), else: IEx.Evaluator.env()
    state = IEx.Evaluator.new(options[:binding] || [], env)
    path = options[:dot_iex_path]
    state = if path in [nil, ""], do: state, else: IEx.Evaluator.import_file(state, path)
    run(nil, state, options[:prefix] || "iex")
  end

  @doc false
  def pry(binding, env) do
    case Application.get_env(:iex, :console) do
      nil ->
        IO.puts(:stderr, "Cannot pry: there is no session on a terminal (vial repl)")
        {:error, :no_iex}

      console ->
        IO.puts("Pry at #{Path.relative_to_cwd(env.file)}:#{env.line}; continue() or Ctrl-D goes on")
        session = IEx.Evaluator.new(binding, Code.env_for_eval(env))
        {pid, monitor} = spawn_monitor(fn -> nested(console, session) end)

        receive do
          {:DOWN, ^monitor, :process, ^pid, _} -> send(console, {:owner, Application.get_env(:iex, :server)})
        end

        :ok
    end
  end

  defp nested(console, session) do
    Process.group_leader(self(), console)
    loop(start(%{console: console, leader: console, evaluator: nil, state: session, prefix: "pry"}))
  end

  defp start(session) do
    evaluator = IEx.Evaluator.start(session.state, session.leader)
    Process.monitor(evaluator)
    %{session | evaluator: evaluator}
  end

  defp loop(session) do
    case read(session) do
      :eof -> :ok
      :interrupt -> loop(session)
      {:on, session, text} -> session |> entry(text) |> again()
      text -> session |> entry(text) |> again()
    end
  end

  defp entry(session, text), do: if(String.trim(text) in ["", "#iex:break"], do: session, else: evaluate(session, text))

  defp again(:continue), do: :ok
  defp again(session), do: loop(session)

  defp evaluate(session, text) do
    if session.console, do: send(session.console, {:owner, self()})
    send(session.evaluator, {:eval, self(), piped(text)})
    await(session)
  end

  # An entry that begins with a pipe goes on with the value before.
  defp piped(text), do: if(text =~ ~r/\A\s*\|>/, do: "v(-1) " <> text, else: text)

  defp await(%{evaluator: evaluator} = session) do
    receive do
      {:evaluated, ^evaluator, state} ->
        %{session | state: state}

      :interrupt ->
        Process.exit(evaluator, :kill)
        receive(do: ({:DOWN, _, :process, ^evaluator, _} -> :ok))
        IO.puts(session.leader, IEx.color(:eval_interrupt, "** interrupted; the bindings are as they were"))
        flush()
        start(next(session))

      {:DOWN, _, :process, ^evaluator, {:iex, :continue}} when session.prefix == "pry" ->
        :continue

      {:DOWN, _, :process, ^evaluator, {:iex, :continue}} ->
        IO.puts(session.leader, IEx.color(:eval_error, "There is nothing to go on with: no program has called IEx.pry()"))
        start(next(session))

      {:DOWN, _, :process, ^evaluator, {:iex, :respawn}} ->
        start(%{session | state: %{session.state | binding: [], counter: 1, history: []}})

      {:DOWN, _, :process, ^evaluator, reason} ->
        IO.puts(session.leader, IEx.color(:eval_error, "** (EXIT from #{inspect(evaluator)}) #{Exception.format_exit(reason)}"))
        start(next(session))
    end
  end

  defp next(session), do: put_in(session.state.counter, session.state.counter + 1)

  defp flush do
    receive do
      :interrupt -> flush()
    after
      0 -> :ok
    end
  end

  # --- reading -------------------------------------------------------------------------------------------

  defp prompts(session) do
    fill = fn text ->
      text
      |> String.replace("%counter", Integer.to_string(session.state.counter))
      |> String.replace("%prefix", session.prefix)
      |> String.replace("%node", Atom.to_string(node()))
    end

    main = Application.get_env(:iex, :default_prompt, "%prefix(%counter)>")
    more = Application.get_env(:iex, :continuation_prompt, "...(%counter)>")
    {fill.(main) <> " ", fill.(more) <> " "}
  end

  defp read(%{console: nil} = session), do: read_lines(prompts(session), "", session)

  defp read(session) do
    {prompt, more} = prompts(session)
    ref = make_ref()
    send(session.console, {:read_entry, self(), ref, prompt, String.pad_leading(more, String.length(prompt))})
    serve(session, ref)
  end

  defp serve(session, ref) do
    receive do
      {:entry, ^ref, result} ->
        result

      {:finished?, from, ^ref, text} ->
        send(from, {ref, finished?(text)})
        serve(session, ref)

      {:completions, from, ^ref, text} ->
        send(from, {ref, completions(text, session.state)})
        serve(session, ref)

      :interrupt ->
        serve(session, ref)

      # The process of entries may be ended by what it is linked to, between two entries.
      {:DOWN, _, :process, pid, reason} when pid == session.evaluator ->
        IO.puts(session.leader, IEx.color(:eval_error, "** (EXIT from #{inspect(pid)}) #{Exception.format_exit(reason)}"))
        serve_again(start(session), ref)
    end
  end

  # With another evaluator; the entry is still being edited.
  defp serve_again(session, ref) do
    case serve(session, ref) do
      text when is_binary(text) -> {:on, session, text}
      :interrupt -> {:on, session, ""}
      other -> other
    end
  end

  defp completions(text, state) do
    IEx.Autocomplete.complete(text, state.binding, state.env)
  catch
    _, _ -> {"", []}
  end

  defp read_lines({prompt, more} = prompts, before, session) do
    case IO.gets(if(before == "", do: prompt, else: more)) do
      line when is_binary(line) ->
        text = before <> line
        if finished?(text), do: text, else: read_lines(prompts, text, session)

      # What is not finished is no entry.
      _ ->
        IO.puts("")
        :eof
    end
  end

  @doc false
  # An entry goes on when something is missing at its end; an empty line (two Enters) or #iex:break ends it.
  def finished?(text) do
    case Code.string_to_quoted(piped(text)) do
      {:error, {_, message, ""}} -> not missing?(message) or String.ends_with?(text, ["\n\n", "\n#iex:break", "\n#iex:break\n"])
      _ -> true
    end
  end

  defp missing?({before, _}), do: missing?(before)
  defp missing?("syntax error before: " <> _), do: true
  defp missing?("missing terminator" <> _), do: true
  defp missing?("missing interpolation" <> _), do: true
  defp missing?(message) when is_binary(message), do: message =~ "expression is incomplete"
  defp missing?(_), do: false
end
