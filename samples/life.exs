# Conway's game of life: a world is the set of its living cells.
defmodule Life do
  def parse(text) do
    for {line, y} <- text |> String.split("\n", trim: true) |> Enum.with_index(),
        {?#, x} <- line |> String.to_charlist() |> Enum.with_index(),
        into: MapSet.new(),
        do: {x, y}
  end

  def step(world) do
    for {cell, count} <- neighbours(world), count == 3 or (count == 2 and cell in world), into: MapSet.new(), do: cell
  end

  defp neighbours(world) do
    for({x, y} <- world, dx <- -1..1, dy <- -1..1, {dx, dy} != {0, 0}, do: {x + dx, y + dy}) |> Enum.frequencies()
  end

  def draw(world, width, height) do
    for y <- 0..(height - 1) do
      IO.puts(for x <- 0..(width - 1), into: "", do: if({x, y} in world, do: "█", else: "·"))
    end
  end
end

glider = """
.#......
..#.....
###.....
"""

Enum.reduce(0..4, Life.parse(glider), fn generation, world ->
  IO.puts("generation #{generation}, #{MapSet.size(world)} alive")
  Life.draw(world, 6, 5)
  Life.step(world)
end)
