# Counts the words of a file in parallel: one task for each chunk of lines, results merged.
#
#   vial run samples/word_count.exs FILE
defmodule WordCount do
  def run(path) do
    path
    |> File.stream!()
    |> Stream.chunk_every(20)
    |> Task.async_stream(&count/1, ordered: false)
    |> Enum.reduce(%{}, fn {:ok, counts}, all -> Map.merge(all, counts, fn _word, a, b -> a + b end) end)
  end

  defp count(lines) do
    lines
    |> Enum.flat_map(&(&1 |> String.downcase() |> String.split(~r/[^\p{L}']+/u, trim: true)))
    |> Enum.frequencies()
  end
end

case System.argv() do
  [path] ->
    counts = WordCount.run(path)
    IO.puts("#{counts |> Map.values() |> Enum.sum()} words, #{map_size(counts)} different")

    counts
    |> Enum.sort_by(fn {word, count} -> {-count, word} end)
    |> Enum.take(10)
    |> Enum.each(fn {word, count} -> IO.puts(String.pad_leading(to_string(count), 5) <> "  " <> word) end)

  _ ->
    IO.puts(:stderr, "usage: vial run samples/word_count.exs FILE")
    System.halt(64)
end
