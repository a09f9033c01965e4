# stdlib/ex_unit/ex_unit/server.ex: the modules that wait to be run.
# Here: two lists, and whether all files are loaded.
# Holds: the module added last is run first; after the suite has taken its modules, a module may be added again for the next run.
defmodule ExUnit.Server do
  @moduledoc false
  use GenServer

  @name __MODULE__

  def start_link(_options), do: GenServer.start_link(__MODULE__, :ok, name: @name)

  @doc "Adds a module whose tests may run beside others."
  def add_async_module(module), do: GenServer.call(@name, {:add, :async, module}, :infinity)

  @doc "Adds a module whose tests run alone."
  def add_sync_module(module), do: GenServer.call(@name, {:add, :sync, module}, :infinity)

  @doc "Says that all files are loaded; answers how long it took, in microseconds."
  def modules_loaded, do: GenServer.call(@name, :modules_loaded, :infinity)

  @doc "Takes at most `count` asynchronous modules; waits while files are being loaded; nil after the last."
  def take_async_modules(count), do: GenServer.call(@name, {:take_async, count}, :infinity)

  @doc "Takes all other modules."
  def take_sync_modules, do: GenServer.call(@name, :take_sync, :infinity)

  @impl true
  def init(:ok), do: {:ok, loading(%{async: [], sync: [], waiting: nil})}

  defp loading(state), do: Map.put(state, :since, System.monotonic_time())

  @impl true
  def handle_call({:add, kind, module}, _from, state) do
    state = Map.update!(state, kind, &[module | &1])
    {:reply, :ok, serve(state)}
  end

  def handle_call(:modules_loaded, _from, %{since: :done} = state), do: {:reply, 0, serve(state)}

  def handle_call(:modules_loaded, _from, state) do
    elapsed = System.convert_time_unit(System.monotonic_time() - state.since, :native, :microsecond)
    {:reply, elapsed, serve(%{state | since: :done})}
  end

  def handle_call({:take_async, count}, from, state), do: {:noreply, serve(%{state | waiting: {from, count}})}

  def handle_call(:take_sync, _from, state) do
    {:reply, state.sync, loading(%{state | sync: []})}
  end

  # Answers a run that waits for modules, if there are some or there will be none.
  defp serve(%{waiting: nil} = state), do: state
  defp serve(%{async: [], since: since} = state) when since != :done, do: state

  defp serve(%{async: [], waiting: {from, _}} = state) do
    GenServer.reply(from, nil)
    %{state | waiting: nil}
  end

  defp serve(%{async: async, waiting: {from, count}} = state) do
    {taken, rest} = Enum.split(async, count)
    GenServer.reply(from, taken)
    %{state | async: rest, waiting: nil}
  end
end
