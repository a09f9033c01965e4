# Grids as maps: flood fill, game of life, shortest paths.
grid = """
#..#....
.#..##..
...#..#.
##...#..
"""

cells = for {line, y} <- grid |> String.split("\n", trim: true) |> Enum.with_index(), {<<c>>, x} <- line |> String.graphemes() |> Enum.with_index(), into: %{}, do: {{x, y}, c}
IO.inspect(map_size(cells)) # expect: 32
IO.inspect(Enum.count(cells, &match?({_, ?#}, &1))) # expect: 10

defmodule Grid do
  def neighbours({x, y}), do: [{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}]

  def bfs(cells, from, to), do: bfs(cells, :queue.from_list([{from, 0}]), to, MapSet.new([from]))

  defp bfs(cells, queue, to, seen) do
    case :queue.out(queue) do
      {:empty, _} -> :unreachable
      {{:value, {^to, d}}, _} -> d
      {{:value, {at, d}}, queue} ->
        next = for n <- neighbours(at), cells[n] == ?., n not in seen, do: n
        bfs(cells, Enum.reduce(next, queue, &:queue.in({&1, d + 1}, &2)), to, MapSet.union(seen, MapSet.new(next)))
    end
  end

  def life(alive) do
    counts = for {x, y} <- alive, dx <- -1..1, dy <- -1..1, {dx, dy} != {0, 0}, reduce: %{}, do: (acc -> Map.update(acc, {x + dx, y + dy}, 1, &(&1 + 1)))
    for {cell, n} <- counts, n == 3 or (n == 2 and cell in alive), into: MapSet.new(), do: cell
  end

  def show(alive) do
    {{x0, x1}, {y0, y1}} = {alive |> Enum.map(&elem(&1, 0)) |> Enum.min_max(), alive |> Enum.map(&elem(&1, 1)) |> Enum.min_max()}
    for y <- y0..y1, do: for(x <- x0..x1, into: "", do: if({x, y} in alive, do: "#", else: "."))
  end
end

IO.inspect(Grid.bfs(cells, {1, 0}, {7, 3})) # expect: :unreachable
IO.inspect(Grid.bfs(cells, {1, 0}, {0, 2})) # expect: 5
IO.inspect(Grid.bfs(cells, {1, 0}, {0, 3})) # expect: :unreachable
glider = MapSet.new([{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}])
for life <- Stream.iterate(glider, &Grid.life/1) |> Enum.take(3), do: Grid.show(life) |> Enum.join("/") |> IO.puts() # expect: .#./..#/###
# expect: #.#/.##/.#.
# expect: ..#/#.#/.##
