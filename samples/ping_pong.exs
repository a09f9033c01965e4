# Two processes play ping-pong; each keeps its own count and knows the other only by its pid.
defmodule Player do
  def start(name), do: spawn(fn -> loop(name, 0) end)

  defp loop(name, hits) do
    receive do
      {:ball, from, left, referee} when left > 0 ->
        IO.puts("#{name} hits, #{left} to go")
        send(from, {:ball, self(), left - 1, referee})
        loop(name, hits + 1)

      {:ball, from, 0, referee} ->
        send(from, {:over, referee})
        send(referee, {:score, name, hits})

      {:over, referee} ->
        send(referee, {:score, name, hits})
    end
  end
end

ping = Player.start("ping")
pong = Player.start("pong")
send(ping, {:ball, pong, 6, self()})

scores =
  for _ <- 1..2 do
    receive do
      {:score, name, hits} -> {name, hits}
    after
      5_000 -> raise "the ball is lost"
    end
  end

for {name, hits} <- Enum.sort(scores), do: IO.puts("#{name}: #{hits} hits")
