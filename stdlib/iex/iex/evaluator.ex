defmodule IEx.Evaluator do
  @moduledoc false
  # The process that runs entries: Ctrl-C ends it alone, and the server starts another with the same state.
  # `state`: counter, binding, env, history (values by number), place (where IEx.pry stands, else nil).

  @doc false
  def start(state, leader) do
    server = self()

    spawn(fn ->
      Process.group_leader(self(), leader)
      for fun <- IEx.after_spawn(), do: fun.()
      loop(server, state)
    end)
  end

  @doc false
  def new(binding, env) do
    state = %{counter: 1, binding: binding, env: env, history: [], place: nil}
    {_, state} = run(state, quote(do: import(IEx.Helpers, warn: false)))
    state
  end

  @doc false
  def env, do: Code.env_for_eval(file: "iex", line: 1)

  @doc false
  # The state after the code of a file; an error in it is shown and leaves the state.
  def import_file(state, path) do
    {_, state} = run(state, path |> File.read!() |> Code.string_to_quoted!(file: path))
    state
  catch
    kind, reason ->
      IO.puts(["Error while evaluating: #{path}\n", message(kind, reason, __STACKTRACE__)])
      state
  end

  @doc false
  # Runs the entries of `server` in this process, which called IEx.pry, until it is to go on.
  def attach(server, state, leader) do
    {own_leader, outer} = {Process.group_leader(), Process.get(:iex_state)}
    Process.group_leader(self(), leader)
    # What IEx.pry gives is no value of the session around it.
    try do
      loop(server, state)
    catch
      :exit, {:iex, _} -> :ok
    after
      Process.group_leader(self(), own_leader)
      if outer, do: Process.put(:iex_state, outer), else: Process.delete(:iex_state)
    end
  end

  defp loop(server, state) do
    receive do
      {:eval, ^server, text} ->
        state = eval(text, state)
        send(server, {:evaluated, self(), state})
        loop(server, state)

      {:run, ^server, fun} ->
        state = fun.(state)
        send(server, {:evaluated, self(), state})
        loop(server, state)

      {:go_on, ^server} ->
        exit({:iex, :continue})

      # Of a process that is attached only: it watches its session.
      {:DOWN, _, :process, ^server, _} ->
        exit({:iex, :continue})
    end
  end

  defp eval(text, state) do
    Process.put(:iex_state, state)
    {value, state} = run(state, parse(text, state))
    shown(value)
    remember(%{state | counter: state.counter + 1}, value)
  catch
    # respawn() and continue() end the process.
    :exit, {:iex, _} = reason ->
      exit(reason)

    kind, reason ->
      IO.puts(message(kind, reason, __STACKTRACE__))
      %{state | counter: state.counter + 1}
  end

  # A name alone that no variable has is a helper without its parentheses: h, pwd, ls.
  defp parse(text, state) do
    case Code.string_to_quoted!(text, file: "iex", line: state.counter) do
      {name, meta, nil} when is_atom(name) and name not in [:__MODULE__, :__ENV__, :__DIR__, :__CALLER__, :__STACKTRACE__] ->
        if Keyword.has_key?(state.binding, name), do: {name, meta, nil}, else: {name, meta, []}

      quoted ->
        quoted
    end
  end

  defp run(state, quoted) do
    {value, binding, env} = Code.eval_quoted_with_env(quoted, state.binding, state.env)
    {value, %{state | binding: binding, env: env}}
  end

  defp shown(value) do
    unless value == IEx.dont_display_result(), do: IO.puts(inspect(value, IEx.inspect_opts()))
  end

  defp remember(state, value) do
    size = Application.get_env(:iex, :history_size, 20)
    history = [{state.counter - 1, value} | state.history]
    %{state | history: if(size < 0, do: history, else: Enum.take(history, size))}
  end

  @doc false
  # An error as the session shows it: without the session's own calls.
  def message(kind, reason, trace) do
    {blamed, trace} = Exception.blame(kind, reason, trace)
    banner = Exception.format_banner(kind, blamed, trace)

    case Enum.take_while(trace, &outside?/1) do
      [] -> IEx.color(:eval_error, banner)
      trace -> [IEx.color(:eval_error, banner), "\n", IEx.color(:stack_info, trace |> Exception.format_stacktrace() |> String.trim_trailing())]
    end
  end

  defp outside?({module, _, _, _}) do
    module not in [__MODULE__, :vial_expansion, :vial_compiler, Code] and not String.starts_with?(Atom.to_string(module), "eval-")
  end
end
