# stdlib/elixir/exception/exit.part.ex: part of Exception: exit reasons in words.

@doc """
Returns the text of an exit reason.

## Examples

    iex> Exception.format_exit(:noconnection)
    "no connection"
    iex> Exception.format_exit({:shutdown, 1})
    "shutdown: 1"
"""
@spec format_exit(any) :: String.t()
def format_exit(reason), do: format_exit(reason, <<"\n    ">>)

# :gen_server and its like wrap the reason in the call that failed.
defp format_exit({%_{__exception__: true} = exception, maybe_stacktrace} = reason, joiner) do
  if stacktrace?(maybe_stacktrace) and maybe_stacktrace != [] do
    "an exception was raised:" <> joiner <> format_raised(exception, maybe_stacktrace, joiner)
  else
    format_exit_reason(reason)
  end
end

defp format_exit({:shutdown, {:failed_to_start_child, child, {:EXIT, reason}}}, joiner),
  do: format_start_child(child, reason, joiner)

defp format_exit({:shutdown, {:failed_to_start_child, child, reason}}, joiner),
  do: format_start_child(child, reason, joiner)

defp format_exit({reason, {module, fun, args}}, joiner)
     when is_atom(module) and is_atom(fun) and is_list(args) do
  "exited in: " <>
    format_mfa(module, fun, args) <> joiner <> "** (EXIT) " <> format_nested(reason, joiner <> "    ")
end

defp format_exit({reason, maybe_stacktrace} = pair, joiner) do
  if stacktrace?(maybe_stacktrace) and maybe_stacktrace != [] do
    exception = normalize(:error, reason, maybe_stacktrace)
    "an exception was raised:" <> joiner <> format_raised(exception, maybe_stacktrace, joiner)
  else
    format_exit_reason(pair)
  end
end

defp format_exit(reason, _joiner), do: format_exit_reason(reason)

defp format_start_child(child, reason, joiner) do
  "shutdown: failed to start child: " <>
    inspect(child) <> joiner <> "** (EXIT) " <> format_nested(reason, joiner <> "    ")
end

defp format_nested(reason, joiner), do: format_exit(reason, joiner)

defp format_raised(exception, stacktrace, joiner) do
  banner = "** (" <> inspect(exception.__struct__) <> ") " <> message(exception)
  lines = Enum.map(stacktrace, &(joiner <> "    " <> format_stacktrace_entry(&1)))
  IO.iodata_to_binary([banner, lines])
end

defp stacktrace?(list) when is_list(list), do: Enum.all?(list, &stacktrace_entry?/1)
defp stacktrace?(_), do: false

defp stacktrace_entry?({_module, _fun, _arity, _location}), do: true
defp stacktrace_entry?({fun, _arity, _location}), do: is_function(fun)
defp stacktrace_entry?(_), do: false

defp format_exit_reason(:normal), do: "normal"
defp format_exit_reason(:shutdown), do: "shutdown"
defp format_exit_reason({:shutdown, reason}), do: "shutdown: #{inspect(reason)}"
defp format_exit_reason(:calling_self), do: "process attempted to call itself"
defp format_exit_reason(:timeout), do: "time out"
defp format_exit_reason(:killed), do: "killed"
defp format_exit_reason(:noconnection), do: "no connection"

defp format_exit_reason(:noproc) do
  "no process: the process is not alive or there's no process currently associated with the given name, " <>
    "possibly because its application isn't started"
end

defp format_exit_reason({:nodedown, node_name}) when is_atom(node_name),
  do: "no connection to #{node_name}"

defp format_exit_reason({:bad_return_value, value}), do: "bad return value: " <> inspect(value)
defp format_exit_reason({:bad_call, request}), do: "bad call: " <> inspect(request)
defp format_exit_reason({:bad_cast, request}), do: "bad cast: " <> inspect(request)

defp format_exit_reason({:start_spec, start_spec}),
  do: "bad child specification, " <> format_start_spec(start_spec)

defp format_exit_reason({:bad_start_spec, children}),
  do: "bad child specification, invalid children: " <> inspect(children)

defp format_exit_reason({:supervisor_data, data}),
  do: "bad supervisor configuration, " <> format_sup_data(data)

defp format_exit_reason({:already_started, pid}), do: "already started: " <> inspect(pid)
defp format_exit_reason(reason), do: inspect(reason)

defp format_sup_data({:invalid_type, type}), do: "invalid type: " <> inspect(type)
defp format_sup_data({:invalid_strategy, strategy}), do: "invalid strategy: " <> inspect(strategy)

defp format_sup_data({:invalid_intensity, number}),
  do: "invalid max_restarts (intensity): " <> inspect(number)

defp format_sup_data({:invalid_period, period}),
  do: "invalid max_seconds (period): " <> inspect(period)

defp format_sup_data(other), do: "got: " <> inspect(other)

defp format_start_spec({:invalid_mfa, mfa}), do: "invalid mfa: " <> inspect(mfa)

defp format_start_spec({:invalid_child_spec, spec}),
  do: "invalid child specification: " <> inspect(spec)

defp format_start_spec({:invalid_child_type, type}),
  do: "invalid child type: " <> inspect(type) <> ". Must be :worker or :supervisor."

defp format_start_spec({:invalid_restart_type, restart}),
  do: "invalid restart type: #{inspect(restart)}. Must be :permanent, :transient or :temporary."

defp format_start_spec({:invalid_shutdown, shutdown}) do
  "invalid shutdown: " <>
    inspect(shutdown) <> ". Must be an integer >= 0, :infinity or :brutal_kill."
end

defp format_start_spec({:invalid_module, module}),
  do: "invalid module: " <> inspect(module) <> ". Must be an atom."

defp format_start_spec({:invalid_modules, modules}),
  do: "invalid modules: " <> inspect(modules) <> ". Must be a list of atoms or :dynamic."

defp format_start_spec({:duplicate_child_name, id}) do
  """
  more than one child specification has the id: #{inspect(id)}.
  If using maps as child specifications, make sure the :id keys are unique.
  If using a module or {module, arg} as child, use Supervisor.child_spec/2 to change the :id, for example:

      children = [
        Supervisor.child_spec({MyWorker, arg}, id: :my_worker_1),
        Supervisor.child_spec({MyWorker, arg}, id: :my_worker_2)
      ]
  """
end

defp format_start_spec(other), do: "got: " <> inspect(other)
