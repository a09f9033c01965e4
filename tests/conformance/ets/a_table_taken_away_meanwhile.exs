# only: vial
# (The reference does not come to an end here.) Renaming, giving away and deleting one table from many sides: errors are answers, and nothing is left over.
defmodule Hands do
  def forever(f) do
    try do: f.(), rescue: (_ -> :ok)
    forever(f)
  end

  def new, do: :ets.new(:shared, [:public, :named_table])
  def short, do: spawn(fn -> for _ <- 1..20, do: :erlang.yield() end)
end

hands = [
  fn -> Hands.new() end,
  fn -> :ets.give_away(Hands.new(), Hands.short(), :given) end,
  fn -> :ets.rename(:shared, :other) end,
  fn -> :ets.rename(:other, :shared) end,
  fn -> :ets.delete(:shared) end,
  fn -> :ets.delete(:other) end,
  fn -> :ets.insert(:shared, {1, 2}) end,
  fn -> :ets.lookup(:other, 1) end
]

all = for hand <- hands, do: spawn_monitor(fn -> Hands.forever(hand) end)
for _ <- 1..3_000, do: :erlang.yield()
for {pid, _} <- all, do: Process.exit(pid, :kill)
for {_, ref} <- all, do: receive(do: ({:DOWN, ^ref, _, _, _} -> :ok))

gone = fn gone, left ->
  cond do
    :ets.whereis(:shared) == :undefined and :ets.whereis(:other) == :undefined -> true
    left == 0 -> :ets.info(:shared)
    true -> :erlang.yield() && gone.(gone, left - 1)
  end
end

IO.inspect(gone.(gone, 1_000_000)) # expect: true
