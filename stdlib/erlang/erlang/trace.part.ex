# stdlib/erlang/erlang/trace.part.ex: tracing, of which there is none yet.
# Here: match specifications as tracing has them; questions, answered as where nothing is traced; probes of the
# OS's tracers, which are off.
# Not here: sys traces (stdlib/erlang/sys.ex).
# Holds: what would turn something on is an error that says so; turning off what is off is none.

@doc """
Tries a match specification: of the type `:table` on a term, of the type `:trace` on a list of arguments.

`{:ok, result, flags, warnings}` or `{:error, [error: text]}`.

## Examples

    iex> :erlang.match_spec_test({1, 2}, [{{:"$1", :_}, [], [:"$1"]}], :table)
    {:ok, 1, [], []}
    iex> :erlang.match_spec_test([1, 2], [{[:"$1", :_], [], [{:message, :"$1"}]}], :trace)
    {:ok, 1, [], []}
"""
def match_spec_test(object, spec, :table), do: :ets.vial_test_spec(object, spec)
def match_spec_test(args, spec, :trace) when is_list(args), do: :ets.vial_test_trace(args, spec)
def match_spec_test(args, spec, :trace), do: :vial_error.badarg([args, spec, :trace], %{1 => "not a list"})
def match_spec_test(object, spec, type), do: :vial_error.badarg([object, spec, type], %{3 => "invalid type for match spec"})

@traced [:all, :processes, :ports, :existing, :existing_processes, :existing_ports, :new, :new_processes, :new_ports]

@doc "Turns trace flags of processes off: the number of processes. Turning them on needs tracing, which Vial does not have yet."
def trace(who, true, flags) when (is_pid(who) or who in @traced) and is_list(flags), do: no_tracing("trace/3")
def trace(who, false, flags) when is_pid(who) and is_list(flags), do: if(:erlang.process_info(who, :status), do: 1, else: 0)
def trace(:all, false, flags) when is_list(flags), do: :erlang.system_info(:process_count)
def trace(who, false, flags) when who in [:processes, :existing, :existing_processes] and is_list(flags), do: :erlang.system_info(:process_count)
def trace(who, false, flags) when who in [:new, :new_processes, :ports, :new_ports, :existing_ports] and is_list(flags), do: 0
def trace(who, on?, flags), do: :vial_error.badarg([who, on?, flags], %{1 => "invalid spec for pid or port"})

@doc "What is traced of a process or a function: nothing."
def trace_info(who, :flags) when is_pid(who) or who in [:new, :new_processes], do: {:flags, []}
def trace_info(who, :tracer) when is_pid(who) or who in [:new, :new_processes], do: {:tracer, []}

def trace_info({module, name, arity}, item) when item in [:traced, :match_spec, :meta, :meta_match_spec, :call_count, :call_time, :all] do
  known = Code.ensure_loaded?(module) and (function_exported?(module, name, arity) or :erlang.is_builtin(module, name, arity))
  {item, if(known, do: false, else: :undefined)}
end

def trace_info(:on_load, item), do: {item, false}
def trace_info(who, item), do: :vial_error.badarg([who, item], %{2 => "invalid trace item"})

@doc "Turns the tracing of functions off: how many functions. Turning it on needs tracing, which Vial does not have yet."
def trace_pattern(what, spec), do: trace_pattern(what, spec, [])
def trace_pattern(:on_load, false, _flags), do: 0

def trace_pattern({module, name, arity}, false, flags) when is_list(flags) do
  functions = if is_atom(module) and Code.ensure_loaded?(module), do: module.module_info(:exports), else: []
  Enum.count(functions, fn {n, a} -> name in [n, :_] and arity in [a, :_] end)
end

def trace_pattern(_what, _spec, _flags), do: no_tracing("trace_pattern/3")

@doc "Asks for a message `{:trace_delivered, who, ref}` once all traces have come: they have."
def trace_delivered(who) when is_pid(who) or who == :all do
  ref = make_ref()
  :erlang.send(self(), {:trace_delivered, who, ref})
  ref
end

defp no_tracing(name), do: raise("erlang:#{name} needs tracing, which vial does not have yet")

# -- sequential tracing

@trace_token [:send, :receive, :print, :timestamp, :monotonic_timestamp, :strict_monotonic_timestamp]

@doc "A part of the token that messages carry on: there is none."
def seq_trace_info(what) when what in [:label, :serial], do: []
def seq_trace_info(what) when what in @trace_token, do: {what, false}
def seq_trace_info(what), do: :erlang.error(:badarg, [what])

@doc "Clears the token that messages carry on; setting one needs sequential tracing, which Vial does not have yet."
def seq_trace(:sequential_trace_token, []), do: []
def seq_trace(flag, false) when flag in @trace_token, do: false
def seq_trace(flag, true) when flag in @trace_token, do: no_tracing("seq_trace/2")
def seq_trace(what, _value) when what in [:label, :serial, :sequential_trace_token], do: no_tracing("seq_trace/2")
def seq_trace(what, value), do: :erlang.error(:badarg, [what, value])

@doc "Writes to the sequential trace: `false`, as there is no token."
def seq_trace_print(_term), do: false
def seq_trace_print(_label, _term), do: false

# -- probes of the OS's tracers

@doc "The tag of a process for the OS's tracers: `:undefined`, they are not used."
def dt_get_tag, do: :undefined

@doc "As `dt_get_tag/0`."
def dt_get_tag_data, do: :undefined

@doc "As `dt_get_tag/0`."
def dt_put_tag(_tag), do: :undefined

@doc "The data as it is."
def dt_append_vm_tag_data(data), do: data

@doc "The data as it is."
def dt_prepend_vm_tag_data(data), do: data

@doc "`true`: nothing is spread."
def dt_spread_tag(_on?), do: true

@doc "`true`: nothing is restored."
def dt_restore_tag(_tag), do: true
