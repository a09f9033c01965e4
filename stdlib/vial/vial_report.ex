defmodule :vial_report do
  @moduledoc false
  # What standard error hears of processes that end by an error. Each report is one write, so that
  # reports of several processes do not mix.

  @limit 800

  def crash(class, reason, trace) do
    say("Process #{inspect(self())} terminating", class, reason, trace, initial())
  end

  # From the machine: a plain process has ended by an uncaught error.
  def process(pid, class, reason, trace) do
    verb = if class == :exit, do: "terminating", else: "raised an exception"
    say("Process #{inspect(pid)} #{verb}", class, reason, trace, [])
  end

  def server(name, message, from, state, class, reason, trace) do
    about = ["Last message#{from(from)}: #{cut(message)}", "State: #{cut(state)}"]
    say("GenServer #{shown(name)} terminating", class, reason, trace, about)
  end

  def task(starter, {m, f, a}, class, reason, trace) do
    about = ["Function: #{inspect(:erlang.apply(:erlang, :make_fun, [m, f, length(a)]))}", "    Args: #{cut(a)}"]
    about = if {m, f} == {:erlang, :apply}, do: ["Function: #{inspect(hd(a))}", "    Args: #{cut(Enum.at(a, 1))}"], else: about
    say("Task #{inspect(self())} started from #{inspect(starter)} terminating", class, reason, trace, about)
  end

  def unhandled(mod, message) do
    IO.write(:stderr, "[error] #{inspect(mod)} #{inspect(self())} received unexpected message in handle_info/2: #{cut(message)}\n")
  end

  defp from(nil), do: ""
  defp from({pid, _}), do: " (from #{inspect(pid)})"

  defp shown(name) when is_pid(name), do: inspect(name)
  defp shown(name), do: inspect(name)

  defp initial do
    case :erlang.get(:"$initial_call") do
      {m, f, a} when is_integer(a) -> ["Initial call: #{Exception.format_mfa(m, f, a)}"]
      _ -> []
    end
  end

  defp cut(term), do: inspect(term, limit: 50, printable_limit: @limit)

  defp say(title, class, reason, trace, about) do
    {blamed, trace} = Exception.blame(class, reason, trace)
    lines = Enum.map(about, &[&1, ?\n])
    IO.write(:stderr, ["[error] ", title, ?\n, Exception.format(class, blamed, trace), ?\n | lines])
  end
end
