# Ranking poker hands by what for, frequencies and term order give.
defmodule Poker do
  @ranks ~w(2 3 4 5 6 7 8 9 10 J Q K A) |> Enum.with_index(2) |> Map.new()
  def best(hands) do
    scored = Enum.map(hands, &{score(&1), &1})
    {best, _} = Enum.max(scored)
    for {^best, hand} <- scored, do: hand
  end

  def score(hand) do
    cards = for card <- String.split(hand), {rank, suit} = String.split_at(card, -1), do: {@ranks[rank], suit}
    ranks = cards |> Enum.map(&elem(&1, 0)) |> Enum.sort(:desc)
    groups = ranks |> Enum.frequencies() |> Enum.map(fn {r, n} -> {n, r} end) |> Enum.sort(:desc)
    flush? = cards |> Enum.uniq_by(&elem(&1, 1)) |> length() == 1
    {straight?, top} = straight(ranks)
    by_group = Enum.map(groups, &elem(&1, 1))

    case {Enum.map(groups, &elem(&1, 0)), flush?, straight?} do
      {_, true, true} -> {8, [top]}
      {[4, 1], _, _} -> {7, by_group}
      {[3, 2], _, _} -> {6, by_group}
      {_, true, _} -> {5, ranks}
      {_, _, true} -> {4, [top]}
      {[3 | _], _, _} -> {3, by_group}
      {[2, 2, 1], _, _} -> {2, by_group}
      {[2 | _], _, _} -> {1, by_group}
      _ -> {0, ranks}
    end
  end

  defp straight([14, 5, 4, 3, 2]), do: {true, 5}
  defp straight([top | _] = ranks), do: {ranks == Enum.to_list(top..(top - 4)), top}
end

IO.inspect(Poker.score("4S 5S 7H 8D JC")) # expect: {0, [11, 8, 7, 5, 4]}
IO.inspect(Poker.best(["4D 5S 6S 8D 3C", "2S 4C 7S 9H 10H", "3S 4S 5D 6H JH"])) # expect: ["3S 4S 5D 6H JH"]
IO.inspect(Poker.best(["3S 4S 5D 6H JH", "3H 4H 5C 6C JD"])) # expect: ["3S 4S 5D 6H JH", "3H 4H 5C 6C JD"]
IO.inspect(Poker.best(["2S 8H 2D 8D 3H", "4S 5H 4C 8S 5D"])) # expect: ["2S 8H 2D 8D 3H"]
IO.inspect(Poker.score("4D AH 3S 2D 5C")) # expect: {4, [5]}
IO.inspect(Poker.score("10D JH QS KD AC")) # expect: {4, [14]}
IO.inspect(Poker.best(["4S 4H 5S 4D 5H", "3S 3H 2S 3D 3C"])) # expect: ["3S 3H 2S 3D 3C"]
IO.inspect(Poker.score("4H 7H 8H 9H 6H")) # expect: {5, [9, 8, 7, 6, 4]}
IO.inspect(Poker.score("5H 6H 8H 9H 7H")) # expect: {8, '\t'}
