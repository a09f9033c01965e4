# Tic-tac-toe: winners over lines, a perfect game.
defmodule TTT do
  @lines [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]
  def winner(b), do: Enum.find_value(@lines, fn l -> (case Enum.map(l, &b[&1]) do [p, p, p] when p != nil -> p; _ -> nil end) end)
  def moves(b), do: Enum.reject(0..8, &is_map_key(b, &1))
  def value(b, p) do
    case {winner(b), moves(b)} do
      {nil, []} -> 0
      {nil, ms} -> ms |> Enum.map(&(-value(Map.put(b, &1, p), other(p)))) |> Enum.max()
      {^p, _} -> 1
      _ -> -1
    end
  end
  def best(b, p), do: Enum.max_by(moves(b), &(-value(Map.put(b, &1, p), other(p))))
  def other(:x), do: :o
  def other(:o), do: :x
end
IO.inspect(TTT.winner(%{0 => :x, 4 => :x, 8 => :x})) # expect: :x
IO.inspect(TTT.winner(%{})) # expect: nil
IO.inspect(TTT.best(%{0 => :x, 1 => :x, 4 => :o}, :o)) # expect: 2
IO.inspect(TTT.best(%{0 => :o, 4 => :o, 1 => :x, 2 => :x}, :o)) # expect: 3
IO.inspect(TTT.value(%{4 => :x, 0 => :o, 8 => :x}, :o)) # expect: 0
