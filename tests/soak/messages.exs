# Messages between processes on all schedulers: pairs that bounce numbers, and a crowd that sends to
# one receiver with terms of every kind. The number of messages is the argument.
defmodule Soak do
  import Bitwise

  def bounce(peer, 0), do: send(peer, :stop)

  def bounce(peer, n) do
    send(peer, {:ball, self(), n})

    receive do
      {:ball, from, ^n} when from == peer -> bounce(peer, n - 1)
    end
  end

  def wall do
    receive do
      {:ball, from, n} ->
        send(from, {:ball, self(), n})
        wall()

      :stop ->
        :ok
    end
  end

  def pairs(count, each) do
    for _ <- 1..count do
      {_, monitor} =
        spawn_monitor(fn ->
          wall = spawn_link(&wall/0)
          bounce(wall, each)
        end)

      monitor
    end
    |> Enum.each(fn monitor ->
      receive do
        {:DOWN, ^monitor, :process, _, :normal} -> :ok
      end
    end)
  end

  def crowd(senders, each) do
    me = self()
    text = String.duplicate("shared bytes ", 20)

    for s <- 1..senders do
      spawn_link(fn ->
        Enum.each(1..each, fn i ->
          send(me, {s, i, [text, %{key: i}, 1.0e300 * s, fn -> s + i end, 1 <<< 80]})
        end)
      end)
    end

    # In order for each sender, whatever comes in between.
    Enum.reduce(1..(senders * each), %{}, fn _, seen ->
      receive do
        {s, i, [^text, %{key: i}, _, add, _]} ->
          true = add.() == s + i
          true = Map.get(seen, s, 0) + 1 == i
          Map.put(seen, s, i)
      end
    end)
  end

end

total = System.argv() |> hd() |> String.to_integer()
Soak.pairs(8, div(total, 32))
rest = Soak.crowd(10, div(total, 20))
IO.puts("#{map_size(rest)} senders, each #{div(total, 20)} in order")
