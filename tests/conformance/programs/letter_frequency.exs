# Parallel letter frequency: tasks over a stream.
defmodule Letters do
  def frequency(texts, workers) do
    texts
    |> Task.async_stream(&count/1, max_concurrency: workers)
    |> Enum.reduce(%{}, fn {:ok, map}, acc -> Map.merge(acc, map, fn _, a, b -> a + b end) end)
  end

  defp count(text) do
    for <<c::utf8 <- String.downcase(text)>>, letter = <<c::utf8>>, letter =~ ~r/^\p{L}$/u, reduce: %{} do
      acc -> Map.update(acc, letter, 1, &(&1 + 1))
    end
  end
end

IO.puts(inspect(Letters.frequency([], 4), width: 900)) # expect: %{}
IO.puts(inspect(Letters.frequency(["aAbB1;", "Bc c"], 2), width: 900)) # expect: %{"a" => 2, "b" => 3, "c" => 2}
IO.puts(inspect(Letters.frequency(["Freude schöner Götterfunken", "ÄÖÜ ß"], 3), width: 900)) # expect: %{"c" => 1, "d" => 1, "e" => 5, "f" => 2, "g" => 1, "h" => 1, "k" => 1, "n" => 3, "r" => 3, "s" => 1, "t" => 2, "u" => 2, "ß" => 1, "ä" => 1, "ö" => 3, "ü" => 1}
IO.puts(inspect(Letters.frequency(List.duplicate("abc", 500), 4), width: 900)) # expect: %{"a" => 500, "b" => 500, "c" => 500}
