# stdlib/erlang/erlang/system.part.ex: what the system tells of itself in words, and what only watches it.
# Here: texts of system_info (procs, loaded, info, dist), microstate accounting, memory allocators, monitors and
# profiles of the system, the topology of processors.
# Not here: the items of system_info and statistics (runtime/process/system.cpp, statistics.cpp).

@doc false
# The items of system_info/1 that are texts.
def vial_system_text(:procs), do: IO.iodata_to_binary(for pid <- :erlang.processes(), do: process_text(pid))
def vial_system_text(:loaded), do: IO.iodata_to_binary(for {module, _} <- :code.all_loaded(), do: [Atom.to_string(module), ?\n])
def vial_system_text(:dist), do: "=node:nonode@nohost\n"

def vial_system_text(:info) do
  memory = for {kind, bytes} <- :erlang.memory(), do: "#{kind}: #{bytes}\n"
  counts = for item <- [:process_count, :atom_count, :schedulers], do: "#{item}: #{:erlang.system_info(item)}\n"
  IO.iodata_to_binary(["=memory\n", memory, "=counts\n", counts])
end

@process_items [:registered_name, :current_function, :message_queue_len, :links, :dictionary, :heap_size, :stack_size, :reductions, :status]

defp process_text(pid) do
  case :erlang.process_info(pid, @process_items) do
    :undefined -> []
    items -> ["=proc:", inspect(pid), ?\n, for({item, value} <- items, do: "#{item}: #{inspect(value)}\n")]
  end
end

@doc false
# statistics(microstate_accounting): the states are not counted, as in OTP where nobody has turned counting on.
def vial_microstates do
  counters = %{aux: 0, check_io: 0, emulator: 0, gc: 0, other: 0, port: 0, sleep: 0}

  kinds = [
    scheduler: :erlang.system_info(:schedulers),
    dirty_cpu_scheduler: :erlang.system_info(:dirty_cpu_schedulers),
    dirty_io_scheduler: :erlang.system_info(:dirty_io_schedulers)
  ]

  for {type, count} <- kinds, id <- 1..count, do: %{type: type, id: id, counters: counters}
end

@doc "Writes where a process is to standard error; `true`."
def process_display(pid, :backtrace) when is_pid(pid) do
  case :erlang.process_info(pid, [:current_stacktrace, :message_queue_len, :status]) do
    :undefined ->
      :erlang.error(:badarg, [pid, :backtrace])

    [{_, trace}, {_, waiting}, {_, status}] ->
      lines = [inspect(pid), ": #{status}, #{waiting} messages\n", Exception.format_stacktrace(trace)]
      :vial_io.write(2, IO.chardata_to_string(lines))
      true
  end
end

def process_display(pid, what) when is_pid(pid), do: :vial_error.badarg([pid, what], %{2 => "invalid value"})
def process_display(pid, what), do: :vial_error.badarg([pid, what], %{1 => "not a pid"})

@doc "Who is told of long collections and the like: `:undefined`, nobody."
def system_monitor, do: :undefined

@doc "Sets who is told of long collections and the like: only `:undefined`, nobody, can be set."
def system_monitor(:undefined), do: :undefined
def system_monitor({_, _}), do: no_watching("system_monitor/1", "events of the system")
def system_monitor(who), do: :vial_error.badarg([who], %{1 => "invalid system monitor item"})

@doc "As `system_monitor/1`."
def system_monitor(_who, []), do: :undefined
def system_monitor(:undefined, _options), do: :undefined
def system_monitor(_who, _options), do: no_watching("system_monitor/2", "events of the system")

@doc "Who gets the profile of the system: `:undefined`, nobody."
def system_profile, do: :undefined

@doc "Sets who gets the profile of the system: only `:undefined`, nobody, can be set."
def system_profile(:undefined, _options), do: :undefined
def system_profile(_who, _options), do: no_watching("system_profile/2", "profiles of the system")

defp no_watching(name, what), do: raise("erlang:#{name} needs #{what}, which vial does not have")

@doc "Memory of an allocator as OTP has them: Vial has none of these, so no argument is right."
def alloc_info(names), do: :vial_error.badarg([names], %{1 => "invalid system info item"})

@doc "As `alloc_info/1`."
def alloc_sizes(names), do: :vial_error.badarg([names], %{1 => "invalid system info item"})

@doc "Collects the area of messages of an OTP long gone: undefined there and here."
def garbage_collect_message_area, do: :erlang.error(:undef, [])

@doc "Waits for the counts of collections that OTP's schedulers send: Vial's are in `statistics/1`."
def gather_gc_info_result(ref) when is_reference(ref), do: :erlang.statistics(:garbage_collection)

@doc "The topology of processors as `system_info/1` gives it, from what the system knows."
def format_cpu_topology(topology), do: topology

@doc "Sets the topology of processors, which changes nothing: schedulers are not bound. The old one."
def set_cpu_topology(_topology), do: :undefined

@doc "The value, some milliseconds later."
def delay_trap(value, ms) when is_integer(ms) and ms >= 0 do
  receive do
  after
    ms -> value
  end
end

@doc "Ends a process or unlinks it as `exit/2` does."
def exit_signal(pid, reason), do: :erlang.exit(pid, reason)
