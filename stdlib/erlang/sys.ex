defmodule :sys do
  @moduledoc """
  System messages: looking into, suspending, changing and ending any process that obeys them.

  A process that receives `{:system, from, request}` hands it to `handle_system_msg/6`, which answers
  and then goes on in the process's module (`system_continue/3`, `system_terminate/4`, ...).
  """

  @doc "The state of a server."
  def get_state(server, timeout \\ 5000) do
    case request(server, :get_state, timeout) do
      {:error, reason} -> :erlang.error(reason)
      {:ok, state} -> state
    end
  end

  @doc "Replaces the state of a server by `fun.(state)` and gives the new one."
  def replace_state(server, fun, timeout \\ 5000) do
    case request(server, {:replace_state, fun}, timeout) do
      {:error, reason} -> :erlang.error(reason)
      {:ok, state} -> state
    end
  end

  @doc "What a server tells of itself: `{:status, pid, {:module, module}, items}`."
  def get_status(server, timeout \\ 5000), do: request(server, :get_status, timeout)

  @doc "Stops a server from handling anything but system messages."
  def suspend(server, timeout \\ 5000), do: request(server, :suspend, timeout)
  @doc "Ends a suspension."
  def resume(server, timeout \\ 5000), do: request(server, :resume, timeout)
  @doc "Ends a server with `reason`."
  def terminate(server, reason, timeout \\ 5000), do: request(server, {:terminate, reason}, timeout)

  @doc "Asks a suspended server to convert its state."
  def change_code(server, module, old, extra, timeout \\ 5000) do
    request(server, {:change_code, module, old, extra}, timeout)
  end

  @doc "Prints each event of a server while `flag` is true."
  def trace(server, flag, timeout \\ 5000), do: request(server, {:debug, {:trace, flag}}, timeout)

  @doc "Keeps the last events of a server: `true`, `{true, n}`, `false`, `:get`, `:print`."
  def log(server, flag, timeout \\ 5000), do: request(server, {:debug, {:log, flag}}, timeout)

  @doc "Counts a server's messages: `true`, `false`, `:get`."
  def statistics(server, flag, timeout \\ 5000), do: request(server, {:debug, {:statistics, flag}}, timeout)

  @doc "Installs a function called for each event: `{fun, state}` or `{id, fun, state}`."
  def install(server, spec, timeout \\ 5000), do: request(server, {:debug, {:install, spec}}, timeout)
  @doc "Removes an installed function."
  def remove(server, fun_or_id, timeout \\ 5000), do: request(server, {:debug, {:remove, fun_or_id}}, timeout)
  @doc "Ends all tracing, logging and counting."
  def no_debug(server, timeout \\ 5000), do: request(server, {:debug, :no_debug}, timeout)

  defp request(server, request, timeout) do
    {:ok, answer} = :gen.call(server, :system, request, timeout)
    answer
  catch
    :exit, reason -> :erlang.exit({reason, {:sys, name_of(request), [server]}})
  end

  defp name_of(request) when is_tuple(request), do: elem(request, 0)
  defp name_of(request), do: request

  @doc "What a process does with a system message. Never returns."
  def handle_system_msg(request, from, parent, mod, debug, misc) do
    serve(:running, request, from, parent, mod, debug, misc)
  end

  def handle_system_msg(request, from, parent, mod, debug, misc, _hibernate) do
    serve(:running, request, from, parent, mod, debug, misc)
  end

  defp serve(status, request, from, parent, mod, debug, misc) do
    case answer(status, request, parent, mod, debug, misc) do
      {:running, reply, debug, misc} ->
        :gen.reply(from, reply)
        mod.system_continue(parent, debug, misc)

      {:suspended, reply, debug, misc} ->
        :gen.reply(from, reply)
        suspended(parent, mod, debug, misc)

      {{:terminating, reason}, reply, debug, misc} ->
        :gen.reply(from, reply)
        mod.system_terminate(reason, parent, debug, misc)
    end
  end

  defp suspended(parent, mod, debug, misc) do
    receive do
      {:system, from, request} -> serve(:suspended, request, from, parent, mod, debug, misc)
      {:EXIT, ^parent, reason} -> mod.system_terminate(reason, parent, debug, misc)
    end
  end

  defp answer(_, :suspend, _, _, debug, misc), do: {:suspended, :ok, debug, misc}
  defp answer(_, :resume, _, _, debug, misc), do: {:running, :ok, debug, misc}
  defp answer(_, {:terminate, reason}, _, _, debug, misc), do: {{:terminating, reason}, :ok, debug, misc}

  defp answer(status, :get_state, _, mod, debug, misc) do
    {status, guarded(fn -> get_state_of(mod, misc) end), debug, misc}
  end

  defp answer(status, {:replace_state, fun}, _, mod, debug, misc) do
    case guarded(fn -> replace_state_of(mod, fun, misc) end) do
      {:ok, state, misc} -> {status, {:ok, state}, debug, misc}
      {:error, _} = error -> {status, error, debug, misc}
    end
  end

  defp answer(status, :get_status, parent, mod, debug, misc) do
    items = [:erlang.get(), status, parent, debug, misc]

    shown =
      if :erlang.function_exported(mod, :format_status, 2), do: mod.format_status(:normal, items), else: misc

    {status, {:status, self(), {:module, mod}, [:erlang.get(), status, parent, debug, shown]}, debug, misc}
  end

  defp answer(:suspended, {:change_code, module, old, extra}, _, mod, debug, misc) do
    case guarded(fn -> mod.system_code_change(misc, module, old, extra) end) do
      {:ok, misc} -> {:suspended, :ok, debug, misc}
      other -> {:suspended, {:error, other}, debug, misc}
    end
  end

  defp answer(status, {:debug, what}, _, _, debug, misc) do
    {reply, debug} = change_debug(what, debug)
    {status, reply, debug, misc}
  end

  defp answer(status, other, _, _, debug, misc), do: {status, {:error, {:unknown_system_msg, other}}, debug, misc}

  defp get_state_of(mod, misc) do
    if :erlang.function_exported(mod, :system_get_state, 1), do: mod.system_get_state(misc), else: {:ok, misc}
  end

  defp replace_state_of(mod, fun, misc) do
    if :erlang.function_exported(mod, :system_replace_state, 2) do
      mod.system_replace_state(fun, misc)
    else
      state = fun.(misc)
      {:ok, state, state}
    end
  end

  defp guarded(fun) do
    fun.()
  catch
    class, reason -> {:error, {:callback_failed, {:sys, :callback}, {class, reason}}}
  end

  # --- debugging -----------------------------------------------------------------------------------------
  # The debug options are a list of {:trace, true}, {:log, {kept, events}}, {:statistics, counters} and
  # {id, {fun, state}}; empty for a server that nobody watches, which is one test on its way.

  @doc "Debug options from the `:debug` option of a start function."
  def debug_options(list) do
    Enum.reduce(list, [], fn
      :trace, acc -> [{:trace, true} | acc]
      :log, acc -> [{:log, {10, []}} | acc]
      {:log, n}, acc -> [{:log, {n, []}} | acc]
      :statistics, acc -> [{:statistics, counters()} | acc]
      {:install, {fun, state}}, acc -> [{fun, {fun, state}} | acc]
      {:install, {id, fun, state}}, acc -> [{id, {fun, state}} | acc]
      _, acc -> acc
    end)
  end

  defp counters, do: {:erlang.system_time(:second), 0, 0}

  @doc "Tells the installed debug functions of an event; gives the new debug options."
  def handle_debug([], _print, _extra, _event), do: []
  def handle_debug(debug, print, extra, event), do: Enum.flat_map(debug, &one_debug(&1, print, extra, event))

  defp one_debug({:trace, true} = option, print, extra, event) do
    print.(:user, event, extra)
    [option]
  end

  defp one_debug({:log, {count, events}}, print, extra, event) do
    [{:log, {count, Enum.take([{event, extra, print} | events], count)}}]
  end

  defp one_debug({:statistics, {since, ins, outs}}, _, _, event) do
    case event do
      {:in, _} -> [{:statistics, {since, ins + 1, outs}}]
      {:in, _, _} -> [{:statistics, {since, ins + 1, outs}}]
      _ -> [{:statistics, {since, ins, outs + 1}}]
    end
  end

  defp one_debug({id, {fun, state}}, _, extra, event) do
    case fun.(state, event, extra) do
      :done -> []
      state -> [{id, {fun, state}}]
    end
  end

  defp change_debug({:trace, true}, debug), do: {:ok, [{:trace, true} | List.keydelete(debug, :trace, 0)]}
  defp change_debug({:trace, false}, debug), do: {:ok, List.keydelete(debug, :trace, 0)}
  defp change_debug({:log, true}, debug), do: {:ok, [{:log, {10, []}} | List.keydelete(debug, :log, 0)]}
  defp change_debug({:log, {true, n}}, debug), do: {:ok, [{:log, {n, []}} | List.keydelete(debug, :log, 0)]}
  defp change_debug({:log, false}, debug), do: {:ok, List.keydelete(debug, :log, 0)}
  defp change_debug({:log, :get}, debug), do: {{:ok, get_log(debug)}, debug}

  defp change_debug({:log, :print}, debug) do
    print_log(debug)
    {:ok, debug}
  end

  defp change_debug({:statistics, true}, debug) do
    {:ok, [{:statistics, counters()} | List.keydelete(debug, :statistics, 0)]}
  end

  defp change_debug({:statistics, false}, debug), do: {:ok, List.keydelete(debug, :statistics, 0)}

  defp change_debug({:statistics, :get}, debug) do
    case List.keyfind(debug, :statistics, 0) do
      {_, {since, ins, outs}} ->
        {{:ok, [start_time: since, current_time: :erlang.system_time(:second), messages_in: ins, messages_out: outs]}, debug}

      nil ->
        {{:ok, :no_statistics}, debug}
    end
  end

  defp change_debug({:install, {fun, state}}, debug), do: {:ok, [{fun, {fun, state}} | List.keydelete(debug, fun, 0)]}
  defp change_debug({:install, {id, fun, state}}, debug), do: {:ok, [{id, {fun, state}} | List.keydelete(debug, id, 0)]}
  defp change_debug({:remove, id}, debug), do: {:ok, List.keydelete(debug, id, 0)}
  defp change_debug(:no_debug, _debug), do: {:ok, []}
  defp change_debug(_, debug), do: {{:error, :unknown_debug}, debug}

  @doc "The events that a log holds, oldest first."
  def get_log(debug) do
    case List.keyfind(debug, :log, 0) do
      {_, {_, events}} -> events |> Enum.reverse() |> Enum.map(&elem(&1, 0))
      nil -> []
    end
  end

  @doc "Prints a log."
  def print_log(debug) do
    case List.keyfind(debug, :log, 0) do
      {_, {_, events}} -> for {event, extra, print} <- Enum.reverse(events), do: print.(:user, event, extra)
      nil -> :ok
    end

    :ok
  end
end
