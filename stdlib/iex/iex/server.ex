defmodule IEx.Server do
  @moduledoc false
  # A session: reads entries from a console (or from a stream without one), has them run, goes on.
  # The server keeps what the evaluator knew last, so an evaluator that is ended costs nothing but its entry.

  @doc false
  # `console` is a Vial.Console or nil: then entries come from standard input, line by line.
  def run(console, state, prefix \\ "vial") do
    Application.put_env(:iex, :started, true)
    outer = Application.get_env(:iex, :server)
    Application.put_env(:iex, :server, self())
    if console, do: send(console, {:owner, self()})
    loop(start(%{console: console, leader: console || Process.group_leader(), evaluator: nil, state: state, prefix: prefix}))
    Application.put_env(:iex, :server, outer)
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
  # Stops the calling process until the session lets it go on: `:ok`, or `{:error, reason}` where none takes it.
  def pry(binding, env) do
    server = Application.get_env(:iex, :server)
    monitor = Process.monitor(server || self())
    place = %{pid: self(), file: env.file, line: env.line, function: env.function && {env.module, env.function}}
    if server, do: send(server, {:pry, self(), monitor, place})

    receive do
      {^monitor, :attach, session, leader} ->
        state = %{IEx.Evaluator.new(binding, Code.env_for_eval(env)) | place: place}
        send(session, {:attached, self(), state})
        IEx.Evaluator.attach(session, state, leader)
        Process.demonitor(monitor, [:flush])
        send(session, {:continued, self()})
        :ok

      {^monitor, :refused} ->
        Process.demonitor(monitor, [:flush])
        {:error, :refused}

      {:DOWN, ^monitor, :process, _, _} ->
        nobody(place)
    after
      if(server, do: :infinity, else: 0) -> nobody(place)
    end
  end

  defp nobody(place) do
    IO.puts("Cannot pry #{inspect(place.pid)} at #{IEx.Pry.location(place)}. Is an IEx shell running?")
    {:error, :no_iex}
  end

  # A process has stopped at IEx.pry: the session is its own until it goes on, then `session` as before.
  defp visit(session, {:pry, pid, tag, place}) do
    if session.console, do: send(session.console, {:owner, self()})

    if allowed?(session, pid, place) do
      # What runs entries is watched already.
      monitor = if pid != session.evaluator, do: Process.monitor(pid)
      send(pid, {tag, :attach, self(), session.leader})

      result =
        receive do
          {:attached, ^pid, state} -> loop(%{session | evaluator: pid, state: state, prefix: "pry"})
          {:DOWN, _, :process, ^pid, _} -> :gone
        end

      if monitor, do: Process.demonitor(monitor, [:flush])
      result
    else
      send(pid, {tag, :refused})
      :ok
    end
  end

  # The entry that is running need not ask.
  defp allowed?(%{evaluator: pid} = session, pid, place) do
    IO.puts(session.leader, [IEx.color(:eval_interrupt, "Break reached: #{IEx.Pry.location(place)}"), IEx.Pry.around(place, 2)])
    true
  end

  defp allowed?(session, pid, place) do
    IO.puts(session.leader, [IEx.color(:eval_interrupt, "Request to pry #{inspect(pid)} at #{IEx.Pry.location(place)}"), IEx.Pry.around(place, 2)])
    answer = IO.gets(session.leader, IEx.color(:eval_interrupt, "Allow? [Yn] "))
    is_binary(answer) and (answer |> String.trim() |> String.downcase()) in ["", "y", "yes"]
  end

  defp start(session) do
    evaluator = IEx.Evaluator.start(session.state, session.leader)
    Process.monitor(evaluator)
    %{session | evaluator: evaluator}
  end

  defp loop(session) do
    case read(session) do
      :eof -> release(session)
      :interrupt -> loop(session)
      :gone -> :gone
      {:pry, _, _, _} = request -> session |> tap(&visit(&1, request)) |> loop()
      {:on, session, text} -> session |> entry(text) |> again()
      text -> session |> entry(text) |> again()
    end
  end

  defp entry(session, text), do: if(String.trim(text) in ["", "#iex:break"], do: session, else: evaluate(session, text))

  # The process that stopped goes on when its session ends.
  defp release(%{prefix: "pry", evaluator: pid}) do
    send(pid, {:go_on, self()})

    receive do
      {:continued, ^pid} -> :ok
      {:DOWN, _, :process, ^pid, _} -> :ok
    end
  end

  defp release(_session), do: :ok

  defp again(:continue), do: :ok
  defp again(:gone), do: :gone
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
        flush()
        interrupted(session)

      {:continued, ^evaluator} ->
        :continue

      {:pry, pid, _, _} = request ->
        if visit(session, request) == :gone and pid == evaluator, do: start(next(session)), else: await(session)

      {:DOWN, _, :process, ^evaluator, {:iex, :continue}} ->
        IO.puts(session.leader, IEx.color(:eval_error, "There is nothing to go on with: no program has called IEx.pry()"))
        start(next(session))

      {:DOWN, _, :process, ^evaluator, {:iex, :respawn}} ->
        start(%{session | state: %{session.state | binding: [], counter: 1, history: []}})

      {:DOWN, _, :process, ^evaluator, reason} ->
        ended(session, reason)
        if session.prefix == "pry", do: :gone, else: start(next(session))
    end
  end

  # A process that stopped at IEx.pry is gone with what it was to do: so is its session.
  defp interrupted(%{prefix: "pry"} = session) do
    IO.puts(session.leader, IEx.color(:eval_interrupt, "** interrupted; #{inspect(session.evaluator)} is ended"))
    :gone
  end

  defp interrupted(session) do
    IO.puts(session.leader, IEx.color(:eval_interrupt, "** interrupted; the bindings are as they were"))
    start(next(session))
  end

  defp ended(session, reason) do
    IO.puts(session.leader, IEx.color(:eval_error, "** (EXIT from #{inspect(session.evaluator)}) #{Exception.format_exit(reason)}"))
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

  defp read(%{console: nil} = session) do
    receive do
      {:pry, _, _, _} = request -> request
    after
      0 -> read_lines(prompts(session), "", session)
    end
  end

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
        ended(session, reason)
        if session.prefix == "pry", do: put_away(session, ref, :gone), else: serve_again(start(session), ref)

      {:pry, _, _, _} = request ->
        put_away(session, ref, request)
    end
  end

  # The entry that is being edited is given up: something else has to be said first.
  defp put_away(session, ref, result) do
    send(session.console, {:give_up, self(), ref})

    receive do
      {:finished?, from, ^ref, _} ->
        send(from, {ref, true})
        put_away_reply(ref, result)

      {:entry, ^ref, _} ->
        result
    end
  end

  defp put_away_reply(ref, result), do: receive(do: ({:entry, ^ref, _} -> result))

  # With another evaluator; the entry is still being edited.
  defp serve_again(session, ref) do
    case serve(session, ref) do
      text when is_binary(text) -> {:on, session, text}
      :interrupt -> {:on, session, ""}
      {:pry, _, _, _} = request -> {:on, tap(session, &visit(&1, request)), ""}
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
