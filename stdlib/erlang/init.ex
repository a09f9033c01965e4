# stdlib/erlang/init.ex: the end of the machine, in stages.
# Here: :init.stop.
# Not here: the end at once (:erlang.halt), hooks at the end of a program (System.at_exit).
defmodule :init do
  @moduledoc """
  Ends the machine in order.

  `stop/1` answers at once. Then, in a process of its own: applications are stopped and other supervision
  trees shut down, the youngest first, for ten seconds in all; whoever is left is killed, but for those that write what was said; when
  that is written the OS process ends with the status. A second call changes nothing.
  """

  @trees_ms 10_000
  @rest_ms 2_000
  # They serve the others until the end.
  @spared [:init, :user, :standard_error]

  @doc "As `stop/1` with status 0."
  @spec stop() :: :ok
  def stop, do: stop(0)

  @doc "Ends the machine in order, with an exit status or, given a text, with status 1 after telling it."
  @spec stop(non_neg_integer | charlist) :: :ok
  def stop(status) when (is_integer(status) and status >= 0) or is_list(status) do
    :erlang.spawn(fn -> run(status) end)
    :ok
  end

  defp run(status) do
    if take_name() do
      :erlang.group_leader(:erlang.whereis(:user), self())
      until = now() + @trees_ms
      stop_applications(until)
      stop_trees(until)
      kill_rest()
      :erlang.spawn_monitor(fn -> :io.put_chars(:user, "") end) |> wait(now() + @rest_ms)
      :erlang.halt(status)
    end
  end

  defp take_name do
    :erlang.register(:init, self())
  rescue
    ArgumentError -> false
  end

  defp now, do: :erlang.monotonic_time(:millisecond)

  # The last one started first.
  defp stop_applications(until) do
    for {app, _, _} <- :application.which_applications(), app not in [:kernel, :stdlib, :elixir] do
      :erlang.spawn_monitor(fn -> :application.stop(app) end) |> wait(until)
    end
  end

  # --- supervision trees ----------------------------------------------------------------------------

  # Those whose supervisor is no other supervisor.
  defp stop_trees(until) do
    supervisors = for pid <- :erlang.processes(), ancestors = supervisor(pid), do: {pid, ancestors}
    all = for {pid, _} <- supervisors, do: pid

    for {pid, ancestors} <- :lists.reverse(supervisors), not Enum.any?(ancestors, &(to_pid(&1) in all)) do
      # One that does not answer holds nobody up.
      :erlang.spawn_monitor(fn -> :proc_lib.stop(pid, :shutdown, :infinity) end) |> wait(until)
    end
  end

  # The ancestors of a supervisor; nil for anybody else.
  defp supervisor(pid) do
    case :erlang.process_info(pid, :dictionary) do
      {:dictionary, dictionary} ->
        with {_, {:supervisor, _, _}} <- List.keyfind(dictionary, :"$initial_call", 0),
             {_, ancestors} <- List.keyfind(dictionary, :"$ancestors", 0) do
          ancestors
        else
          _ -> nil
        end

      _ ->
        nil
    end
  end

  defp to_pid(name) when is_atom(name), do: :erlang.whereis(name)
  defp to_pid(pid), do: pid

  # --- the rest ---------------------------------------------------------------------------------------

  # The first process is stopped and not killed: its end would be told as a failure.
  defp kill_rest do
    first = :vial_settings.get(:first_process, nil)
    spared = [first | for(name <- @spared, do: :erlang.whereis(name))]
    if is_pid(first), do: suspend(first)

    monitors =
      for pid <- :erlang.processes(), pid not in spared do
        reference = :erlang.monitor(:process, pid)
        :erlang.exit(pid, :kill)
        {pid, reference}
      end

    until = now() + @rest_ms
    :lists.foreach(&wait(&1, until), monitors)
  end

  # It may have ended; who waits for its end then waits for ours.
  defp suspend(pid) do
    :erlang.suspend_process(pid)
  rescue
    ArgumentError -> false
  end

  defp wait({_pid, reference}, until) do
    receive do
      {:DOWN, ^reference, _, _, _} -> :ok
    after
      max(until - now(), 0) -> :timeout
    end
  end
end
