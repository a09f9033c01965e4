# stdlib/ex_unit/ex_unit/event_manager.ex: tells formatters what happens.
# Here: a supervisor of handlers; events go to each as a cast.
# Holds: stop/1 returns when every handler has treated all events.
defmodule ExUnit.EventManager do
  @moduledoc false

  def start_link do
    DynamicSupervisor.start_link(strategy: :one_for_one, max_restarts: 0)
  end

  def stop(manager) do
    for {_, pid, _, _} <- DynamicSupervisor.which_children(manager), is_pid(pid) do
      GenServer.stop(pid, :normal, :infinity)
    end

    DynamicSupervisor.stop(manager)
  end

  def add_handler(manager, handler, options) do
    DynamicSupervisor.start_child(manager, %{
      id: GenServer,
      start: {GenServer, :start_link, [handler, options]},
      restart: :temporary
    })
  end

  def suite_started(manager, options), do: notify(manager, {:suite_started, options})
  def suite_finished(manager, times_us), do: notify(manager, {:suite_finished, times_us})

  def module_started(manager, test_module) do
    notify(manager, {:module_started, test_module})
    notify(manager, {:case_started, old_name(test_module)})
  end

  def module_finished(manager, test_module) do
    notify(manager, {:module_finished, test_module})
    notify(manager, {:case_finished, old_name(test_module)})
  end

  def test_started(manager, test), do: notify(manager, {:test_started, test})
  def test_finished(manager, test), do: notify(manager, {:test_finished, test})
  def sigquit(manager, running), do: notify(manager, {:sigquit, running})
  def max_failures_reached(manager), do: notify(manager, :max_failures_reached)

  defp old_name(%{name: name, state: state, tests: tests}) do
    %ExUnit.TestCase{name: name, state: state, tests: tests}
  end

  defp notify(manager, event) do
    for {_, pid, _, _} <- Supervisor.which_children(manager), is_pid(pid), do: GenServer.cast(pid, event)
    :ok
  end
end
