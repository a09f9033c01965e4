# tests/elixir/programs/draw.exs: the random numbers that programs are drawn with.
# Here: choices and fresh names, both a function of the seed and the number of the program alone.
# Holds: the generator's process draws from nothing else, so a program can be drawn again by itself.
defmodule Programs.Draw do
  def start(seed, number) do
    :rand.seed(:exsss, seed * 1_000_003 + number)
    Process.put(:names, 0)
  end

  def pick(choices), do: Enum.at(choices, :rand.uniform(length(choices)) - 1)

  def percent?(percent), do: :rand.uniform(100) <= percent

  # A name that the program has nowhere else; the prefix tells a reader what it holds.
  def fresh(prefix) do
    number = Process.get(:names) + 1
    Process.put(:names, number)
    "#{prefix}#{number}"
  end
end
