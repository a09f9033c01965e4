# stdlib/ex_unit/ex_unit/capture_server.ex: devices with a name, while someone captures them.
# Here: a StringIO in the place of the registered process; several captures of one device.
# Holds: the first capture of a device puts the StringIO there, the last one takes it away; each sees
# what was written since it began. A capture ends with the process that began it.
defmodule ExUnit.CaptureServer do
  @moduledoc false
  use GenServer

  @name __MODULE__

  def start_link(_options), do: GenServer.start_link(__MODULE__, :ok, name: @name)

  def device_capture_on(device, encoding, input) do
    GenServer.call(@name, {:on, device, encoding, input, self()}, :infinity)
  end

  def device_output(device, ref), do: GenServer.call(@name, {:output, device, ref}, :infinity)
  def device_capture_off(ref), do: GenServer.call(@name, {:off, ref}, :infinity)

  @impl true
  def init(:ok), do: {:ok, %{devices: %{}, refs: %{}}}

  @impl true
  def handle_call({:on, name, encoding, input, caller}, _from, state) do
    case state.devices do
      %{^name => device} -> again(name, device, encoding, input, caller, state)
      _ -> first(name, encoding, input, caller, state)
    end
  end

  def handle_call({:output, name, ref}, _from, state) do
    %{^ref => {^name, offset}} = state.refs
    {_, output} = StringIO.contents(state.devices[name].pid)
    {:reply, binary_part(output, offset, byte_size(output) - offset), state}
  end

  def handle_call({:off, ref}, _from, state) do
    Process.demonitor(ref, [:flush])
    {:reply, :ok, release(ref, state)}
  end

  @impl true
  def handle_info({:DOWN, ref, _, _, _}, state), do: {:noreply, release(ref, state)}
  def handle_info(_message, state), do: {:noreply, state}

  defp first(name, encoding, input, caller, state) do
    case Process.whereis(name) do
      nil ->
        {:reply, {:error, :no_device}, state}

      original ->
        {:ok, pid} = StringIO.open(input, encoding: encoding)
        Process.unregister(name)
        Process.register(pid, name)
        device = %{original: original, pid: pid, encoding: encoding, input?: input != ""}
        {ref, state} = add(name, 0, caller, put_in(state.devices[name], device))
        {:reply, {:ok, ref}, state}
    end
  end

  defp again(name, device, encoding, input, caller, state) do
    cond do
      device.encoding != encoding ->
        {:reply, {:error, {:changed_encoding, device.encoding}}, state}

      input != "" ->
        {:reply, {:error, :input_on_already_captured_device}, state}

      true ->
        {_, output} = StringIO.contents(device.pid)
        {ref, state} = add(name, byte_size(output), caller, state)
        {:reply, {:ok, ref}, state}
    end
  end

  defp add(name, offset, caller, state) do
    ref = Process.monitor(caller)
    {ref, put_in(state.refs[ref], {name, offset})}
  end

  defp release(ref, state) do
    case Map.pop(state.refs, ref) do
      {nil, _} ->
        state

      {{name, _}, refs} ->
        state = %{state | refs: refs}
        if Enum.any?(refs, &match?({_, {^name, _}}, &1)), do: state, else: give_back(name, state)
    end
  end

  defp give_back(name, state) do
    {device, devices} = Map.pop!(state.devices, name)

    # The program may have put another process there, or ended ours.
    if Process.whereis(name) == device.pid, do: Process.unregister(name)
    if Process.whereis(name) == nil and Process.alive?(device.original), do: Process.register(device.original, name)
    if Process.alive?(device.pid), do: StringIO.close(device.pid)
    %{state | devices: devices}
  end
end
