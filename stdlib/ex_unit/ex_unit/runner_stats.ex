# stdlib/ex_unit/ex_unit/runner_stats.ex: the numbers of a run, and the file of failures.
# Here: a handler of events.
# Holds: all tests of a module whose setup_all or its on_exit failed count as failures.
defmodule ExUnit.RunnerStats do
  @moduledoc false
  use GenServer

  alias ExUnit.FailuresManifest

  @doc "The numbers so far."
  def stats(pid), do: GenServer.call(pid, :stats, :infinity)

  @doc "How many failures there were, as max_failures counts them."
  def get_failure_counter(pid), do: GenServer.call(pid, :failure_counter, :infinity)

  @doc "Counts failures that max_failures counts."
  def increment_failure_counter(pid, increment \\ 1), do: GenServer.call(pid, {:increment, increment}, :infinity)

  @impl true
  def init(options) do
    file = options[:failures_manifest_file]
    manifest = if file, do: FailuresManifest.read(file), else: nil

    {:ok,
     %{total: 0, failures: 0, skipped: 0, excluded: 0, counter: 0, manifest_file: file, manifest: manifest}}
  end

  @impl true
  def handle_call(:stats, _from, state) do
    {:reply, Map.take(state, [:total, :failures, :skipped, :excluded]), state}
  end

  def handle_call(:failure_counter, _from, state), do: {:reply, state.counter, state}

  def handle_call({:increment, by}, _from, state) do
    counter = state.counter + by
    {:reply, counter, %{state | counter: counter}}
  end

  @impl true
  def handle_cast({:test_finished, test}, state) do
    {:noreply, state |> Map.update!(:total, &(&1 + 1)) |> count(test.state) |> remember(test)}
  end

  def handle_cast({:module_finished, %{state: {:failed, _}} = module}, state) do
    state = Map.update!(state, :failures, &(&1 + length(module.tests)))
    failed = Enum.map(module.tests, &%{&1 | state: module.state})
    {:noreply, Enum.reduce(failed, state, &remember(&2, &1))}
  end

  def handle_cast({:suite_finished, _times}, %{manifest_file: file, manifest: manifest} = state) when is_binary(file) do
    FailuresManifest.write!(manifest, file)
    {:noreply, state}
  end

  def handle_cast(_event, state), do: {:noreply, state}

  defp count(state, {:failed, _}), do: Map.update!(state, :failures, &(&1 + 1))
  defp count(state, {:skipped, _}), do: Map.update!(state, :skipped, &(&1 + 1))
  defp count(state, {:excluded, _}), do: Map.update!(state, :excluded, &(&1 + 1))
  defp count(state, _), do: state

  defp remember(%{manifest: nil} = state, _test), do: state
  defp remember(state, test), do: %{state | manifest: FailuresManifest.put_test(state.manifest, test)}
end
