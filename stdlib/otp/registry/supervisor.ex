defmodule Registry.Supervisor do
  @moduledoc false
  # Owns the table that names a registry, and supervises its partitions.
  use Supervisor

  def start_link(kind, registry, partitions, listeners, meta) do
    Supervisor.start_link(__MODULE__, {kind, registry, partitions, listeners, meta}, name: registry)
  end

  @impl true
  def init({kind, registry, partitions, listeners, meta}) do
    ^registry = :ets.new(registry, [:set, :public, :named_table, read_concurrency: true])
    true = :ets.insert(registry, [{-2, {kind, partitions}}, {-1, listeners} | meta])

    children =
      for i <- 0..(partitions - 1) do
        name = Module.concat(registry, "PIDPartition#{i}")
        %{id: name, start: {Registry.Partition, :start_link, [name, {kind, registry, i}]}}
      end

    # A partition that ends takes its tables along, so all of them start anew.
    Supervisor.init(children, strategy: :one_for_all)
  end
end
