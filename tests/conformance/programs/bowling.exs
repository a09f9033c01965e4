# Bowling with tagged tuples and `with`.
defmodule Bowling do
  def start, do: []
  def roll({:error, _} = e, _), do: e
  def roll(_, n) when n < 0, do: {:error, "Negative roll is invalid"}
  def roll(_, n) when n > 10, do: {:error, "Pin count exceeds pins on the lane"}

  def roll(rolls, n) do
    with {:ok, rolls} <- check(rolls ++ [n]), do: rolls
  end

  defp check(rolls), do: check(rolls, 1, rolls)
  defp check([], _, all), do: {:ok, all}
  defp check([10 | rest], f, all) when f < 10, do: check(rest, f + 1, all)
  defp check([_], f, all) when f < 10, do: {:ok, all}
  defp check([a, b | _], f, _) when f < 10 and a + b > 10, do: {:error, "Pin count exceeds pins on the lane"}
  defp check([_, _ | rest], f, all) when f < 10, do: check(rest, f + 1, all)
  defp check([10, 10 | more], 10, all) when length(more) < 2, do: {:ok, all}
  defp check([10, a, b], 10, _) when a < 10 and a + b > 10, do: {:error, "Pin count exceeds pins on the lane"}
  defp check([10 | more], 10, all) when length(more) < 3, do: {:ok, all}
  defp check([a, b | more], 10, all) when a + b == 10 and length(more) < 2, do: {:ok, all}
  defp check([a, b], 10, all) when a + b < 10, do: {:ok, all}
  defp check([_], 10, all), do: {:ok, all}
  defp check(_, _, _), do: {:error, "Cannot roll after game is over"}

  def score({:error, _} = e), do: e
  def score(rolls), do: score(rolls, 1, 0)
  defp score([10, a, b | _], 10, sum), do: sum + 10 + a + b
  defp score([a, b, c], 10, sum) when a + b == 10, do: sum + 10 + c
  defp score([a, b], 10, sum) when a + b < 10, do: sum + a + b
  defp score([10 | [a, b | _] = rest], f, sum), do: score(rest, f + 1, sum + 10 + a + b)
  defp score([a, b | [c | _] = rest], f, sum) when a + b == 10, do: score(rest, f + 1, sum + 10 + c)
  defp score([a, b | rest], f, sum) when f < 10, do: score(rest, f + 1, sum + a + b)
  defp score(_, _, _), do: {:error, "Score cannot be taken until the end of the game"}
end

play = fn rolls -> Enum.reduce(rolls, Bowling.start(), &Bowling.roll(&2, &1)) |> Bowling.score() end
IO.inspect(play.(List.duplicate(0, 20))) # expect: 0
IO.inspect(play.(List.duplicate(10, 12))) # expect: 300
IO.inspect(play.([3, 6] |> List.duplicate(10) |> List.flatten())) # expect: 90
IO.inspect(play.([6, 4, 3] ++ List.duplicate(0, 17))) # expect: 16
IO.inspect(play.(List.duplicate(0, 18) ++ [7, 3, 7])) # expect: 17
IO.inspect(play.([5, 6])) # expect: {:error, "Pin count exceeds pins on the lane"}
IO.inspect(play.([11])) # expect: {:error, "Pin count exceeds pins on the lane"}
IO.inspect(play.([-1, 0])) # expect: {:error, "Negative roll is invalid"}
IO.inspect(play.([1, 2])) # expect: {:error, "Score cannot be taken until the end of the game"}
IO.inspect(play.(List.duplicate(0, 21))) # expect: {:error, "Cannot roll after game is over"}
IO.inspect(play.(List.duplicate(0, 18) ++ [10, 5, 6])) # expect: {:error, "Pin count exceeds pins on the lane"}
