defmodule Vial.Script do
  @moduledoc false
  # `vial compile` of a script: which of its modules are compiled ahead (compiler/expand/script.cpp asks for
  # each definition at the top level, in order).
  #
  # A module is compiled ahead when that cannot be told from making it when the script runs: its body uses
  # no variable of the script, prints nothing, leaves nothing behind, and, once the script has begun to do
  # things, reads nothing from outside either. Its value must be one that can stand in a file.

  @doc """
  `{[{module, bytecode}], value}`, or `:at_run_time`: the module last, after those inside it, and the value of
  its body.

  `running?` tells whether what stands before the definition does anything.
  """
  def define(name, body, variables, env, running?) do
    case apart(name, body, variables, env) do
      {{:ok, {{:module, _, _, value}, modules, reach}}, quiet?} ->
        ahead? = quiet? and (reach == :itself or (reach == :outside and not running?)) and constant?(value)
        if ahead?, do: {modules, value}, else: :at_run_time

      {{:failed, :error, :uses_variables, _}, _} ->
        :at_run_time

      # What is wrong may be so only because nothing has run yet.
      {{:failed, kind, reason, trace}, quiet?} ->
        if quiet? and not running?, do: :erlang.raise(kind, reason, trace), else: :at_run_time
    end
  end

  # With a group leader that notes whether it was asked for anything. What it is given is dropped: then the
  # module is made, and prints, when the script runs.
  defp apart(name, body, variables, env) do
    leader = Process.group_leader()
    watcher = spawn_link(fn -> watch(true) end)
    Process.group_leader(self(), watcher)

    outcome =
      try do
        {:ok, :vial_compiler.compile_apart(name, body, variables, env)}
      catch
        kind, reason -> {:failed, kind, reason, __STACKTRACE__}
      after
        Process.group_leader(self(), leader)
      end

    send(watcher, {:quiet?, self()})

    receive do
      {:quiet, quiet?} -> {outcome, quiet?}
    end
  end

  defp watch(quiet?) do
    receive do
      {:quiet?, from} ->
        send(from, {:quiet, quiet?})

      {:io_request, from, ref, request} ->
        reply = if :vial_io_input.input?(request), do: {:error, :enotsup}, else: :ok
        send(from, {:io_reply, ref, reply})
        watch(false)
    end
  end

  defp constant?(term) when is_pid(term) or is_port(term) or is_reference(term), do: false
  defp constant?(term) when is_function(term), do: Function.info(term, :type) == {:type, :external}
  defp constant?([head | tail]), do: constant?(head) and constant?(tail)
  defp constant?(tuple) when is_tuple(tuple), do: tuple |> Tuple.to_list() |> constant?()
  defp constant?(map) when is_map(map), do: map |> Map.to_list() |> constant?()
  defp constant?(_), do: true
end
