# Who reads meanwhile sees all objects of a list or none; who is killed on the way has put in all or none.
defmodule Whole do
  def write(table, size, n) do
    :ets.insert(table, for(i <- 1..size, do: {i, n}))
    write(table, size, n + 1)
  end

  # The key that was read later is never the older one, from whichever end.
  def torn(table, a, b) do
    [{_, first}] = :ets.lookup(table, a)
    [{_, second}] = :ets.lookup(table, b)
    if second < first, do: 1, else: 0
  end

  def run(kind, size) do
    table = :ets.new(:whole, [kind, :public])
    :ets.insert(table, for(i <- 1..size, do: {i, 0}))
    {writer, ref} = spawn_monitor(Whole, :write, [table, size, 1])
    torn = for(i <- 1..3_000, do: if(rem(i, 2) == 0, do: torn(table, 1, size), else: torn(table, size, 1))) |> Enum.sum()
    Process.exit(writer, :kill)
    receive do: ({:DOWN, ^ref, _, _, _} -> :ok)
    {torn, :ets.info(table, :size) == size, :ets.select(table, [{{:_, :"$1"}, [], [:"$1"]}]) |> Enum.uniq() |> length()}
  end
end

IO.inspect(Whole.run(:set, 3)) # expect: {0, true, 1}
IO.inspect(Whole.run(:ordered_set, 3)) # expect: {0, true, 1}
IO.inspect(Whole.run(:set, 5_000)) # expect: {0, true, 1}
IO.inspect(Whole.run(:ordered_set, 5_000)) # expect: {0, true, 1}
