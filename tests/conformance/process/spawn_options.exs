# What spawn options set, process_info tells; system_info tells the defaults.
wait = fn -> receive do: (:stop -> :ok) end
pid =
  :erlang.spawn_opt(wait, [
    {:priority, :high},
    {:fullsweep_after, 3},
    {:message_queue_data, :off_heap},
    {:max_heap_size, %{size: 500_000, kill: false, error_logger: false}}
  ])
IO.inspect(Process.info(pid, [:initial_call, :priority, :message_queue_data, :trap_exit]), width: 200) # expect: [initial_call: {:erlang, :apply, 2}, priority: :high, message_queue_data: :off_heap, trap_exit: false]
{:garbage_collection, gc} = Process.info(pid, :garbage_collection)
IO.inspect(Keyword.take(gc, [:max_heap_size, :fullsweep_after]), width: 200) # expect: [max_heap_size: %{error_logger: false, kill: false, size: 500000}, fullsweep_after: 3]
{tagged, ref} = :erlang.spawn_opt(wait, [{:monitor, [tag: :gone, alias: :reply_demonitor]}])
send(tagged, :stop)
IO.inspect((receive do: ({tag, ^ref, kind, ^tagged, why} -> {tag, kind, why}))) # expect: {:gone, :process, :normal}
{small, ref} = :erlang.spawn_opt(fn -> Enum.to_list(1..1_000_000) |> Enum.sum() end, [:monitor, {:max_heap_size, %{size: 100_000, kill: true, error_logger: false}}])
IO.inspect((receive do: ({:DOWN, ^ref, :process, ^small, why} -> why))) # expect: :killed
for bad <- [[{:priority, :urgent}], [{:async_dist, true}], [:unknown], [{:max_heap_size, -1}], [{:message_queue_data, :mixed}], [{:fullsweep_after, :x}]] do
  IO.inspect(try do :erlang.spawn_opt(wait, bad) rescue e -> e.__struct__ end)
end
# expect: ArgumentError
# expect: ArgumentError
# expect: ArgumentError
# expect: ArgumentError
# expect: ArgumentError
# expect: ArgumentError
IO.inspect(:erlang.system_info(:max_heap_size)) # expect: %{error_logger: true, kill: true, size: 0}
IO.inspect(:erlang.system_info(:message_queue_data)) # expect: :on_heap
IO.inspect(Keyword.keys(:erlang.system_info(:garbage_collection))) # expect: [:max_heap_size, :min_bin_vheap_size, :min_heap_size, :fullsweep_after]
IO.inspect(:erlang.system_info(:multi_scheduling_blockers)) # expect: []
online = :erlang.system_info(:schedulers_online)
IO.inspect(length(:erlang.statistics(:run_queue_lengths)) == online + 1) # expect: true
IO.inspect(length(:erlang.statistics(:run_queue_lengths_all)) == online + 2) # expect: true
IO.inspect(:erlang.system_info(:dirty_cpu_schedulers) == :erlang.system_info(:schedulers)) # expect: true
IO.inspect(:erlang.system_info(:dirty_io_schedulers)) # expect: 10
IO.inspect(:erlang.system_info(:scheduler_id) in 1..online) # expect: true
