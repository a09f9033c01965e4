defmodule :vial_settings do
  @moduledoc false
  # What a whole VM keeps by name: arguments, what runs at its end, the applications' environments.
  # One public table, owned by a process that lives as long as the VM.

  def start do
    starter = self()

    owner =
      :erlang.spawn(fn ->
        :ets.new(:vial_settings, [:named_table, :public, {:read_concurrency, true}])
        send(starter, {self(), :ready})
        wait()
      end)

    receive do
      {^owner, :ready} -> :ok
    end
  end

  defp wait do
    receive do
      :never -> wait()
    end
  end

  def get(key, default) do
    case :ets.lookup(:vial_settings, key) do
      [{_, value}] -> value
      [] -> default
    end
  end

  def put(key, value) do
    :ets.insert(:vial_settings, {key, value})
    :ok
  end
end
