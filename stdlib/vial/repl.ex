defmodule Vial.Repl do
  @moduledoc false
  # `vial repl`: a session of IEx on the terminal, or over standard input where that is none.

  def run(options) do
    for pattern <- options.require, file <- Path.wildcard(pattern), do: Code.require_file(file)
    terminal? = :vial_io.is_terminal(0) and :vial_io.is_terminal(1) and System.get_env("TERM") != "dumb"
    if terminal?, do: IO.puts("Vial (Elixir #{System.version()} compatible) - h() shows help, Ctrl-D ends the session")
    console = if terminal?, do: Vial.Console.start(history_path())
    if console, do: use_console(console)
    state = IEx.Evaluator.new([], IEx.Evaluator.env()) |> dot_iex(options.dot_iex)
    IEx.Server.run(console, state)
    if console, do: stop(console)
  end

  # What the program prints goes above the line being edited.
  defp use_console(console) do
    Application.put_env(:iex, :console, console)
    Process.group_leader(self(), console)
    :erlang.unregister(:standard_error)
    :erlang.register(:standard_error, console)
  end

  defp stop(console) do
    monitor = Process.monitor(console)
    send(console, {:stop, self()})

    receive do
      {:DOWN, ^monitor, _, _, _} -> :ok
    end

    Process.group_leader(self(), Process.whereis(:user))
    Application.delete_env(:iex, :console)
  end

  # A history that cannot be kept is none: the session goes on.
  defp history_path do
    folder =
      case System.get_env("XDG_STATE_HOME") do
        path when path in [nil, ""] -> Path.join([System.get_env("HOME") || ".", ".local", "state", "vial"])
        path -> Path.join(path, "vial")
      end

    with :ok <- File.mkdir_p(folder), do: Path.join(folder, "history"), else: (_ -> nil)
  end

  # The file that the session begins with.
  defp dot_iex(state, ""), do: state

  defp dot_iex(state, nil) do
    case Enum.find([Path.expand(".iex.exs"), Path.join(System.get_env("HOME") || ".", ".iex.exs")], &File.regular?/1) do
      nil -> state
      path -> IEx.Evaluator.import_file(state, path)
    end
  end

  defp dot_iex(state, path), do: IEx.Evaluator.import_file(state, path)
end
