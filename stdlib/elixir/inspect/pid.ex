# stdlib/elixir/inspect/pid.ex: how process identifiers are shown.
defimpl Inspect, for: PID do
  @moduledoc false

  def inspect(pid, opts) do
    text = "#PID" <> IO.iodata_to_binary(:erlang.pid_to_list(pid))
    Inspect.Algebra.color(text, :pid, opts)
  end
end
